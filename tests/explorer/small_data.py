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
from explorer.datasets import ag_news, cifar10, cifar100, emnist, imdb, pets, stl10, svhn
from explorer.datasets.alice import Alice
from explorer.datasets.paradise_lost import ParadiseLost
from explorer.datasets.shakespeare import Shakespeare
from explorer.fetching import catalogue
from explorer.fetching.pictures import IDX_NAMES
from explorer.fetching.remote import RemoteFile

RNG = np.random.default_rng(0)
TOPICS = ("war", "goals", "shares", "chips")
CORPORA, NUM_CHARACTERS = (Shakespeare, Alice, ParadiseLost), 5000
FEWER = (
    (idx, {"NUM_OFFICIAL": 200, "NUM_VALIDATION": 20, "NUM_TEST": 60}),
    (emnist, {"COUNTS": {"letters": (260, 26, 52), "balanced": (470, 47, 94)}}),
    (cifar10, {"PER_FILE": 40, "NUM_VALIDATION": 20}),
    (cifar100, {"COUNTS": {"train": 400, "test": 200}, "NUM_VALIDATION": 100}),
    (svhn, {"COUNTS": {"train": 100, "test": 50}, "NUM_VALIDATION": 10}),
    (stl10, {"COUNTS": {"train": 40, "test": 20}, "NUM_VALIDATION": 10}),
    (pets, {"COUNTS": {"trainval.txt": 74, "test.txt": 37}, "NUM_VALIDATION": 37}),
    (imdb, {"PER_FOLDER": 10, "NUM_VALIDATION": 4}),
    *((text, {"num_characters": NUM_CHARACTERS}) for text in CORPORA),
    (ag_news, {"NUM_OFFICIAL": 40, "NUM_VALIDATION": 8, "NUM_TEST": 8}),
)


