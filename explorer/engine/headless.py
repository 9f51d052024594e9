"""Trains an experiment without a window: the same loop and run folder, driven straight through to its limit."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import torch

from explorer.alarm import Alarm
from explorer.early_stopping import NotEarly
from explorer.engine.building import make_learner
from explorer.engine.devices import pick
from explorer.engine.headless_run import HeadlessRun, OnAlarms, OnProgress, ignore, samples_per_second
from explorer.engine.saving import Saving
from explorer.engine.threads import num_cores, num_threads
from explorer.residence import Residence
from explorer.runs.run_folder import RunFolder
from explorer.spec import Experiment
from explorer.training import AnyLimit
from models.text import Text


@dataclass(frozen=True)
class TrainResult:
    """What a finished (or interrupted) run came to; `seconds` is training time, `metrics` the last of each name."""

    run: Path | None
    device: str
    num_threads: int
    seed: int
    steps: int
    epochs: int
    samples: int
    seconds: float
    samples_per_second: float
    metrics: Mapping[str, float]
    interrupted: bool
    ended_early: Text | None = None  # why, where it ended before its limit
    alarms: tuple[Alarm, ...] = ()  # those that are over too
    computing: tuple[Text, ...] = ()  # how steps were computed, where there are several ways
    residence: Residence | None = None  # where the data were


def train_headless(
    experiment: Experiment,
    device: str = "auto",
    folder: Path | None = None,
    on_progress: OnProgress | None = None,
    limit: AnyLimit | None = None,
    on_alarms: OnAlarms | None = None,
) -> TrainResult:
    """Train to the limit, evaluate the test split once, and keep everything in `folder` (where there is one).

    A `limit` given here replaces the experiment's own, and its early stopping.

    Ctrl+C ends the run after the step it is in, saved and without a test; the result says so. Call it in the main
    thread, since it sets the number of torch's threads and listens to Ctrl+C.

    Raises:
        InputError: when the experiment, its data, the device or the folder are wrong, or the loss became NaN
            (the run is saved then).
    """
    if limit is not None:
        training = experiment.training.model_copy(update={"limit": limit, "early_stopping": NotEarly()})
        experiment = experiment.model_copy(update={"training": training})
    torch_device = pick(device)
    threads = num_threads(experiment, num_cores())
    torch.set_num_threads(threads)
    learner = make_learner(experiment, experiment.data.load(), torch_device)
    record = None
    if folder is not None:
        record = RunFolder.create(folder, experiment, device=str(torch_device), num_threads=threads)
    run = HeadlessRun(learner, Saving(learner, record), on_progress or ignore, on_alarms or ignore)
    interrupted = run.live()
    return _result(run, folder, threads, interrupted)


def _result(run: HeadlessRun, folder: Path | None, threads: int, interrupted: bool) -> TrainResult:
    learner = run.learner
    return TrainResult(
        run=None if folder is None else folder.absolute(),
        device=str(learner.device),
        num_threads=threads,
        seed=learner.experiment.seed,
        steps=learner.step,
        epochs=learner.epoch,
        samples=learner.num_samples,
        seconds=learner.stopwatch.seconds,
        samples_per_second=samples_per_second(learner),
        metrics=dict(run.recorder.latest),
        interrupted=interrupted,
        ended_early=learner.early_end,
        alarms=run.alarm_watch.alarms,
        computing=learner.computing,
        residence=learner.data.residence,
    )
