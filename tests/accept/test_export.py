"""Acceptance: over 200 steps, every exported script prints the losses of the program to the last bit, without it."""

import pickle
from collections.abc import Callable

import numpy as np
import pytest

from explorer import idx
from explorer.check import check_spec
from explorer.datasets import ag_news, cifar10
from explorer.export.script import python_script
from explorer.folders import data_folder
from explorer.gallery import ids, load
from explorer.spec import Experiment

pytestmark = pytest.mark.accept

NUM_STEPS = 200
Losses = list[tuple[float, ...]]


@pytest.fixture
def fetched_files() -> None:
    """Files as large as those that have to be fetched, with random pictures and words."""
    rng = np.random.default_rng(0)
    for folder in ("MNIST", "FashionMNIST"):
        raw = data_folder() / folder / "raw"
        raw.mkdir(parents=True)
        for name in idx.FILES:
            count = idx.NUM_OFFICIAL if name.startswith("train") else idx.NUM_TEST
            shape = (count, 28, 28) if "images" in name else (count,)
            values = rng.integers(0, 256 if "images" in name else 10, shape, dtype=np.uint8)
            head = bytes([0, 0, 8, len(shape)]) + np.array(shape, dtype=">u4").tobytes()
            (raw / name).write_bytes(head + values.tobytes())
    batches = data_folder() / "cifar-10-batches-py"
    batches.mkdir()
    for name in (*cifar10.TRAIN_FILES, *cifar10.TEST_FILES):
        colours = rng.integers(0, 256, (cifar10.PER_FILE, 3072), dtype=np.uint8)
        labels = rng.integers(0, 10, cifar10.PER_FILE).tolist()
        (batches / name).write_bytes(pickle.dumps({b"data": colours, b"labels": labels}))
    news = data_folder() / "AG_NEWS"
    news.mkdir()
    for name, count in zip(ag_news.FILES, (ag_news.NUM_OFFICIAL, ag_news.NUM_TEST), strict=True):
        words = rng.integers(0, 30_000, (count, 40)).tolist()
        rows = (f"{rng.integers(1, 5)},Title,{' '.join(f'word{word}' for word in text)}" for text in words)
        (news / name).write_text("\n".join(rows), encoding="utf-8")


@pytest.mark.parametrize("experiment_id", ids())
def test_a_script_prints_the_losses_of_the_program(
    experiment_id: str,
    request: pytest.FixtureRequest,
    script_losses: Callable[[dict[str, str], int], dict[str, Losses]],
    program_losses: Callable[[Experiment, int], Losses],
) -> None:
    experiment = load(experiment_id)
    if check_spec(experiment):
        pytest.skip("it is a mistake on purpose")
    if not experiment.data.offline:
        request.getfixturevalue("fetched_files")
    printed = script_losses({experiment_id: python_script(experiment).text}, NUM_STEPS)[experiment_id]
    ours = program_losses(experiment, NUM_STEPS)
    assert len(ours) == min(NUM_STEPS, len(printed)) > 0
    assert printed == ours
