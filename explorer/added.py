"""Samples that a person made and added to the training data: kept in the experiment, which says all of a run."""

import base64
import zlib
from collections.abc import Sequence
from functools import lru_cache
from typing import ClassVar, Literal

import numpy as np
import numpy.typing as npt
from pydantic import Field

from explorer.dataset import Arrays
from models.spec import Spec

MOST_ADDED = 500
MOST_LETTERS = 400_000  # of one sample's text

# Type, values (zlib, base64) and class.
Kept = tuple[str, str, int]


class AddedSample(Spec):
    """One sample with its class; the values lie as in memory, little-endian, packed by zlib and written in base64."""

    label: ClassVar[str] = "Added sample"

    dtype: Literal["uint8", "int32", "float32"] = Field(
        "uint8", title="Type", description="How the values are kept: bytes, tokens or floating-point numbers."
    )
    values: str = Field(max_length=MOST_LETTERS, title="Values", description="The packed values of the sample.")
    target: int = Field(ge=0, le=2**31 - 1, title="Class", description="The number of its class, counted from 0.")

    @classmethod
    def of(cls, inputs: npt.NDArray[np.generic], target: int) -> "AddedSample":
        """A sample as a run would be given it: bytes, tokens, or floats."""
        dtype: Literal["uint8", "int32", "float32"] = "float32"
        if inputs.dtype == np.uint8:
            dtype = "uint8"
        elif inputs.dtype.kind in "iu":
            dtype = "int32"
        packed = zlib.compress(inputs.astype(f"<{np.dtype(dtype).str[1:]}").tobytes(), 9)
        return cls(dtype=dtype, values=base64.b64encode(packed).decode("ascii"), target=target)

    @property
    def kept(self) -> Kept:
        """What unpacking it takes."""
        return self.dtype, self.values, self.target

    def fits(self, size: int, num_classes: int, vocabulary: int | None) -> bool:
        """Whether it is a sample of data of so many values, classes and, where they are tokens, symbols."""
        values = _unpacked(self, size)
        if values is None or not 0 <= self.target < num_classes:
            return False
        if vocabulary is None:
            return self.dtype != "int32" and bool(np.isfinite(values).all())
        return self.dtype == "int32" and all(0 <= token < vocabulary for token in values.tolist())

    def unpacked(self, size: int) -> npt.NDArray[np.generic] | None:
        """Its values (size,), or None where it does not hold so many; never more memory than they take."""
        dtype = np.dtype(self.dtype)
        try:
            packed = base64.b64decode(self.values, validate=True)
            content = zlib.decompressobj().decompress(packed, size * dtype.itemsize + 1)
        except (ValueError, zlib.error):
            return None
        return np.frombuffer(content, dtype) if len(content) == size * dtype.itemsize else None


@lru_cache(maxsize=2 * MOST_ADDED)
def _unpacked(sample: AddedSample, size: int) -> npt.NDArray[np.generic] | None:
    """Kept, since an experiment is checked at every keystroke."""
    return sample.unpacked(size)


def rows_of(kept: Sequence[Kept], shape: Sequence[int], like: npt.NDArray[np.generic]) -> npt.NDArray[np.generic]:
    """Added samples (N, ...) of the shape and type that the data have."""
    unpacked = [np.frombuffer(zlib.decompress(base64.b64decode(values)), dtype) for dtype, values, _ in kept]
    return np.stack(unpacked).reshape(len(kept), *shape).astype(like.dtype)


def joined(splits: dict[str, Arrays], kept: Sequence[Kept]) -> dict[str, Arrays]:
    """The splits, with the added samples behind those for training."""
    train = splits["train"]
    rows = rows_of(kept, train.inputs.shape[1:], train.inputs)
    targets = np.array([target for _, _, target in kept], dtype=train.targets.dtype)
    inputs = np.concatenate([np.asarray(train.inputs), rows])
    return {**splits, "train": Arrays(inputs, np.concatenate([train.targets, targets]))}
