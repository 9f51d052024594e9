"""Where the samples of a gallery stand: pictures and curves in a grid, texts and tables in rows; purely."""

from dataclasses import dataclass
from typing import Literal

from explorer.exploring.samples import FEW_LINES, MOST_SIDE
from models.port import Port

Form = Literal["pictures", "curves", "rows"]
PICTURE, CURVE = 72, (168, 72)  # pixels that a picture shall have, and a curve
GAP = 8


@dataclass(frozen=True)
class GalleryGrid:
    """`picture` is (width, height) of what is drawn in a cell, above its caption; above all of them lies a `header`
    with the titles of columns, where it is not 0 high. Lengths in pixels."""

    columns: int
    cell_width: int
    cell_height: int
    picture: tuple[int, int]
    visible_rows: int  # that are seen whole, at least one
    header: int = 0

    def num_rows(self, count: int) -> int:
        return -(-count // self.columns)

    def place(self, position: int, first_row: int) -> tuple[int, int]:
        """The corner of the cell at a position."""
        row, column = divmod(position, self.columns)
        return column * self.cell_width, self.header + (row - first_row) * self.cell_height

    def position_at(self, x: float, y: float, first_row: int, count: int) -> int:
        """The position of the cell at a place, -1 where there is none."""
        column, row = int(x // self.cell_width), first_row + int((y - self.header) // self.cell_height)
        position = row * self.columns + column
        return position if y >= self.header and 0 <= column < self.columns and 0 <= position < count else -1


def form_of(port: Port) -> Form:
    """How samples of these data are drawn."""
    if port.kind == "image" or (port.kind == "sequence" and port.features > FEW_LINES):
        return "pictures"
    return "curves" if port.kind == "sequence" else "rows"


def gallery_grid(port: Port, room: tuple[int, int], line_height: int, scale: float) -> GalleryGrid:
    """The grid in a room of (width, height) pixels; captions are `line_height` high."""
    form, gap = form_of(port), round(GAP * scale)
    if form == "rows":
        height = line_height + gap
        header = height if port.kind == "vector" else 0
        seen = max(1, (room[1] - header) // height)
        return GalleryGrid(1, max(1, room[0]), height, (room[0], line_height), seen, header)
    picture = _picture_size(port, scale) if form == "pictures" else (round(CURVE[0] * scale), round(CURVE[1] * scale))
    columns = max(1, room[0] // (picture[0] + gap))
    cell_height = picture[1] + line_height + gap
    if form == "curves":
        picture = max(1, room[0] // columns - gap), picture[1]
    return GalleryGrid(columns, room[0] // columns, cell_height, picture, max(1, room[1] // cell_height))


def _picture_size(port: Port, scale: float) -> tuple[int, int]:
    """Whole screen pixels for every pixel, so that all are of one size."""
    height, width = port.around if port.kind == "image" else port.shape
    thinned = -(-max(height, width) // MOST_SIDE)
    height, width = -(-height // thinned), -(-width // thinned)
    factor = max(1, round(PICTURE * scale / max(height, width)))
    return width * factor, height * factor
