"""Average pooling block: keeps the mean of every neighbourhood."""

from typing import ClassVar, Literal

from pydantic import Field

from models.pooling import PoolingBlock
from models.window import Padding


class AvgPool2d(PoolingBlock):
    """y = the mean of every window, channel by channel; padded zeros count."""

    label: ClassVar[str] = "Average pool"
    about: ClassVar[str] = "Keeps the mean of every window, which makes the image smaller."
    module: ClassVar[str] = "torch.nn.AvgPool2d"

    kind: Literal["avg_pool2d"] = "avg_pool2d"
    padding: Padding = Field(0, title="Padding", description="Zeros added on every side, in pixels.")
