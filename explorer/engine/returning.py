"""The learner of a run as it was at a step, from what lies in its folder, which is read and never written."""

from collections.abc import Callable
from pathlib import Path

import torch

from explorer.engine.building import make_learner
from explorer.engine.devices import pick
from explorer.engine.failures import memory_problem
from explorer.engine.learner import Learner
from explorer.engine.live_changes import take_up
from explorer.engine.loop import train
from explorer.engine.state import LearnerState, restore, state_from_arrays, state_of
from explorer.evaluation.problems import NO_WEIGHTS, NOT_REACHED
from explorer.evaluation.step_wish import StepWish
from explorer.runs.run_folder import RunFolder
from models.problem import InputError

OnStep = Callable[[int, int], None]  # steps that are replayed, and how many it will be


def learner_at(folder: Path, wish: StepWish, on_step: OnStep) -> Learner:
    """The learner between two steps, on the run's own device where this machine has it, else on the processor.

    From the nearest state that is kept, steps are replayed up to the one that is asked for.

    Raises:
        InputError: when there is no such run, no weights of it are kept, it never came to that step, or its data
            cannot be read.
    """
    with RunFolder.open(folder) as run:
        saved = _saved(run, wish)
        experiment = run.experiment
        learner = make_learner(experiment, experiment.data.load(), _device(run.record.device))
        try:
            saved = saved or state_of(learner)  # at step 0, where every run began
            begun = int(saved.scalars["step"])
            step = wish if isinstance(wish, int) else begun
            _put_back(learner, saved, run, step)
            _replay(learner, step, on_step)
        except BaseException:
            learner.data.close()
            raise
    return learner


def _saved(run: RunFolder, wish: StepWish) -> LearnerState | None:
    """The state to begin with; None where a step is asked for before which nothing is kept.

    A run that is being written loses checkpoints to newer ones, so that the folder is looked at again each time.
    """
    unreadable: set[int] = set()
    while True:
        steps = sorted({*run.checkpoints(), *(run.moments() if isinstance(wish, int) else ())} - unreadable)
        if isinstance(wish, int):
            last = max((run.last_step(), *steps))
            if wish > last:
                raise InputError((NOT_REACHED.at("step", run=run.run_id, last=last, step=wish),))
            steps = [step for step in steps if step <= wish]
            if not steps:
                return None
        if not steps:
            raise InputError((NO_WEIGHTS.at(str(run.path), run=run.run_id),))
        best = run.kept.best
        step = best if wish == "best" and best in steps else steps[-1]
        try:
            return state_from_arrays(*run.read_moment(step))
        except InputError:
            unreadable.add(step)


def _put_back(learner: Learner, saved: LearnerState, run: RunFolder, last_step: int) -> None:
    try:
        take_up(learner, *run.read_marks(last_step))
        restore(learner, saved)
    except (KeyError, ValueError, RuntimeError, MemoryError) as fault:
        problem = memory_problem(fault)  # else it is the state of another network
        step = int(saved.scalars["step"])
        raise run.checkpoint_files.unusable(step) if problem is None else InputError((problem,)) from fault


def _replay(learner: Learner, step: int, on_step: OnStep) -> None:
    begun = learner.step
    if step <= begun:
        return
    learner.replays_until = learner.goes_until = step
    learner.stops_at_phases = False
    for _ in train(learner):
        on_step(learner.step - begun, step - begun)
        if learner.step == step and not learner.is_in_step:
            break
    learner.replays_until = 0


def _device(name: str) -> torch.device:
    """The device of that name; another machine's run is looked at on the processor."""
    try:
        return pick(name)
    except InputError:
        return torch.device("cpu")
