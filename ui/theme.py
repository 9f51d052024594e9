"""Every colour, colour map, font and spacing of the window."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from explorer.assets import assets_folder

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

GRID = 8  # pixels; every distance is a multiple, every corner radius one
SMALL, BODY, LARGE, HEADLINE = 12, 14, 20, 30  # text sizes in pixels, before the interface scale
SMALLEST_SCALE, LARGEST_SCALE = 0.75, 2.5

ThemeName = Literal["system", "dark", "light"]
ColormapName = Literal["viridis", "cividis", "signed", "gray"]
Role = Literal["headline", "title", "heading", "muted", "faint", "number", "warning", "good", "bad", "accent", "mono"]
WidgetRole = Literal["primary", "chip", "narrow", "tab", "alarm", "calm", "panel", "bar", "pages", ""]


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

# Classes of data have no meaning of their own: ten hues that differ in lightness too, always with a symbol beside.
CLASSES_DARK = (
    "#56b4e9", "#e8875b", "#a3c95a", "#d08be0", "#e8cf5a", "#7f96ee", "#f08cab", "#4fd0a6", "#c0ab84", "#b4bdc9",
)  # fmt: skip
CLASSES_LIGHT = (
    "#1f78a4", "#b3501f", "#55801a", "#8a3f9c", "#8f7400", "#3a58b5", "#b03060", "#1d7d62", "#72603a", "#4b5666",
)  # fmt: skip


class _Theme(QObject):
    """The theme in force; whoever paints by hand listens to `changed` and reads `colors` again."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.name: ThemeName = "dark"
        self.colors = DARK
        self._fonts: dict[tuple[int, bool], QFont] = {}
        self.scale = 1.0  # the interface scale, Ctrl + and Ctrl -

    def class_color(self, index: int) -> str:
        """The colour of a class of the data by its number."""
        colors = CLASSES_LIGHT if self.colors is LIGHT else CLASSES_DARK
        return colors[index % len(colors)]

    def px(self, pixels: float) -> int:
        """A length in pixels at the interface scale."""
        return round(pixels * self.scale)

    def font(self, pixels: float = BODY, *, bold: bool = False) -> QFont:
        """The bundled font with tabular figures, at the interface scale."""
        size = max(SMALL, self.px(pixels))
        font = self._fonts.get((size, bold))
        if font is None:  # made once: lists ask for it thousands of times while they are laid out
            font = QFont("Inter")
            font.setPixelSize(size)
            font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
            font.setFeature(QFont.Tag("tnum"), 1)
            self._fonts[size, bold] = font
        return QFont(font)


theme = _Theme()


def apply(app: QApplication, name: ThemeName, scale: float | None = None) -> None:
    """Put a theme in force: palette, style sheet, font and the colours of plots, and tell who paints by hand."""
    from ui.stylesheet import stylesheet

    load_fonts()
    theme.name = name
    theme.colors = LIGHT if _is_light(app, name) else DARK
    if scale is not None:
        theme.scale = min(LARGEST_SCALE, max(SMALLEST_SCALE, scale))
    if app.style().name() != "fusion":
        app.setStyle("Fusion")
    app.setPalette(_palette(theme.colors))
    app.setFont(theme.font())
    app.setStyleSheet(stylesheet(theme.colors, theme.px))
    theme.changed.emit()


def load_fonts() -> None:
    """Make the bundled font known to Qt, once."""
    if "Inter" in QFontDatabase.families():
        return
    for file in sorted((assets_folder() / "fonts").glob("*.otf")):
        QFontDatabase.addApplicationFont(str(file))


def set_role(widget: QWidget, role: Role | WidgetRole) -> None:
    """What a widget is, which decides how the style sheet draws it."""
    if widget.property("role") != role:
        widget.setProperty("role", role)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def colormap(name: ColormapName) -> "npt.NDArray[np.uint8]":
    """A lookup table (256, 3) of sRGB bytes. "signed" diverges from a neutral middle at index 128."""
    import numpy as np
    import pyqtgraph

    if name == "gray":
        ramp = np.arange(256, dtype=np.uint8)
        return np.stack([ramp, ramp, ramp], axis=1)
    known_as = "CET-D1" if name == "signed" else name
    table: npt.NDArray[np.uint8] = pyqtgraph.colormap.get(known_as).getLookupTable(nPts=256)[:, :3]
    return table


def _is_light(app: QApplication, name: ThemeName) -> bool:
    if name == "system":
        return app.styleHints().colorScheme() == Qt.ColorScheme.Light
    return name == "light"


def _palette(colors: Colors) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for target, color in {
        role.Window: colors.panel, role.WindowText: colors.text, role.Base: colors.raised,
        role.AlternateBase: colors.panel, role.Text: colors.text, role.Button: colors.raised,
        role.ButtonText: colors.text, role.BrightText: colors.backward, role.Highlight: colors.selected,
        role.HighlightedText: colors.text, role.ToolTipBase: colors.raised, role.ToolTipText: colors.text,
        role.PlaceholderText: colors.faint, role.Link: colors.training, role.Mid: colors.line,
        role.Dark: colors.line, role.Light: colors.raised, role.Accent: colors.training,
    }.items():  # fmt: skip
        palette.setColor(target, QColor(color))
    for target in (role.Text, role.ButtonText, role.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, target, QColor(colors.faint))
    return palette
