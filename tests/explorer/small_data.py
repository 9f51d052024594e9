"""Small files of every format that can be fetched, as their servers have them, and a catalogue that expects them."""

import gzip
import hashlib
import io
import pickle
import tarfile
import zipfile
from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pytest

from explorer import idx
from explorer.datasets import ag_news, cifar10, cifar100, emnist, imdb, pets, shakespeare, stl10, svhn
from explorer.fetching import catalogue
from explorer.fetching.pictures import IDX_NAMES

RNG = np.random.default_rng(0)
FEWER = (
    (idx, {"NUM_OFFICIAL": 200, "NUM_VALIDATION": 20, "NUM_TEST": 60}),
    (emnist, {"COUNTS": {"letters": (260, 26, 52), "balanced": (470, 47, 94)}}),
    (cifar10, {"PER_FILE": 40, "NUM_VALIDATION": 20}),
    (cifar100, {"COUNTS": {"train": 400, "test": 200}, "NUM_VALIDATION": 100}),
    (svhn, {"COUNTS": {"train": 100, "test": 50}, "NUM_VALIDATION": 10}),
    (stl10, {"COUNTS": {"train": 40, "test": 20}, "NUM_VALIDATION": 10}),
    (pets, {"COUNTS": {"trainval.txt": 74, "test.txt": 37}, "NUM_VALIDATION": 37}),
    (imdb, {"PER_FOLDER": 10, "NUM_VALIDATION": 4}),
    (shakespeare, {"NUM_CHARACTERS": 5000, "ENDS": (4000, 4500)}),
    (ag_news, {"NUM_OFFICIAL": 40, "NUM_VALIDATION": 8, "NUM_TEST": 8}),
)


