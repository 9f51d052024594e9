"""Where a run is to move on to: on and on, to the end of a step, to the next place to stand, or to another step."""

import time
from collections import deque
from typing import Literal

from explorer.commands import StepUnit
from explorer.engine.loop import Moment
from explorer.events import RunState

Kind = Literal["stand", "play", "pause", "rewind"] | StepUnit

PAUSE_PATIENCE_S = 0.05  # a pause waits so long for the end of the step, to stand between two steps
STATES: dict[str, RunState] = {"play": "running", "pause": "running", "rewind": "rewinding"}  # else it is stepping


class Aim:
    """What was asked for last, and the steps that were asked for while another one was under way."""

    def __init__(self) -> None:
        self.kind: Kind = "stand"
        self.target = 0  # the step to rewind to
        self._further_steps: deque[StepUnit] = deque()
        self._pause_by = 0.0

    @property
    def is_stepping(self) -> bool:
        return self.kind in ("block", "phase", "batch", "epoch")

    @property
    def shows_phases(self) -> bool:
        """Whether somebody goes from phase to phase."""
        return self.kind in ("block", "phase")

    @property
    def state(self) -> RunState:
        """What a run does that moves towards it."""
        return STATES.get(self.kind, "stepping")

    def set(self, kind: Kind, target: int = 0) -> None:
        """Aim at something else."""
        self.kind, self.target = kind, target
        self._further_steps.clear()
        self._pause_by = time.perf_counter() + PAUSE_PATIENCE_S

    def add(self, unit: StepUnit) -> None:
        """After the step that is under way, take another one."""
        self._further_steps.append(unit)

    def next_step(self) -> bool:
        """Aim at the step that was asked for meanwhile; whether there is one."""
        if not (self.is_stepping and self._further_steps):
            return False
        self.kind = self._further_steps.popleft()
        return True

    def ends(self, moment: Moment, step: int) -> bool:
        """Whether a run stands at this moment, as far as has been asked for."""
        return not (self.is_stepping and self._further_steps) and self.is_reached(moment, step)

    def is_reached(self, moment: Moment, step: int) -> bool:
        """Whether a run that has come to this moment, after so many steps, has to stand."""
        match self.kind:
            case "stand":
                return True
            case "play":
                return False
            case "rewind":
                return step == self.target
            case "pause":
                return moment.name not in ("phase", "block") or time.perf_counter() >= self._pause_by
            case "block":
                return moment.is_stop
            case "phase":
                return moment.is_stop and moment.name != "block"
            case "batch":
                return moment.name == "step"
            case "epoch":
                return moment.name == "epoch"
