"""Data: a table of one's own (CSV, TSV, Parquet), one column of which is to be told from others."""

# N rows, F numbers that a network gets

from pathlib import Path
from typing import ClassVar, Literal

import numpy as np
import numpy.typing as npt
from pydantic import Field

from explorer.dataset import Arrays, DataFacts, LoadedData, SplitName
from explorer.own.columns import Column
from explorer.own.normalising import Doubles, mean_and_deviation, scaled, units_of
from explorer.own.problems import NO_INPUTS, NO_SUCH_COLUMN, NOT_A_CLASS, NOT_A_VALUE, SAME_TARGET
from explorer.own.shares import capped_counts, capped_rows, shared_rows
from explorer.own.spec import PLACE, Count, OwnSpec, Scanned
from explorer.own.tables import number_in, whole_rows
from models.port import DataPorts, Port
from models.problem import Problem

MOST_COLUMNS = 10_000

Floats = npt.NDArray[np.float32]


class TableScan(Scanned):
    """What was found: the columns, and how the file is read."""

    encoding: str = "utf-8"
    delimiter: str = ","
    decimal: Literal[".", ","] = "."
    has_header: bool = False
    num_rows: Count = 0
    columns: tuple[Column, ...] = Field((), max_length=MOST_COLUMNS)


class OwnTable(OwnSpec):
    """Numbers as they are, words as one input for each of them. What is missing is the mean of the training rows."""

    label: ClassVar[str] = "Own table"
    about: ClassVar[str] = "A table of your own: one column is told from others, as a class or as a value."

    kind: Literal["own_table"] = "own_table"
    target: str = Field("", max_length=200, title="Target", description="Name of the column that is to be told.")
    task: Literal["classify", "regress"] = Field(
        "classify", title="Task", description="Name the class that the target tells, or tell its value."
    )
    normalise: bool = Field(
        True,
        title="Normalise the inputs",
        description="Whether every input has mean 0 and deviation 1 over the training rows.",
    )
    normalise_target: bool = Field(
        True, title="Normalise the target", description="Whether values that are told have mean 0 and deviation 1 too."
    )
    cap_per_class: int = Field(
        0, ge=0, le=10**9, title="Cap per class", description="Most samples of each class that are used; 0 takes all."
    )
    cap: int = Field(0, ge=0, le=10**9, title="Cap", description="Most samples that are used; 0 takes all.")
    inputs: tuple[str, ...] = Field(
        (), max_length=MOST_COLUMNS, description="Names of the columns that the network sees; without any, all it can."
    )
    scanned: TableScan = TableScan()

    @property
    def found(self) -> TableScan:
        return self.scanned

    @property
    def table(self) -> tuple[str, str, int, bool]:
        """How the file is read: encoding, delimiter, number of columns, and whether the first row names them."""
        found = self.scanned
        return found.encoding, found.delimiter, len(found.columns), found.has_header

    @property
    def decimal(self) -> str:
        """The mark before decimals."""
        return self.scanned.decimal

    @property
    def class_names(self) -> tuple[str, ...]:
        """The classes, none where a value is told."""
        return self.scanned.columns[self.target_place].categories if self._has_target and self._is_class else ()

    @property
    def target_place(self) -> int:
        """Which column is the target; the last where there is none of that name."""
        names = [column.name for column in self.scanned.columns]
        return names.index(self.target) if self.target in names else len(names) - 1

    @property
    def input_columns(self) -> tuple[Column, ...]:
        """The columns that the network sees, as they stand in the table."""
        wanted = set(self.inputs)
        others = (column for column in self.scanned.columns if column.name != self.target and column.is_input)
        return tuple(column for column in others if not wanted or column.name in wanted)

    @property
    def parts(self) -> tuple[tuple[int, tuple[str, ...]], ...]:
        """Of every input its column, and its words, none for numbers."""
        places = {column.name: place for place, column in enumerate(self.scanned.columns)}
        return tuple(
            (places[column.name], column.categories if column.kind == "category" else ())
            for column in self.input_columns
        )

    @property
    def input_names(self) -> tuple[str, ...]:
        """A name for every number that the network sees."""
        names: list[str] = []
        for column in self.input_columns:
            words = column.categories if column.kind == "category" else ()
            names += [f"{column.name} = {word}" for word in words] or [column.name]
        return tuple(names)

    def facts(self) -> DataFacts:
        names = self.input_names
        port = Port("vector", (max(1, len(names)),))
        if not self._has_target:
            return DataFacts(DataPorts(port), "class", self.shares((0, 0, 0)), input_names=names)
        answer = self.scanned.columns[self.target_place]
        if self._is_class:
            counts = self.shares(capped_counts((answer.counts,), self.cap_per_class, self.cap))
            ports = DataPorts(port, num_classes=len(self.class_names) or None)
            return DataFacts(ports, "class", counts, class_names=self.class_names, input_names=names)
        num_rows = self.scanned.num_rows - answer.num_missing
        counts = self.shares(capped_counts(((num_rows,),), 0, self.cap))
        return DataFacts(DataPorts(port), "value", counts, value_names=(answer.name,), input_names=names)

    def problems(self) -> tuple[Problem, ...]:
        found = super().problems()
        return found or tuple(self._choices_wrong())

    def splits(self) -> dict[SplitName, Arrays]:
        return self.completed(*self.assigned())

    def read(self) -> LoadedData:
        inputs_NF, targets, rows = self.assigned()
        is_value, train = targets.ndim > 1, rows["train"]
        return LoadedData(
            dict(self.completed(inputs_NF, targets, rows)),
            input_units=units_of(inputs_NF[train]) if self.normalise else None,
            target_units=units_of(targets[train]) if is_value and self.normalise_target else None,
            missing=tuple(np.isnan(inputs_NF[train]).sum(axis=0).tolist()),
        )

    def assigned(self) -> tuple[Doubles, npt.NDArray[np.generic], dict[SplitName, npt.NDArray[np.int64]]]:
        """Inputs and targets as `numbers` gives them, and the rows of every split."""
        inputs_NF, targets = self.numbers()
        is_class = targets.ndim == 1
        classes_N = targets.astype(np.int64) if is_class else np.zeros(len(targets), dtype=np.int64)
        given_N = np.zeros(len(targets), dtype=np.int64)
        per_class = self.cap_per_class
        kept = capped_rows(classes_N, given_N, per_class if is_class else 0, self.cap, self.split_seed)
        shared = shared_rows(classes_N[kept], given_N[kept], self.validation_share, self.test_share, self.split_seed)
        return inputs_NF, targets, {split: kept[part] for split, part in shared.items()}

    def completed(
        self, inputs_NF: Doubles, targets: npt.NDArray[np.generic], rows: dict[SplitName, npt.NDArray[np.int64]]
    ) -> dict[SplitName, Arrays]:
        """What `assigned` gives as splits: nothing is missing, and normalised where that is wanted."""
        whole_NF = completed(inputs_NF, rows["train"], self.normalise)
        if targets.ndim > 1:
            targets = completed(targets, rows["train"], self.normalise_target)
        return {split: Arrays(whole_NF[part], targets[part]) for split, part in rows.items()}

    def numbers(self) -> tuple[Doubles, npt.NDArray[np.generic]]:
        """(N, F) with NaN for what is missing; and the classes (N,) or the values (N, 1) of the target."""
        answers = {name: number for number, name in enumerate(self.class_names)}
        inputs: list[list[float]] = []
        targets: list[float] = []
        for row in whole_rows(Path(self.path), *self.table):
            cell = row[self.target_place]
            answer = answers.get(cell, np.nan) if answers else number_in(cell, self.decimal)
            if answer == answer:
                targets.append(answer)
                inputs.append(numbers_of(row, self.parts, self.decimal))
        values = np.array(targets)
        inputs_NF = np.array(inputs, dtype=np.float64).reshape(len(inputs), -1)
        return inputs_NF, values.astype(np.int64) if answers else values[:, None]

    @property
    def _is_class(self) -> bool:
        return self.task == "classify"

    @property
    def _has_target(self) -> bool:
        return any(column.name == self.target for column in self.scanned.columns)

    def _choices_wrong(self) -> list[Problem]:
        columns = self.scanned.columns
        names = [column.name for column in columns]
        place = f"{PLACE}.target"
        if not self._has_target:
            return [NO_SUCH_COLUMN.at(place, name=self.target, choices=", ".join(names[:20]))]
        strange = [name for name in self.inputs if name not in names]
        found = [NO_SUCH_COLUMN.at(PLACE, name=strange[0], choices=", ".join(names[:20]))] if strange else []
        if not self.input_columns:
            found.append(NO_INPUTS.at(PLACE))
        answer = columns[self.target_place]
        if self._is_class and not answer.categories:
            found.append(NOT_A_CLASS.at(place, name=self.target))
        elif not self._is_class and answer.kind != "number":
            found.append(NOT_A_VALUE.at(place, name=self.target))
        elif len(answer.categories) == 1:
            found.append(SAME_TARGET.at(place, name=self.target))
        return found


def numbers_of(row: list[str], parts: tuple[tuple[int, tuple[str, ...]], ...], decimal: str) -> list[float]:
    """The inputs of one row: a number for a number, and for a word one for each that might stand there."""
    found: list[float] = []
    for place, words in parts:
        if words:
            found += [float(row[place] == word) for word in words]
        else:
            found.append(number_in(row[place], decimal))
    return found


def completed(values_NF: npt.NDArray[np.generic], train_rows: npt.NDArray[np.int64], normalise: bool) -> Floats:
    """What is missing becomes the mean of the training rows; they have mean 0 and deviation 1 where that is wanted."""
    numbers_NF = values_NF.astype(np.float64)
    mean_F, deviation_F = mean_and_deviation(numbers_NF[train_rows])
    whole_NF = np.where(np.isnan(numbers_NF), mean_F, numbers_NF)
    if not normalise:
        return whole_NF.astype(np.float32)
    return scaled(whole_NF, mean_F, deviation_F)
