"""Pictures in files as a source, for tests: PNG or JPEG, decoded where they are read."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import numpy as np
import numpy.typing as npt

from explorer.dataset import Arrays, LoadedData
from explorer.source import ArraySource, Rows, Source, SourceSplit, Values


@dataclass(frozen=True)
class Pictures(Source):
    """Files of grey or coloured pictures of one size, (channels, height, width)."""

    files: tuple[Path, ...]
    size: tuple[int, int, int]

    @property
    def shape(self) -> tuple[int, ...]:
        return len(self.files), *self.size

    @property
    def dtype(self) -> np.dtype[np.generic]:
        return np.dtype(np.uint8)

    def read(self, rows: Rows, out: Values) -> None:
        from PIL import Image

        for place, row in enumerate(rows):
            with Image.open(BytesIO(self.files[row].read_bytes())) as picture:
                pixels = np.asarray(picture)
            out[place] = pixels[None] if pixels.ndim == 2 else np.moveaxis(pixels, -1, 0)


def write_pictures(pixels: npt.NDArray[np.uint8], folder: Path, kind: str = "png") -> Pictures:
    """Pictures (N, channels, height, width) as files."""
    from PIL import Image

    folder.mkdir(parents=True)
    files = tuple(folder / f"{number}.{kind}" for number in range(len(pixels)))
    for file, one in zip(files, pixels, strict=True):
        Image.fromarray(one[0] if len(one) == 1 else np.moveaxis(one, 0, -1)).save(file)
    channels, height, width = pixels.shape[1:]
    return Pictures(files, (channels, height, width))


def as_sources(data: LoadedData) -> LoadedData:
    """The same data, read by index, as if they were not in memory."""
    splits = {
        name: SourceSplit(ArraySource(part.inputs), part.targets)
        for name, part in data.splits.items()
        if isinstance(part, Arrays)
    }
    return LoadedData(splits, data.scale, data.shift, data.symbols)


def as_pictures(data: LoadedData, folder: Path) -> LoadedData:
    """The same pictures in files."""
    splits = {
        name: SourceSplit(write_pictures(np.asarray(part.inputs, dtype=np.uint8), folder / name), part.targets)
        for name, part in data.splits.items()
        if isinstance(part, Arrays)
    }
    return LoadedData(splits, data.scale, data.shift, data.symbols)
