"""Measures the real window while it trains: `python tests/accept/window_load.py EXPERIMENT SECONDS VIEW,VIEW...`

Prints one JSON object. work_ms: everything that the event loop works between two ticks of the run bridge, draining and
painting together. interval_ms: between two such ticks. bare_interval_ms: the same of a bare timer of that pace in the
same process, before training. memory: [seconds, window MB, engine MB] every ten seconds. steps_per_second: [with the
views, without any view], a pair for every turn of showing and hiding them all, so that both meet the same machine; only
where TURNS is given as a fourth argument.
"""

import json
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np
import psutil
from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from explorer import edits
from explorer.engine.host import ProcessHost
from explorer.gallery import find
from ui import theme
from ui.app import spare_collector
from ui.main_window import MainWindow
from ui.run_bridge import INTERVAL_MS
from ui.settings import Settings
from ui.text import language
from ui.view_docks import ViewDocks

WARM_UP_S = 5.0
SETTLE_MS, TURN_MS = 600, 2000


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

    @Slot()
    def tick(self) -> None:
        self.ticks.append(time.perf_counter())
        self.work.append(self._app.worked)
        self._app.worked = 0.0


def summary(values: Any) -> dict[str, float]:
    milliseconds = np.asarray(values) * 1e3
    return {
        "p50": round(float(np.percentile(milliseconds, 50)), 2),
        "p99": round(float(np.percentile(milliseconds, 99)), 2),
        "max": round(float(milliseconds.max()), 2),
    }


class Measurement(QObject):
    """The course of one measurement, as a chain of timers."""

    def __init__(self, app: TimedApplication, window: MainWindow) -> None:
        super().__init__()
        self.app, self.window = app, window
        self.experiment, self.seconds = sys.argv[1], float(sys.argv[2])
        self.views = sys.argv[3].split(",") if len(sys.argv) > 3 and sys.argv[3] else []
        self.loop = Loop(app)
        self.result: dict[str, Any] = {"experiment": self.experiment, "views": self.views}
        self.memory: list[tuple[float, float, float]] = []
        self.first: tuple[int, float] = (0, 0.0)
        self.last: tuple[int, float] = (0, 0.0)
        self.costs: list[float] = []
        self.turns = int(sys.argv[4]) if len(sys.argv) > 4 else 0
        self.speeds: list[float] = []

    def begin(self) -> None:
        self.bare = QTimer(self, interval=INTERVAL_MS)
        self.bare.timeout.connect(self.loop.tick)
        self.bare.start()
        self.window.workspace  # noqa: B018 - brings everything in before the bare timer is measured
        QTimer.singleShot(3000, self.loop.restart)
        QTimer.singleShot(8000, self.end_bare)

    def end_bare(self) -> None:
        self.bare.stop()
        self.result["bare_interval_ms"] = summary(np.diff(self.loop.ticks))
        experiment = edits.replace(find(self.experiment), "training.limit", {"kind": "seconds", "count": 86_400})
        workspace = self.window.workspace
        workspace.open(experiment)
        self.window.show_train()
        workspace.bridge.ticked.connect(self.loop.tick)
        workspace.controller.progressed.connect(self.on_progress)
        workspace.controller.problems_found.connect(self.on_problems)
        workspace.controller.start()
        QTimer.singleShot(1000, self.hide_others)  # once the stage has arranged itself
        QTimer.singleShot(round(WARM_UP_S * 1000), self.begin_training)

    def hide_others(self) -> None:
        for view, action in zip(self.docks.views, self.docks.actions_of_views(), strict=True):
            if self.views and view not in self.views:
                action.trigger()

    def begin_training(self) -> None:
        self.loop.restart()
        self.first = self.last
        self.started = time.perf_counter()
        self.sampler = QTimer(self, interval=10_000)
        self.sampler.timeout.connect(self.sample_memory)
        self.sampler.start()
        self.sample_memory()
        QTimer.singleShot(round(self.seconds * 1000), self.end)

    def settle(self) -> None:
        """A turn has begun; what showing and hiding itself costs shall not count."""
        QTimer.singleShot(SETTLE_MS, self.begin_turn)

    def begin_turn(self) -> None:
        self.first = self.last
        QTimer.singleShot(TURN_MS, self.end_turn)

    def end_turn(self) -> None:
        steps, seconds = self.last[0] - self.first[0], self.last[1] - self.first[1]
        self.speeds.append(round(steps / max(seconds, 1e-9), 1))
        if len(self.speeds) == 2 * self.turns:
            self.finish()
            return
        for view, action in zip(self.docks.views, self.docks.actions_of_views(), strict=True):
            if not self.views or view in self.views:
                action.trigger()
        self.settle()

    def on_progress(self, progress: Any) -> None:
        self.last = (progress.step, progress.seconds)
        self.costs.append(progress.watching_cost)

    def on_problems(self, problems: Any) -> None:
        self.result["problems"] = [str(problem) for problem in problems]

    def sample_memory(self) -> None:
        me = psutil.Process()
        engine = sum(child.memory_info().rss for child in me.children(recursive=True))
        self.memory.append(
            (round(time.perf_counter() - self.started, 1), round(me.memory_info().rss / 1e6, 1), round(engine / 1e6, 1))
        )

    @property
    def docks(self) -> ViewDocks:
        return self.window.workspace.train_page.docks

    def end(self) -> None:
        self.sampler.stop()
        self.sample_memory()
        self.result |= {
            "work_ms": summary(self.loop.work),
            "interval_ms": summary(np.diff(self.loop.ticks)),
            "watching_cost": round(float(np.median(self.costs[8:] or [0])), 4),
            "state": self.window.workspace.controller.state,
            "memory": self.memory,
        }
        if self.turns:
            self.settle()
        else:
            self.finish()

    def finish(self) -> None:
        self.result["steps_per_second"] = list(zip(self.speeds[::2], self.speeds[1::2], strict=True))
        self.window.workspace.document.forget_autosave()
        self.app.quit()


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name in ("DATA", "RUNS", "CONFIG"):
            os.environ.setdefault(f"NEURAL_EXPLORER_{name}", str(Path(folder) / name))
        host = ProcessHost()
        host.prepare()
        app = TimedApplication()
        language.switch("en")
        theme.apply(app, "dark", 1.0)
        window = MainWindow(host, Settings(Path(folder)))
        window.warmed_up.connect(spare_collector)
        window.resize(1600, 1000)
        window.show()
        measurement = Measurement(app, window)
        QTimer.singleShot(0, measurement.begin)
        app.exec()
        window.end_engine()
        print(json.dumps(measurement.result))


if __name__ == "__main__":
    main()
