"""Files of the formats that have to be fetched, as large as asked, with random pictures and words."""

import gzip
import pickle
from pathlib import Path

import numpy as np

from explorer import idx
from explorer.datasets import ag_news, cifar10
from explorer.folders import data_folder

Counts = tuple[int, int]  # samples of the official training set, and of the test set


def write_fetched_files(pictures: Counts, news: Counts, per_file: int) -> None:
    """MNIST and FashionMNIST with so many `pictures`, AG News with so many `news`, CIFAR-10 with so many a file."""
    rng = np.random.default_rng(0)
    for folder in ("MNIST", "FashionMNIST"):
        _write_idx(data_folder() / folder / "raw", pictures, rng)
    _write_news(data_folder() / "AG_NEWS", news, rng)
    batches = data_folder() / "cifar-10-batches-py"
    batches.mkdir()
    for name in (*cifar10.TRAIN_FILES, *cifar10.TEST_FILES):
        colours = rng.integers(0, 256, (per_file, 3072), dtype=np.uint8)
        labels = rng.integers(0, 10, per_file).tolist()
        (batches / name).write_bytes(pickle.dumps({b"data": colours, b"labels": labels}))


def _write_idx(folder: Path, counts: Counts, rng: np.random.Generator) -> None:
    folder.mkdir(parents=True)
    for name in idx.FILES:
        count = counts[0] if name.startswith("train") else counts[1]
        shape = (count, 28, 28) if "images" in name else (count,)
        values = rng.integers(0, 256 if "images" in name else 10, shape, dtype=np.uint8)
        head = bytes([0, 0, 8, len(shape)]) + np.array(shape, dtype=">u4").tobytes()
        (folder / f"{name}.gz").write_bytes(gzip.compress(head + values.tobytes(), 1))


def _write_news(folder: Path, counts: Counts, rng: np.random.Generator) -> None:
    folder.mkdir()
    for name, count in zip(ag_news.FILES, counts, strict=True):
        classes, words = rng.integers(1, 5, count).tolist(), rng.integers(0, 30_000, (count, 40)).tolist()
        rows = [
            f"{one},A title,{' '.join(f'w{word}' for word in text)}" for one, text in zip(classes, words, strict=True)
        ]
        (folder / name).write_text("\n".join(rows), encoding="utf-8")