def expect_small_data(patch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """Let datasets and catalogue expect small files; returns them by the paths that a mirror gives them."""
    for module, values in FEWER:
        for name, value in values.items():  # type: ignore[attr-defined]
            patch.setattr(module, name, value)
    files = _files()
    fetchables = []
    for data in catalogue.FETCHABLES:
        small = [
            replace(
                file,
                num_bytes=len(files[file.lies_at]),
                digest=f"md5:{hashlib.md5(files[file.lies_at]).hexdigest()}",
            )
            for file in data.files
        ]
        fetchables.append(replace(data, files=tuple(small)))
    patch.setattr(catalogue, "FETCHABLES", tuple(fetchables))
    return files


def idx_bytes(values: np.ndarray) -> bytes:
    return bytes([0, 0, 8, values.ndim]) + np.array(values.shape, dtype=">u4").tobytes() + values.tobytes()


def tar_of(files: Mapping[str, bytes]) -> bytes:
    """A .tar.gz with these files, and with the folder of the first of them."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz", compresslevel=1) as tar:
        folder = tarfile.TarInfo(next(iter(files)).partition("/")[0])
        folder.type = tarfile.DIRTYPE
        tar.addfile(folder)
        for name, content in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            tar.addfile(info, io.BytesIO(content))
    return out.getvalue()


def zip_of(files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    return out.getvalue()


def bytes_of(*shape: int) -> np.ndarray:
    return RNG.integers(0, 256, shape, dtype=np.uint8)


def classes(count: int, num_classes: int) -> np.ndarray:
    return (np.arange(count) % num_classes).astype(np.uint8)


def _files() -> dict[str, bytes]:
    files = {}
    for folder in ("MNIST", "FashionMNIST", "KMNIST"):
        parts = (bytes_of(200, 28, 28), classes(200, 10), bytes_of(60, 28, 28), classes(60, 10))
        for name, values in zip(IDX_NAMES, parts, strict=True):
            files[f"{folder}/raw/{name}.gz"] = gzip.compress(idx_bytes(values), 1)
    files["EMNIST/raw/gzip.zip"] = _emnist()
    batch = {b"data": bytes_of(40, 3072), b"labels": classes(40, 10).tolist()}
    names = (*cifar10.TRAIN_FILES, *cifar10.TEST_FILES)
    files["cifar-10-python.tar.gz"] = tar_of({f"cifar-10-batches-py/{name}": pickle.dumps(batch) for name in names})
    files["cifar-100-python.tar.gz"] = tar_of(
        {f"cifar-100-python/{name}": pickle.dumps(_hundred(count)) for name, count in cifar100.COUNTS.items()}
    )
    files |= {f"{name}_32x32.mat": _mat(count) for name, count in svhn.COUNTS.items()}
    files["stl10_binary.tar.gz"] = _stl10()
    files |= _pets()
    text = "".join(sorted(shakespeare.SYMBOLS)) * 100
    files["tiny_shakespeare/input.txt"] = text[:5000].encode()
    for name, count in zip(ag_news.FILES, (40, 8), strict=True):
        files[f"AG_NEWS/{name}"] = "".join(f'"{n % 4 + 1}","Title","Words no. {n}"\n' for n in range(count)).encode()
    reviews = {
        f"aclImdb/{part}/{name}/{number}_7.txt": f"A {name} film,<br />the {number}th.".encode()
        for part in ("train", "test")
        for name in ("neg", "pos", "unsup")
        for number in range(10)
    }
    files["IMDB/aclImdb_v1.tar.gz"] = tar_of(reviews | {"aclImdb/README": b"Read me."})
    return files


def _emnist() -> bytes:
    packed = {"gzip/emnist-digits-mapping.txt": b"0 48"}
    for symbols, (official, _, test) in emnist.COUNTS.items():
        for split, count in (("train", official), ("test", test)):
            labels = classes(count, len(emnist.CLASSES[symbols])) + emnist.FIRST_LABEL[symbols]
            prefix = f"gzip/emnist-{symbols}-{split}"
            packed[f"{prefix}-images-idx3-ubyte.gz"] = gzip.compress(idx_bytes(bytes_of(count, 28, 28)), 1)
            packed[f"{prefix}-labels-idx1-ubyte.gz"] = gzip.compress(idx_bytes(labels.astype(np.uint8)), 1)
    return zip_of(packed)


def _hundred(count: int) -> dict[bytes, object]:
    fine = np.arange(count) % 100
    return {b"data": bytes_of(count, 3072), b"fine_labels": fine.tolist(), b"coarse_labels": (fine // 5).tolist()}


def _mat(count: int) -> bytes:
    from scipy.io import savemat

    out = io.BytesIO()
    labels = (np.arange(count) % 10 + 1).astype(np.uint8)[:, None]
    savemat(out, {"X": bytes_of(32, 32, 3, count), "y": labels}, do_compression=True)
    return out.getvalue()


def _stl10() -> bytes:
    files = {"stl10_binary/class_names.txt": b"airplane\n", "stl10_binary/unlabeled_X.bin": b"x" * 5000}
    for name, count in stl10.COUNTS.items():
        files[f"stl10_binary/{name}_X.bin"] = bytes_of(count, 3, 96, 96).tobytes()
        files[f"stl10_binary/{name}_y.bin"] = (classes(count, 10) + 1).tobytes()
    return tar_of(files)


def _pets() -> dict[str, bytes]:
    from PIL import Image

    pictures, lists, number = {}, {}, 0
    for name, count in pets.COUNTS.items():
        lines = []
        for row in range(count):
            number += 1
            breed = row % 37
            title = f"{pets.NAMES['breed'][breed].replace(' ', '_')}_{number}"
            lines.append(f"{title} {breed + 1} {breed % 2 + 1} 1")
            out = io.BytesIO()
            Image.fromarray(np.full((30, 40, 3), 5 * breed, dtype=np.uint8)).save(out, "JPEG")
            pictures[f"images/{title}.jpg"] = out.getvalue()
        lists[f"annotations/{name}"] = "\n".join(lines).encode()
    return {
        "oxford-iiit-pet/images.tar.gz": tar_of(pictures | {"images/odd.mat": b"no picture"}),
        "oxford-iiit-pet/annotations.tar.gz": tar_of({"annotations/trimaps/._one.png": b"", **lists}),
    }
