"""A block's output as a small picture: channels as tiles, a map, or a column of cells, always by the theme's maps."""

import math

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QImage

from ui.theme import ColormapName
from ui.widgets.color_image import mapped_image, rgb_image

Floats = npt.NDArray[np.floating]
TILE_GAP = 1
MAX_BARS, BAR_LENGTH = 16, 24  # a short vector is drawn as bars; pixels of the longest of them


def thumbnail(values: Floats) -> QImage:
    """A picture of an image (C, H, W), a map (rows, columns) or a vector (units,); values below zero diverge."""
    if values.ndim == 3:
        return _mapped(_tiled(values), values)
    if values.ndim == 2:
        return _mapped(values.T, values)  # positions run to the right, as one reads
    return _bars(values) if len(values) <= MAX_BARS else _mapped(_folded(values), values)


def input_thumbnail(values: Floats) -> QImage:
    """What a network receives: a picture in grey or in its colours, else like any output."""
    if values.ndim == 3 and len(values) == 1:
        return mapped_image(values[0], float(values.min()), float(values.max()), "gray")
    if values.ndim == 3 and len(values) == 3:
        return rgb_image(values, float(values.min()), float(values.max()))
    return thumbnail(values)


def attention_thumbnail(weights_TS: Floats) -> QImage:
    """Who looks where: targets are rows, sources are columns; from 0 to the largest weight."""
    return mapped_image(weights_TS, 0.0, float(weights_TS.max(initial=1e-9)), "viridis")


def _mapped(picture: Floats, values: Floats) -> QImage:
    low, high = _reach(values)
    return mapped_image(picture, low, high, "signed" if low < 0 else "viridis")


def _reach(values: Floats) -> tuple[float, float]:
    finite = values[np.isfinite(values)]
    low, high = float(finite.min(initial=np.inf)), float(finite.max(initial=-np.inf))
    if low > high:
        return 0.0, 1.0
    if low < 0:
        reach = max(-low, high)
        return -reach, reach
    return 0.0, max(high, 1e-9)


def _tiled(values_CHW: Floats) -> Floats:
    """Channels as tiles in a square; what lies between them is 0, and the range is that of the channels."""
    count, height, width = values_CHW.shape
    columns = math.ceil(math.sqrt(count))
    rows = math.ceil(count / columns)
    sheet = np.zeros((rows * (height + TILE_GAP), columns * (width + TILE_GAP)), values_CHW.dtype)
    for index, channel in enumerate(values_CHW):
        row, column = divmod(index, columns)
        top, left = row * (height + TILE_GAP), column * (width + TILE_GAP)
        sheet[top : top + height, left : left + width] = channel
    return sheet[:-TILE_GAP, :-TILE_GAP]


def _bars(values_F: Floats) -> QImage:
    """One bar below the other, from zero to the value; the ground shines through."""
    low, high = _reach(values_F)
    colors: ColormapName = "signed" if low < 0 else "viridis"
    ends = np.nan_to_num((values_F - low) / (high - low)) * BAR_LENGTH
    zero = -low / (high - low) * BAR_LENGTH
    middle = np.arange(BAR_LENGTH) + 0.5
    left, right = np.minimum(ends, zero)[:, None] - 0.5, np.maximum(ends, zero)[:, None] + 0.5
    is_bar = (left <= middle) & (middle <= right)
    picture = mapped_image(np.repeat(np.repeat(values_F[:, None], BAR_LENGTH, 1), 3, 0), low, high, colors)
    shown = picture.convertToFormat(QImage.Format.Format_ARGB32)
    alpha = np.zeros((len(values_F), 3, BAR_LENGTH), np.uint8)
    alpha[:, :2] = is_bar[:, None] * np.uint8(255)
    rows = np.ascontiguousarray(alpha.reshape(-1, BAR_LENGTH))
    shown.setAlphaChannel(QImage(rows.data, BAR_LENGTH, len(rows), BAR_LENGTH, QImage.Format.Format_Alpha8).copy())
    return shown


def _folded(values_F: Floats) -> Floats:
    """A vector in columns of equal height, read downwards; at most about as high as wide."""
    rows = min(len(values_F), max(1, math.ceil(math.sqrt(len(values_F) * 2))))
    columns = math.ceil(len(values_F) / rows)
    padded = np.zeros(rows * columns, values_F.dtype)
    padded[: len(values_F)] = values_F
    return padded.reshape(columns, rows).T
