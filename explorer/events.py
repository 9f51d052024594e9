"""What the engine tells the window: frozen values, the only things that cross the pipe in that direction."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
import numpy.typing as npt

from explorer.alarm import Alarm
from explorer.changes import Mark
from explorer.residence import Residence
from explorer.snapshots import Snapshot
from models.problem import Problem
from models.text import Text

RunState = Literal[
    "loading", "paused", "running", "stepping", "rewinding", "compiling", "finished", "stopped", "failed"
]

CHECKUPS, SENDING = "checkups", "sending"  # who looks, beside the views


@dataclass(frozen=True)
class Device:
    """A device that can train: `id` as torch names it, `label` for people, memory in bytes (0 if not known)."""

    id: str
    label: str
    memory_bytes: int = 0


@dataclass(frozen=True)
class EngineReady:
    """Torch is imported and the engine listens."""

    devices: tuple[Device, ...]
    torch_version: str


@dataclass(frozen=True)
class CommandsTaken:
    """The training thread has taken so many commands since the engine began; EngineClient keeps this to itself."""

    num_taken: int


@dataclass(frozen=True)
class RunLoaded:
    """The learner exists and stands at `step`; the run can be played. `num_steps` is None when the limit is time."""

    run_id: str
    folder: str
    device: str
    num_threads: int
    num_params: int
    steps_per_epoch: int
    num_steps: int | None
    step: int = 0
    residence: Residence | None = None  # where the data are


@dataclass(frozen=True)
class StateChanged:
    """What the run does now.

    `phase` of which `network` was the last when it stands in mid-step, or passes in slow motion, else empty; `block` is
    the path of the block that was computed last, where a forward phase goes block by block.
    """

    run_id: str
    state: RunState
    phase: str = ""
    network: str = ""
    block: str = ""


@dataclass(frozen=True)
class Series:
    """Values of one metric at their steps, both (N,)."""

    name: str
    steps: npt.NDArray[np.int64]
    values: npt.NDArray[np.float64]


@dataclass(frozen=True)
class MetricsRecorded:
    """Every step's metrics since the last of these events."""

    run_id: str
    series: tuple[Series, ...]


@dataclass(frozen=True)
class Progress:
    """Where the run is, a few times a second. Seconds are training time; watching_cost is a share of wall time.

    `costs` says which share each `watch_id` has of it; checkups for alarms are called CHECKUPS, what the
    threads do that send snapshots and hear that they are drawn is called SENDING.
    `computing` tells people how steps are computed where there is a faster way, and why it is not taken.
    """

    run_id: str
    step: int
    epoch: int
    seconds: float
    seconds_left: float | None
    samples_per_second: float
    watching_cost: float
    memory_bytes: int
    costs: Mapping[str, float] = field(default_factory=dict)
    computing: tuple[Text, ...] = ()


@dataclass(frozen=True)
class TimelineChanged:
    """How far the run has come (`head`, a step), where it can be brought back to at once, and what was changed when.

    Any step from 0 to the head can be reached; those of `moments`, ascending, without replaying anything: their states
    take `num_bytes` of memory. At the head, `num_steps` is how many steps the run has by now, if that can be told.
    """

    run_id: str
    head: int
    moments: tuple[int, ...]
    marks: tuple[Mark, ...]
    num_bytes: int = 0
    num_steps: int | None = None


@dataclass(frozen=True)
class SnapshotTaken:
    """A probe's result at a step, for the view `watch_id`; the next one is sent after an Acknowledge."""

    run_id: str
    watch_id: str
    step: int
    snapshot: Snapshot


@dataclass(frozen=True)
class ProbeFailed:
    """A probe cannot look at this run, with the reason for the view to show."""

    run_id: str
    watch_id: str
    problem: Problem


@dataclass(frozen=True)
class WeightsSaved:
    """The answer to a `request` to keep the weights: `step` is the newest up to now that has some.

    It is an earlier one where the present weights are not finite, and None where no folder keeps any.
    """

    run_id: str
    request: int
    step: int | None


@dataclass(frozen=True)
class EndedEarly:
    """Training has finished before its limit, with the reason for people to read."""

    run_id: str
    reason: Text


@dataclass(frozen=True)
class ProblemsFound:
    """The input is wrong or training met a named problem; the run stands at its last good step or never began."""

    run_id: str
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class AlarmsChanged:
    """An alarm was raised or is over: all of the run's, in the order in which they were raised."""

    run_id: str
    alarms: tuple[Alarm, ...]


@dataclass(frozen=True)
class EngineFailed:
    """A failure of ours; the report is for people to send.

    The engine goes on and can load a run again, unless `is_lost`: then its process has ended, and
    EngineClient.restart() replaces it. What the run had saved lies in its folder.
    """

    run_id: str
    report: str
    is_lost: bool = False


@dataclass(frozen=True)
class EngineSilent:
    """The engine has not looked at a command for so long; it may be computing something long, or hang.

    `is_pausing`: a pause was asked for so many seconds ago, and the run does not stand yet.
    """

    seconds: float
    is_pausing: bool = False


Event = (
    EngineReady | CommandsTaken | RunLoaded | StateChanged | MetricsRecorded | Progress | TimelineChanged
    | SnapshotTaken | ProbeFailed | WeightsSaved | EndedEarly | ProblemsFound | AlarmsChanged | EngineFailed
    | EngineSilent
)  # fmt: skip


def joined(parts: Iterable[tuple[Series, ...]]) -> tuple[Series, ...]:
    """One series of each name out of many that follow each other."""
    by_name: dict[str, list[Series]] = {}
    for part in parts:
        for series in part:
            by_name.setdefault(series.name, []).append(series)
    return tuple(
        Series(name, np.concatenate([one.steps for one in ones]), np.concatenate([one.values for one in ones]))
        for name, ones in by_name.items()
    )
