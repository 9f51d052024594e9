"""Every colour, colour map, font and spacing of the window."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QObject, Signal

GRID = 8  # pixels; every distance is a multiple, every corner radius one

ThemeName = Literal["system", "dark", "light"]
ColormapName = Literal["viridis", "cividis", "signed", "gray"]


@dataclass(frozen=True)
class Colors:
    """Colours by meaning, "#rrggbb"; a colour means the same thing everywhere."""

    background: str
    panel: str
    raised: str
    line: str
    text: str
    muted: str
    faint: str
    training: str  # also the accent, and the forward phase
    validation: str
    generator: str
    discriminator: str
    backward: str
    warning: str
    good: str
    selected: str


DARK = Colors(
    background="#0e1116", panel="#151a21", raised="#1c222b", line="#272f3a", text="#e8ebf0", muted="#98a3b3",
    faint="#5d6878", training="#5aa9ff", validation="#ffb454", generator="#b990ff", discriminator="#41c9b4",
    backward="#ff7070", warning="#f2c94c", good="#63d08b", selected="#223047",
)  # fmt: skip
LIGHT = Colors(
    background="#eef1f5", panel="#ffffff", raised="#f5f7fa", line="#d7dde6", text="#17202c", muted="#566274",
    faint="#8894a5", training="#0b66c3", validation="#b85a00", generator="#6a3cc0", discriminator="#08756a",
    backward="#c22836", warning="#8f6a00", good="#1b7f43", selected="#dcebfb",
)  # fmt: skip


class _Theme(QObject):
    """The theme in force; whoever paints by hand listens to `changed` and reads `colors` again."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.colors = DARK
        self.scale = 1.0  # the interface scale, Ctrl + and Ctrl -


theme = _Theme()


def colormap(name: ColormapName) -> npt.NDArray[np.uint8]:
    """A lookup table (256, 3) of sRGB bytes. "signed" diverges from a neutral middle at index 128."""
    import pyqtgraph

    if name == "gray":
        ramp = np.arange(256, dtype=np.uint8)
        return np.stack([ramp, ramp, ramp], axis=1)
    source = "CET-D1" if name == "signed" else name
    table: npt.NDArray[np.uint8] = pyqtgraph.colormap.get(source).getLookupTable(nPts=256)[:, :3]
    return table
