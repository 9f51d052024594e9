"""Data: arrays of one's own in NPY or NPZ files."""

# N samples

from dataclasses import replace
from pathlib import Path
from typing import ClassVar, Literal

import numpy as np
import numpy.typing as npt
from pydantic import Field

from explorer.dataset import Arrays, DataFacts, LoadedData, SplitName
from explorer.own.arrays import Layout, MappedSource, arrays_in, as_inputs, class_numbers
from explorer.own.class_folders import MOST_CLASSES
from explorer.own.files import files_below
from explorer.own.normalising import by_feature, measured, scaled, units_of
from explorer.own.problems import ARRAY_LENGTHS, ARRAY_SHAPE, NO_SUCH_ARRAY
from explorer.own.shares import capped_counts, capped_rows, shared_rows
from explorer.own.spec import PLACE, Count, OwnSpec, Scanned
from explorer.source import SourceSplit
from explorer.splitting import no_targets
from explorer.units import Units
from models.port import DataPorts, Port, PortKind
from models.problem import Problem
from models.spec import Spec

MAPPED_BYTES = 2**28  # larger arrays stay on the disk

# The arrays of inputs and of targets, by split; empty where there are none.
Pairs = tuple[tuple[str, str], tuple[str, str], tuple[str, str]]


class ArrayFacts(Spec):
    """One array. `labels` are its different values, each with how often it occurs, where it may tell classes."""

    name: str = ""
    shape: tuple[Count, ...] = ()
    is_bytes: bool = False
    labels: tuple[str, ...] = Field((), max_length=MOST_CLASSES)  # its values, where they are classes
    counts: tuple[Count, ...] = ()  # how often each of them occurs
    mean: float = 0.0
    deviation: float = Field(1.0, gt=0)
    low: float = 0.0
    high: float = 1.0


class ArraysScan(Scanned):
    """What was found: all arrays, and which of them are validation and test."""

    arrays: tuple[ArrayFacts, ...] = ()
    validation: tuple[str, str] = ("", "")
    test: tuple[str, str] = ("", "")


