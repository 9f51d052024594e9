"""Tools to make a sample of one's own: one for each kind of data."""

from explorer.dataset import DatasetSpec
from explorer.drawing import drawn_shape
from ui.drawing.curve_tool import CurveTool
from ui.drawing.image_tool import ImageTool
from ui.drawing.plane_tool import PlaneTool
from ui.drawing.slider_tool import SliderTool
from ui.drawing.text_tool import TextTool
from ui.drawing.tool import Tool

MOST_SLIDERS = 24


def tool_for(data: DatasetSpec) -> Tool:
    """The tool that makes samples of these data."""
    port = data.facts().ports.input
    if drawn_shape(port) is not None:
        return ImageTool(data)
    if port.kind == "tokens":
        return TextTool(data)
    if port.kind == "vector" and port.size == 2:
        return PlaneTool(data)
    if port.kind == "vector" and port.size <= MOST_SLIDERS:
        return SliderTool(data)
    return CurveTool(data)
