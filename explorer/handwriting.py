"""Draws digits and letters as a hand would: strokes, bent and turned at random, become grey pictures.

S symbols in all their ways, P points along the strokes of one, N samples, K control points of the bending, H height,
W width of a picture.
"""

# Every machine draws the same bytes: places come from single additions, products, quotients and roots, which IEEE 754
# rounds alike everywhere (sines, matrix products and long sums may differ in the last digit from one processor to
# another), and from then on all numbers are whole.

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from explorer.strokes import SYMBOLS, WAYS

SIDE = 28
BOX = (16.0, 20.0)  # pixels: width and height of a symbol before it is bent
POINTS = 72  # along the strokes of a symbol: about one per pixel, which a pen as wide as a pixel makes a line
FINENESS = 32  # positions are whole numbers of 1/32 pixel
FARTHEST = 127  # of those: what is farther away from a stroke is white, and 2 x 127^2 fits into 16 bits
CHUNK = 512  # samples drawn together, so that they stay in the processor's cache
MOST_THREADS = 4
CURVE_STEPS = 16  # straight pieces between two points of a stroke

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int16]
Pixels = npt.NDArray[np.uint8]


@dataclass(frozen=True)
class Hand:
    """How unsteady the writing is: the largest change of each kind; changes are uniform around none.

    turn: tangent of half the angle. slant: pixels to the side per pixel of height. stretch: share of the size. shift
    and bend: pixels. thin and thick: radius of the pen in pixels. faint: the least darkness of 255. grain: the
    largest change of a pixel of 255.
    """

    turn: float
    slant: float
    stretch: float
    shift: float
    bend: float
    thin: float
    thick: float
    faint: int
    grain: int


def write(symbols_N: npt.NDArray[np.int64], hand: Hand, rng: np.random.Generator) -> Pixels:
    """Pictures (N, SIDE, SIDE) of symbols, by their numbers in SYMBOLS: 0 is paper, 255 full ink.

    They are drawn on several cores, every chunk with random numbers of its own.
    """
    pictures_NHW = np.empty((len(symbols_N), SIDE, SIDE), dtype=np.uint8)
    starts = range(0, len(symbols_N), CHUNK)

    def write_chunk(start: int, own: np.random.Generator) -> None:
        rows = slice(start, start + CHUNK)
        x_NP, y_NP = _bent(_some_way(symbols_N[rows], own), hand, own)
        pictures_NHW[rows] = _inked(x_NP, y_NP, hand, own).transpose(2, 0, 1)

    with ThreadPoolExecutor(min(MOST_THREADS, os.cpu_count() or 1)) as pool:
        for _ in pool.map(write_chunk, starts, rng.spawn(len(starts))):
            pass  # what goes wrong in a thread is raised here
    return pictures_NHW


def _some_way(symbols_N: npt.NDArray[np.int64], rng: np.random.Generator) -> npt.NDArray[np.int64]:
    """Numbers of ways in which the symbols are written, any of each symbol's being equally likely."""
    counts_S = np.array([len(WAYS[symbol]) for symbol in SYMBOLS])
    firsts_S = np.cumsum(counts_S) - counts_S
    ways_N: npt.NDArray[np.int64] = firsts_S[symbols_N] + rng.integers(counts_S[symbols_N])
    return ways_N


def _bent(ways_N: npt.NDArray[np.int64], hand: Hand, rng: np.random.Generator) -> tuple[Floats, Floats]:
    """Where the points of every sample lie, x and y (N, P) in pixels from the picture's middle.

    The bending is a uniform cubic B-spline over 4 x 4 control points (free-form deformation, Lee et al. 1996); the
    rotation by angle a has cos a = (1 - t^2) / (1 + t^2) and sin a = 2 t / (1 + t^2) for t = tan(a / 2).
    """
    points_S2P, weights_SKP = _templates()
    turn, slant, wide, high, right, down = rng.uniform(-1, 1, (6, len(ways_N)))[..., None]
    offsets_K2N1 = hand.bend * rng.uniform(-1, 1, (16, 2, len(ways_N)))[..., None]
    x_NP, y_NP = points_S2P[ways_N, 0], points_S2P[ways_N, 1]
    x_NP, y_NP = x_NP * (1 + hand.stretch * wide) + y_NP * (hand.slant * slant), y_NP * (1 + hand.stretch * high)
    for number, (across_N1, along_N1) in enumerate(offsets_K2N1):
        weights_NP = weights_SKP[ways_N, number]
        x_NP = x_NP + weights_NP * across_N1
        y_NP = y_NP + weights_NP * along_N1
    half = hand.turn * turn
    cosine, sine = (1 - half * half) / (1 + half * half), 2 * half / (1 + half * half)
    return (
        cosine * x_NP - sine * y_NP + hand.shift * right,
        sine * x_NP + cosine * y_NP + hand.shift * down,
    )


