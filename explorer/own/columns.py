"""What a column of a table holds: numbers, words that come again and again, or texts; told while rows go by."""

import math
from collections import Counter
from typing import Annotated, Literal

from pydantic import Field

from explorer.own.tables import number_in, written_number
from models.spec import Spec

ColumnKind = Literal["number", "category", "text"]
MOST_CATEGORIES = 1000  # different values of a column that can be a class
FEW_NUMBERS = 50  # different whole numbers that may be classes as well
MISSING = frozenset(("", "nan", "na", "n/a", "null", "none"))
PLACEHOLDERS = frozenset(("?", "-", "--", ".", "*", "#n/a", "n.a.", "unknown"))  # missing, where all others are numbers
MOST_IN_INPUT = 50  # different words of a column that a network gets, one input for each


class Column(Spec):
    """A scanned column. `categories` are its values where there are few, each with how often it occurs."""

    name: str = ""
    kind: ColumnKind = "number"
    num_missing: int = Field(0, ge=0)
    categories: tuple[str, ...] = ()  # its values, where they are few
    counts: tuple[Annotated[int, Field(ge=0)], ...] = ()  # how often each of them occurs

    @property
    def is_input(self) -> bool:
        """Whether a network can get it without further ado."""
        return self.kind == "number" or (self.kind == "category" and len(self.categories) <= MOST_IN_INPUT)


class Tally:
    """Counts what the cells of one column are like."""

    def __init__(self, name: str, decimal: str = ".") -> None:
        self._name, self._decimal = name, decimal
        self._values: Counter[str] = Counter()
        self._are_few = self._are_numbers = True
        self._num_cells = self._num_filled = self._num_missing = self._num_letters = self._num_placeholders = 0

    @property
    def mean_length(self) -> float:
        """How many characters a filled cell has."""
        return self._num_letters / max(1, self._num_filled)

    def add(self, cell: str) -> None:
        """One more cell, without blanks around it."""
        self._num_cells += 1
        if cell.lower() in MISSING:
            self._num_missing += 1
            return
        self._num_filled += 1
        self._num_letters += len(cell)
        if cell.lower() in PLACEHOLDERS:
            self._num_placeholders += 1
        else:
            self._are_numbers = self._are_numbers and written_number(cell, self._decimal) is not None
            self._num_missing += self._are_numbers and math.isnan(number_in(cell, self._decimal))
        if self._are_few:
            self._values[cell] += 1
            self._are_few = len(self._values) <= MOST_CATEGORIES

    def column(self) -> Column:
        """What has been found."""
        kind = self._kind()
        if kind == "number":  # then a "?" stands for none
            self._values = Counter({cell: count for cell, count in self._values.items()
                                    if cell.lower() not in PLACEHOLDERS})  # fmt: skip
            self._num_missing, self._num_placeholders = self._num_missing + self._num_placeholders, 0
        values = sorted(self._values, key=self._order) if self._are_few and self._are_classes(kind) else []
        return Column(
            name=self._name,
            kind=kind,
            num_missing=self._num_missing,
            categories=tuple(values),
            counts=tuple(self._values[value] for value in values),
        )

    def _kind(self) -> ColumnKind:
        if self._are_numbers and self._num_filled > 2 * self._num_placeholders:
            return "number"
        if not self._are_few or self.mean_length > 64:
            return "text"
        often = len(self._values) <= max(2, self._num_filled / 2)
        return "category" if often else "text"

    def _are_classes(self, kind: ColumnKind) -> bool:
        if kind == "number":
            are_few = len(self._values) <= max(2, min(FEW_NUMBERS, self._num_filled / 2))
            return are_few and all(number_in(value, self._decimal).is_integer() for value in self._values)
        return kind == "category"

    def _order(self, value: str) -> tuple[bool, float, str]:
        """Numbers by their size, before words by the alphabet."""
        number = number_in(value, self._decimal)
        return math.isnan(number), 0.0 if math.isnan(number) else number, value
