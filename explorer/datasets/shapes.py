"""Data: coloured shapes of 32 x 32 pixels whose place, size, turn and texture are known, because they were drawn so."""

# N samples, C colour channels, H height, W width

from dataclasses import dataclass
from typing import ClassVar, Literal

import numpy as np
import numpy.typing as npt
from pydantic import Field

from explorer.dataset import Arrays, DataFacts, SplitName, ValueRange, scaling_of
from explorer.drawn import DrawnSpec
from explorer.outlines import SHAPES, TEXTURES, Floats, darker, outside
from explorer.splitting import split_counts, stratified_rows
from models.port import DataPorts, Port

SIDE = 32
SMALLEST, LARGEST = 6.0, 11.0  # pixels from a shape's middle to its end
MARGIN = 2.5  # pixels between that and the edge of the picture; tips are blurred beyond their end
MOST_TURN = 0.267949  # tangent of half of 30°: within that, even a star or a cross has but one rotation
DARKNESS = 0.65  # by which a texture's darker parts are darker
CHUNK = 128  # samples drawn together

COLOURS = {
    "red": (215, 50, 45), "green": (60, 165, 60), "blue": (50, 90, 215),
    "yellow": (225, 195, 45), "pink": (220, 80, 175), "turquoise": (40, 195, 175),
}  # fmt: skip
CLASSES = {"shape": SHAPES, "texture": TEXTURES, "colour": tuple(COLOURS)}
VALUES = {"position": ("x", "y"), "size": ("size",), "rotation": ("rotation",)}
SPREAD = 25  # of 255, by which a channel of a colour differs from sample to sample
DARKEST, LIGHTEST = 15, 110  # of 255: the paper's channels

Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Factors:
    """What the pictures show: class numbers (N,); x and y of the middle in pixels (2, N), size in pixels (N,); turn
    (N,), the tangent of half the rotation; ink and paper (N, 3) of 255."""

    classes: dict[str, Numbers]
    middle: Floats
    size: Floats
    turn: Floats
    ink: Floats
    paper: Floats


class Shapes(DrawnSpec):
    """Every shape occurs with every texture and every colour equally often; all else is drawn at random.

    The shape lies wholly in the picture, and is turned by 30 degrees at most. The split depends on the split seed and
    on what is asked for: every class has its share of every split.
    """

    label: ClassVar[str] = "Shapes"
    about: ClassVar[str] = "Coloured shapes of which all is known: what a network keeps, and what it throws away."

    kind: Literal["shapes"] = "shapes"
    target: Literal["shape", "texture", "colour", "position", "size", "rotation"] = Field(
        "shape",
        title="Target",
        description="What a network is to tell: a class, or values; of them, positions and sizes are in halves of the "
        "picture's side, rotations in radians.",
    )
    num_samples: int = Field(
        5000, ge=1000, le=60_000, title="Pictures", description="Number of pictures in all splits together."
    )
    noise: int = Field(
        10, ge=0, le=127, title="Noise", description="Largest change of a pixel at random; pixels go from 0 to 255."
    )
    range: ValueRange = Field(
        "unit", title="Range", description="Pixels from 0 to 1, or from −1 to 1 as a generator with tanh makes them."
    )

    def facts(self) -> DataFacts:
        counts, port = split_counts(self.num_samples), Port("image", (3, SIDE, SIDE))
        if self.target in CLASSES:
            names = CLASSES[self.target]
            return DataFacts(DataPorts(port, num_classes=len(names)), "class", counts, class_names=names)
        return DataFacts(DataPorts(port), "value", counts, value_names=VALUES[self.target])

    def splits(self) -> dict[SplitName, Arrays]:
        rng = np.random.default_rng(self.split_seed)
        factors = _factors(self.num_samples, rng)
        pictures_NCHW = _draw(factors, self.noise, rng)
        targets = _targets(factors, self.target)
        rows = stratified_rows(factors.classes.get(self.target, factors.classes["shape"]), self.split_seed)
        return {name: Arrays(pictures_NCHW[part], targets[part]) for name, part in rows.items()}

    def scaling(self) -> tuple[float, float]:
        return scaling_of(self.range, 255)


