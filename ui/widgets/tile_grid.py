"""The grid in which many pictures of one size are seen largest."""

import math
from dataclasses import dataclass
from functools import lru_cache

from ui.theme import GRID

GAP = GRID // 2
SNAP = 3  # from so many screen pixels per pixel on, only whole numbers: squares of equal size


@dataclass(frozen=True)
class Grid:
    """How pictures of one size are laid out; `scale` is screen pixels per pixel, cells include gap and caption."""

    columns: int
    rows: int
    scale: float
    cell_width: float
    cell_height: float
    left: int


@lru_cache(maxsize=1024)
def fitting_grid(
    count: int, tile: tuple[int, int], room: tuple[int, int], caption: tuple[int, int], columns: int | None
) -> Grid:
    """The grid that shows `count` pictures of `tile` largest in `room`, each with its caption; all (width, height)."""
    widest = max(1, room[0] // (caption[0] + GAP)) if caption[0] else count
    choices = range(1, max(1, min(count, widest)) + 1) if columns is None else (max(1, columns),)
    scales = {choice: _scale_with(choice, count, tile, room, caption[1]) for choice in choices}
    chosen = max(choices, key=lambda choice: (scales[choice], -_empty_places(choice, count), choice))
    scale = max(0.05, scales[chosen])
    cell_width = max(tile[0] * scale, caption[0]) + GAP
    cell_height = tile[1] * scale + GAP + caption[1]
    return Grid(chosen, max(1, -(-count // chosen)), scale, cell_width, cell_height, left=0)


def _scale_with(columns: int, count: int, tile: tuple[int, int], room: tuple[int, int], caption_height: int) -> float:
    rows = max(1, -(-count // columns))
    across = (room[0] / columns - GAP) / tile[0]
    down = (room[1] / rows - GAP - caption_height) / tile[1]
    scale = min(across, down)
    return float(math.floor(scale)) if scale >= SNAP else scale


def _empty_places(columns: int, count: int) -> int:
    return columns * -(-count // columns) - count
