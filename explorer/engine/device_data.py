"""An experiment's data for a device: on it, or streamed to it; batches come out the way the networks receive them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from explorer.dataset import Arrays, DataFacts, LoadedData, SplitName
from explorer.engine.data_budget import data_budget
from explorer.engine.readers import Readers, num_workers
from explorer.engine.streaming import OneRows, StreamedSplit
from explorer.engine.threads import num_cores
from explorer.engine.transforming import Drawn, Transforming
from explorer.objective import Batch
from explorer.residence import Residence
from explorer.run_length import EVALUATION_BATCH
from explorer.source import ArraySource, Source, SourceSplit
from explorer.transform import TransformSpec


@dataclass(frozen=True)
class DeviceSplit:
    """One split as tensors on the device; inputs stay in the type they were loaded in."""

    inputs: Tensor
    targets: Tensor

    def __len__(self) -> int:
        return len(self.inputs)


@dataclass(frozen=True)
class DeviceData:
    """All splits for a device; a sample's value as a float is what was loaded, times `scale`, plus `shift`."""

    facts: DataFacts
    splits: Mapping[SplitName, DeviceSplit | StreamedSplit]
    scale: float
    shift: float
    residence: Residence
    order_device: torch.device  # where the numbers of samples are wanted
    readers: Readers | None = None  # of what is streamed
    transforming: Transforming | None = None  # None where samples are seen as they were loaded

    @classmethod
    def of(
        cls,
        data: LoadedData,
        facts: DataFacts,
        device: torch.device,
        transforms: tuple[TransformSpec, ...] = (),
    ) -> "DeviceData":
        """Loaded data brought to the device, or streamed to it, where they take more memory than they may.

        What only loading could tell is among its facts.

        Raises:
            InputError: when samples cannot be read, or the budget that is set is no number.
        """
        facts = data.told(facts)
        transforming = Transforming.of(transforms, data, facts, device)
        num_bytes = sum(part.inputs.nbytes + part.targets.nbytes for part in data.splits.values())
        if _bytes_to_come(data, device) <= data_budget(device):
            residence = Residence("resident", num_bytes)
            splits = _resident(data, device)
            return cls(facts, splits, data.scale, data.shift, residence, device, None, transforming)
        readers, streamed = _streamed(data, device)
        residence = Residence("processes" if readers.num_workers else "thread", num_bytes, readers.num_workers)
        order_device = torch.device("cpu")
        return cls(facts, streamed, data.scale, data.shift, residence, order_device, readers, transforming)

    def batch(self, split: SplitName, rows: Tensor | slice) -> Batch:
        """Samples of a split as the networks receive them: uint8 pictures become floats here, texts are shifted.

        Training sees them otherwise where there are transforms for that.

        Raises:
            InputError: when they are streamed and cannot be read.
        """
        batch = self.loaded(split, rows)
        if self.transforming is None:
            return batch
        return Batch(self.transforming.everywhere(batch.inputs), batch.targets)

    def training_batch(self, rows: Tensor, drawn: Drawn) -> Batch:
        """Training samples as the networks receive them in the step for which that was drawn.

        Raises:
            InputError: when they are streamed and cannot be read.
        """
        batch = self.loaded("train", rows)
        return batch if self.transforming is None else self.transforming.train(batch, drawn)

    def loaded(self, split: SplitName, rows: Tensor | slice) -> Batch:
        """Samples of a split before any transform.

        Raises:
            InputError: when they are streamed and cannot be read.
        """
        data = self.splits[split]
        if isinstance(data, StreamedSplit):
            inputs, targets = data.selected(rows)
        else:
            inputs, targets = selected(data.inputs, rows), selected(data.targets, rows)
        return self.received(inputs, targets)

    def received(self, inputs: Tensor, targets: Tensor) -> Batch:
        """Samples as they were loaded, the way the networks receive them."""
        if self.facts.ports.input.kind != "tokens":
            return Batch(self._as_floats(inputs), targets)
        tokens = inputs.long()
        if self.facts.target == "next":
            return Batch(tokens[:, :-1], tokens[:, 1:])
        return Batch(tokens, targets)

    def ahead(self, split: SplitName, batches: Sequence[OneRows]) -> Iterator[OneRows]:
        """These rows, one batch after another, each for `batch`; what is streamed is read ahead meanwhile.

        Raises:
            InputError: when samples cannot be read.
        """
        data = self.splits[split]
        return data.ahead(batches) if isinstance(data, StreamedSplit) else iter(batches)

    def evaluation_batches(self, split: SplitName) -> Iterator[Batch]:
        """The whole split in order, in large batches."""
        starts = range(0, len(self.splits[split]), EVALUATION_BATCH)
        for rows in self.ahead(split, [slice(start, start + EVALUATION_BATCH) for start in starts]):
            yield self.batch(split, rows)

    def close(self) -> None:
        """End whatever reads; nothing more can be asked of data that are streamed."""
        if self.readers is not None:
            self.readers.close()

    def _as_floats(self, values: Tensor) -> Tensor:
        if self.scale == 1.0 and self.shift == 0.0:
            return values.float()
        floats = values.to(torch.float32, copy=True).mul_(self.scale)
        return floats.add_(self.shift) if self.shift else floats


