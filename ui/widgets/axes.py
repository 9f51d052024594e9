"""Axes for hand-painted plots: round ticks, the mapping between values and pixels, grid lines and labels."""

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from models.number_text import MINUS, fixed_text
from ui.theme import GRID
from ui.widgets.painted import theme_color
from ui.widgets.quick_text import QuickText

Floats = npt.NDArray[np.float64]
NARROW = GRID * 32  # pixels of a frame in which four labels along x would meet
USUAL_LABEL = "0.0000"  # room for this much, so that plots above each other begin at the same pixel


@dataclass(frozen=True)
class Span:
    """The values that an axis reaches from and to; on a logarithmic axis they are powers of ten's exponents.

    On a `whole` axis there is nothing between two whole numbers.
    """

    low: float
    high: float
    log: bool = False
    whole: bool = False

    @property
    def size(self) -> float:
        return self.high - self.low


def padded(low: float, high: float, share: float = 0.04) -> tuple[float, float]:
    """A little air on both sides; a span of nothing becomes one around the value."""
    if not (math.isfinite(low) and math.isfinite(high)):
        return 0.0, 1.0
    if high - low <= 1e-12 * max(abs(low), abs(high)):
        reach = max(abs(high) * 0.1, 1e-6)
        return low - reach, high + reach
    air = (high - low) * share
    return low - air, high + air


def round_ticks(low: float, high: float, count: int, smallest_step: float = 0.0) -> list[float]:
    """At most about `count` multiples of 1, 2 or 5 times a power of ten within [low, high]."""
    step = max(smallest_step, tick_step(low, high, count))
    first = math.ceil(low / step - 1e-9)
    last = math.floor(high / step + 1e-9)
    return [index * step for index in range(first, last + 1)]


def tick_step(low: float, high: float, count: int) -> float:
    """The smallest step of 1, 2 or 5 times a power of ten that needs at most `count` intervals."""
    rough = (high - low) / max(1, count)
    power = 10.0 ** math.floor(math.log10(rough))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= rough * (1 - 1e-9))


def labelled_ticks(span: Span, count: int) -> list[tuple[float, str]]:
    """Ticks with their labels; on a logarithmic axis powers of ten, where few fit 2 and 5 times them, else any."""
    if not span.log:
        smallest = 1.0 if span.whole else 0.0
        step = max(smallest, tick_step(span.low, span.high, count))
        decimals = max(0, -math.floor(math.log10(step) + 1e-9))
        return [(tick, _linear_label(tick, decimals)) for tick in round_ticks(span.low, span.high, count, smallest)]
    factors = (1, 2, 5) if span.size < 2 else (1,)
    every = max(1, math.ceil(span.size / max(1, count)))
    exponents = range(math.floor(span.low), math.ceil(span.high) + 1, every)
    ticks = [(exponent + math.log10(factor), factor, exponent) for exponent in exponents for factor in factors]
    found = [(at, _log_label(factor, exponent)) for at, factor, exponent in ticks if span.low <= at <= span.high]
    if len(found) >= 2:
        return found
    return [(math.log10(tick), label) for tick, label in labelled_ticks(Span(10**span.low, 10**span.high), count)]


def _linear_label(value: float, decimals: int) -> str:
    if decimals > 4 or abs(value) >= 1e7:
        return f"{value:.3g}".replace("e-0", "e-").replace("-", MINUS) if value else "0"
    return fixed_text(value, decimals)


def _log_label(factor: int, exponent: int) -> str:
    if -4 <= exponent <= 4:
        return fixed_text(factor * 10.0**exponent, max(0, -exponent))
    return f"{factor}e{exponent}".replace("-", MINUS)


@dataclass(frozen=True)
class Axes:
    """A frame in pixels and the two spans that it shows, y upwards."""

    frame: QRectF
    x: Span
    y: Span

    def px(self, x: Floats) -> Floats:
        return self.frame.left() + (x - self.x.low) * (self.frame.width() / self.x.size)

    def py(self, y: Floats) -> Floats:
        return self.frame.bottom() - (y - self.y.low) * (self.frame.height() / self.y.size)

    def x_at(self, pixel: float) -> float:
        return self.x.low + (pixel - self.frame.left()) * self.x.size / self.frame.width()

    def y_at(self, pixel: float) -> float:
        return self.y.low + (self.frame.bottom() - pixel) * self.y.size / self.frame.height()

    def point(self, x: float, y: float) -> QPointF:
        return QPointF(float(self.px(np.float64(x))), float(self.py(np.float64(y))))  # type: ignore[arg-type]


def frame_within(rect: QRectF, metrics: QFontMetrics, y: Span, x_title: str, y_title: str) -> QRectF:
    """What is left of rect for the plot when labels and titles have their room."""
    labels = [label for _, label in labelled_ticks(y, 6)]
    left = max(metrics.horizontalAdvance(label) for label in [*labels, USUAL_LABEL]) + GRID
    left += metrics.height() if y_title else 0
    bottom = metrics.height() + GRID // 2 + (metrics.height() if x_title else 0)
    return rect.adjusted(left, metrics.height() / 2, -GRID - GRID // 2, -bottom)


def draw_axes(painter: QPainter, axes: Axes, x_title: str = "", y_title: str = "", *, grid: bool = True) -> None:
    """Grid lines, tick labels and the titles with their units."""
    metrics = painter.fontMetrics()
    frame = axes.frame
    num_y = max(3, int(frame.height() / (3 * metrics.height())))
    num_x = max(4 if frame.width() > NARROW else 3, int(frame.width() / metrics.horizontalAdvance("000 000 000")))
    quick = QuickText(painter)
    grid_pen, label_pen = QPen(theme_color("line")), QPen(theme_color("muted"))
    for tick, label in labelled_ticks(axes.y, num_y):
        at = axes.point(axes.x.low, tick).y()
        if grid:
            painter.setPen(grid_pen)
            painter.drawLine(QPointF(frame.left(), at), QPointF(frame.right(), at))
        painter.setPen(label_pen)
        quick.draw_right(label, QRectF(0, at - metrics.height() / 2, frame.left() - GRID // 2, metrics.height()))
    for tick, label in labelled_ticks(axes.x, num_x):
        at = axes.point(tick, axes.y.low).x()
        width = metrics.horizontalAdvance(label) + 2
        left = min(at - width / 2, frame.right() + GRID - width)
        quick.draw_centered(label, QRectF(left, frame.bottom() + GRID // 4, width, metrics.height()))
    _draw_titles(painter, frame, x_title, y_title)


def _draw_titles(painter: QPainter, frame: QRectF, x_title: str, y_title: str) -> None:
    height = painter.fontMetrics().height()
    painter.setPen(theme_color("muted"))
    if x_title:
        room = QRectF(frame.left(), frame.bottom() + height, frame.width(), height + GRID // 4)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, x_title)
    if y_title:
        painter.save()
        painter.translate(0, frame.center().y())
        painter.rotate(-90)
        painter.drawText(QRectF(-frame.height() / 2, 0, frame.height(), height), Qt.AlignmentFlag.AlignCenter, y_title)
        painter.restore()
