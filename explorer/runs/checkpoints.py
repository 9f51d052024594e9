"""A run's checkpoints on disk: weights and state as safetensors, never unpickled, and which of them are kept."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from explorer.runs.faults import writing_to
from explorer.runs.files import TEMPORARY, force_to_disk, write_whole
from explorer.runs.problems import NO_CHECKPOINT
from models.problem import InputError

FOLDER_NAME = "checkpoints"
MOMENTS_FOLDER_NAME = "moments"  # of the timeline, as it was when the run was let go
SCALARS = "scalars"  # the key of the JSON in the state file's metadata
WEIGHTS_NAME = re.compile(r"step-(\d+)\.safetensors")

# Why a checkpoint stays: the newest; the best by validation until a better one comes; one a minute, for ever.
Keep = Literal["last", "best", "minute"]
Arrays = dict[str, npt.NDArray[Any]]
Tensors = Mapping[str, Any]  # numpy arrays, or torch tensors on any device


@dataclass(frozen=True)
class Kept:
    """The steps whose checkpoints stay, by reason."""

    last: int | None = None
    best: int | None = None
    minutes: tuple[int, ...] = ()

    @property
    def steps(self) -> set[int]:
        return {step for step in (self.last, self.best, *self.minutes) if step is not None}

    def after_writing(self, step: int, keep: Keep) -> "Kept":
        """`step` is there now, perhaps as the best or a minute's; the best may be older than the last."""
        minutes = (*self.minutes, step) if keep == "minute" else self.minutes
        return Kept(max(step, self.last or 0), step if keep == "best" else self.best, minutes)

    def until(self, step: int) -> "Kept":
        """What is left when later steps are forgotten."""
        minutes = tuple(minute for minute in self.minutes if minute <= step)
        best = self.best if self.best is not None and self.best <= step else None
        return Kept(max((one for one in self.steps if one <= step), default=None), best, minutes)


class Checkpoints:
    """The checkpoints folder of one run, or that of its moments. Tensors come back as numpy arrays."""

    def __init__(self, folder: Path, name: str = FOLDER_NAME) -> None:
        self._folder = folder / name

    def steps(self) -> tuple[int, ...]:
        """The steps that have a complete checkpoint, ascending."""
        names = [path.name for path in self._folder.glob("step-*")]
        steps = [int(match[1]) for name in names if (match := WEIGHTS_NAME.fullmatch(name))]
        return tuple(sorted(step for step in steps if self._state_path(step).name in names))

    def write(
        self, step: int, weights: Mapping[str, Any], state: Mapping[str, Any], scalars: Mapping[str, Any]
    ) -> None:
        """Write one checkpoint; `scalars` are JSON values.

        Raises:
            InputError: when the disk is full or the folder cannot be written.
        """
        from safetensors.numpy import save_file

        metadata = {SCALARS: json.dumps(dict(scalars))}
        with writing_to(self._folder):
            self._folder.mkdir(exist_ok=True)
            write_whole(self._state_path(step), lambda path: save_file(_arrays(state), path, metadata))
            write_whole(self._weights_path(step), lambda path: save_file(_arrays(weights), path))

    def read(self, step: int) -> tuple[Arrays, Arrays, dict[str, Any]]:
        """Weights, state and scalars of a step.

        Raises:
            InputError: when there is none or it is damaged.
        """
        from safetensors import SafetensorError, safe_open
        from safetensors.numpy import load_file

        try:
            with safe_open(self._state_path(step), framework="np") as file:
                scalars = json.loads((file.metadata() or {})[SCALARS])
            return load_file(self._weights_path(step)), load_file(self._state_path(step)), scalars
        except (OSError, SafetensorError, KeyError, ValueError) as fault:
            raise self.unusable(step) from fault

    def unusable(self, step: int) -> InputError:
        """The error of a checkpoint that is absent, damaged, or that of another network."""
        return InputError((NO_CHECKPOINT.at(str(self._folder), folder=str(self._folder.parent), step=step),))

    def remove(self, step: int) -> None:
        """Remove one checkpoint, if it is there."""
        self._weights_path(step).unlink(missing_ok=True)
        self._state_path(step).unlink(missing_ok=True)

    def force_to_disk(self, step: int) -> None:
        """Make one checkpoint survive a loss of power."""
        with writing_to(self._folder):
            force_to_disk(self._state_path(step))
            force_to_disk(self._weights_path(step))

    def sweep(self) -> None:
        """Remove what a killed process left unfinished."""
        for path in self._folder.glob(f"*{TEMPORARY}"):
            path.unlink(missing_ok=True)

    def _weights_path(self, step: int) -> Path:
        return self._folder / f"step-{step}.safetensors"

    def _state_path(self, step: int) -> Path:
        return self._folder / f"step-{step}.state.safetensors"


def _arrays(tensors: Tensors) -> Arrays:
    return {name: _array(tensor) for name, tensor in tensors.items()}


def _array(tensor: Any) -> npt.NDArray[Any]:
    if hasattr(tensor, "detach"):  # a torch tensor, recognised without importing torch
        tensor = tensor.detach().cpu().numpy()
    return np.ascontiguousarray(tensor).reshape(np.shape(tensor))
