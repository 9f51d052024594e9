"""How a timeline is painted: the loss above it, the line and what has been lived of it, marks, other runs, the knob."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from models.number_text import count_text
from ui.run_time import RunTime
from ui.theme import GRID, SMALL, theme
from ui.timeline_geometry import Floats, TimelineScale, lanes, ticks
from ui.widgets.change_signs import draw_sign
from ui.widgets.painted import mixed, theme_color
from ui.widgets.polygon import polygon_of

KNOB, MARK, LINE, TICK, LANE = 6, 5, 4, 3, 4  # radii, widths and distances in pixels, before the interface scale
ENDLESS = 3 * GRID  # pixels of dots where the run's end lies beyond that of the line
BELOW = 14  # pixels below the middle of the line
AHEAD = 0.4  # how strong the colour of steps is that lie ahead of where the run stands


@dataclass(frozen=True)
class TimelinePlaces:
    """The room of a timeline in pixels: the middle of its line, and where the loss is drawn above it."""

    line_y: float
    losses: QRectF


def places_of(scale: TimelineScale, height: float) -> TimelinePlaces:
    """How a timeline of this height is divided."""
    line_y = height - theme.px(BELOW)
    top = theme.px(4)
    return TimelinePlaces(
        line_y, QRectF(scale.left, top, scale.right - scale.left, max(1.0, line_y - theme.px(GRID + 2) - top))
    )


def draw_losses(
    painter: QPainter, scale: TimelineScale, room: QRectF, points: tuple[Floats, Floats], place: int
) -> None:
    """The sparkline; what lies ahead of where the run stands is fainter."""
    steps, heights = points
    if not len(steps) or not scale.last:
        return
    xs, ys = scale.xs_of(steps), room.bottom() - room.height() * heights
    here = int(np.searchsorted(steps, place, side="right"))
    color = mixed(theme_color("training"), theme_color("panel"), 0.75)
    for part, strength in ((slice(max(0, here - 1), None), AHEAD), (slice(0, here), 1.0)):
        painter.setPen(QPen(mixed(color, theme_color("panel"), strength), 1))
        painter.drawPolyline(polygon_of(xs[part], ys[part]))


def draw_line(painter: QPainter, scale: TimelineScale, y: float, time: RunTime) -> None:
    """The whole line, what has been lived of it, and the head where the run stands behind it."""
    lived, panel = theme_color("training"), theme_color("panel")
    head, here = scale.x_of(time.head), scale.x_of(time.place)
    going_on = theme.px(ENDLESS) if time.planned > time.last else 0
    ends = [(scale.right - going_on, theme_color("line")), (head, mixed(lived, panel, AHEAD)), (here, lived)]
    for end, color in ends:
        painter.setPen(QPen(color, theme.px(LINE), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(scale.left, y), QPointF(end, y))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme_color("line"))
    for x in range(theme.px(GRID), going_on + 1, theme.px(GRID)):  # the run has more steps than there is room for
        painter.drawEllipse(QPointF(scale.right - going_on + x, y), theme.px(LINE) / 2, theme.px(LINE) / 2)
    if time.place < time.head:
        painter.setPen(QPen(lived, theme.px(2)))
        reach = theme.px(5)
        painter.drawLine(QPointF(head, y - reach), QPointF(head, y + reach))


def draw_moments(painter: QPainter, scale: TimelineScale, y: float, time: RunTime) -> None:
    """A faint tick above the line for every step that can be reached at once."""
    painter.setPen(QPen(mixed(theme_color("faint"), theme_color("panel"), 0.7), 1))
    top = y - theme.px(LINE / 2 + TICK + 1)
    for x in ticks(scale, time.moments):
        painter.drawLine(QPointF(x + 0.5, top), QPointF(x + 0.5, top + theme.px(TICK)))


def draw_branches(painter: QPainter, scale: TimelineScale, y: float, time: RunTime) -> None:
    """Other runs leave the line where they were forked, or this one was, and go on below it."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for branch, lane in zip(time.branches, lanes(time.branches), strict=True):
        color = theme_color("muted" if branch.is_parent else "faint")
        painter.setPen(QPen(color, 1))
        below, start = y + lane_depth(lane), scale.x_of(branch.step)
        bend = min(float(theme.px(GRID)), scale.right - start)
        path = QPainterPath(QPointF(start, y))
        path.cubicTo(QPointF(start + bend / 2, y), QPointF(start + bend / 4, below), QPointF(start + bend, below))
        path.lineTo(max(start + bend, scale.x_of(branch.head)), below)
        painter.drawPath(path)


def lane_depth(lane: int) -> float:
    """How far below the line a lane lies, in pixels."""
    return theme.px(LINE / 2 + 1) + (lane + 1) * theme.px(LANE) - 0.5


def draw_marks(painter: QPainter, scale: TimelineScale, places: TimelinePlaces, time: RunTime) -> None:
    """The sign of every change, and a dotted line up through the loss."""
    amber, panel = theme_color("warning"), theme_color("panel")
    dotted = QPen(mixed(amber, panel, 0.6), 1, Qt.PenStyle.DotLine)
    radius = theme.px(MARK) + 0.5
    for x in sorted({scale.x_of(mark.step) for mark in time.marks}):
        painter.setPen(dotted)
        painter.drawLine(QPointF(x, places.losses.top()), QPointF(x, places.line_y - theme.px(GRID)))
    for x, name in sorted({(scale.x_of(mark.step), mark.change.kind) for mark in time.marks}):
        centre = QPointF(x, places.line_y)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(panel)  # so that a sign stands out from the line
        painter.drawEllipse(centre, radius + 1, radius + 1)
        draw_sign(painter, name, centre, radius, amber)


def draw_knob(painter: QPainter, x: float, y: float, *, is_enabled: bool, has_focus: bool) -> None:
    """Where the run stands; the ring says that the keys belong to it."""
    knob = theme.px(KNOB)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme_color("text" if is_enabled else "muted"))
    painter.drawEllipse(QPointF(x, y), knob, knob)
    if has_focus:
        painter.setPen(QPen(theme_color("training"), theme.px(2)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(x, y), knob + theme.px(2), knob + theme.px(2))


def draw_hover(painter: QPainter, scale: TimelineScale, places: TimelinePlaces, step: int) -> None:
    """A hair line at a step, and its number beside it."""
    x = scale.x_of(step)
    painter.setPen(QPen(theme_color("muted"), 1))
    painter.drawLine(QPointF(x, places.losses.top()), QPointF(x, places.line_y))
    painter.setFont(theme.font(SMALL))
    words = count_text(step)
    metrics = painter.fontMetrics()
    box = QRectF(x + theme.px(4), 0, metrics.horizontalAdvance(words) + theme.px(GRID), metrics.height())
    if box.right() > scale.right:
        box.moveRight(x - theme.px(4))
    painter.setPen(QPen(theme_color("line"), 1))
    painter.setBrush(theme_color("raised"))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), theme.px(3), theme.px(3))
    painter.setPen(QColor(theme_color("text")))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
