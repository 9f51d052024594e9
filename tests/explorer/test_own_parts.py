"""The parts that data of one's own are read with: shares, encodings, tables, tokens and spectrograms."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.io import wavfile

from explorer.own.encodings import encoding_of_bytes
from explorer.own.shares import capped_counts, capped_rows, share_counts, shared_rows
from explorer.own.sounds import SoundForm, other_sound_in, sound_in, spectrogram
from explorer.own.tables import decimal_of, delimiter_of, has_header, number_in, table_rows, written_number
from explorer.own.tokens import encoded, known_symbols, merges_of, most_frequent, pair_pieces, words_in
from tests.explorer.own_files import write_sound

CLASSES = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 2)), min_size=1, max_size=80)


@settings(max_examples=60, deadline=None)
@given(CLASSES, st.integers(0, 9), st.integers(0, 30), st.floats(0, 0.45), st.floats(0, 0.45), st.integers(0, 3))
def test_rows_are_as_many_as_counts_say(
    samples: list[tuple[int, int]], per_class: int, most: int, validation: float, test: float, seed: int
) -> None:
    classes_N, given_N = (np.array(column, dtype=np.int64) for column in zip(*samples, strict=True))
    table = tuple(
        tuple(int(((classes_N == label) & (given_N == split)).sum()) for label in range(4)) for split in range(3)
    )
    kept = capped_rows(classes_N, given_N, per_class, most, seed)
    counts = capped_counts(table, per_class, most)
    assert counts == tuple(int((given_N[kept] == split).sum()) for split in range(3))
    if per_class:
        pairs = list(zip(classes_N[kept].tolist(), given_N[kept].tolist(), strict=True))
        assert max((pairs.count(pair) for pair in pairs), default=0) <= per_class
    rows = shared_rows(classes_N[kept], given_N[kept], validation, test, seed)
    assert {split: len(part) for split, part in rows.items()} == share_counts(counts, validation, test)
    assert sorted(np.concatenate(list(rows.values())).tolist()) == list(range(len(kept)))


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("一二三，中文文本。" * 3, "utf-8"), ("一二三，中文文本。" * 3, "gb18030"), ("一二三", "utf-8-sig"),
        ("emoji 🐶", "utf-8"), ("plain", "utf-8"), ("三月 🐶 和別的字" * 9, "gb18030"), ("一二三", "utf-16"),
        ("naïve café, élève à Zürich", "cp1252"),
    ],
)  # fmt: skip
def test_encodings_are_told_from_bytes(text: str, encoding: str) -> None:
    found, is_certain = encoding_of_bytes(text.encode(encoding))
    assert found == encoding
    assert is_certain == (encoding != "cp1252")
    assert text.encode(encoding).decode(found) == text


def test_tables_are_read_as_they_were_meant(tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    file.write_bytes(b'a;b;c\r\n1,5;"x;y";\r\n\r\n2,5;"two\nlines";9\r\n')
    assert delimiter_of(file, "utf-8") == ";"
    rows = list(table_rows(file, "utf-8", ";"))
    assert rows == [(1, ["a", "b", "c"]), (2, ["1,5", "x;y", ""]), (5, ["2,5", "two\nlines", "9"])]
    assert has_header([["x", "y"], ["1", "2"]])
    assert not has_header([["1", "2"], ["3", "4"]])
    assert not has_header([["red", "x"], ["green", "y"], ["red", "z"]])
    assert [number_in(cell) for cell in ("1e3", "-2", "0.5 ")] == [1000, -2, 0.5]
    assert all(np.isnan(number_in(cell)) for cell in ("", "x", "inf", "nan", "1_000"))


@settings(max_examples=40, deadline=None)
@given(st.text("ab 猫🐶.\n", max_size=200), st.integers(0, 12))
def test_byte_pairs_give_the_text_back_and_are_counted(text: str, most: int) -> None:
    merges, counts = merges_of(text, most)
    assert len(counts) == len(merges) + 1 <= most + 1
    for number in range(len(counts)):
        pieces = pair_pieces(text, merges[:number])
        assert "".join(pieces) == text
        assert len(pieces) == counts[number]


def test_words_of_any_language() -> None:
    assert words_in("The cat's 3 mats.\n猫坐ok") == ["the", "cat", "'", "s", "3", "mats", ".", "\n", "猫", "坐", "ok"]
    frequent = most_frequent(words_in("b a b c"), 10)
    assert frequent == ("b", "a", "c")
    symbols = known_symbols(frequent, 2)
    assert encoded(["b", "a", "z"], symbols).tolist() == [0, 1, 1]


@pytest.mark.parametrize("width", [1, 2, 3, 4])
@pytest.mark.parametrize("channels", [1, 2])
def test_sounds_of_every_width_are_read(width: int, channels: int, tmp_path: Path) -> None:
    values = 0.9 * np.sin(np.arange(400) / 7)
    write_sound(tmp_path / "a.wav", np.repeat(values, channels), 8000, width, channels)
    heard, rate = sound_in(tmp_path / "a.wav")
    assert rate == 8000
    assert np.abs(heard - values).max() < 2 ** (1 - 8 * width) + 1e-6


def test_a_spectrogram_shows_a_tone_at_its_pitch_whatever_the_rate_of_the_file() -> None:
    form, loudest = SoundForm(8000, 0.5, 40, 20), []
    for rate in (8000, 22_050):
        for hertz in (300, 1000, 3000):
            tone = np.sin(2 * np.pi * hertz * np.arange(rate // 2) / rate).astype(np.float32)
            levels_BF = spectrogram(tone, rate, form)
            assert levels_BF.shape == (40, 20)
            loudest.append(int(levels_BF[:, 5:15].mean(axis=1).argmax()))
    assert loudest[:3] == loudest[3:]
    assert loudest[0] > loudest[1] > loudest[2], "the highest pitch is on top"
    assert spectrogram(np.zeros(100, np.float32), 8000, form).max() == 0


@pytest.mark.parametrize(
    ("cell", "decimal", "value"),
    [
        ("1,55", ",", 1.55), ("-1,55", ",", -1.55), ("1.234,5", ",", 1234.5), ("12", ",", 12.0), ("1.234", ",", 1234.0),
        ("1,234.50", ".", 1234.5), ("-1,234,567", ".", -1234567.0), ("$5,000", ".", 5000.0), ("-€3.50", ".", -3.5),
        ("12.3%", ".", 12.3), ("12.3 %", ".", 12.3), ("1e3", ",", 1000.0), ("2,5e-3", ",", 0.0025),
        ("1,55", ".", None), ("1,2,3", ".", None), ("12,3456", ".", None), ("1.2.3", ",", None), ("", ".", None),
        ("%", ".", None), ("-", ",", None), ("1_000", ",", None), ("$", ".", None), ("a", ",", None),
    ],
)  # fmt: skip
def test_numbers_as_people_write_them(cell: str, decimal: str, value: float | None) -> None:
    assert written_number(cell, decimal) == value


def test_the_mark_before_decimals_is_found() -> None:
    assert decimal_of([["1,5", "2,25"], ["3", "x"]]) == ","
    assert decimal_of([["1.5", "2.25"], ["1,234", "x"]]) == "."
    assert decimal_of([["1,234", "5,678"], ["12", "13"]]) == "."
    assert decimal_of([["a, b", "c"]]) == "."
    assert decimal_of([]) == "."


@pytest.mark.parametrize("type_name", ["float32", "float64", "int16", "int32", "uint8"])
@pytest.mark.parametrize("channels", [1, 2])
def test_sounds_that_the_plain_reader_does_not_know_are_read_too(type_name: str, channels: int, tmp_path: Path) -> None:
    wanted = np.sin(np.arange(800) / 5) * 0.7
    reach = {"float32": 1, "float64": 1, "int16": 2**15, "int32": 2**31, "uint8": 128}[type_name]
    values = (wanted * reach + (128 if type_name == "uint8" else 0)).astype(type_name)
    wavfile.write(tmp_path / "a.wav", 8000, np.stack([values] * channels, axis=1) if channels > 1 else values)
    for read in (sound_in, other_sound_in):
        heard, rate = read(tmp_path / "a.wav")
        assert (rate, heard.shape, heard.dtype) == (8000, (800,), np.float32)
        np.testing.assert_allclose(heard, wanted, atol=0.01)
    content = (tmp_path / "a.wav").read_bytes()
    (tmp_path / "cut.wav").write_bytes(content[:30])
    with pytest.raises(ValueError, match="ends too early"):
        other_sound_in(tmp_path / "cut.wav")
