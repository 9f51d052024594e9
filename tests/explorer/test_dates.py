"""Dates: Python's own calendar reads what was written and finds the target's day."""

from datetime import date, datetime

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.dataset import SPLITS, Arrays
from explorer.datasets.dates import FIRST, NUM_DAYS, PADDING, START, SYMBOLS, WAYS, Dates, written
from explorer.words import spelled
from tests.explorer.pinned import fingerprint

FORMATS = ("%d %B %Y", "%b %d, %Y", "%d/%m/%y", "%a %d %b %Y", "%d.%m.%Y", "%B %d, %Y")


def texts(arrays: Arrays) -> list[tuple[str, str]]:
    """Every sample's text and target as a person reads them."""
    return [
        (spelled([SYMBOLS[token] for token in source]), "".join(SYMBOLS[token] for token in target))
        for source, target in zip(arrays.inputs, arrays.targets, strict=True)
    ]


@pytest.mark.parametrize(
    ("settings", "wanted"), [({}, "cedcde0deabdb521"), ({"ways": 2, "split_seed": 4}, "4cb07dd43b67b328")]
)
def test_the_same_settings_are_the_same_bytes_on_every_machine(settings: dict[str, object], wanted: str) -> None:
    assert fingerprint(Dates.model_validate({"num_samples": 1000, **settings})) == wanted


@given(st.integers(0, NUM_DAYS - 1), st.integers(0, len(WAYS) - 1))
def test_a_calendar_reads_every_way_of_writing(day: int, way: int) -> None:
    text = written(day, WAYS[way])
    read = datetime.strptime(text, FORMATS[way]).date()
    assert str(read) == str(FIRST + day)
    assert ("%a" in FORMATS[way]) == text.startswith(read.strftime("%a "))
    assert set(text) <= set(SYMBOLS) - {PADDING, START}
    assert len(text) <= Dates().length()


@pytest.mark.parametrize("ways", range(1, len(WAYS) + 1))
def test_the_longest_text_fills_its_row(ways: int) -> None:
    data = Dates(ways=ways)
    longest = max(len(written(day, way)) for day in range(11_000, 11_800) for way in WAYS[:ways])
    assert data.length() == longest == data.facts().ports.input.shape[0]


def test_what_is_to_be_read_is_what_is_to_be_written() -> None:
    for arrays in Dates(num_samples=600).splits().values():
        for source, target in texts(arrays):
            assert target.startswith(START)
            day = (date.fromisoformat(target[1:]) - date(1969, 1, 1)).days
            assert source in [written(day, way) for way in WAYS]


def test_shorter_texts_begin_with_padding() -> None:
    data = Dates(num_samples=600)
    is_text = data.splits()["train"].inputs != data.facts().padding
    assert is_text[:, -1].all()
    assert np.array_equal(is_text, np.sort(is_text, axis=1)), "no padding after a character"
    assert not is_text.all()


def test_no_day_is_in_two_splits_and_every_way_is_in_each() -> None:
    splits = Dates(num_samples=3000).splits()
    days = [target for name in SPLITS for _, target in texts(splits[name])]
    assert len(set(days)) == len(days) == 3000
    years = {day[1:5] for day in days}
    assert (min(years), max(years)) == ("1969", "2068")
    for name in SPLITS:
        sources = [source for source, _ in texts(splits[name])]
        assert sum("/" in source for source in sources) == pytest.approx(len(sources) / 6, rel=0.15)
        assert sum(source.count(".") == 2 for source in sources) == pytest.approx(len(sources) / 6, rel=0.15)


def test_one_way_of_writing_is_the_plainest() -> None:
    sources = [source for source, _ in texts(Dates(ways=1, num_samples=200).splits()["test"])]
    assert all(len(source.split()) == 3 and source[0].isdigit() for source in sources)
