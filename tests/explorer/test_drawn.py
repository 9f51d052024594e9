"""What was drawn is kept and read the next time; a file that is damaged, whatever the damage, is drawn anew."""

import io
import os
from pathlib import Path

import numpy as np
import pytest

from explorer import drawn
from explorer.dataset import SPLITS, Arrays, SplitName
from explorer.datasets.glyphs import Glyphs
from explorer.datasets.shapes import Shapes
from explorer.folders import cache_folder
from explorer.input_problems import FILE_NOT_WRITTEN
from models.problem import InputError

DATA = Glyphs(num_samples=1000)


@pytest.fixture(autouse=True)
def keeps_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawn, "LEAST_BYTES", 0)


@pytest.fixture
def num_drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Grows by one whenever glyphs are drawn."""
    plain, times = Glyphs.splits, []

    def splits(self: Glyphs) -> dict[SplitName, Arrays]:
        times.append(self.kind)
        return plain(self)

    monkeypatch.setattr(Glyphs, "splits", splits)
    return times


def assert_right(data: Glyphs) -> None:
    loaded, right = data.load().splits, DATA.splits()
    for name in SPLITS:
        assert np.array_equal(loaded[name].inputs[:], right[name].inputs)
        assert np.array_equal(loaded[name].targets, right[name].targets)
        assert loaded[name].inputs.dtype == np.uint8


def test_what_was_drawn_is_read_the_next_time(num_drawn: list[str]) -> None:
    DATA.load()
    assert DATA.kept_at().is_file()
    assert DATA.kept_at().is_relative_to(cache_folder())
    DATA.load()
    assert len(num_drawn) == 1
    assert_right(DATA)


def saved(**arrays: np.ndarray) -> bytes:
    content = io.BytesIO()
    np.savez(content, **arrays)
    return content.getvalue()


def damages(whole: bytes) -> dict[str, bytes]:
    """Files that are not what they should be, by the damage."""
    single = io.BytesIO()
    np.save(single, np.zeros(3))
    objects = np.array([{"a": 1}], dtype=object)
    parts = {f"{name}_{part}": np.zeros((1, 1)) for name in SPLITS for part in ("inputs", "targets")}
    middle = len(whole) // 2
    return {
        "empty": b"",
        "garbage": b"no picture at all" * 99,
        "half": whole[:middle],
        "one bit": whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :],
        "lone array": single.getvalue(),
        "pickles": saved(**dict.fromkeys(parts, objects)),
        "other shapes": saved(**parts),
        "split missing": saved(**{name: values for name, values in parts.items() if "test" not in name}),
    }


@pytest.mark.parametrize("damage", damages(bytes(8)))
def test_a_damaged_file_is_drawn_anew_and_mended(damage: str, num_drawn: list[str]) -> None:
    DATA.load()
    whole = DATA.kept_at().read_bytes()
    DATA.kept_at().write_bytes(damages(whole)[damage])
    DATA.load()
    assert len(num_drawn) == 2
    assert_right(DATA)
    assert len(num_drawn) == 3, "assert_right draws once itself: what was mended is read"


def test_other_settings_are_another_file(monkeypatch: pytest.MonkeyPatch) -> None:
    others = [DATA, Glyphs(num_samples=1001), Glyphs(num_samples=1000, split_seed=1), Shapes(num_samples=1000)]
    files = {data.kept_at() for data in others}
    assert len(files) == len(others)
    monkeypatch.setattr(Glyphs, "drawing", Glyphs.drawing + 1)
    assert DATA.kept_at() not in files


def test_what_is_drawn_in_a_moment_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawn, "LEAST_BYTES", 10**6)
    DATA.load()
    assert not cache_folder().exists()


def test_a_folder_that_cannot_be_written_hinders_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(path: Path, content: bytes) -> None:
        raise InputError((FILE_NOT_WRITTEN.at(str(path), file=str(path), cause="No space left on device"),))

    monkeypatch.setattr("explorer.files.write_atomically", fail)
    assert_right(DATA)
    assert not DATA.kept_at().exists()


def test_what_was_longest_unused_makes_room(monkeypatch: pytest.MonkeyPatch) -> None:
    several = [Glyphs(num_samples=1000, split_seed=seed) for seed in range(3)]
    for age, data in zip((300, 100, 200), several, strict=True):
        data.load()
        os.utime(data.kept_at(), (1e9 - age, 1e9 - age))
    several[0].load()  # it is used again
    monkeypatch.setattr(drawn, "MOST_BYTES", 3 * several[0].kept_at().stat().st_size + 99)
    Glyphs(num_samples=1000, split_seed=9).load()
    assert [data.kept_at().is_file() for data in several] == [True, True, False]
