"""Command: train - an experiment to its limit without a window, with everything kept in a run folder."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from explorer.check import check
from explorer.cli.alarms import alarm_as_json, told_alarms
from explorer.cli.experiments import open_experiment
from explorer.cli.output import err, out, print_json, say
from explorer.cli.problems import TWO_LIMITS
from explorer.cli.progress import shown_progress
from explorer.cli.sentences import INTERRUPTED, KEPT_IN, TRAINED, TRAINING
from explorer.edits import replace, set_from_text
from explorer.engine.threads import let_idle_threads_sleep
from explorer.runs.run_paths import new_run_path, refuse_occupied
from explorer.spec import Experiment
from models.problem import InputError

if TYPE_CHECKING:
    from explorer.engine.headless import TrainResult

INTERRUPTED_EXIT = 130


@dataclass(frozen=True)
class Wishes:
    """What the command line asks of an experiment beside what its file says; None leaves it as it is."""

    settings: Sequence[str] = ()
    seed: int | None = None
    epochs: int | None = None
    steps: int | None = None
    seconds: float | None = None


def train_and_print(experiment_name: str, wishes: Wishes, device: str, folder: Path | None, as_json_value: bool) -> int:
    """Train and print what came of it; returns the exit code.

    Raises:
        InputError: when something is wrong with the experiment, the wishes, the device or the folder, or the loss
            became NaN.
    """
    name, experiment = open_experiment(experiment_name)
    experiment = with_wishes(experiment, wishes)
    problems = check(experiment)
    if problems:
        raise InputError(problems)
    folder = (folder or new_run_path(name)).absolute()
    refuse_occupied(folder)
    let_idle_threads_sleep()
    from explorer.engine.headless import train_headless

    err(say(TRAINING, title=say(experiment.title)))
    with shown_progress() as show:
        result = train_headless(experiment, device, folder, on_progress=show, on_alarms=told_alarms())
    if as_json_value:
        print_json(_as_json(result, folder))
    _print_for_people(result, folder, as_json_value)
    return INTERRUPTED_EXIT if result.interrupted else 0


def with_wishes(experiment: Experiment, wishes: Wishes) -> Experiment:
    """The experiment as it shall be run.

    Raises:
        InputError: when a wish names no setting or an impossible value, or there is more than one limit.
    """
    for setting in wishes.settings:
        experiment = set_from_text(experiment, setting)
    if wishes.seed is not None:
        experiment = replace(experiment, "seed", wishes.seed)
    counts = {"epochs": wishes.epochs, "steps": wishes.steps, "seconds": wishes.seconds}
    limits = [{"kind": kind, "count": count} for kind, count in counts.items() if count is not None]
    if len(limits) > 1:
        raise InputError((TWO_LIMITS.at("training.limit"),))
    for limit in limits:
        experiment = replace(experiment, "training.limit", limit)
        experiment = replace(experiment, "training.early_stopping", {"kind": "off"})
    return experiment


def _as_json(result: "TrainResult", folder: Path) -> dict[str, object]:
    return {
        "run": str(folder),
        "device": result.device,
        "num_threads": result.num_threads,
        "seed": result.seed,
        "steps": result.steps,
        "epochs": result.epochs,
        "samples": result.samples,
        "seconds": result.seconds,
        "samples_per_second": result.samples_per_second,
        "metrics": result.metrics,
        "alarms": [alarm_as_json(alarm) for alarm in result.alarms],
    }


def _print_for_people(result: "TrainResult", folder: Path, has_json: bool) -> None:
    """On stdout, or on stderr where stdout belongs to scripts."""
    tell = err if has_json else out
    if result.interrupted:
        tell(say(INTERRUPTED))
    for words in result.computing:
        tell(say(words))
    if result.ended_early is not None:
        tell(say(result.ended_early))
    seconds, rate = f"{result.seconds:.1f}", round(result.samples_per_second)
    if result.residence is not None and result.residence.kind != "resident":
        tell(say(result.residence.words()))
    tell(say(TRAINED, steps=result.steps, epochs=result.epochs, seconds=seconds, rate=rate))
    for name, value in result.metrics.items():
        tell(f"{name}  {value:.6g}")
    tell(say(KEPT_IN, folder=str(folder)))
