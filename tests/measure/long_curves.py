"""Measures the curves of a very long run in the real window: `python -m tests.measure.long_curves FOLDER`.

Prints one JSON object. open_s: from the wish to see the run to its first painted curves. pan_ms and zoom_ms: from a
mouse event to the end of its painting; close_pan_ms the same where single steps are seen. closest: the share of the
recorded steps that are drawn there. live_*: the same after as many steps as the run has came from a run that goes on,
in pieces. memory_mb: the most that the window's process has taken, by then.
"""

import json
import resource
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from explorer.events import MetricsRecorded, Series
from tests.measure.figures import spread
from tests.measure.hand import Painted, drag, there_and_back, turn_wheel
from tests.measure.recorded_run import METRICS, values_of
from tests.measure.window import let_work, open_window, wait_until
from ui.main_window import MainWindow
from ui.views.curves import Curves
from ui.widgets.curve_plot import CurvePlot

NUM_MOVES = 200
PIECE = 20_000  # steps that arrive at once


def main() -> None:
    with open_window(lambda: QApplication(["neural-explorer"])) as (_, window):
        print(json.dumps(measure(window, Path(sys.argv[1]))))


def measure(window: MainWindow, folder: Path) -> dict[str, Any]:
    """All figures, one after the other."""
    wait_until(lambda: window.has_workspace and window.workspace is not None)
    let_work(2.0)
    began = time.perf_counter()
    window.workspace.open_run(folder)
    window.show_train()
    plot = shown_plot(window)
    result: dict[str, Any] = {"open_s": round(time.perf_counter() - began, 3)}
    let_work(1.0)
    result |= moved(plot)
    result["closest"] = closest(plot)
    result["close_pan_ms"] = spread(drag(plot, there_and_back(plot, NUM_MOVES))[0])
    result["opened_memory_mb"] = most_memory_mb()
    plot.set_window(None)
    live(window, int(plot.full_window()[1]))
    result |= {f"live_{name}": value for name, value in moved(plot).items()}
    return {**result, "live_points": len(plot.curves[METRICS[0]].raw), "memory_mb": most_memory_mb()}


def shown_plot(window: MainWindow) -> CurvePlot:
    """The plot of the losses once it has painted them."""
    curves = window.workspace.train_page.docks.views["curves"]
    assert isinstance(curves, Curves)
    plot, painted = curves._plot, Painted(curves._plot)
    wait_until(lambda: bool(plot.curves) and curves.shows_content)
    painted.count = 0
    wait_until(lambda: painted.count > 0)
    return plot


def moved(plot: CurvePlot) -> dict[str, Any]:
    """Zoom in by the wheel, pan there, and zoom out again."""
    middle = plot.rect().center()
    zoom = turn_wheel(plot, middle, [1] * 10)
    pan, painted = drag(plot, there_and_back(plot, NUM_MOVES))
    zoom += turn_wheel(plot, middle, [-1] * 10)
    per_second = round(min(painted, len(pan)) / sum(pan), 1)
    return {"pan_ms": spread(pan), "pan_frames_per_second": per_second, "zoom_ms": spread(zoom)}


def closest(plot: CurvePlot) -> float:
    """Zoom in until some two hundred steps are seen: the share of them that is drawn in the end."""
    for _ in range(200):
        turn_wheel(plot, QPoint(plot.width() // 2, plot.height() // 2), [1])
        if seen(plot) <= 200:
            break
    let_work(2.0)
    assert plot._window is not None
    first, last = np.ceil(plot._window[0]), np.floor(plot._window[1])
    raw = plot.lines(plot._window)[0].x
    return float(np.isin(np.arange(first, last + 1), raw).mean())


def seen(plot: CurvePlot) -> float:
    """How many steps are between the edges of the plot."""
    first, last = plot._window or plot.full_window()
    return last - first


def live(window: MainWindow, num_steps: int) -> None:
    """The same run once more, as if it were trained now: pieces of metrics, drawn as they come."""
    window.workspace.open(window.workspace.store.experiment)
    for start in range(0, num_steps, PIECE):
        steps = np.arange(start + 1, min(start + PIECE, num_steps) + 1)
        series = tuple(Series(name, steps, values_of(name, steps)) for name in METRICS)
        window.workspace.feed.take([MetricsRecorded("", series)])
        window.workspace.feed.draw_metrics()
        QApplication.processEvents()


def most_memory_mb() -> float:
    """The most that this process has taken so far."""
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6, 1)


if __name__ == "__main__":
    main()
