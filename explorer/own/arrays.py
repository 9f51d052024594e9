"""Arrays in NPY and NPZ files: read without unpickling anything, mapped from the disk where that is possible."""

import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np
import numpy.typing as npt

from explorer.own.files import files_below
from explorer.own.normalising import scaled
from explorer.own.tables import LARGEST
from explorer.source import Rows, Source, Values

SUFFIXES = (".npy", ".npz")
MAGIC = b"\x93NUMPY"
Layout = Literal["vector", "series", "image", "image_last"]


def arrays_in(path: Path, wanted: set[str]) -> dict[str, npt.NDArray[np.generic]]:
    """The arrays of these names: of an NPZ file, of one NPY file, or of the NPY files in a folder.

    NPY files are only mapped.

    Raises:
        OSError: when a file is not there.
        ValueError: when one is damaged, or holds Python objects.
    """
    if path.is_dir():
        names = [name for name in files_below(path, (".npy",)) if "/" not in name and name[:-4] in wanted]
        return {name[:-4]: mapped(path / name) for name in names}
    if path.suffix.lower() == ".npy":
        return {path.stem: mapped(path)}
    try:
        with np.load(path, allow_pickle=False) as opened:
            return {name: opened[name] for name in opened.files if name in wanted}
    except (zipfile.BadZipFile, EOFError, KeyError) as error:
        raise ValueError(str(error) or "it is damaged") from None


def mapped(path: Path) -> npt.NDArray[np.generic]:
    """The array of a NPY file, of which nothing is read yet."""
    with path.open("rb") as file:
        if file.read(len(MAGIC)) != MAGIC:
            raise ValueError("it does not begin as an NPY file")
    try:
        array: npt.NDArray[np.generic] = np.load(path, mmap_mode="r", allow_pickle=False)
    except EOFError as error:
        raise ValueError(str(error) or "it is empty") from None
    return array


def as_inputs(values: npt.NDArray[np.generic], layout: Layout) -> npt.NDArray[np.generic]:
    """Samples as a network takes them: pictures with their channels first, bytes as they are, else finite floats
    with all the digits that they have."""
    match layout:
        case "image" if values.ndim == 3:
            values = values[:, None]
        case "image_last":
            values = np.moveaxis(values, -1, 1)
        case "series" if values.ndim == 2:
            values = values[:, :, None]
        case "vector":
            values = values.reshape(len(values), -1)
    if values.dtype == np.uint8:
        return np.ascontiguousarray(values)
    # as exact as they are until they are normalised; what no float32 holds is read as 0
    floats = values.astype(np.float32 if values.dtype.itemsize <= 4 and values.dtype.kind == "f" else np.float64)
    floats[~(np.abs(floats) <= LARGEST)] = 0.0
    return floats


def class_numbers(labels_N: npt.NDArray[np.generic], names: tuple[str, ...]) -> npt.NDArray[np.int64]:
    """(N,) the place of every label's text among the names.

    Raises:
        ValueError: when there is a label that is not among them.
    """
    found, places_N = np.unique(labels_N, return_inverse=True)
    numbers = {name: number for number, name in enumerate(names)}
    written = [label_text(label) for label in found]
    strange = [text for text in written if text not in numbers]
    if strange:
        raise ValueError(f"the label {strange[0]} is new")
    classes_N: npt.NDArray[np.int64] = np.array([numbers[text] for text in written], dtype=np.int64)[
        places_N.reshape(-1)
    ]
    return classes_N


def label_text(label: object) -> str:
    """A label as the name of its class."""
    value = label.item() if isinstance(label, np.generic) else label
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


@dataclass(frozen=True)
class MappedSource(Source):
    """Some rows of an array in a NPY file, read when they are wanted."""

    file: str
    rows: npt.NDArray[np.int64]
    layout: Layout
    sample_shape: tuple[int, ...]
    is_bytes: bool
    mean: float = 0.0  # the values are normalised by
    deviation: float = 1.0

    is_costly = False

    @property
    def shape(self) -> tuple[int, ...]:
        return len(self.rows), *self.sample_shape

    @property
    def dtype(self) -> np.dtype[np.generic]:
        return np.dtype(np.uint8) if self.is_bytes else np.dtype(np.float32)

    def read(self, rows: Rows, out: Values) -> None:
        inputs = as_inputs(mapped(Path(self.file))[self.rows[rows]], self.layout)
        out[...] = inputs if self.is_bytes else scaled(inputs, np.array(self.mean), np.array(self.deviation))
