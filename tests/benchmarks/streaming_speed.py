"""How fast samples that do not fit the device come, beside torch's own DataLoader with as many workers.

    python -m tests.benchmarks.streaming_speed [--pictures 4000] [--pixels 128] [--workers 1 2] [--rounds 3]

JPEG files decoded by PIL, those of a folder of one's own brought to 64 × 64 pixels, and an array in memory, in batches
of 64 that are shuffled. The first batch, with which the processes start, is not counted. Both take turns; rates are
medians over the turns, in samples a second. Prints one JSON object.
"""

import argparse
import json
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import torch
from PIL import Image
from torch import Tensor
from torch.utils.data import DataLoader, Dataset

from explorer.engine.readers import Readers
from explorer.engine.streaming import StreamedSplit
from explorer.own.pictures import PictureSource
from explorer.source import ArraySource, Source
from tests.explorer.pictures import Pictures

BATCH, SIDE = 64, 64
NUM_DIFFERENT = 16


class Files(Dataset[Tensor]):
    """The same pictures as a textbook reads them."""

    def __init__(self, pictures: Pictures) -> None:
        self.pictures = pictures

    def __len__(self) -> int:
        return len(self.pictures)

    def __getitem__(self, index: int) -> Tensor:
        with Image.open(self.pictures.files[index]) as picture:
            return torch.from_numpy(np.moveaxis(np.asarray(picture), -1, 0).copy())


class Folder(Files):
    """Pictures of a folder as a textbook brings them to one size."""

    def __getitem__(self, index: int) -> Tensor:
        with Image.open(self.pictures.files[index]) as picture:
            small = picture.convert("RGB").resize((SIDE, SIDE), Image.Resampling.BILINEAR)
        return torch.from_numpy(np.moveaxis(np.asarray(small), -1, 0).copy())


class Rows(Dataset[Any]):
    """An array that hands out whole batches."""

    def __init__(self, values: Any) -> None:
        self.values = values

    def __len__(self) -> int:
        return len(self.values)

    def __getitems__(self, rows: list[int]) -> Any:
        return self.values[np.asarray(rows)]


def write_jpegs(folder: Path, count: int, pixels: int) -> Pictures:
    """Smooth noise, which a JPEG compresses about as a photograph."""
    rng = np.random.default_rng(0)
    encoded = []
    for _ in range(NUM_DIFFERENT):
        file = BytesIO()
        coarse = rng.integers(0, 255, (pixels // 8 + 1, pixels // 8 + 1, 3), dtype=np.uint8)
        Image.fromarray(coarse).resize((pixels, pixels)).save(file, "JPEG", quality=90)
        encoded.append(file.getvalue())
    files = tuple(folder / f"{number}.jpg" for number in range(count))
    for number, path in enumerate(files):
        path.write_bytes(encoded[number % NUM_DIFFERENT])
    return Pictures(files, (3, pixels, pixels))


def ours(source: Source, num_workers: int) -> Iterator[Tensor]:
    readers = Readers({"train": source}, num_workers, pinned=False)
    try:
        split = StreamedSplit("train", readers, torch.zeros(len(source)))
        for rows in split.ahead(torch.randperm(len(source)).split(BATCH)):
            yield split.selected(rows)[0]
    finally:
        readers.close()


def bare(dataset: Dataset[Any], collate: Callable[..., Any] | None, num_workers: int) -> Iterator[Tensor]:
    yield from DataLoader(dataset, BATCH, shuffle=True, num_workers=num_workers, collate_fn=collate)


def rate(batches: Iterator[Tensor]) -> float:
    """Samples a second from the second batch on."""
    next(batches)
    started, count = time.perf_counter(), 0
    for batch in batches:
        count += len(batch)
    return count / (time.perf_counter() - started)


def compare(loops: dict[str, Callable[[], Iterator[Tensor]]], rounds: int) -> dict[str, float]:
    found: dict[str, list[float]] = {name: [] for name in loops}
    for _ in range(rounds):
        for name, begin in loops.items():
            found[name].append(rate(begin()))
    ratios = [one / other for one, other in zip(*found.values(), strict=True)]
    return {**{name: round(statistics.median(one)) for name, one in found.items()}, "ratio": statistics.median(ratios)}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--pictures", type=int, default=4000)
    parser.add_argument("--pixels", type=int, default=128)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    values = np.random.default_rng(0).integers(0, 256, (40_000, 3, 32, 32), dtype=np.uint8)
    array: dict[str, Callable[[], Iterator[Tensor]]] = {
        "a thread": lambda: ours(ArraySource(values), 0),
        "DataLoader, 1 worker": lambda: bare(Rows(values), torch.from_numpy, 1),
    }
    result = {"array": compare(array, options.rounds)}
    with tempfile.TemporaryDirectory() as folder:
        pictures = write_jpegs(Path(folder), options.pictures, options.pixels)
        for workers in options.workers:
            loops: dict[str, Callable[[], Iterator[Tensor]]] = {
                "processes": lambda workers=workers: ours(pictures, workers),  # type: ignore[misc]
                "DataLoader": lambda workers=workers: bare(Files(pictures), None, workers),  # type: ignore[misc]
            }
            result[f"JPEGs, {workers} workers"] = compare(loops, options.rounds)
            names = tuple(file.name for file in pictures.files)
            own = PictureSource(folder, names, (3, SIDE, SIDE), "crop")
            loops = {
                "processes": lambda workers=workers, own=own: ours(own, workers),  # type: ignore[misc]
                "DataLoader": lambda workers=workers: bare(Folder(pictures), None, workers),  # type: ignore[misc]
            }
            result[f"own folder, {workers} workers"] = compare(loops, options.rounds)
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
