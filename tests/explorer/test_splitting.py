"""Splits: exact sizes, nothing twice, the same mixture of classes everywhere."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.splitting import split_counts, stratified_rows


@settings(max_examples=50)
@given(st.lists(st.integers(0, 4), min_size=10, max_size=400), st.integers(0, 2**32))
def test_splits_are_exact_apart_and_stratified(labels: list[int], split_seed: int) -> None:
    classes = np.array(labels)
    rows = stratified_rows(classes, split_seed)
    assert {name: len(part) for name, part in rows.items()} == split_counts(len(classes))
    assert sorted(np.concatenate(list(rows.values())).tolist()) == list(range(len(classes)))
    for label in set(labels):
        share = float(np.mean(classes == label))
        for part in rows.values():
            # At most one more or fewer of every class than the share asks for, at either end of the cut.
            assert abs(np.sum(classes[part] == label) - share * len(part)) <= len(set(labels)) + 1


@given(st.integers(0, 2**32))
@settings(max_examples=10)
def test_the_split_is_a_function_of_its_seed(split_seed: int) -> None:
    classes = np.arange(100) % 3
    first, second = stratified_rows(classes, split_seed), stratified_rows(classes, split_seed)
    assert all(np.array_equal(first[name], second[name]) for name in first)
    other = stratified_rows(classes, split_seed + 1)
    assert not np.array_equal(first["train"], other["train"])
