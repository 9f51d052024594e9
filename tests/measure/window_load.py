"""Measures the real window while it trains: `python -m tests.measure.window_load EXPERIMENT [--seconds 20] ...`

Prints one JSON object. work_ms: everything that the event loop works between two ticks of the run bridge, draining and
painting together. interval_ms: between two such ticks. bare_interval_ms: the same of a bare timer of that pace in the
same process, before training. memory: [seconds, window MB, engine MB, MB of the states that the timeline keeps] every
ten seconds, peak_mb the most of both processes.
samples_per_second and costs, the share of the time that each view takes, are what the status bar shows, in the median.
turns: for every turn of showing and hiding the views, so that both meet the same machine, steps per second [shown,
hidden]; outside_cost is what the views cost by that, in the median, and outside_error its standard error: on a machine
that others use too, turns go on until that is small. They are short, since such a machine changes within seconds.
told_cost is what the status bar showed of it: all looking but for the checkups, which go on where nobody watches.
"""

import argparse
import json
import math
import statistics
import time
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import psutil
from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from explorer import edits
from explorer.events import CHECKUPS, TimelineChanged
from explorer.gallery import find
from tests.measure.figures import spread
from tests.measure.window import open_window
from ui.main_window import MainWindow
from ui.run_bridge import INTERVAL_MS
from ui.view_docks import ViewDocks

WARM_UP_S = 5.0
BARE_S = 5.0
MEMORY_INTERVAL_MS = 10_000
SETTLE_MS, TURN_MS = 400, 600
MANY_TURNS, MOST_TURNS, ERROR = 20, 200, 0.0075  # so many go on, until they agree within three quarters of a point
FIRST_COSTS = 8  # Progress events before the shares told are those of the views that are to be measured


class TimedApplication(QApplication):
    """Adds up what the event loop works between two ticks; events that events send count once."""

    def __init__(self) -> None:
        super().__init__(["neural-explorer"])
        self.depth = 0
        self.worked = 0.0

    def notify(self, receiver: QObject, event: QEvent) -> bool:
        if self.depth:
            return super().notify(receiver, event)
        self.depth = 1
        started = time.perf_counter()
        try:
            return super().notify(receiver, event)
        finally:
            self.depth = 0
            self.worked += time.perf_counter() - started


class Loop(QObject):
    """The ticks of a timer, and the work between them."""

    def __init__(self, app: TimedApplication) -> None:
        super().__init__()
        self._app = app
        self.restart()

    def restart(self) -> None:
        self.work: list[float] = []
        self.ticks: list[float] = []
        self._app.worked = 0.0

    @Slot()
    def tick(self) -> None:
        self.ticks.append(time.perf_counter())
        self.work.append(self._app.worked)
        self._app.worked = 0.0


