"""A run as it lies in its folder, to be taken up again: its experiment, and the step that it goes on from."""

from dataclasses import dataclass
from pathlib import Path

from explorer.live_edits import experiment_at
from explorer.runs.marks import as_marks
from explorer.runs.run_folder import RunFolder
from explorer.spec import Experiment
from explorer.training import Epochs, Seconds, Steps


@dataclass(frozen=True)
class SavedRun:
    """`experiment` as the run began, `changed` by what was changed on the way; `step` is that of its last state."""

    folder: Path
    experiment: Experiment
    changed: Experiment
    step: int


def read_saved(folder: Path, more: float = 0) -> SavedRun:
    """The run in a folder, its limit `more` epochs, steps or seconds further away.

    Raises:
        InputError: when there is no readable run.
    """
    with RunFolder.open(folder) as run:
        experiment = extended(run.experiment, more)
        step = max(run.checkpoints(), default=0)
        last = step or run.last_step()
        changes, _ = run.read_marks(last)
    return SavedRun(folder, experiment, experiment_at(experiment, as_marks(changes), last + 1), step)


def extended(experiment: Experiment, more: float) -> Experiment:
    """The same experiment with a limit that is `more` epochs, steps or seconds further away."""
    limit = experiment.training.limit
    match limit:
        case Epochs() | Steps():
            longer: Epochs | Steps | Seconds = limit.model_copy(update={"count": limit.count + round(more)})
        case _:
            longer = limit.model_copy(update={"count": limit.count + more})
    training = experiment.training.model_copy(update={"limit": longer})
    return experiment.model_copy(update={"training": training})