def _factors(num_samples: int, rng: np.random.Generator) -> Factors:
    turns, numbers_N = 1, np.arange(num_samples)
    classes = {}
    for name, members in CLASSES.items():
        classes[name] = numbers_N // turns % len(members)
        turns *= len(members)
    size_N = SMALLEST + (LARGEST - SMALLEST) * rng.random(num_samples)
    middle_2N = MARGIN + size_N + (SIDE - 2 * MARGIN - 2 * size_N) * rng.random((2, num_samples))
    turn_N = MOST_TURN * (2 * rng.random(num_samples) - 1)
    colours_N3 = np.array(list(COLOURS.values()))[classes["colour"]]
    ink_N3 = colours_N3 + rng.integers(-SPREAD, SPREAD + 1, colours_N3.shape)
    paper_N3 = rng.integers(DARKEST, LIGHTEST + 1, colours_N3.shape)
    floats = (values.astype(np.float32) for values in (middle_2N, size_N, turn_N, ink_N3, paper_N3))
    return Factors(classes, *floats)


def _targets(factors: Factors, target: str) -> npt.NDArray[np.generic]:
    """Class numbers (N,) int64, or values (N, F) float32."""
    if target in CLASSES:
        return factors.classes[target]
    half = SIDE / 2
    match target:
        case "position":
            values = factors.middle.T / half - 1
        case "size":
            values = factors.size[:, None] / half
        case _:
            values = np.round(2 * np.arctan(factors.turn[:, None].astype(np.float64)), 4)
    return values.astype(np.float32)


def _draw(factors: Factors, noise: int, rng: np.random.Generator) -> npt.NDArray[np.uint8]:
    """(N, 3, H, W): pictures that differ in shape and texture are drawn apart from each other."""
    pictures_NCHW = np.empty((len(factors.size), 3, SIDE, SIDE), dtype=np.uint8)
    for number, shape in enumerate(SHAPES):
        for other, texture in enumerate(TEXTURES):
            (found,) = np.nonzero((factors.classes["shape"] == number) & (factors.classes["texture"] == other))
            for start in range(0, len(found), CHUNK):
                rows = found[start : start + CHUNK]
                shown = _painted(factors, rows, shape, texture)
                if noise:
                    shown = shown + rng.integers(-noise, noise + 1, shown.shape, dtype=np.int8)
                pictures_NCHW[rows] = np.clip(shown + np.float32(0.5), 0, 255).astype(np.uint8)
    return pictures_NCHW


def _painted(factors: Factors, rows: Numbers, shape: str, texture: str) -> Floats:
    """(N, 3, H, W) of 0 to 255, as it is without noise; edges are grey over one pixel.

    A rotation by angle a has cos a = (1 - t^2) / (1 + t^2) and sin a = 2 t / (1 + t^2) for t = tan(a / 2).
    """
    size, turn = factors.size[rows, None, None], factors.turn[rows, None, None]
    cosine, sine = (1 - turn * turn) / (1 + turn * turn), 2 * turn / (1 + turn * turn)
    pixels = np.arange(SIDE, dtype=np.float32) + np.float32(0.5)
    across, down = pixels - factors.middle[0, rows, None, None], pixels[:, None] - factors.middle[1, rows, None, None]
    x_NHW, y_NHW = cosine * across + sine * down, cosine * down - sine * across
    cover_NHW = np.clip(np.float32(0.5) - size * outside(shape, x_NHW / size, y_NHW / size), 0, 1)
    light_NHW = 1 - np.float32(DARKNESS) * darker(texture, x_NHW, y_NHW)
    ink, paper = (colours[rows, :, None, None] for colours in (factors.ink, factors.paper))
    return np.asarray(paper * (1 - cover_NHW[:, None]) + ink * (light_NHW * cover_NHW)[:, None])
