"""What every hand-painted widget shares: it follows the theme and the language, and speaks the theme's colours."""

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from ui.text import language
from ui.theme import theme


class Painted(QWidget):
    """A widget that paints itself; again whenever theme or language change."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.changed.connect(self._on_look_changed)
        language.changed.connect(self._on_look_changed)

    def _on_look_changed(self) -> None:
        self.update()


def theme_color(name: str, alpha: int = 255) -> QColor:
    """A colour of the theme in force by its meaning, such as "training", or one that is given as "#rrggbb" already."""
    color = QColor(name if name.startswith("#") else getattr(theme.colors, name))
    color.setAlpha(alpha)
    return color