def _inked(x_NP: Floats, y_NP: Floats, hand: Hand, rng: np.random.Generator) -> Pixels:
    """Pixels (H, W, N): dark within the pen's radius of a point, grey over one pixel at the edge.

    Samples come last, since numpy is fast along the last axis.
    """
    num_samples = len(x_NP)
    distance_HWN = _distances(_fine(x_NP), _fine(y_NP))
    fine_radius = FINENESS * (hand.thin + (hand.thick - hand.thin) * rng.random(num_samples))
    edge_N = np.rint(fine_radius).astype(np.int16) + FINENESS // 2
    darkness_N = rng.integers(hand.faint, 256, num_samples).astype(np.int32)
    cover_HWN = np.clip((edge_N - distance_HWN) * np.int16(256 // FINENESS), 0, 255)
    ink_HWN = ((cover_HWN * darkness_N) // 255).astype(np.int16)
    if hand.grain:
        ink_HWN += rng.integers(-hand.grain, hand.grain + 1, ink_HWN.shape, dtype=np.int8)
    pixels: Pixels = np.clip(ink_HWN, 0, 255).astype(np.uint8)
    return pixels


def _fine(places_NP: Floats) -> Integers:
    """(P, N) places as whole numbers of 1/FINENESS pixel from the picture's upper left corner."""
    farthest = SIDE * FINENESS
    fine_NP = np.clip(np.rint((places_NP + SIDE / 2) * FINENESS), -farthest, 2 * farthest)
    return np.ascontiguousarray(fine_NP.astype(np.int16).T)


def _distances(x_PN: Integers, y_PN: Integers) -> Integers:
    """(H, W, N) from every pixel's middle to the nearest point, FARTHEST in both directions at most."""
    middles_W1 = (np.arange(SIDE, dtype=np.int16) * FINENESS + FINENESS // 2)[:, None]
    nearest_HWN = np.full((SIDE, SIDE, x_PN.shape[1]), 2 * FARTHEST**2, dtype=np.int16)
    square_HWN = np.empty_like(nearest_HWN)
    for x_N, y_N in zip(x_PN, y_PN, strict=True):
        across_WN, along_HN = (np.minimum(np.abs(middles_W1 - place_N), FARTHEST) for place_N in (x_N, y_N))
        np.add((along_HN * along_HN)[:, None], (across_WN * across_WN)[None], out=square_HWN)
        np.minimum(nearest_HWN, square_HWN, out=nearest_HWN)
    roots = np.rint(np.sqrt(np.arange(2 * FARTHEST**2 + 1))).astype(np.int16)
    return roots[nearest_HWN]


@cache
def _templates() -> tuple[Floats, Floats]:
    """Points (S, 2, P) of every way in pixels from the middle, and how much each control point moves them (S, K, P)."""
    percent_S2P = np.stack([_along(strokes).T for symbol in SYMBOLS for strokes in WAYS[symbol]])
    weights_S2JP = _spline(percent_S2P / 100)
    weights_SKP = (weights_S2JP[:, 0, :, None] * weights_S2JP[:, 1, None]).reshape(len(percent_S2P), 16, POINTS)
    box_21 = np.array(BOX)[:, None]
    return (percent_S2P / 100 - 0.5) * box_21, weights_SKP


def _spline(share_S2P: Floats) -> Floats:
    """(S, 2, 4, P): the four weights of a uniform cubic B-spline at places from 0 to 1; they add up to one."""
    rest = 1 - share_S2P
    first, last = rest * rest * rest / 6, share_S2P * share_S2P * share_S2P / 6
    second = 2 / 3 - share_S2P * share_S2P + 3 * last
    third = 2 / 3 - rest * rest + 3 * first
    return np.stack([first, second, third, last], axis=2)


def _along(strokes: tuple[str, ...]) -> Floats:
    """(P, 2) points at equal distances along the strokes, in percent, rounded to thousandths."""
    lines = [_curve(stroke) for stroke in strokes]
    steps = [np.sqrt(np.square((line[1:] - line[:-1]) * BOX).sum(axis=1)) for line in lines]
    ends = np.cumsum([0.0, *(length.sum() for length in steps)])
    places_P = (np.arange(POINTS) + 0.5) * (ends[-1] / POINTS)
    numbers_P = np.searchsorted(ends, places_P, side="right") - 1
    points_P2 = np.empty((POINTS, 2))
    for number, (line, length) in enumerate(zip(lines, steps, strict=True)):
        mine = numbers_P == number
        known = ends[number] + np.concatenate([[0.0], np.cumsum(length)])
        for axis in (0, 1):
            points_P2[mine, axis] = np.interp(places_P[mine], known, line[:, axis])
    return np.round(points_P2, 3)


def _curve(stroke: str) -> Floats:
    """A smooth curve through the points of a stroke (Catmull and Rom 1974) as many straight pieces, (steps, 2)."""
    points = np.array([[float(number) for number in point.split(",")] for point in stroke.split()])
    is_closed = len(points) > 2 and np.array_equal(points[0], points[-1])
    before, after = (points[-2], points[1]) if is_closed else (points[0], points[-1])
    padded = np.concatenate([before[None], points, after[None]])
    slopes = (padded[2:] - padded[:-2]) / 2
    t = (np.arange(CURVE_STEPS) / CURVE_STEPS)[:, None]
    pieces = [
        (1 + 2 * t) * (1 - t) ** 2 * start + t * (1 - t) ** 2 * slope
        + t**2 * (3 - 2 * t) * end + t**2 * (t - 1) * end_slope
        for start, end, slope, end_slope in zip(points[:-1], points[1:], slopes[:-1], slopes[1:], strict=True)
    ]  # fmt: skip
    return np.concatenate([*pieces, points[-1:]])
