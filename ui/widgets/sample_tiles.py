"""Samples of any kind as small pictures of one size: images as they are, the rest drawn into pixels."""

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
DRAWN_HEIGHT = 24  # pixels of a drawn line, plane or row of bars
FEW_LINES, FEW_BARS, BAR = 4, 48, 3  # features that are drawn as lines or bars, and pixels of a bar with its gap


def sample_tiles(samples: Floats) -> Floats:
    """Pictures (N, H, W), or (N, 3, H, W) in colour, of N samples.

    Images (N, C, H, W): grey, colour, or their first channel. Sequences (N, T, F): a line for each of a few features,
    else T x F pixels. Points (N, 2): a dot in the plane that all samples lie in. Other vectors (N, F): a bar for each
    of a few values, else one row of pixels.
    """
    if samples.ndim == 4:
        return samples if samples.shape[1] == 3 else samples[:, 0]
    if samples.ndim == 3:
        return _lines(samples) if samples.shape[2] <= FEW_LINES else samples
    if samples.shape[1] == 2:
        return _dots(samples)
    return _bars(samples) if samples.shape[1] <= FEW_BARS else samples[:, None, :]


def _share(values: Floats, axis: int | None) -> Floats:
    """Where values lie between the smallest and the largest, 0 to 1; what is no number counts as 0."""
    values = np.nan_to_num(values, posinf=0.0, neginf=0.0)
    low, high = values.min(axis=axis, keepdims=True), values.max(axis=axis, keepdims=True)
    share: Floats = (values - low) / np.maximum(high - low, 1e-12)
    return share


def _lines(values_NTF: Floats) -> Floats:
    """Each feature of a sequence as a line through (DRAWN_HEIGHT, T) pixels, its steep parts connected."""
    rows_NTF = np.rint((1 - _share(values_NTF, None)) * (DRAWN_HEIGHT - 1)).astype(np.int64)
    previous_NTF = np.concatenate([rows_NTF[:, :1], rows_NTF[:, :-1]], axis=1)
    low_NTF, high_NTF = np.minimum(rows_NTF, previous_NTF), np.maximum(rows_NTF, previous_NTF)
    rows = np.arange(DRAWN_HEIGHT)[None, :, None, None]
    drawn_NHTF = (rows >= low_NTF[:, None]) & (rows <= high_NTF[:, None])
    drawn: Floats = drawn_NHTF.any(axis=-1).astype(np.float32)
    return drawn


def _bars(values_NF: Floats) -> Floats:
    """Each value as a bar from zero, in (DRAWN_HEIGHT, F * BAR) pixels; all samples have the same scale by feature."""
    finite_NF = np.nan_to_num(values_NF, posinf=0.0, neginf=0.0)
    reach_F = np.maximum(np.abs(finite_NF).max(axis=0), 1e-12)
    middle = DRAWN_HEIGHT // 2
    heights_NF = np.rint(finite_NF / reach_F * (middle - 1)).astype(np.int64)
    rows = middle - np.arange(DRAWN_HEIGHT)[None, :, None]  # above zero they are positive
    drawn_NHF = (rows >= np.minimum(heights_NF, 0)[:, None]) & (rows <= np.maximum(heights_NF, 0)[:, None])
    drawn: Floats = np.repeat(drawn_NHF, BAR, axis=-1).astype(np.float32)
    drawn[:, :, BAR - 1 :: BAR] = 0.0
    return drawn


def _dots(points_N2: Floats) -> Floats:
    """Each point as a dot of 3 x 3 pixels in a square of DRAWN_HEIGHT pixels."""
    x, y = (_share(points_N2, 0).T * (DRAWN_HEIGHT - 3) + 1).round().astype(np.int64)
    tiles = np.zeros((len(points_N2), DRAWN_HEIGHT, DRAWN_HEIGHT), np.float32)
    for down in (-1, 0, 1):
        for across in (-1, 0, 1):
            tiles[np.arange(len(points_N2)), DRAWN_HEIGHT - 1 - y + down, x + across] = 1
    return tiles
