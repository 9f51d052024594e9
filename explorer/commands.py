"""What the window asks of the engine: frozen values, the only things that cross the pipe in that direction."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from explorer.changes import AnyChange
from explorer.dataset import SplitName
from explorer.probe import ProbeSpec
from explorer.spec import Experiment

StepUnit = Literal["block", "phase", "batch", "epoch"]


@dataclass(frozen=True)
class Load:
    """Make a learner for this experiment and wait, paused, at its first step (or at a checkpoint's step).

    `folder` is the run folder to write; `resume` continues what already lies there.
    """

    run_id: str
    experiment: Experiment
    device: str
    folder: str
    resume: bool = False


@dataclass(frozen=True)
class Play:
    run_id: str


@dataclass(frozen=True)
class Pause:
    run_id: str


@dataclass(frozen=True)
class StepOnce:
    run_id: str
    unit: StepUnit = "batch"


@dataclass(frozen=True)
class SetSpeed:
    """Let so many phases pass in a second, each block of a forward phase counted as one; None is unlimited."""

    run_id: str
    phases_per_second: float | None


@dataclass(frozen=True)
class SetBudget:
    """Let looking take this share of the time, in (0, 1]; None lets every view have as many pictures as it can draw."""

    run_id: str
    share: float | None


@dataclass(frozen=True)
class Stop:
    """Save a checkpoint and let the run go."""

    run_id: str


@dataclass(frozen=True)
class Watch:
    """Compute this probe for the view `watch_id` while the run goes on; replaces what that view watched before."""

    run_id: str
    watch_id: str
    probe: ProbeSpec


@dataclass(frozen=True)
class Unwatch:
    run_id: str
    watch_id: str


@dataclass(frozen=True)
class Acknowledge:
    """These views have drawn their last snapshots and may be sent the next ones."""

    run_id: str
    watch_ids: tuple[str, ...]


@dataclass(frozen=True)
class Pin:
    """Every probe looks at this sample from now on."""

    run_id: str
    split: SplitName
    index: int


@dataclass(frozen=True, eq=False)
class PinGiven:
    """Every probe looks at a sample that a person made, from now on; its truth is unknown.

    inputs: a picture (C, H, W), a sequence (T, F) or a vector (F,), in bytes or floats as the data hold theirs; or
    tokens (T,), as numbers or as symbols.
    """

    run_id: str
    inputs: npt.NDArray[np.generic]


@dataclass(frozen=True)
class Change:
    """Change something in mid-run, at the head of the run: behind it the run has to fork first."""

    run_id: str
    change: AnyChange


@dataclass(frozen=True)
class Rewind:
    """Bring the run to where it stood after `step` steps, at most its head, and stand there.

    The nearest moment before is put back and the rest is replayed, the state being "rewinding"; then it is "paused".
    Another Rewind, or Play, replaces it. Playing on replays what has been, and goes on from the head.
    """

    run_id: str
    step: int


@dataclass(frozen=True)
class Fork:
    """Let the run go on from where it stands, between two steps, as a run of its own, kept in the new `folder`.

    It takes over metrics and marks up to this step; the run before is kept as it was at its head. RunLoaded with
    `new_run_id` tells that it is done; whatever is sent after this command names the new run.
    """

    run_id: str
    new_run_id: str
    folder: str


@dataclass(frozen=True)
class SaveWeights:
    """Keep the weights of this moment in the run's folder for good; in the middle of a step, those after it.

    WeightsSaved answers this `request`, and tells at which step they can be found.
    """

    run_id: str
    request: int


@dataclass(frozen=True)
class Shutdown:
    """End the engine process, saving what runs."""


Command = (
    Load | Play | Pause | StepOnce | SetSpeed | SetBudget | Stop | Watch | Unwatch | Acknowledge | Pin | PinGiven
    | Change | Rewind | Fork | SaveWeights | Shutdown
)  # fmt: skip
