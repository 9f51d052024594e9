"""How a picture or a row is drawn that stands for something silenced: dimmed, and struck through."""

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QPainter, QPen

from ui.widgets.painted import theme_color

DIMMED = 176  # of 255: how much of what lies below is covered


def draw_struck(painter: QPainter, room: QRectF) -> None:
    """Cover what is drawn there, and strike it through: a picture from corner to corner, a row or bar along it."""
    painter.fillRect(room, theme_color("panel", DIMMED))
    painter.setPen(QPen(theme_color("text"), min(1.5, min(room.width(), room.height()) / 2)))
    if room.width() > 3 * room.height():
        painter.drawLine(QLineF(room.left(), room.center().y(), room.right(), room.center().y()))
    elif room.height() > 3 * room.width():
        painter.drawLine(QLineF(room.center().x(), room.top(), room.center().x(), room.bottom()))
    else:
        painter.drawLine(QLineF(room.bottomLeft(), room.topRight()))