class OwnArrays(OwnSpec):
    """The first axis counts the samples. NPY files are read piece by piece, so that they may be larger than memory."""

    label: ClassVar[str] = "Own arrays"
    about: ClassVar[str] = "Arrays of numbers of your own, as numpy saves them (NPY or NPZ)."

    kind: Literal["own_arrays"] = "own_arrays"
    inputs: str = Field("", max_length=200, title="Inputs", description="Name of the array that the network sees.")
    targets: str = Field(
        "", max_length=200, title="Targets", description="Name of the array of answers; empty where there are none."
    )
    task: Literal["classify", "regress"] = Field(
        "classify", title="Task", description="Name the class that the targets tell, or tell their values."
    )
    layout: Layout = Field(
        "vector", title="Samples are", description="What one sample is; pictures may have their channels first or last."
    )
    normalise: bool = Field(
        True, title="Normalise the inputs", description="Bytes from 0 to 1; other numbers with mean 0 and deviation 1."
    )
    normalise_target: bool = Field(
        True, title="Normalise the target", description="Whether values that are told have mean 0 and deviation 1 too."
    )
    cap: int = Field(0, ge=0, le=10**9, title="Cap", description="Most samples that are used; 0 takes all.")
    scanned: ArraysScan = ArraysScan()

    @property
    def found(self) -> ArraysScan:
        return self.scanned

    @property
    def class_names(self) -> tuple[str, ...]:
        """The classes, none where values are told."""
        known = self._array(self.targets)
        return known.labels if known is not None and self.task == "classify" else ()

    @property
    def pairs(self) -> Pairs:
        """Inputs and targets of every split; arrays for validation and test count where their samples are alike."""
        return (self.inputs, self.targets), self._alike(self.scanned.validation), self._alike(self.scanned.test)

    def file_names(self) -> list[str]:
        path = Path(self.path)
        return [name for name in files_below(path, (".npy",)) if "/" not in name] if path.is_dir() else [path.name]

    def facts(self) -> DataFacts:
        port, names, answer = self._port(), self.class_names, self._array(self.targets)
        counts = self.shares(capped_counts(tuple((self._length(inputs),) for inputs, _ in self.pairs), 0, self.cap))
        if answer is None:
            return DataFacts(DataPorts(port), "none", counts)
        if self.task == "classify":
            return DataFacts(DataPorts(port, num_classes=len(names) or None), "class", counts, class_names=names)
        width = int(np.prod(answer.shape[1:]))
        values = tuple(answer.name if width == 1 else f"{answer.name} {place + 1}" for place in range(min(width, 4096)))
        return DataFacts(DataPorts(port), "value", counts, value_names=values)

    def problems(self) -> tuple[Problem, ...]:
        found = list(super().problems())
        if found:
            return tuple(found)
        choices = ", ".join(array.name for array in self.scanned.arrays)
        for place, name in (("inputs", self.inputs), ("targets", self.targets)):
            if self._array(name) is None and (name or place == "inputs"):
                found.append(NO_SUCH_ARRAY.at(f"{PLACE}.{place}", name=name, choices=choices))
        if not found and self._sample_shape() is None:
            found.append(ARRAY_SHAPE.at(f"{PLACE}.layout", shape=self._known(self.inputs).shape[1:] or (1,)))
        one, other = self._length(self.inputs), self._length(self.targets)
        if not found and self.targets and one != other:
            names = {"inputs": self.inputs, "targets": self.targets}
            found.append(ARRAY_LENGTHS.at(f"{PLACE}.targets", one=one, other=other, **names))
        return tuple(found)

    def splits(self) -> dict[SplitName, Arrays]:
        return self.normalised(self.stored())

    def stored(self) -> dict[SplitName, Arrays]:
        """All splits with the numbers that the files hold."""
        arrays, splits = arrays_in(Path(self.path), {name for pair in self.pairs for name in pair}), {}
        for split, (name, rows, targets) in self.chosen(arrays).items():
            splits[split] = Arrays(as_inputs(arrays[name][rows], self.layout), targets)
        return splits

    def normalised(self, stored: dict[SplitName, Arrays]) -> dict[SplitName, Arrays]:
        """These splits with mean 0 and deviation 1 over the training samples, where that is wanted.

        Every number of a vector by itself, and all values of a picture or of a series together.
        """
        train, is_value = stored["train"], self.task == "regress"
        by_inputs = measured(by_feature(train.inputs), self.normalise)
        by_targets = measured(train.targets, self.normalise_target)
        splits = {}
        for split, part in stored.items():
            inputs = part.inputs if part.inputs.dtype == np.uint8 else scaled(part.inputs, *by_inputs)
            splits[split] = Arrays(inputs, scaled(part.targets, *by_targets) if is_value else part.targets)
        return splits

    def read_splits(self) -> dict[SplitName, Arrays | SourceSplit]:
        path, shape = Path(self.path), self._sample_shape()
        arrays = arrays_in(path, {name for pair in self.pairs for name in pair})
        if shape is None or all(not isinstance(array, np.memmap) or array.nbytes <= MAPPED_BYTES
                                for array in arrays.values()):  # fmt: skip
            return dict(self.stored())
        splits: dict[SplitName, Arrays | SourceSplit] = {}
        for split, (name, rows, targets) in self.chosen(arrays).items():
            file = str(path / f"{name}.npy" if path.is_dir() else path)
            is_bytes = arrays[name].dtype == np.uint8
            known = self._known(self.inputs)
            scaled = (known.mean, known.deviation) if self.normalise else (0.0, 1.0)
            splits[split] = SourceSplit(MappedSource(file, rows, self.layout, shape, is_bytes, *scaled), targets)
        return splits

    def chosen(
        self, arrays: dict[str, npt.NDArray[np.generic]]
    ) -> dict[SplitName, tuple[str, npt.NDArray[np.int64], npt.NDArray[np.generic]]]:
        """Of every split the array that its inputs lie in, their rows there, and their targets."""
        names, is_class = self.class_names, self.task == "classify"
        targets: list[npt.NDArray[np.generic]] = []
        offsets: list[int] = []
        given: list[int] = []
        for number, (inputs_name, targets_name) in enumerate(self.pairs):
            count = len(arrays[inputs_name]) if inputs_name else 0
            offsets.append(len(given))
            given += [number] * count
            if targets_name and count:
                values = arrays[targets_name]
                as_values = as_inputs(values, "vector") if not is_class else values
                targets.append(class_numbers(as_values.reshape(-1), names) if is_class else as_values)
            elif count:
                targets.append(no_targets(count))
        targets_N, given_N = np.concatenate(targets), np.array(given, dtype=np.int64)
        classes_N = targets_N if targets_N.ndim == 1 else np.zeros(len(targets_N), dtype=np.int64)
        kept = capped_rows(classes_N, given_N, 0, self.cap, self.split_seed)
        shared = shared_rows(classes_N[kept], given_N[kept], self.validation_share, self.test_share, self.split_seed)
        found = {}
        for split, part in shared.items():
            rows = kept[part]
            number = int(given_N[rows[0]]) if len(rows) else 0
            found[split] = self.pairs[number][0], rows - offsets[number], targets_N[rows]
        return found

    def read(self) -> LoadedData:
        stored, known = self.read_splits(), self._known(self.inputs)
        train, is_value = stored["train"], self.task == "regress"
        targets = np.asarray(train.targets)
        by_inputs = Units((known.mean,), (known.deviation,))
        splits: dict[SplitName, Arrays | SourceSplit] = {}
        if isinstance(train, Arrays):
            by_inputs = units_of(by_feature(train.inputs))
            splits.update(self.normalised({split: part for split, part in stored.items() if isinstance(part, Arrays)}))
        else:
            by_targets = measured(targets, self.normalise_target)
            for split, part in stored.items():
                told = scaled(np.asarray(part.targets), *by_targets) if is_value else part.targets
                splits[split] = replace(part, targets=told)
        return LoadedData(
            splits,
            *self.scaling(),
            input_units=by_inputs if self.normalise and not known.is_bytes else None,
            target_units=units_of(targets) if is_value and self.targets and self.normalise_target else None,
        )

    def paper_and_ink(self) -> tuple[float, float]:
        """The smallest and the largest value, normalised by the whole array: nearly as the training samples are."""
        known = self._known(self.inputs)
        low, high = known.low, known.high if known.high > known.low else known.low + 1
        mean, deviation = (known.mean, known.deviation) if self.normalise else (0.0, 1.0)
        return (low - mean) / deviation, (high - mean) / deviation

    def scaling(self) -> tuple[float, float]:
        """Bytes become floats from 0 to 1."""
        return (1 / 255, 0.0) if self.normalise and self._known(self.inputs).is_bytes else (1.0, 0.0)

    def _alike(self, pair: tuple[str, str]) -> tuple[str, str]:
        """The pair of arrays where they go with those for training."""
        inputs, targets = (self._array(name) for name in pair)
        is_other = inputs is None or inputs.shape[1:] != self._known(self.inputs).shape[1:] or pair[0] == self.inputs
        if is_other or (self.targets and targets is None):
            return "", ""
        return pair[0], pair[1] if self.targets else ""

    def _port(self) -> Port:
        shape = self._sample_shape() or (1,)
        kinds: dict[int, PortKind] = {1: "vector", 2: "sequence", 3: "image"}
        return Port(kinds[len(shape)], shape)

    def _sample_shape(self) -> tuple[int, ...] | None:
        """The shape of a sample as a network takes it; None where the array cannot be taken so."""
        shape = self._known(self.inputs).shape[1:]
        if not all(shape):
            return None
        match self.layout, len(shape):
            case "vector", _:
                return (int(np.prod(shape)),)
            case "series", 1:
                return (*shape, 1)
            case ("series", 2) | ("image", 3):
                return shape
            case "image", 2:
                return (1, *shape)
            case "image_last", 3:
                return (shape[2], *shape[:2])
        return None

    def _length(self, name: str) -> int:
        array = self._array(name)
        return array.shape[0] if array is not None and array.shape else 0

    def _known(self, name: str) -> ArrayFacts:
        return self._array(name) or ArrayFacts(shape=(0, 1))

    def _array(self, name: str) -> ArrayFacts | None:
        return next((array for array in self.scanned.arrays if array.name == name), None)
