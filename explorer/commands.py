"""What the window asks of the engine: frozen values, the only things that cross the pipe in that direction."""

from dataclasses import dataclass
from typing import Literal

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
    """The view has drawn its last snapshot and may be sent the next one."""

    run_id: str
    watch_id: str


@dataclass(frozen=True)
class Pin:
    """Every probe looks at this sample from now on."""

    run_id: str
    split: SplitName
    index: int


@dataclass(frozen=True)
class SetLearningRate:
    """Change the learning rate of one network's optimiser in mid-run."""

    run_id: str
    network: str
    learning_rate: float


@dataclass(frozen=True)
class Evaluate:
    """Evaluate a split once with the weights of this moment."""

    run_id: str
    split: SplitName


@dataclass(frozen=True)
class Shutdown:
    """End the engine process, saving what runs."""


Command = (
    Load | Play | Pause | StepOnce | SetSpeed | Stop | Watch | Unwatch | Acknowledge | Pin | SetLearningRate | Evaluate
    | Shutdown
)  # fmt: skip
