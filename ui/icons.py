"""The few signs of the transport bar, drawn, so that they take any colour and any size."""

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QPolygonF

IconName = Literal["play", "pause", "stop", "step", "start", "head"]
SIDE = 64  # pixels; Qt scales it down


def icon(name: IconName, color: str) -> QIcon:
    """The sign in this colour."""
    pixmap = QPixmap(SIDE, SIDE)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(color))
    match name:
        case "play":
            painter.drawPolygon(_triangle(12, 56))
        case "pause":
            painter.drawRoundedRect(QRectF(12, 8, 14, 48), 4, 4)
            painter.drawRoundedRect(QRectF(38, 8, 14, 48), 4, 4)
        case "stop":
            painter.drawRoundedRect(QRectF(12, 12, 40, 40), 6, 6)
        case "step":
            painter.drawPolygon(_triangle(10, 46))
            painter.drawRoundedRect(QRectF(46, 8, 8, 48), 3, 3)
        case "start":
            painter.drawRoundedRect(QRectF(6, 10, 6, 44), 3, 3)
            painter.drawPolygon(_triangle(36, 12))
            painter.drawPolygon(_triangle(60, 36))
        case "head":
            painter.drawPolygon(_triangle(4, 28))
            painter.drawPolygon(_triangle(28, 52))
            painter.drawRoundedRect(QRectF(52, 10, 6, 44), 3, 3)
    painter.end()
    return QIcon(pixmap)


def _triangle(foot: float, tip: float) -> QPolygonF:
    return QPolygonF([QPointF(foot, 8), QPointF(tip, 32), QPointF(foot, 56)])
