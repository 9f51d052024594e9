"""Data that the program draws itself: what takes long to draw is kept in the cache folder, to be read the next time."""

import hashlib
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import Any, ClassVar

import numpy as np

from explorer.dataset import SPLITS, Arrays, DataFacts, DatasetSpec, LoadedData, SplitName
from explorer.folders import cache_folder
from models.problem import InputError

FOLDER = "drawn"
LEAST_BYTES = 4_000_000  # what takes less is drawn as fast as it is read
MOST_BYTES = 512_000_000  # of all that is kept; beyond that the files that were longest unused go

Splits = dict[SplitName, Arrays]


class DrawnSpec(DatasetSpec):
    """Members raise `drawing` whenever the same settings give other samples than before."""

    drawing: ClassVar[int] = 1

    def load(self) -> LoadedData:
        """As drawn, or as kept when the same settings were drawn before; a damaged file is drawn anew."""
        path = self.kept_at()
        splits = _read(path, self.facts())
        if splits is None:
            splits = self.splits()
            _keep(path, splits)
        return LoadedData(splits, *self.scaling())

    def kept_at(self) -> Path:
        """The file of these settings. Other versions of numpy may draw other random numbers."""
        named = f"{self.drawing} {np.__version__} {self.model_dump_json()}"
        return cache_folder() / FOLDER / f"{self.kind}-{hashlib.sha256(named.encode()).hexdigest()[:24]}.npz"


def _read(path: Path, facts: DataFacts) -> Splits | None:
    """The splits in the file, or None where it is absent, damaged, or not of these data."""
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as kept:
            splits = {name: Arrays(kept[f"{name}_inputs"], kept[f"{name}_targets"]) for name in SPLITS}
        path.touch()  # it was used: others go first when room is needed
    except Exception:  # whatever is wrong with the file, its content can be drawn anew
        return None
    return splits if all(_fits(splits[name], facts, name) for name in SPLITS) else None


def _fits(arrays: Arrays, facts: DataFacts, split: SplitName) -> bool:
    num_samples = facts.num_samples[split]
    return arrays.inputs.shape == (num_samples, *facts.ports.input.shape) and len(arrays.targets) == num_samples


def _keep(path: Path, splits: Splits) -> None:
    """Write the splits where they are large; on a disk that is full or locked they are simply drawn again."""
    from explorer.files import write_atomically  # which knows experiments, and they know all data

    if sum(arrays.inputs.nbytes for arrays in splits.values()) < LEAST_BYTES:
        return
    content, named = BytesIO(), dict[str, Any]()
    for name, arrays in splits.items():
        named |= {f"{name}_inputs": arrays.inputs, f"{name}_targets": arrays.targets}
    np.savez(content, **named)
    with suppress(InputError, OSError):
        write_atomically(path, content.getvalue())
        _make_room(path.parent)


def _make_room(folder: Path) -> None:
    """Remove what was longest unused, until all that is left takes MOST_BYTES at most."""
    found = [(file.stat().st_mtime_ns, file.stat().st_size, file) for file in folder.glob("*.npz")]
    total = 0
    for _, size, file in sorted(found, reverse=True):
        total += size
        if total > MOST_BYTES:
            file.unlink(missing_ok=True)
