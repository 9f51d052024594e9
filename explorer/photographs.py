"""What all colour photographs that are fetched have in common."""

from pathlib import Path
from typing import ClassVar, Literal

from pydantic import Field

from explorer.dataset import Arrays, DataFacts, DatasetSpec, SplitName, ValueRange, scaling_of
from explorer.fetched import missing, official_splits
from models.port import DataPorts, Port
from models.problem import Problem


class Photographs(DatasetSpec):
    """The official test set is the test split; validation is a tenth of the training set, a share of every class."""

    offline: ClassVar[bool] = False
    shape: ClassVar[tuple[int, int, int]]
    names: ClassVar[tuple[str, ...]]
    fetch_bytes: ClassVar[int]

    range: ValueRange = Field(
        "unit", title="Range", description="Colours from 0 to 1, or from −1 to 1 as a generator with tanh makes them."
    )

    def facts(self) -> DataFacts:
        names, (official, validation, test) = self._class_names(), self._counts()
        return DataFacts(
            DataPorts(Port("image", self.shape), num_classes=len(names)),
            "class",
            {"train": official - validation, "validation": validation, "test": test},
            class_names=names,
            fetch_bytes=self.fetch_bytes,
        )

    def problems(self) -> tuple[Problem, ...]:
        return missing(self.label, self.kind, [path for path in self._paths() if not path.is_file()])

    def splits(self) -> dict[SplitName, Arrays]:
        _, validation, _ = self._counts()
        return official_splits(self._part("train"), self._part("test"), validation, self.split_seed)

    def scaling(self) -> tuple[float, float]:
        return scaling_of(self.range, 255)

    def _class_names(self) -> tuple[str, ...]:
        return self.names

    def _counts(self) -> tuple[int, int, int]:
        """Samples of the official training set, how many of them are for validation, and of the test set."""
        raise NotImplementedError

    def _paths(self) -> list[Path]:
        """The files that have to be there."""
        raise NotImplementedError

    def _part(self, name: Literal["train", "test"]) -> Arrays:
        """The official training or test set.

        Raises:
            InputError: when a file is damaged.
        """
        raise NotImplementedError
