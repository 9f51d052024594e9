"""From a Load command to a session: device, threads, data, networks, and the folder that keeps the run."""

from dataclasses import replace
from pathlib import Path

import torch

from explorer.commands import Load
from explorer.dataset import DatasetSpec, LoadedData
from explorer.engine.devices import pick
from explorer.engine.learner import Learner, make_learner
from explorer.engine.outbox import Outbox
from explorer.engine.saving import Saving
from explorer.engine.session import Session
from explorer.engine.state import restore, state_from_arrays
from explorer.engine.threads import num_cores, num_threads
from explorer.events import RunLoaded, StateChanged
from explorer.runs.run_folder import RunFolder
from models.problem import InputError


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
        threads = num_threads(experiment, num_cores())
        torch.set_num_threads(threads)
        learner = make_learner(experiment, self._data(experiment.data), device)
        saving = Saving(learner, _folder(command, learner, str(device), threads))
        num_params = sum(weight.numel() for network in learner.networks.values() for weight in network.parameters())
        self._outbox.put(
            RunLoaded(
                command.run_id,
                command.folder,
                str(device),
                threads,
                num_params,
                learner.steps_per_epoch,
                learner.num_steps,
                learner.step,
            )
        )
        self._outbox.put(StateChanged(command.run_id, "paused"))
        return Session(command.run_id, learner, self._outbox, saving)

    def _data(self, spec: DatasetSpec) -> LoadedData:
        if self._loaded is None or self._loaded[0] != spec:
            self._loaded = None
            self._loaded = (spec, spec.load())
        return self._loaded[1]


def _folder(command: Load, learner: Learner, device: str, threads: int) -> RunFolder | None:
    if not command.folder:
        return None
    path = Path(command.folder)
    if not command.resume:
        return RunFolder.create(path, command.experiment, device=device, num_threads=threads)
    with RunFolder.open(path) as kept:  # only what can be restored is claimed
        _restore_newest(learner, kept)
    if learner.early_end is not None:  # whoever continues it has more patience
        learner.stopping = replace(learner.stopping, waited=0)
    folder = RunFolder.resume(path, command.experiment, device=device, num_threads=threads)
    folder.forget_after(learner.step)
    return folder


def _restore_newest(learner: Learner, folder: RunFolder) -> None:
    """Put the learner where the newest checkpoint stands that can be read and fits; at step 0 where there is none.

    Raises:
        InputError: when there are checkpoints, and none of them will do; it names the newest.
    """
    faults: list[InputError] = []
    for step in reversed(folder.checkpoints()):
        try:
            restore(learner, state_from_arrays(*folder.read_checkpoint(step)))
            return
        except InputError as fault:
            faults.append(fault)
        except (KeyError, ValueError, RuntimeError):  # that of another network
            faults.append(folder.checkpoint_files.unusable(step))
    if faults:
        raise faults[0]