class Memory(QObject):
    """What the window and its engine take, at times."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[tuple[float, float, float, float]] = []
        self._timeline_mb = 0.0
        self._began = time.perf_counter()
        self._timer = QTimer(self, interval=MEMORY_INTERVAL_MS)
        self._timer.timeout.connect(self.sample)
        self._timer.start()
        self.sample()

    @Slot(list)
    def take(self, events: Sequence[object]) -> None:
        """Follow what the engine tells of its timeline."""
        for event in events:
            if isinstance(event, TimelineChanged):
                self._timeline_mb = round(event.num_bytes / 1e6, 1)

    @Slot()
    def sample(self) -> None:
        me = psutil.Process()
        engine = sum(child.memory_info().rss for child in me.children(recursive=True))
        seconds = round(time.perf_counter() - self._began, 1)
        window_mb, engine_mb = round(me.memory_info().rss / 1e6, 1), round(engine / 1e6, 1)
        self.rows.append((seconds, window_mb, engine_mb, self._timeline_mb))


class Told:
    """What the engine tells of the run, as the status bar shows it."""

    def __init__(self) -> None:
        self.last = (0, 0.0)  # step, and when it was told: costs are shares of all time, validation included
        self.restart()

    def restart(self) -> None:
        self.costs: list[float] = []
        self.speeds: list[float] = []
        self.shares: dict[str, list[float]] = {}

    def take(self, progress: Any) -> None:
        self.last = (progress.step, time.perf_counter())
        self.costs.append(progress.watching_cost)
        self.speeds.append(progress.samples_per_second)
        for name, share in ({CHECKUPS: 0.0} | progress.costs).items():
            self.shares.setdefault(name, []).append(share)

    def figures(self) -> dict[str, Any]:
        def middle(values: list[float], digits: int) -> float:
            return round(float(np.median(values[FIRST_COSTS:] or [0])), digits)

        views = [told - checkups for told, checkups in zip(self.costs, self.shares[CHECKUPS], strict=True)]
        return {
            "watching_cost": middle(self.costs, 4),
            "told_cost": middle(views, 4),
            "samples_per_second": middle(self.speeds, 0),
            "costs": {name: middle(shares, 5) for name, shares in sorted(self.shares.items())},
        }


class Turns(QObject):
    """The views are shown and hidden by turns; how fast training is in each."""

    def __init__(self, told: Told, flip: Callable[[], None], end: Callable[[], None], count: int) -> None:
        super().__init__()
        self._told, self._flip, self._end, self._count = told, flip, end, count
        self.slices: list[float] = []  # steps per second, with the views and without them by turns
        self._first = (0, 0.0)

    def settle(self) -> None:
        """A turn has begun; what showing and hiding itself costs shall not count."""
        QTimer.singleShot(SETTLE_MS, self._begin)

    def figures(self) -> dict[str, Any]:
        rows = list(zip(self.slices[::2], self.slices[1::2], strict=True))
        if not rows:
            return {"turns": []}
        kept = statistics.median(self._kept())
        return {"turns": rows, "outside_cost": round(1 - kept, 4), "outside_error": round(self._error(), 4)}

    def _kept(self) -> list[float]:
        """The speed of every turn with the views, as a share of that without them before and after it."""
        return [
            speed / max(statistics.fmean(self.slices[max(0, row - 1) : row] + self.slices[row + 1 : row + 2]), 1e-9)
            for row, speed in enumerate(self.slices)
            if row % 2 == 0
        ]

    def _error(self) -> float:
        """Standard error of the median of those shares, from their quartiles, as for a normal distribution."""
        low, high = np.percentile(self._kept(), [25, 75])
        return float(1.2533 * (high - low) / 1.349 / math.sqrt(len(self.slices) / 2))

    @property
    def _is_enough(self) -> bool:
        """After a whole pair of turns: as many as were asked for, and more as long as they do not agree."""
        count = len(self.slices) // 2
        return len(self.slices) % 2 == 0 and (
            count >= MOST_TURNS or (count >= self._count and (count < MANY_TURNS or self._error() <= ERROR))
        )

    def _begin(self) -> None:
        self._first = self._told.last
        QTimer.singleShot(TURN_MS, self._end_turn)

    def _end_turn(self) -> None:
        last = self._told.last
        steps, seconds = last[0] - self._first[0], last[1] - self._first[1]
        self.slices.append(round(steps / max(seconds, 1e-9), 1))
        if self._is_enough:
            self._end()
        else:
            self._flip()
            self.settle()


class Measurement(QObject):
    """The course of one measurement, as a chain of timers."""

    def __init__(self, app: TimedApplication, window: MainWindow, options: argparse.Namespace) -> None:
        super().__init__()
        self.app, self.window, self.options = app, window, options
        self.views = options.views.split(",") if options.views else []  # none named: those that are shown at first
        self.loop, self.told = Loop(app), Told()
        self.result: dict[str, Any] = {"experiment": options.experiment, "views": self.views}
        self.turns = Turns(self.told, self.flip, self.finish, options.turns)

    def begin(self) -> None:
        self.bare = QTimer(self, interval=INTERVAL_MS)
        self.bare.timeout.connect(self.loop.tick)
        self.bare.start()
        self.window.workspace  # noqa: B018 - brings everything in before the bare timer is measured
        QTimer.singleShot(3000, self.loop.restart)
        QTimer.singleShot(3000 + round(min(BARE_S, self.options.seconds) * 1000), self.end_bare)

    def end_bare(self) -> None:
        self.bare.stop()
        self.result["bare_interval_ms"] = spread(np.diff(self.loop.ticks))
        experiment = edits.replace(
            find(self.options.experiment), "training.limit", {"kind": "seconds", "count": 86_400}
        )
        workspace = self.window.workspace
        workspace.open(experiment)
        self.window.show_train()
        workspace.controller.loaded.connect(lambda _: QTimer.singleShot(round(WARM_UP_S * 1000), self.begin_training))
        workspace.controller.progressed.connect(self.told.take)
        workspace.controller.problems_found.connect(self.on_problems)
        workspace.controller.start()
        QTimer.singleShot(1000, self.hide_others)  # once the stage has arranged itself

    def hide_others(self) -> None:
        if self.views:
            self.trigger(lambda view: view not in self.views)

    def flip(self) -> None:
        """Hide the views that are measured, or show them again."""
        self.trigger(lambda view: not self.views or view in self.views)

    def trigger(self, is_meant: Callable[[str], bool]) -> None:
        for view, action in zip(self.docks.views, self.docks.actions_of_views(), strict=True):
            if is_meant(view):
                action.trigger()

    def begin_training(self) -> None:
        self.window.workspace.bridge.ticked.connect(self.loop.tick)
        self.told.restart()
        self.loop.restart()
        self.memory = Memory()
        self.window.workspace.bridge.events_arrived.connect(self.memory.take)
        QTimer.singleShot(round(self.options.seconds * 1000), self.end)

    def on_problems(self, problems: Sequence[object]) -> None:
        self.result["problems"] = [str(problem) for problem in problems]

    @property
    def docks(self) -> ViewDocks:
        return self.window.workspace.train_page.docks

    def end(self) -> None:
        self.memory.sample()
        rows = self.memory.rows
        self.result |= self.told.figures() | {
            "work_ms": spread(self.loop.work),
            "interval_ms": spread(np.diff(self.loop.ticks)),
            "state": self.window.workspace.controller.state,
            "memory": rows,
            "peak_mb": [max(row[1] for row in rows), max(row[2] for row in rows)],
        }
        if self.options.turns:
            self.turns.settle()
        else:
            self.finish()

    def finish(self) -> None:
        self.result |= self.turns.figures()
        self.window.workspace.document.forget_autosave()
        self.window.closing.close_unasked()  # else it would ask whether training shall go on
        self.app.quit()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("experiment", help="an id of the gallery, or a file")
    parser.add_argument("--seconds", type=float, default=20.0)
    parser.add_argument(
        "--views", default="", help="kinds, separated by commas; if empty, those that are shown at first"
    )
    parser.add_argument("--turns", type=int, default=0)
    options = parser.parse_args()
    with open_window(TimedApplication) as (app, window):
        measurement = Measurement(app, window, options)  # type: ignore[arg-type]
        QTimer.singleShot(0, measurement.begin)
        app.exec()
    print(json.dumps(measurement.result))


if __name__ == "__main__":
    main()
