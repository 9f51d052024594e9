"""Data: points of the plane in classes that no straight line separates, for networks whose boundary can be drawn."""

from collections.abc import Callable
from typing import ClassVar, Literal

import numpy as np
import numpy.typing as npt
from pydantic import Field

from explorer.dataset import Arrays, DataFacts, DatasetSpec, SplitName
from explorer.splitting import split_counts, stratified_splits
from models.port import DataPorts, Port

PointShape = Literal["two_moons", "circles", "xor", "blobs", "spirals"]

# N points, 2 coordinates; u_N are uniform in [0, 1).
Floats = npt.NDArray[np.float64]
Classes = npt.NDArray[np.int64]


class Points(DatasetSpec):
    """Classes of equal size, drawn around curves of the plane within about -1 to 1."""

    label: ClassVar[str] = "Points"
    about: ClassVar[str] = "Points of the plane in two or three classes that no straight line separates."

    kind: Literal["points"] = "points"
    shape: PointShape = Field("two_moons", title="Shape", description="How the classes lie in the plane.")
    num_samples: int = Field(
        1000, ge=50, le=100_000, title="Points", description="Number of points in all splits together."
    )
    noise: float = Field(
        0.1, ge=0, le=1, title="Noise", description="Standard deviation by which points are moved; the shape spans 2."
    )

    def facts(self) -> DataFacts:
        names = ("A", "B", "C")[: _num_classes(self.shape)]
        ports = DataPorts(Port("vector", (2,)), num_classes=len(names))
        return DataFacts(ports, "class", split_counts(self.num_samples), class_names=names)

    def splits(self) -> dict[SplitName, Arrays]:
        rng = np.random.default_rng(self.split_seed)
        classes_N = np.arange(self.num_samples) % _num_classes(self.shape)
        points_N2 = _DRAW[self.shape](classes_N, rng) + rng.normal(0, self.noise, (self.num_samples, 2))
        return stratified_splits(points_N2.astype(np.float32), classes_N, self.split_seed)


def _num_classes(shape: PointShape) -> int:
    return 3 if shape == "blobs" else 2


def _on_circle(turns_N: Floats, radius_N: Floats) -> Floats:
    angle_N = 2 * np.pi * turns_N
    return np.stack([radius_N * np.cos(angle_N), radius_N * np.sin(angle_N)], axis=1)


def _two_moons(classes_N: Classes, rng: np.random.Generator) -> Floats:
    """Two half circles; the lower one is the upper one turned by half a turn."""
    upper_N2 = _on_circle(rng.random(len(classes_N)) / 2, np.full(len(classes_N), 2 / 3)) - [1 / 3, 1 / 6]
    return np.where(classes_N[:, None] == 0, upper_N2, -upper_N2)


def _circles(classes_N: Classes, rng: np.random.Generator) -> Floats:
    return _on_circle(rng.random(len(classes_N)), np.where(classes_N == 0, 1.0, 0.4))


def _xor(classes_N: Classes, rng: np.random.Generator) -> Floats:
    """A square's four quarters; those that touch at the corner have the same class."""
    x_N, y_N = rng.uniform(0.1, 1, (2, len(classes_N)))
    side_N = rng.choice([-1.0, 1.0], len(classes_N))
    return np.stack([side_N * x_N, np.where(classes_N == 0, side_N, -side_N) * y_N], axis=1)


def _blobs(classes_N: Classes, rng: np.random.Generator) -> Floats:
    centres_N2 = _on_circle(classes_N / 3 + 0.25, np.full(len(classes_N), 0.7))
    return centres_N2 + rng.normal(0, 0.15, centres_N2.shape)


def _spirals(classes_N: Classes, rng: np.random.Generator) -> Floats:
    """Two arms of one and a half turns; the square root keeps the points evenly spaced along an arm."""
    along_N = np.sqrt(rng.uniform(0.01, 1, len(classes_N)))
    return _on_circle(1.5 * along_N + classes_N / 2, along_N)


_DRAW: dict[PointShape, Callable[[Classes, np.random.Generator], Floats]] = {
    "two_moons": _two_moons,
    "circles": _circles,
    "xor": _xor,
    "blobs": _blobs,
    "spirals": _spirals,
}
