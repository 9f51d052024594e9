"""What lies inside a star or a moon: outlines of simple shapes, and the textures that fill them.

Everything here is told by single sums, products, quotients and square roots, which every machine rounds alike.
N samples, H height, W width of a picture.
"""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]

SHAPES = ("ellipse", "rectangle", "triangle", "star", "cross", "moon")
TEXTURES = ("plain", "stripes", "checks", "dots")
FLATNESS = 0.6  # an ellipse's height, where its width is 1
PERIOD = 5.0  # pixels from one stripe, square or dot to the next
DOT = 0.1  # how much less than half of that a dot reaches

# Where the tips of a star are, and what its five lines therefore look at, to six digits.
STAR_TIPS = ((0.0, -1.0), (0.951057, -0.309017), (0.587785, 0.809017), (-0.587785, 0.809017), (-0.951057, -0.309017))
STAR_INSIDE = 0.309017  # how far each of the lines is from the middle: cos 72°


def outside(shape: str, x_NHW: Floats, y_NHW: Floats) -> Floats:
    """How far places lie outside a shape that reaches 1 from its middle at most; negative inside, y downwards."""
    return _OUTSIDE[shape](x_NHW, y_NHW)


def darker(texture: str, x_NHW: Floats, y_NHW: Floats) -> Floats:
    """How much of the texture's darker colour is at places that are given in pixels: 0 to 1."""
    if texture == "plain":
        return np.zeros_like(x_NHW)
    across, down = _wave(x_NHW), _wave(y_NHW)
    if texture == "stripes":
        return _soft(across)
    return _soft(across * down * 4) if texture == "checks" else _soft(-np.float32(DOT) - across - down)


def _wave(place: Floats) -> Floats:
    """Up and down between -1/4 and 1/4 along straight lines, once in every PERIOD."""
    turns = place / np.float32(PERIOD)
    height: Floats = np.abs(turns - np.floor(turns) - np.float32(0.5)) - np.float32(0.25)
    return height


def _soft(height: Floats) -> Floats:
    """0 below and 1 above the ground, with an edge of about a pixel."""
    share: Floats = np.clip(height * np.float32(PERIOD) + np.float32(0.5), 0, 1)
    return share


def _ellipse(x: Floats, y: Floats) -> Floats:
    y = y / np.float32(FLATNESS)
    return np.asarray((np.sqrt(x * x + y * y) - 1) * np.float32(FLATNESS))


def _rectangle(x: Floats, y: Floats) -> Floats:
    return np.maximum(np.abs(x) - np.float32(0.85), np.abs(y) - np.float32(0.5))


def _triangle(x: Floats, y: Floats) -> Floats:
    """Equal sides, a corner upwards."""
    return np.maximum(np.abs(x) * np.float32(0.866025) - y * np.float32(0.5), y) - np.float32(0.5)


def _star(x: Floats, y: Floats) -> Floats:
    """Inside is what lies beyond one of the pentagram's five lines at most, so the second largest distance tells."""
    largest = second = np.full_like(x, -np.inf)
    for across, down in STAR_TIPS:
        distance = x * np.float32(across) + y * np.float32(down) - np.float32(STAR_INSIDE)
        second = np.maximum(second, np.minimum(largest, distance))
        largest = np.maximum(largest, distance)
    return second


def _cross(x: Floats, y: Floats) -> Floats:
    across, down = np.abs(x), np.abs(y)
    return np.maximum(np.minimum(across, down) - np.float32(0.3), np.maximum(across, down) - np.float32(0.95))


def _moon(x: Floats, y: Floats) -> Floats:
    """A disc without the disc that covers its right side."""
    beside = x - np.float32(0.5)
    return np.asarray(np.maximum(np.sqrt(x * x + y * y) - 1, np.float32(0.8) - np.sqrt(beside * beside + y * y)))


_OUTSIDE: dict[str, Callable[[Floats, Floats], Floats]] = {
    "ellipse": _ellipse, "rectangle": _rectangle, "triangle": _triangle, "star": _star, "cross": _cross, "moon": _moon,
}  # fmt: skip
