"""What every hand-painted widget shares: its ground, that it follows theme and language, and the theme's colours."""

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.text import language
from ui.theme import theme


class Painted(QWidget):
    """A widget that paints itself on a panel's ground; again whenever theme or language change.

    It covers all of its ground, so that Qt need not paint what lies below it first.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        theme.changed.connect(self._on_look_changed)
        language.changed.connect(self._on_look_changed)

    def paint(self, painter: QPainter) -> None:
        """Paint everything above the ground."""
        raise NotImplementedError

    def _on_look_changed(self) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme_color("panel"))
        self.paint(painter)


def theme_color(name: str, alpha: int = 255) -> QColor:
    """A colour of the theme in force by its meaning, such as "training", or one that is given as "#rrggbb" already."""
    return _color(name if name.startswith("#") else getattr(theme.colors, name), alpha)


@lru_cache(maxsize=1024)
def _color(name: str, alpha: int) -> QColor:
    """Made once, since every frame asks for hundreds; nobody changes it."""
    color = QColor(name)
    color.setAlpha(alpha)
    return color


def mixed(color: QColor, ground: QColor, share: float) -> QColor:
    """`share` of the colour, 0 to 1, and of the ground what is left."""
    return QColor(
        round(ground.red() + share * (color.red() - ground.red())),
        round(ground.green() + share * (color.green() - ground.green())),
        round(ground.blue() + share * (color.blue() - ground.blue())),
    )
