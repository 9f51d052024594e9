"""Samples as points of a plane in which neighbours stay neighbours: principal components, and t-SNE."""

# N samples, F features

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from explorer.dataset import SPLITS, SplitName
from explorer.exploring.features import features
from explorer.exploring.loaded import Held, spread_over_splits
from explorer.source import Rows

Method = Literal["plane", "pca", "tsne"]
MOST_POINTS: dict[Method, int] = {"plane": 5000, "pca": 5000, "tsne": 1500}
PERPLEXITY = 30.0
EXAGGERATED, ROUNDS = 250, (500, 500)  # iterations; after each round the picture so far is shown
COMPONENTS_FIRST = 50  # t-SNE works on so many principal components, as van der Maaten and Hinton 2008 did

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Projection:
    """points (N, 2) of the samples at split_numbers and indices (N,), with classes (N,) where they have any.

    `explained` (2,) is each axis' share of the variance, of principal components only.
    """

    method: Method
    points: npt.NDArray[np.floating]
    split_numbers: npt.NDArray[np.uint8]
    indices: Rows
    classes: Rows | None
    explained: tuple[float, ...] = ()

    def place(self, row: int) -> tuple[SplitName, int]:
        """Split and index of one of them."""
        return SPLITS[self.split_numbers[row]], int(self.indices[row])


def project(held: Held, method: Method, show: Callable[[float | None, Projection | None], object]) -> Projection:
    """Evenly spaced samples of all splits in the plane. `show` is told the share that is done and what can be seen
    already; it may raise."""
    split_numbers, indices = spread_over_splits(held.counts, MOST_POINTS[method])
    classes = None
    if held.facts.target == "class":
        targets = [
            np.asarray(held.split(int(number)).targets)[indices[split_numbers == number]]
            for number in np.unique(split_numbers)
        ]
        classes = np.concatenate(targets).astype(np.int64) if targets else np.zeros(0, np.int64)
    show(None, None)
    x_NF = features(held, split_numbers, indices)

    def projection(points: npt.NDArray[np.floating], explained: tuple[float, ...] = ()) -> Projection:
        return Projection(method, points, split_numbers, indices, classes, explained)

    if not len(x_NF):
        return projection(np.zeros((0, 2), np.float32))
    if method == "plane":
        units, places = held.facts.input_units, np.ascontiguousarray(x_NF[:, :2])
        return projection(places if units is None else units.restored(places))
    points, explained = pca(x_NF, 2)
    if method == "pca" or len(x_NF) < 4:
        return projection(points, explained)
    show(0.0, projection(points))
    for done, so_far in tsne(x_NF):
        points = so_far
        show(done, projection(points))
    return projection(points)


def pca(x_NF: npt.NDArray[np.floating], num_components: int) -> tuple[Floats, tuple[float, ...]]:
    """(N, num_components) coordinates, and each one's share of the variance.

    The sign of a component is the one with which its largest loading is positive; what the data do not have is zero.
    """
    centred = x_NF.astype(np.float64) - x_NF.mean(axis=0, dtype=np.float64)
    points = np.zeros((len(x_NF), num_components), np.float32)
    shares = np.zeros(num_components)
    if len(x_NF):
        directions_FK, squares_K = _directions(centred, num_components)
        largest = np.abs(directions_FK).argmax(axis=0)
        directions_FK = directions_FK * np.where(directions_FK[largest, range(len(largest))] < 0, -1.0, 1.0)
        known = directions_FK.shape[1]
        points[:, :known] = centred @ directions_FK
        total = float((centred**2).sum())
        shares[:known] = np.maximum(squares_K, 0) / total if total > 0 else 0.0
    return points, tuple(shares.tolist())


def _directions(
    centred_NF: npt.NDArray[np.float64], num_wanted: int
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """The first principal directions (F, K), and the sum of squares along each (K,)."""
    num_samples, num_features = centred_NF.shape
    if num_samples > num_features:  # the square product has the same directions, and is taken apart much sooner
        squares, directions = np.linalg.eigh(centred_NF.T @ centred_NF)
        return directions[:, ::-1][:, :num_wanted], squares[::-1][:num_wanted]
    _, values, directions_T = np.linalg.svd(centred_NF, full_matrices=False)
    return directions_T[:num_wanted].T, values[:num_wanted] ** 2


def tsne(x_NF: Floats) -> Iterator[tuple[float, Floats]]:
    """Yields (share that is done, points (N, 2)) after each round of scikit-learn's Barnes-Hut t-SNE.

    The same data give the same picture: it begins with the principal components. One thread, since a network may train.
    """
    from sklearn.manifold import TSNE
    from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

    num_samples = len(x_NF)
    reduced, _ = pca(x_NF, min(COMPONENTS_FIRST, x_NF.shape[1]))
    points = reduced[:, :2] if reduced.shape[1] > 1 else np.pad(reduced, ((0, 0), (0, 1)))
    points = (points / max(float(points[:, 0].std()), 1e-12) * 1e-4).astype(np.float32)
    rate = max(num_samples / 12 / 4, 50.0)
    total, done = EXAGGERATED + sum(ROUNDS), 0
    for number, iterations in enumerate((EXAGGERATED, *ROUNDS)):
        with threadpool_limits(1):
            method = TSNE(
                2, perplexity=min(PERPLEXITY, (num_samples - 1) / 3), early_exaggeration=1.0 if number else 12.0,
                learning_rate=rate, max_iter=iterations, init=points, random_state=0, n_jobs=1,
            )  # fmt: skip
            points = method.fit_transform(reduced).astype(np.float32)
        done += iterations
        yield done / total, points
