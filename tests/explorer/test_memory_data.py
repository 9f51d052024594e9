"""Adding, copy and brackets: every target is what a person with pencil and paper would find."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.dataset import SPLITS, DatasetSpec
from explorer.datasets.adding import Adding
from explorer.datasets.brackets import CLOSING, OPENING, Brackets, do_match
from explorer.datasets.copy import LETTERS, PAUSE, SIGN, SYMBOLS, Copy
from explorer.distinct import distinct_rows
from tests.explorer.pinned import fingerprint

SEEDS = st.integers(0, 2**32)


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        (Adding(num_samples=500), "bd4faae392375fcc"),
        (Copy(num_samples=500), "c54230aa46fe3d2c"),
        (Brackets(num_samples=500), "5ff16869be922882"),
        (Brackets(num_samples=500, num_kinds=4, num_pairs=20, split_seed=1), "56df04e8396ddfbf"),
    ],
    ids=("adding", "copy", "brackets", "longer brackets"),
)
def test_the_same_settings_are_the_same_bytes_on_every_machine(data: DatasetSpec, wanted: str) -> None:
    assert fingerprint(data) == wanted


@settings(max_examples=25, deadline=None)
@given(st.integers(4, 60), SEEDS)
def test_the_sum_is_that_of_the_two_marked_numbers(length: int, seed: int) -> None:
    for arrays in Adding(length=length, num_samples=100, split_seed=seed).splits().values():
        numbers, marks = arrays.inputs[..., 0], arrays.inputs[..., 1]
        assert ((numbers >= 0) & (numbers < 1)).all()
        assert set(np.unique(marks)) == {0, 1}
        middle = length // 2
        assert (marks[:, :middle].sum(axis=1) == 1).all()
        assert (marks[:, middle:].sum(axis=1) == 1).all()
        assert np.array_equal(arrays.targets[:, 0], (numbers * marks).sum(axis=1))


def test_who_always_answers_one_is_wrong_by_a_sixth() -> None:
    sums = np.concatenate([arrays.targets for arrays in Adding().splits().values()])
    assert np.square(sums - 1).mean() == pytest.approx(1 / 6, abs=0.005)


@settings(max_examples=25, deadline=None)
@given(st.integers(6, 32), st.integers(0, 40), SEEDS)
def test_the_letters_come_again_after_the_pause(num_letters: int, pause: int, seed: int) -> None:
    data = Copy(num_letters=num_letters, pause=pause, num_samples=100, split_seed=seed)
    for arrays in data.splits().values():
        for tokens in arrays.inputs:
            text = "".join(SYMBOLS[token] for token in tokens)
            letters = text[:num_letters]
            assert set(letters) <= set(LETTERS)
            assert text == letters + PAUSE * pause + SIGN + letters
    assert data.facts().ports.input.shape == (2 * num_letters + pause,)


def test_all_letters_occur_equally_often() -> None:
    letters = Copy().splits()["train"].inputs[:, :6]
    shares = np.bincount(letters.ravel(), minlength=len(LETTERS)) / letters.size
    assert np.abs(shares - 1 / len(LETTERS)).max() < 0.01


def matches(word: str) -> bool:
    """The verdict of a stack."""
    stack: list[str] = []
    for bracket in word:
        if bracket in OPENING:
            stack.append(bracket)
        elif not stack or OPENING.index(stack.pop()) != CLOSING.index(bracket):
            return False
    return not stack


def spelled(tokens: np.ndarray, data: Brackets) -> str:
    return "".join(data.facts().symbols[token] for token in tokens)


@settings(max_examples=25, deadline=None)
@given(st.integers(2, 4), st.integers(8, 20), SEEDS)
def test_brackets_are_called_what_a_stack_calls_them(num_kinds: int, num_pairs: int, seed: int) -> None:
    data = Brackets(num_kinds=num_kinds, num_pairs=num_pairs, num_samples=100, split_seed=seed)
    for arrays in data.splits().values():
        for tokens, target in zip(arrays.inputs, arrays.targets, strict=True):
            word = spelled(tokens, data)
            assert len(word) == 2 * num_pairs
            assert data.facts().class_names[target] == ("matched" if matches(word) else "mismatched")
            for opening, closing in zip(OPENING, CLOSING, strict=True):
                assert word.count(opening) == word.count(closing), "counting tells nothing"


@given(st.integers(1, 4), st.lists(st.integers(0, 7), min_size=1, max_size=12))
def test_any_row_of_brackets_is_judged_as_by_a_stack(num_kinds: int, numbers: list[int]) -> None:
    tokens = [number % (2 * num_kinds) for number in numbers]
    word = "".join((OPENING[:num_kinds] + CLOSING[:num_kinds])[token] for token in tokens)
    (found,) = do_match(np.array([tokens], dtype=np.uint8), num_kinds)
    assert found == matches(word)


def test_words_are_half_matched_and_of_many_depths() -> None:
    data = Brackets()
    splits = data.splits()
    for arrays in splits.values():
        matched, mismatched = np.bincount(arrays.targets)
        assert abs(matched - mismatched) <= 2
    train = splits["train"]
    heights = np.where(train.inputs[train.targets == 0] < data.num_kinds, 1, -1).cumsum(axis=1)
    assert set(heights.max(axis=1).tolist()) >= set(range(2, 8))
    assert heights.min() == 0


@pytest.mark.parametrize("data", [Adding(), Copy(), Brackets()], ids=lambda data: data.kind)
def test_no_sequence_is_in_two_splits_or_twice_in_one(data: DatasetSpec) -> None:
    splits = data.splits()
    rows = [row.tobytes() for name in SPLITS for row in splits[name].inputs]
    assert len(set(rows)) == len(rows)


@given(st.integers(1, 60), st.integers(0, 9))
def test_distinct_rows_are_the_first_different_ones(num_rows: int, seed: int) -> None:
    asked: list[np.ndarray] = []

    def draw(count: int) -> np.ndarray:
        assert count == num_rows
        asked.append(np.random.default_rng([seed, len(asked)]).integers(0, 9, (count, 2), dtype=np.uint8))
        return asked[-1]

    found = distinct_rows(num_rows, 2, draw)
    wanted = list(dict.fromkeys(tuple(row) for rows in asked for row in rows.tolist()))[:num_rows]
    assert [tuple(row) for row in found.tolist()] == wanted
