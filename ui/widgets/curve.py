"""One curve over steps and the lines that it becomes: raw and smoothed, for the steps and pixels that are seen."""

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from ui.widgets.curve_data import CurveData
from ui.widgets.smoothing import Smoother

Floats = npt.NDArray[np.float64]
Steps = npt.NDArray[np.int64]


@dataclass
class Curve:
    """One curve: its points as they came, the same points smoothed, and how it looks.

    `held` draws steps that last until the next point, as of a value measured at the end of an epoch; `past` marks a
    curve of the run before, which is drawn faintly.
    """

    label: str
    color: str
    dashed: bool = False
    held: bool = False
    past: bool = False
    smoother: Smoother = field(default_factory=lambda: Smoother(0.0))
    raw: CurveData = field(default_factory=CurveData)
    smooth: CurveData = field(default_factory=CurveData)

    def append(self, steps: Steps, values: Floats) -> None:
        """Points after the last one."""
        self.raw.append(steps, values)
        self.smooth.append(steps, self.smoother.smooth(values))

    def make_room(self) -> bool:
        """Let one of the two thin its points, if that is due; whether one did."""
        return self.raw.make_room() or self.smooth.make_room()

    def smooth_with(self, weight: float) -> None:
        """Smooth everything anew; held values are few and stay as they are."""
        self.smoother = Smoother(0.0 if self.held else weight)
        self.smooth = CurveData()
        self.smooth.append(self.raw.steps, self.smoother.smooth(self.raw.values))


@dataclass(frozen=True)
class Line:
    """Points to connect, steps and values (log10 of them on a log axis); raw ones are faint beside smoothed ones."""

    curve: Curve
    x: Floats
    y: Floats
    strong: bool


def lines_of(
    curve: Curve, window: tuple[float, float], bins: int, *, last: float, smoothed: bool, log: bool
) -> list[Line]:
    """What is drawn of a curve between two steps: about `bins` points of it, about twice as many of the raw line.

    `last` is the step that the curve's run has come to: no value is held for longer than that.
    """
    ends = min(window[1], last)
    if curve.past:
        shown = curve.smooth if smoothed else curve.raw
        x, y = _scaled(*_middles(*shown.window(*window, bins)), log=log)
        return [Line(curve, *(_held(x, y, ends) if curve.held else (x, y)), strong=False)]
    if smoothed and not curve.held:
        raw = _scaled(*curve.raw.window(*window, 2 * bins), log=log)
        smooth = _scaled(*_middles(*curve.smooth.window(*window, bins)), log=log)
        return [Line(curve, *raw, strong=False), Line(curve, *smooth, strong=True)]
    x, y = _scaled(*curve.raw.window(*window, bins), log=log)
    return [Line(curve, *(_held(x, y, ends) if curve.held else (x, y)), strong=True)]


def _scaled(x: Floats, y: Floats, *, log: bool) -> tuple[Floats, Floats]:
    seen = np.isfinite(y) & (y > 0) if log else np.isfinite(y)
    x, y = x[seen], y[seen]
    return x, np.log10(y) if log else y


def _middles(x: Floats, y: Floats) -> tuple[Floats, Floats]:
    """One point between the smallest and the largest value of a bin; what is not binned stays as it is."""
    if len(x) < 2 or x[0] != x[1]:
        return x, y
    return x[::2], (y[::2] + y[1::2]) / 2


def _held(x: Floats, y: Floats, last: float) -> tuple[Floats, Floats]:
    """Steps: each value lasts until the next point, the newest until the end."""
    if not len(x):
        return x, y
    ends = np.append(x[1:], max(last, x[-1]))
    return np.stack([x, ends], axis=1).ravel(), np.repeat(y, 2)
