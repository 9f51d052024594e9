"""Samples of any kind as small pictures of one size: images as they are, the rest drawn into pixels."""

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
DRAWN_HEIGHT = 24  # pixels of a drawn line or plane


def sample_tiles(samples: Floats) -> Floats:
    """Pictures (N, H, W), or (N, 3, H, W) in colour, of N samples.

    Images (N, C, H, W): grey, colour, or their first channel. Sequences (N, T, F): lines for F = 1, else T x F pixels.
    Points (N, 2): a dot in the plane that all samples lie in. Other vectors (N, F): one row of pixels.
    """
    if samples.ndim == 4:
        return samples if samples.shape[1] == 3 else samples[:, 0]
    if samples.ndim == 3:
        return _lines(samples[:, :, 0]) if samples.shape[2] == 1 else samples
    return _dots(samples) if samples.shape[1] == 2 else samples[:, None, :]


def _share(values: Floats, axis: int | None) -> Floats:
    """Where values lie between the smallest and the largest, 0 to 1; what is no number counts as 0."""
    values = np.nan_to_num(values, posinf=0.0, neginf=0.0)
    low, high = values.min(axis=axis, keepdims=True), values.max(axis=axis, keepdims=True)
    share: Floats = (values - low) / np.maximum(high - low, 1e-12)
    return share


def _lines(values_NT: Floats) -> Floats:
    """Each sequence as a line through (DRAWN_HEIGHT, T) pixels, its steep parts connected."""
    rows_NT = np.rint((1 - _share(values_NT, None)) * (DRAWN_HEIGHT - 1)).astype(np.int64)
    previous_NT = np.concatenate([rows_NT[:, :1], rows_NT[:, :-1]], axis=1)
    low_NT, high_NT = np.minimum(rows_NT, previous_NT), np.maximum(rows_NT, previous_NT)
    rows = np.arange(DRAWN_HEIGHT)[None, :, None]
    drawn: Floats = ((rows >= low_NT[:, None]) & (rows <= high_NT[:, None])).astype(np.float32)
    return drawn


def _dots(points_N2: Floats) -> Floats:
    """Each point as a dot of 3 x 3 pixels in a square of DRAWN_HEIGHT pixels."""
    x, y = (_share(points_N2, 0).T * (DRAWN_HEIGHT - 3) + 1).round().astype(np.int64)
    tiles = np.zeros((len(points_N2), DRAWN_HEIGHT, DRAWN_HEIGHT), np.float32)
    for down in (-1, 0, 1):
        for across in (-1, 0, 1):
            tiles[np.arange(len(points_N2)), DRAWN_HEIGHT - 1 - y + down, x + across] = 1
    return tiles
