"""Follows what the engine tells: of the window's run it becomes the run's state and signals, of other runs little."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from explorer.events import (
    AlarmsChanged,
    EndedEarly,
    EngineFailed,
    EngineReady,
    EngineSilent,
    Event,
    MetricsRecorded,
    ProblemsFound,
    Progress,
    RunLoaded,
    StateChanged,
    WeightsSaved,
)
from explorer.runs.problems import DISK_FULL, NOT_WRITABLE
from ui.run_place import run_place

if TYPE_CHECKING:
    from ui.run_controller import RunController


class RunNews:
    """Takes the engine's events in their order."""

    def __init__(self, controller: "RunController") -> None:
        self._run = controller

    def take(self, events: Sequence[Event]) -> list[Event]:
        """Follow what the engine tells; returns the events of the present run.

        Of a run that is left one thing still matters: what could not be saved.
        """
        run = self._run
        for event in events:
            run.forks.notice_failure(event)
            if isinstance(event, ProblemsFound) and event.run_id not in (run.run_id, ""):
                unsaved = tuple(problem for problem in event.problems if problem.kind in (DISK_FULL, NOT_WRITABLE))
                run.problems_found.emit(unsaved)
        current = [event for event in events if self._is_current(event)]
        for event in current:
            self._follow(event)
        return current

    def _is_current(self, event: Event) -> bool:
        """Whether the event is about the present run, or about the engine itself."""
        if isinstance(event, EngineFailed) and event.is_lost:
            return True  # of whichever run it was thought to be
        return getattr(event, "run_id", self._run.run_id) in (self._run.run_id, "")

    def _follow(self, event: Event) -> None:
        run = self._run
        match event:
            case EngineReady():
                run.devices_found.emit(event.devices)
                run.engine_changed.emit("ready")
            case RunLoaded():
                run.begin_to_hold(event)
            case StateChanged():
                run.set_state(event.state, run_place(run.experiment, event.phase, event.network, event.block))
            case Progress():
                run.progressed.emit(event)
            case MetricsRecorded():
                run.metrics_recorded.emit(event)
            case WeightsSaved():
                run.weights_saved.emit(event)
            case EndedEarly():
                run.ended_early.emit(event.reason)
            case ProblemsFound():
                self._on_problems(event)
            case AlarmsChanged():
                run.alarms_changed.emit(event.alarms)
            case EngineFailed():
                self._on_failure(event)
            case EngineSilent():
                run.engine_silent.emit(event)
        run.timeline.take(event)

    def _on_problems(self, event: ProblemsFound) -> None:
        if not self._run.is_loaded and self._run.state == "loading":
            self._run.set_state("failed")
        self._run.problems_found.emit(event.problems)

    def _on_failure(self, event: EngineFailed) -> None:
        if self._run.is_alive or event.is_lost:
            self._run.end_abruptly()
        if event.is_lost:
            self._run.engine_changed.emit("lost")
        self._run.engine_failed.emit(event.report, event.is_lost)