def selected(values: Tensor, rows: Tensor | slice) -> Tensor:
    """These rows; index_select is ten times as fast as values[rows] for bytes on a processor."""
    return values[rows] if isinstance(rows, slice) else values.index_select(0, rows)


def _bytes_to_come(data: LoadedData, device: torch.device) -> int:
    """What the data would take beside what they take already: on a processor, arrays in memory are used as they are."""
    return sum(
        part.inputs.nbytes + part.targets.nbytes
        for part in data.splits.values()
        if device.type != "cpu" or isinstance(part.inputs, Source | np.memmap)
    )


def _resident(data: LoadedData, device: torch.device) -> dict[SplitName, DeviceSplit | StreamedSplit]:
    if all(isinstance(part, Arrays) for part in data.splits.values()):
        return {
            name: DeviceSplit(_on_device(part.inputs, device), _targets_on_device(part.targets, device))
            for name, part in data.splits.items()
            if isinstance(part, Arrays)
        }
    readers, splits = _streamed(data, device)
    try:
        return {name: DeviceSplit(_all_of(split), split.targets) for name, split in splits.items()}
    finally:
        readers.close()


def _streamed(data: LoadedData, device: torch.device) -> tuple[Readers, dict[SplitName, StreamedSplit]]:
    sources = {
        name: part.inputs if isinstance(part, SourceSplit) else ArraySource(part.inputs)
        for name, part in data.splits.items()
    }
    readers = Readers(sources, num_workers(num_cores()), pinned=device.type == "cuda")
    return readers, {
        name: StreamedSplit(name, readers, _targets_on_device(part.targets, device))
        for name, part in data.splits.items()
    }


def _all_of(split: StreamedSplit) -> Tensor:
    """Every input of a split, read once; no more than a few batches are in memory a second time."""
    whole: Tensor | None = None
    for rows in split.ahead([slice(at, at + EVALUATION_BATCH) for at in range(0, len(split), EVALUATION_BATCH)]):
        part, _ = split.selected(rows)
        if whole is None:
            whole = part.new_empty((len(split), *part.shape[1:]))
        whole[rows] = part
    return split.selected(slice(0))[0] if whole is None else whole


def _on_device(values: npt.NDArray[np.generic], device: torch.device) -> Tensor:
    own = np.require(values, requirements=["C", "W"])  # a file's own bytes are copied
    # Along an axis of one value any stride will do, but torch tells by it which of its kernels to take.
    return torch.from_numpy(own.reshape(-1).reshape(own.shape)).to(device)


def _targets_on_device(values: npt.NDArray[np.generic], device: torch.device) -> Tensor:
    targets = _on_device(values, device)
    return targets.float() if targets.is_floating_point() else targets.long()
