"""An experiment's data on the device: splits as tensors, handed out as batches the way the networks receive them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from explorer.dataset import DataFacts, LoadedData, SplitName
from explorer.objective import Batch
from explorer.run_length import EVALUATION_BATCH


@dataclass(frozen=True)
class DeviceSplit:
    """One split as tensors on the device; inputs stay in the type they were loaded in."""

    inputs: Tensor
    targets: Tensor

    def __len__(self) -> int:
        return len(self.inputs)


@dataclass(frozen=True)
class DeviceData:
    """All splits on the device; a sample's value as a float is what was loaded, times `scale`, plus `shift`."""

    facts: DataFacts
    splits: dict[SplitName, DeviceSplit]
    scale: float
    shift: float

    @classmethod
    def of(cls, data: LoadedData, facts: DataFacts, device: torch.device) -> "DeviceData":
        """Loaded data brought to the device; symbols that only loading could tell are among its facts."""
        splits = {
            name: DeviceSplit(_on_device(part.inputs, device), _targets_on_device(part.targets, device))
            for name, part in data.splits.items()
        }
        return cls(replace(facts, symbols=data.symbols or facts.symbols), splits, data.scale, data.shift)

    def batch(self, split: SplitName, rows: Tensor | slice) -> Batch:
        """Samples of a split as the networks receive them: uint8 pictures become floats here, texts are shifted."""
        data = self.splits[split]
        inputs, targets = selected(data.inputs, rows), selected(data.targets, rows)
        if self.facts.ports.input.kind != "tokens":
            return Batch(self._as_floats(inputs), targets)
        tokens = inputs.long()
        if self.facts.target == "next":
            return Batch(tokens[:, :-1], tokens[:, 1:])
        return Batch(tokens, targets)

    def evaluation_batches(self, split: SplitName) -> Iterator[Batch]:
        """The whole split in order, in large batches."""
        for start in range(0, len(self.splits[split]), EVALUATION_BATCH):
            yield self.batch(split, slice(start, start + EVALUATION_BATCH))

    def _as_floats(self, values: Tensor) -> Tensor:
        if self.scale == 1.0 and self.shift == 0.0:
            return values.float()
        floats = values.to(torch.float32, copy=True).mul_(self.scale)
        return floats.add_(self.shift) if self.shift else floats


def selected(values: Tensor, rows: Tensor | slice) -> Tensor:
    """These rows; index_select is ten times as fast as values[rows] for bytes on a processor."""
    return values[rows] if isinstance(rows, slice) else values.index_select(0, rows)


def _on_device(values: npt.NDArray[np.generic], device: torch.device) -> Tensor:
    return torch.from_numpy(np.require(values, requirements=["C", "W"])).to(device)  # a file's own bytes are copied


def _targets_on_device(values: npt.NDArray[np.generic], device: torch.device) -> Tensor:
    targets = _on_device(values, device)
    return targets.float() if targets.is_floating_point() else targets.long()
