"""The past of a run for those who draw it: every curve, short enough to draw and true at every point."""

from collections.abc import Sequence
from pathlib import Path

from explorer.events import Series
from explorer.runs.metrics import Metrics

MAX_POINTS = 4000  # twice as many as a wide screen has columns of pixels


def read_history(folder: Path, max_points: int | None = MAX_POINTS, last_step: int | None = None) -> tuple[Series, ...]:
    """Every metric of a run, also while it is written; long ones as their first, last and most extreme points.

    Nothing after `last_step`, where that is given: a run that goes on from there tells the rest itself.

    Raises:
        InputError: when the run cannot be read.
    """
    metrics = Metrics(folder)
    try:
        series = tuple(metrics.read(name, max_points) for name in metrics.names())
    finally:
        metrics.close()
    return series if last_step is None else tuple(cut for one in series if len((cut := _until(one, last_step)).steps))


def read_stretch(folder: Path, names: Sequence[str], first: int, last: int, max_points: int) -> tuple[Series, ...]:
    """These metrics from step to step, each whole or, if longer than `max_points`, its most extreme points.

    Raises:
        InputError: when the run cannot be read.
    """
    metrics = Metrics(folder)
    try:
        return tuple(metrics.read_between(name, first, last, max_points) for name in names)
    finally:
        metrics.close()


def _until(series: Series, step: int) -> Series:
    count = int(series.steps.searchsorted(step, side="right"))
    return Series(series.name, series.steps[:count], series.values[:count])
