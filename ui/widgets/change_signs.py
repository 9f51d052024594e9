"""The signs of what is changed in a run, drawn, so that they take any colour and any size."""

from typing import Literal

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

SignName = Literal["learning_rate", "setting", "freeze", "silence", "weight_edit"]  # the kinds of changes
ARMS, BARB, SPREAD = 6, 0.38, 50  # a snowflake's arms, and the length and degrees of what stands off them
STROKE, FLAKE_STROKE = 0.26, 0.17  # how thick lines are beside the radius


def draw_sign(painter: QPainter, name: SignName, centre: QPointF, radius: float, color: QColor) -> None:
    """A sign within a circle: filled shapes for values, lines for what is frozen or silenced."""
    painter.save()
    painter.setPen(QPen(color, max(1.0, STROKE * radius), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    match name:
        case "freeze":
            painter.setPen(QPen(color, max(1.0, FLAKE_STROKE * radius)))
            painter.drawLines(_snowflake(centre, radius))
        case "silence":
            inner = 0.85 * radius
            painter.drawEllipse(centre, inner, inner)
            painter.drawLine(centre + QPointF(-0.6, 0.6) * radius, centre + QPointF(0.6, -0.6) * radius)
        case _:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            painter.drawPolygon(_shape(name, centre, radius))
    painter.restore()


def draw_badge(
    painter: QPainter, name: SignName, centre: QPointF, radius: float, *, color: QColor, ground: QColor
) -> None:
    """A sign on a round ground of its own, legible on whatever lies below."""
    painter.setPen(QPen(color, 1))
    painter.setBrush(ground)
    painter.drawEllipse(centre, radius, radius)
    draw_sign(painter, name, centre, 0.62 * radius, color)


def _shape(name: SignName, centre: QPointF, radius: float) -> QPolygonF:
    side = 0.75 * radius
    if name == "setting":
        return QPolygonF(QRectF(centre.x() - side, centre.y() - side, 2 * side, 2 * side))
    corners = {
        "learning_rate": [(0.0, -1.0), (1.0, 0.0), (0.0, 1.0), (-1.0, 0.0)],
        "weight_edit": [(0.0, -1.0), (1.0, 0.8), (-1.0, 0.8)],
    }[name]
    return QPolygonF([centre + QPointF(x, y) * radius for x, y in corners])


def _snowflake(centre: QPointF, radius: float) -> list[QLineF]:
    lines = []
    for arm in range(ARMS):
        angle = 90 + arm * 360 / ARMS
        line = QLineF.fromPolar(radius, angle).translated(centre)
        lines.append(line)
        lines += [
            QLineF.fromPolar(BARB * radius, angle + turn).translated(line.pointAt(0.58)) for turn in (-SPREAD, SPREAD)
        ]
    return lines
