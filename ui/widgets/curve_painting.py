"""How lines of a curve plot are painted, and the box that says what they are at the step under the mouse."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from ui.theme import GRID
from ui.widgets.axes import Axes
from ui.widgets.curve import Line
from ui.widgets.painted import mixed, theme_color
from ui.widgets.polygon import polygon_of

RAW_STRENGTH = 0.35  # of the colour, the rest is the panel behind it
PAST_STRENGTH = 0.6
DOT_ROOM = 20  # pixels: where points are further apart than that, each has a dot
DOT_RADIUS = 2
SHIFTS = ((0.0, -0.4), (0.0, 0.4), (-0.4, 0.0), (0.4, 0.0))  # pixels


def draw_line(painter: QPainter, axes: Axes, line: Line) -> None:
    """Connect its points, and dot them where they are few."""
    if not len(line.x):
        return
    color = _color_of(line)
    polygon = polygon_of(axes.px(line.x), axes.py(line.y))
    pen = QPen(color, 1)
    if line.curve.dashed or line.curve.past:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    # A noisy line costs 1 ms without antialiasing and 2 ms with it; a pen wider than 1 would cost 170 ms.
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, line.strong)
    draw_polyline(painter, polygon, strong=line.strong)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if not line.curve.past and len(line.x) <= 2 * (1 + axes.frame.width() / (2 * DOT_ROOM)):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        for index in range(0, len(line.x), 2 if line.curve.held else 1):
            painter.drawEllipse(polygon.at(index), DOT_RADIUS + 0.5, DOT_RADIUS + 0.5)


def draw_polyline(painter: QPainter, polygon: QPolygonF, *, strong: bool) -> None:
    """A line with the painter's pen of width 1; a strong one, nearly twice as thick, is drawn four times, shifted.

    That is ten times as fast as a wider pen, which Qt turns into an outline first.
    """
    if not strong:
        painter.drawPolyline(polygon)
        return
    for x, y in SHIFTS:
        painter.translate(x, y)
        painter.drawPolyline(polygon)
        painter.translate(-x, -y)


def draw_present(painter: QPainter, axes: Axes, step: float) -> None:
    """A thin line where the run stands, behind its head."""
    at = axes.point(step, axes.y.low).x()
    if axes.frame.left() <= at <= axes.frame.right():
        painter.setPen(QPen(theme_color("text"), 1))
        painter.drawLine(QPointF(at, axes.frame.top()), QPointF(at, axes.frame.bottom()))


def draw_readings(painter: QPainter, axes: Axes, step: float, rows: list[tuple[str, str]]) -> None:
    """A line at this step, and beside it a box with the rows, each a colour and its words."""
    at = axes.point(step, axes.y.low).x()
    if not rows or not axes.frame.left() <= at <= axes.frame.right():
        return
    painter.setPen(QPen(theme_color("faint"), 1))
    painter.drawLine(QPointF(at, axes.frame.top()), QPointF(at, axes.frame.bottom()))
    metrics = painter.fontMetrics()
    width = max(metrics.horizontalAdvance(text) for _, text in rows) + 2 * GRID
    box = QRectF(at + GRID, axes.frame.top() + GRID, width, len(rows) * metrics.height() + GRID)
    if box.right() > axes.frame.right():
        box.moveRight(at - GRID)
    box.moveLeft(max(0.0, box.left()))
    painter.setPen(QPen(theme_color("line"), 1))
    painter.setBrush(theme_color("raised"))
    painter.drawRoundedRect(box, GRID / 2, GRID / 2)
    for index, (color, text) in enumerate(rows):
        painter.setPen(theme_color(color))
        room = QRectF(box.left() + GRID, box.top() + GRID / 2 + index * metrics.height(), width, metrics.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)


def _color_of(line: Line) -> QColor:
    color = theme_color(line.curve.color)
    if line.strong:
        return color
    return mixed(color, theme_color("panel"), PAST_STRENGTH if line.curve.past else RAW_STRENGTH)
