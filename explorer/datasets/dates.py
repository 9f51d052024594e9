"""Data: dates as people write them, to be written as 2001-03-03, for attention that finds day, month and year."""

# N dates, T positions of the text, U of the target

from typing import ClassVar, Literal

import numpy as np
import numpy.typing as npt
from pydantic import Field

from explorer.dataset import Arrays, DataFacts, DatasetSpec, SplitName
from explorer.splitting import split_counts, stratified_rows
from models.port import DataPorts, Port

PADDING, START = "·", "^"
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
WEEKDAYS = ("Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed")  # the first of January 1970 was a Thursday

# From the plainest on. Two digits of a year mean 1969 to 2068, as in POSIX; between strokes the day comes first.
WAYS = (
    "{day} {month} {year}",
    "{short} {day}, {year}",
    "{day:02}/{number:02}/{two_digits:02}",
    "{weekday} {day} {short} {year}",
    "{day}.{number}.{year}",
    "{month} {day}, {year}",
)
FIRST, END = np.datetime64("1969-01-01"), np.datetime64("2069-01-01")
NUM_DAYS = int((END - FIRST).astype(np.int64))
LONG = int((np.datetime64("2001-09-30") - FIRST).astype(np.int64))  # no day is longer in any of the ways

# Every character that occurs; the padding's number is 0.
SYMBOLS = (PADDING, START, *sorted({*"0123456789 ,./-", *"".join(MONTHS), *"".join(WEEKDAYS)}))

Tokens = npt.NDArray[np.uint8]


class Dates(DatasetSpec):
    """Different days of the years 1969 to 2068, each written in one of several ways; shorter texts begin with padding.

    The target is the start symbol and then the ISO 8601 date. No day is in two splits, in whatever way it is written,
    so that what is right in the test was understood and not remembered.
    """

    label: ClassVar[str] = "Dates"
    about: ClassVar[str] = "Dates as people write them, to be rewritten as 2001-03-03: attention finds each part."

    kind: Literal["dates"] = "dates"
    ways: int = Field(
        len(WAYS),
        ge=1,
        le=len(WAYS),
        title="Ways of writing",
        description="Number of ways in which dates are written, from “3 March 2001” and “Mar 3, 2001” on.",
    )
    num_samples: int = Field(
        10_000, ge=100, le=30_000, title="Dates", description="Number of different days in all splits together."
    )

    def facts(self) -> DataFacts:
        text, target = (Port("tokens", (size,), vocabulary=len(SYMBOLS)) for size in (self.length(), len("2001-03-03")))
        ports = DataPorts(text, target=target, vocabulary=len(SYMBOLS))
        return DataFacts(ports, "tokens", split_counts(self.num_samples), symbols=SYMBOLS, padding=0)

    def splits(self) -> dict[SplitName, Arrays]:
        rng = np.random.default_rng(self.split_seed)
        count = self.num_samples  # by itself in the slice: scripts have a constant there, which is spaced otherwise
        days_N = rng.permutation(NUM_DAYS)[:count]
        ways_N = rng.integers(self.ways, size=count)
        texts = [written(int(day), WAYS[way]) for day, way in zip(days_N, ways_N, strict=True)]
        inputs_NT = _spelled([text.rjust(self.length(), PADDING) for text in texts])
        targets_NU = _spelled([START + str(FIRST + int(day)) for day in days_N])
        rows = stratified_rows(ways_N, self.split_seed)
        return {name: Arrays(inputs_NT[part], targets_NU[part]) for name, part in rows.items()}

    def length(self) -> int:
        """Characters of the longest text."""
        count = self.ways  # likewise
        return max(len(written(LONG, way)) for way in WAYS[:count])


def written(day: int, way: str) -> str:
    """The day, counted from the first one, in one of the ways of writing."""
    date = FIRST + day
    year, number, day_of_month = (int(part) for part in str(date).split("-"))
    month = MONTHS[number - 1]
    weekday = WEEKDAYS[int(date.astype(np.int64)) % len(WEEKDAYS)]
    return way.format(
        day=day_of_month, month=month, short=month[:3], number=number, weekday=weekday, year=year,
        two_digits=year % 100,
    )  # fmt: skip


def _spelled(texts: list[str]) -> Tokens:
    """(N, length) texts of one length as numbers of SYMBOLS."""
    numbers = {symbol: number for number, symbol in enumerate(SYMBOLS)}
    return np.array([[numbers[character] for character in text] for text in texts], dtype=np.uint8)
