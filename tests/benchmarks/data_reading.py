"""How fast data that were fetched are read, from files in the page cache to splits of unsigned bytes.

`python -m tests.benchmarks.data_reading [--quick]`

MNIST's format: 70 000 pictures, wanted at 1 000 000 a second at least. CIFAR-10's: 60 000 pictures in pickles as Python
2 wrote them, wanted within 0.3 s. The first reading is not counted; medians over the others.
"""

import os
import pickle
import statistics
import struct
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from explorer.dataset import DatasetSpec
from explorer.datasets import cifar10
from explorer.datasets.cifar10 import Cifar10
from explorer.datasets.mnist import Mnist
from explorer.folders import data_folder
from explorer.idx import FILES
from tests.measure.command_line import is_quick, tell


def write_mnist(rng: np.random.Generator) -> None:
    """Files as large as the official ones, not compressed, as fetching leaves them."""
    folder = data_folder() / "MNIST" / "raw"
    folder.mkdir(parents=True)
    for name in FILES:
        count = 60_000 if name.startswith("train") else 10_000
        shape = (count, 28, 28) if "images" in name else (count,)
        values = rng.integers(0, 256 if "images" in name else 10, shape, dtype=np.uint8)
        head = bytes([0, 0, 8, len(shape)]) + np.array(shape, dtype=">u4").tobytes()
        (folder / name).write_bytes(head + values.tobytes())


def write_cifar(rng: np.random.Generator) -> None:
    """Batches as Python 2 pickled them: the array's bytes are one of its texts."""
    folder = data_folder() / "cifar-10-batches-py"
    folder.mkdir(parents=True)
    for name in (*cifar10.TRAIN_FILES, *cifar10.TEST_FILES):
        pixels = rng.integers(0, 256, (cifar10.PER_FILE, 3072), dtype=np.uint8)
        labels = rng.integers(0, 10, cifar10.PER_FILE).tolist()
        (folder / name).write_bytes(as_python_2(pixels, labels))


def as_python_2(pixels: np.ndarray, labels: list[int]) -> bytes:
    """A pickle of protocol 2 with numpy 1's names: {"data": pixels, "labels": labels}."""
    rows, columns = pixels.shape
    content = pixels.tobytes()
    array = (
        b"cnumpy.core.multiarray\n_reconstruct\ncnumpy\nndarray\nK\x00\x85U\x01b\x87R(K\x01(J"
        + struct.pack("<i", rows) + b"J" + struct.pack("<i", columns)
        + b"tcnumpy\ndtype\nU\x02u1K\x00K\x01\x87R(K\x03U\x01|NNNJ\xff\xff\xff\xffJ\xff\xff\xff\xffK\x00tb\x89T"
        + struct.pack("<i", len(content)) + content + b"tb"
    )  # fmt: skip
    written = pickle.dumps(labels, protocol=2).removeprefix(b"\x80\x02").removesuffix(b".")
    return b"\x80\x02}(U\x04data" + array + b"U\x06labels" + written + b"u."


def median_seconds(data: DatasetSpec, rounds: int) -> float:
    """Seconds that reading all splits takes."""
    seconds = []
    for _ in range(rounds + 1):
        started = time.perf_counter()
        splits = data.load().splits
        seconds.append(time.perf_counter() - started)
        assert splits["train"].inputs[:1].dtype == np.uint8
        del splits
    return statistics.median(seconds[1:])


def main() -> None:
    rounds, rng = 3 if is_quick() else 15, np.random.default_rng(0)
    writers: dict[str, tuple[Callable[[np.random.Generator], None], DatasetSpec, int]] = {
        "mnist": (write_mnist, Mnist(), 70_000),
        "cifar10": (write_cifar, Cifar10(), 60_000),
    }
    result = {}
    with tempfile.TemporaryDirectory() as folder:
        os.environ["NEURAL_EXPLORER_DATA"] = str(Path(folder))
        for name, (write, data, count) in writers.items():
            write(rng)
            seconds = median_seconds(data, rounds)
            result[name] = {"seconds": round(seconds, 4), "images_per_second": round(count / seconds)}
    tell(result)


if __name__ == "__main__":
    main()
