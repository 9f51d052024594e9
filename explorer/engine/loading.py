"""From a Load command to a session: device, threads, data, networks, and the folder that keeps the run."""

from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import torch

from explorer.commands import Load
from explorer.dataset import DatasetSpec, LoadedData
from explorer.engine.building import make_learner
from explorer.engine.devices import pick
from explorer.engine.failures import memory_problem
from explorer.engine.learner import Learner
from explorer.engine.live_changes import take_up
from explorer.engine.outbox import Outbox
from explorer.engine.saving import Saving
from explorer.engine.session import Session
from explorer.engine.state import restore, state_from_arrays, state_of
from explorer.engine.threads import num_cores, num_threads
from explorer.engine.timeline import Timeline
from explorer.engine.watching import Watching
from explorer.events import ProblemsFound, RunLoaded
from explorer.runs.problems import NEWEST_DAMAGED
from explorer.runs.run_folder import RunFolder
from models.problem import InputError, Problem


class Loader:
    """Makes sessions; the data of the last one stay in memory, so that the next run on them begins at once."""

    def __init__(self, outbox: Outbox) -> None:
        self._outbox = outbox
        self._loaded: tuple[DatasetSpec, LoadedData] | None = None

    def load(self, command: Load) -> Session:
        """A session that stands at its first step, or at the last checkpoint's.

        Raises:
            InputError: when the experiment, its data, the device or the folder are wrong.
        """
        experiment = command.experiment
        device = pick(command.device)
        threads = _threads(command)
        torch.set_num_threads(threads)
        learner = make_learner(experiment, self._data(experiment.data), device)
        start = state_of(learner) if command.resume else None
        warning = _restored(learner, Path(command.folder)) if command.resume and command.folder else None
        saving = _saving(command, learner, threads)
        self._outbox.put(loaded(command.run_id, command.folder, learner))
        if warning is not None:
            self._outbox.put(ProblemsFound(command.run_id, (warning,)))
        watching = Watching(command.run_id, learner, self._outbox)
        timeline = Timeline(learner, saving.folder, start)
        session = Session(command.run_id, watching, self._outbox, saving, timeline)
        session.begin()
        return session

    def _data(self, spec: DatasetSpec) -> LoadedData:
        if self._loaded is None or self._loaded[0] != spec:
            self._loaded = None
            self._loaded = (spec, spec.load())
        return self._loaded[1]


def loaded(run_id: str, folder: str, learner: Learner) -> RunLoaded:
    """What the window has to know of a run that can be played."""
    return RunLoaded(
        run_id,
        folder,
        str(learner.device),
        torch.get_num_threads(),
        sum(weight.numel() for network in learner.networks.values() for weight in network.parameters()),
        learner.lengths.steps_per_epoch,
        learner.lengths.num_steps,
        learner.step,
        learner.data.residence,
    )


def _threads(command: Load) -> int:
    """As many as the experiment asks for; a run that goes on keeps its number, on which the last bits depend."""
    experiment = command.experiment
    if command.resume and command.folder and experiment.training.num_threads == "auto":
        with RunFolder.open(Path(command.folder)) as folder:
            return folder.record.num_threads
    return num_threads(experiment, num_cores())


def _saving(command: Load, learner: Learner, threads: int) -> Saving:
    """What keeps the run, in the folder that is asked for; a folder that cannot be used is given back."""
    if not command.folder:
        return Saving(learner, None)
    open_it = RunFolder.resume if command.resume else RunFolder.create
    with ExitStack() as undoing:
        folder = open_it(Path(command.folder), command.experiment, device=str(learner.device), num_threads=threads)
        undoing.callback(folder.give_back)
        if command.resume:
            folder.forget_after(learner.step)
        saving = Saving(learner, folder)
        undoing.pop_all()
    return saving


def _restored(learner: Learner, path: Path) -> Problem | None:
    """Put the learner where the newest checkpoint stands that is whole; at step 0 where there is none.

    The run is not claimed for that: one that cannot be restored stays as it is. Returns what a person should know.

    Raises:
        InputError: when there are checkpoints, and none of them will do, or they cannot be read just now.
    """
    with RunFolder.open(path) as folder:
        steps = folder.checkpoints()
        for step in reversed(steps):
            try:
                saved = state_from_arrays(*folder.read_checkpoint(step))
                take_up(learner, *folder.read_marks(int(saved.scalars["step"])))
                restore(learner, saved)
                break
            except InputError as fault:
                if step == steps[0] or isinstance(fault.__cause__, OSError):  # a disk that is away will come back
                    raise
            except (
                KeyError,
                ValueError,
                RuntimeError,
                MemoryError,
            ) as fault:
                problem = memory_problem(fault)  # else it is the state of another network
                raise folder.checkpoint_files.unusable(step) if problem is None else InputError((problem,)) from fault
    if learner.early_end is not None:  # whoever continues it has more patience
        learner.stopping = replace(learner.stopping, waited=0)
    if not steps or learner.step == steps[-1]:
        return None
    return NEWEST_DAMAGED.at(str(path), step=steps[-1], older=learner.step)
