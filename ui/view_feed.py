"""Feeds the views: watches in the engine what is visible, lets one view after the other draw, and acknowledges it."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject

from explorer.commands import Acknowledge, Unwatch, Watch
from explorer.engine.client import EngineClient
from explorer.events import Event, MetricsRecorded, ProbeFailed, SnapshotTaken
from explorer.probe import ProbeSpec
from ui.run_controller import RunController
from ui.view import View

TOGETHER = 2  # views that are acknowledged at once where more wait: the engine looks at every second tick
TICKS_PER_LOOK = 4  # whether a view has come to the front is seen within 64 ms


class ViewFeed(QObject):
    """Keeps the engine's watches equal to the visible views. A hidden view costs nothing."""

    def __init__(self, controller: RunController, client: EngineClient, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._controller, self._client = controller, client
        self._views: dict[str, View] = {}
        self._watched: dict[str, ProbeSpec] = {}
        self._num_ticks = 0
        self._drawn: list[str] = []  # not yet acknowledged
        self._waiting: dict[str, list[Event]] = {}  # what each view is to draw, in the order in which it came
        controller.run_changed.connect(self._on_run_changed)

    def set_views(self, views: Mapping[str, View]) -> None:
        """Feed these views from now on, named by their watch."""
        self._unwatch_all()
        self._waiting, self._drawn = {}, []
        before, self._views = self._views, dict(views)
        for name, view in views.items():
            if before.get(name) is not view:  # the canvas of the Build page stays when the stage gets other views
                view.probe_changed.connect(partial(self._on_probe_changed, name))
                view.pin_requested.connect(self._controller.conditions.pin)
                view.give_requested.connect(self._controller.conditions.give)

    def take(self, events: Sequence[Event]) -> None:
        """Keep what views are to draw; of the snapshots of one view the latest."""
        for event in events:
            match event:
                case MetricsRecorded():
                    for name, view in self._views.items():
                        if view.takes_metrics:
                            self._waiting.setdefault(name, []).append(event)
                case SnapshotTaken() | ProbeFailed() if event.watch_id in self._views:
                    self._waiting.setdefault(event.watch_id, [])[:] = [event]

    def draw_next(self) -> None:
        """Let the view draw that has waited longest: one at each tick, so that no frame takes long."""
        if self._waiting:
            self._draw_one()
        if self._drawn and (not self._waiting or len(self._drawn) >= TOGETHER):  # each interrupts the engine
            self._client.send(Acknowledge(self._controller.run_id, tuple(self._drawn)))
            self._drawn = []

    def _draw_one(self) -> None:
        name = next(iter(self._waiting))
        events = self._waiting.pop(name)
        self._views[name].show_events(events)
        if isinstance(events[-1], SnapshotTaken):
            self._drawn.append(name)

    def draw_metrics(self) -> None:
        """Let views over steps draw what waits for them, before the next metrics are those of another run."""
        for name in [name for name in self._waiting if self._views[name].takes_metrics]:
            self._views[name].show_events(self._waiting.pop(name))

    def follow_visibility(self) -> None:
        """Watch what has become visible, and no longer what is hidden; called at each tick, looks at every fourth."""
        self._num_ticks += 1
        if self._num_ticks % TICKS_PER_LOOK or not self._controller.can_look:
            return
        for name, view in self._views.items():
            if view.takes_metrics:
                continue
            # A dock behind another one's tab is visible to Qt, but none of it is on the screen.
            is_seen = view.isVisible() and not view.window().isMinimized() and not view.visibleRegion().isEmpty()
            if is_seen and name not in self._watched:
                self._watch(name, view.probe())
            elif not is_seen and name in self._watched:
                del self._watched[name]
                self._client.send(Unwatch(self._controller.run_id, name))

    def _watch(self, name: str, probe: ProbeSpec) -> None:
        self._watched[name] = probe
        self._client.send(Watch(self._controller.run_id, name, probe))

    def _on_probe_changed(self, name: str) -> None:
        if name in self._watched and self._controller.can_look:
            self._watch(name, self._views[name].probe())

    def _on_run_changed(self) -> None:
        self._watched, self._waiting, self._drawn = {}, {}, []  # they went with the run before

    def _unwatch_all(self) -> None:
        if self._controller.can_look:
            for name in self._watched:
                self._client.send(Unwatch(self._controller.run_id, name))
        self._watched = {}