def expect_small_data(patch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """Let datasets and catalogue expect small files; returns them by the paths that a mirror gives them."""
    for module, values in FEWER:
        for name, value in values.items():  # type: ignore[attr-defined]
            patch.setattr(module, name, value)
    files = _files()

    def small(those: tuple[RemoteFile, ...]) -> tuple[RemoteFile, ...]:
        contents = [files[file.lies_at] for file in those]
        digests = [f"md5:{hashlib.md5(content).hexdigest()}" for content in contents]
        return tuple(
            replace(file, num_bytes=len(content), digest=digest)
            for file, content, digest in zip(those, contents, digests, strict=True)
        )

    fetchables = (replace(data, files=small(data.files), instead=small(data.instead)) for data in catalogue.FETCHABLES)
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


def pictures(labels: np.ndarray, *shape: int) -> np.ndarray:
    """(N, *shape): grain on a pattern of each class, so that there is something to learn."""
    patterns = RNG.integers(0, 192, (int(labels.max()) + 1, *shape), dtype=np.uint8)
    return patterns[labels] + RNG.integers(0, 64, (len(labels), *shape), dtype=np.uint8)


def classes(count: int, num_classes: int) -> np.ndarray:
    return (np.arange(count) % num_classes).astype(np.uint8)


def _files() -> dict[str, bytes]:
    files = {}
    for folder in ("MNIST", "FashionMNIST", "KMNIST"):
        labels = classes(260, 10)
        images = pictures(labels, 28, 28)
        parts = (images[:200], labels[:200], images[200:], labels[200:])
        for name, values in zip(IDX_NAMES, parts, strict=True):
            files[f"{folder}/raw/{name}.gz"] = gzip.compress(idx_bytes(values), 1)
    files["EMNIST/raw/gzip.zip"] = _emnist()
    batch = {b"data": pictures(classes(40, 10), 3072), b"labels": classes(40, 10).tolist()}
    names = (*cifar10.TRAIN_FILES, *cifar10.TEST_FILES)
    files["cifar-10-python.tar.gz"] = tar_of({f"cifar-10-batches-py/{name}": pickle.dumps(batch) for name in names})
    files["cifar-100-python.tar.gz"] = tar_of(
        {f"cifar-100-python/{name}": pickle.dumps(part) for name, part in _hundred().items()}
    )
    files |= _svhn()
    files["stl10_binary.tar.gz"] = _stl10()
    files |= _pets()
    for corpus in CORPORA:
        text = "".join(corpus.symbols) * 100
        files[corpus.file] = text[:NUM_CHARACTERS].replace("\n", "\n" if corpus is Shakespeare else "\r\n").encode()
    for name, count in zip(ag_news.FILES, (40, 8), strict=True):
        rows = [f'"{number % 4 + 1}","Title","About {TOPICS[number % 4]}, no. {number}"\n' for number in range(count)]
        files[f"AG_NEWS/{name}"] = "".join(rows).encode()
    news = {f"ag_news_csv/{name}": files[f"AG_NEWS/{name}"] for name in ag_news.FILES}
    files["AG_NEWS/ag_news_csv.tgz"] = tar_of(news | {"ag_news_csv/readme.txt": b"Read me."})
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
        labels = classes(official + test, len(emnist.CLASSES[symbols]))
        images = pictures(labels, 28, 28)
        for split, part in (("train", slice(official)), ("test", slice(official, None))):
            first = emnist.FIRST_LABEL[symbols]
            prefix = f"gzip/emnist-{symbols}-{split}"
            packed[f"{prefix}-images-idx3-ubyte.gz"] = gzip.compress(idx_bytes(images[part]), 1)
            packed[f"{prefix}-labels-idx1-ubyte.gz"] = gzip.compress(idx_bytes(labels[part] + np.uint8(first)), 1)
    return zip_of(packed)


def _hundred() -> dict[str, dict[bytes, object]]:
    fine = np.arange(sum(cifar100.COUNTS.values())) % 100
    colours, found, start = pictures(fine, 3072), {}, 0
    for name, count in cifar100.COUNTS.items():
        rows = slice(start, start + count)
        coarse = (fine[rows] // 5).tolist()
        found[name] = {b"data": colours[rows], b"fine_labels": fine[rows].tolist(), b"coarse_labels": coarse}
        start += count
    return found


def _svhn() -> dict[str, bytes]:
    from scipy.io import savemat

    labels = classes(sum(svhn.COUNTS.values()), 10)
    images, files, start = pictures(labels, 32, 32, 3), {}, 0
    for name, count in svhn.COUNTS.items():
        out, rows = io.BytesIO(), slice(start, start + count)
        named = {"X": np.moveaxis(images[rows], 0, -1), "y": labels[rows, None] + np.uint8(1)}
        savemat(out, named, do_compression=True)
        files[f"{name}_32x32.mat"] = out.getvalue()
        start += count
    return files


def _stl10() -> bytes:
    files = {"stl10_binary/class_names.txt": b"airplane\n", "stl10_binary/unlabeled_X.bin": b"x" * 5000}
    labels = classes(sum(stl10.COUNTS.values()), 10)
    images, start = pictures(labels, 3, 96, 96), 0
    for name, count in stl10.COUNTS.items():
        rows = slice(start, start + count)
        files[f"stl10_binary/{name}_X.bin"] = images[rows].tobytes()
        files[f"stl10_binary/{name}_y.bin"] = (labels[rows] + 1).tobytes()
        start += count
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
            Image.fromarray(np.full((30, 40, 3), 60 + 120 * (breed % 2) + breed, dtype=np.uint8)).save(out, "JPEG")
            pictures[f"images/{title}.jpg"] = out.getvalue()
        lists[f"annotations/{name}"] = "\n".join(lines).encode()
    return {
        "oxford-iiit-pet/images.tar.gz": tar_of(pictures | {"images/odd.mat": b"no picture"}),
        "oxford-iiit-pet/annotations.tar.gz": tar_of({"annotations/trimaps/._one.png": b"", **lists}),
    }
