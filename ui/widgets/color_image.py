"""Arrays as pictures: numbers through a colour map, or channels as they are."""

from functools import lru_cache

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPaintEngine, QPainter

from ui.theme import ColormapName, colormap

Floats = npt.NDArray[np.floating]
OPAQUE = np.uint32(0xFF000000)
DARK_INK, LIGHT_INK = QColor("#101418"), QColor("#ffffff")
VECTOR_SHARPNESS = 2  # pixels per unit of a file of vectors
FLAT = 1e-36  # a span that is no more than this is none: 255 divided by it would be too large for float32
LIGHT_GROUND = 140  # of 255, from where on dark ink is easier to read


@lru_cache(maxsize=8)
def _packed(name: ColormapName) -> npt.NDArray[np.uint32]:
    red, green, blue = colormap(name).astype(np.uint32).T
    packed: npt.NDArray[np.uint32] = (OPAQUE | red << 16 | green << 8 | blue).astype(np.uint32)
    return packed


def color_index(values: Floats, low: float, high: float, name: ColormapName) -> npt.NDArray[np.uint8]:
    """Where each value stands in the colour map, 0 to 255; values outside are clipped, NaN is the lowest."""
    span = high - low
    if not span > FLAT:
        return np.full(values.shape, 128 if name == "signed" else 0, np.uint8)
    scaled = (values - low) * (255.0 / span) + 0.5
    index: npt.NDArray[np.uint8] = np.fmin(np.fmax(scaled, 0.0), 255.0).astype(np.uint8)  # fmax turns NaN into 0
    return index


def mapped_image(values_HW: Floats, low: float, high: float, name: ColormapName) -> QImage:
    """A picture of (height, width) numbers between low and high."""
    return _image(_packed(name)[color_index(values_HW, low, high, name)])


def rgb_image(values_3HW: Floats, low: float, high: float) -> QImage:
    """A picture of (3, height, width) red, green and blue between low and high."""
    scale = 255.0 / (high - low) if high - low > FLAT else 0.0
    red, green, blue = np.clip((values_3HW - low) * scale + 0.5, 0, 255).astype(np.uint32)
    return _image(OPAQUE | red << 16 | green << 8 | blue)


def map_color(value: float, low: float, high: float, name: ColormapName) -> QColor:
    """The colour of one value."""
    index = int(color_index(np.array([value]), low, high, name)[0])
    red, green, blue = colormap_bytes(name)[index]
    return QColor(int(red), int(green), int(blue))


def ink_on(color: QColor) -> QColor:
    """Black or white, whichever is easier to read on that colour."""
    light = 0.299 * color.red() + 0.587 * color.green() + 0.114 * color.blue()
    return DARK_INK if light > LIGHT_GROUND else LIGHT_INK


def inks_on(values_HW: Floats, low: float, high: float, name: ColormapName) -> list[list[QColor]]:
    """For every value the ink that is easier to read on its colour."""
    light = colormap_bytes(name) @ np.array([0.299, 0.587, 0.114]) > LIGHT_GROUND
    dark_on_light = light[color_index(values_HW, low, high, name)].tolist()
    return [[DARK_INK if is_light else LIGHT_INK for is_light in row] for row in dark_on_light]


@lru_cache(maxsize=8)
def colormap_bytes(name: ColormapName) -> npt.NDArray[np.uint8]:
    """The colour map's table (256, 3), made once."""
    return colormap(name)


def draw_pixels(painter: QPainter, room: QRectF, image: QImage, part: QRectF | None = None) -> None:
    """A picture, or a part of it, pixel by pixel in this room.

    In files of vectors it is written as large as it is seen: their readers would blur it, and SVG knows no parts.
    """
    engine = painter.paintEngine()
    source = part or QRectF(image.rect())
    if engine is None or engine.type() == QPaintEngine.Type.Raster:
        painter.drawImage(room, image, source)
        return
    size = (room.size() * VECTOR_SHARPNESS).toSize().expandedTo(source.size().toSize())
    painter.drawImage(room, image.copy(source.toRect()).scaled(size))


def _image(pixels_HW: npt.NDArray[np.uint32]) -> QImage:
    pixels = np.ascontiguousarray(pixels_HW, dtype=np.uint32)
    height, width = pixels.shape
    return QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_RGB32).copy()  # owns its bytes
