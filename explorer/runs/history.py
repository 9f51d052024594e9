"""The past of a run for those who draw it: every curve, short enough to draw and true at every point."""

from pathlib import Path

from explorer.events import Series
from explorer.runs.metrics import Metrics

MAX_POINTS = 4000  # twice as many as a wide screen has columns of pixels


def read_history(folder: Path, max_points: int | None = MAX_POINTS) -> tuple[Series, ...]:
    """Every metric of a run, also while it is written; long ones as their first, last and most extreme points.

    Raises:
        InputError: when the run cannot be read.
    """
    metrics = Metrics(folder)
    try:
        return tuple(metrics.read(name, max_points) for name in metrics.names())
    finally:
        metrics.close()
