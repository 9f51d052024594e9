"""Many small pictures side by side, as large as the space allows, pixel by pixel."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import GRID, ColormapName
from ui.widgets.color_image import draw_pixels, mapped_image, rgb_image
from ui.widgets.painted import Painted, theme_color
from ui.widgets.quick_text import QuickText
from ui.widgets.struck import draw_struck
from ui.widgets.tile_grid import Grid, fitting_grid
from ui.widgets.word_width import widest_word

SMALLEST_CAPTIONED = 2  # lines of text that a picture must be high to bear a full caption
TITLES_AT_MOST = 0.5  # of the width; where the rows' titles need more, the pictures have it all
CAPTIONED = 1.8  # what pictures are worth more when their captions fit

Floats = npt.NDArray[np.floating]


@dataclass(frozen=True)
class Caption:
    """Words under a picture; the colour says the same as the words. `short` stands in where space is scarce."""

    text: str
    color: str = "muted"
    short: str = ""


class ImageMosaic(Painted):
    """Pictures in rows. Fixed `columns` and titles of rows make it a table; without them the best grid is found."""

    tile_clicked = Signal(int)
    tile_hovered = Signal(int, int, int)  # picture, row and column of the pixel; -1 where there is none

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiles: list[tuple[QImage, QRectF]] = []
        self._tile_size = (1, 1)
        self._captions: Sequence[Caption] = ()
        self._columns: int | None = None
        self._row_titles: Sequence[str] = ()
        self._selected = -1
        self._marks: Mapping[int, str] = {}
        self._region: QRectF | None = None
        self._struck: frozenset[int] = frozenset()
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def num_tiles(self) -> int:
        return len(self._tiles)

    def show_tiles(
        self, tiles: Floats | Sequence[Floats | None], low: float, high: float, colormap: ColormapName
    ) -> None:
        """Pictures (H, W) through the colour map, or (3, H, W) in their own colours; equal sizes as one array.

        In a list sizes may differ, and None leaves a place empty.
        """
        if isinstance(tiles, np.ndarray):
            image, count = _atlas(tiles, low, high, colormap)
            height, width = tiles.shape[-2:]
            self._tiles = [(image, QRectF(0, index * height, width, height)) for index in range(count)]
        else:
            images = [QImage() if tile is None else mapped_image(tile, low, high, colormap) for tile in tiles]
            self._tiles = [(image, QRectF(image.rect())) for image in images]
        sizes = [(source.width(), source.height()) for _, source in self._tiles] or [(1.0, 1.0)]
        self._tile_size = (int(max(width for width, _ in sizes)), int(max(height for _, height in sizes)))
        self.update()

    def set_captions(self, captions: Sequence[Caption]) -> None:
        self._captions = captions
        self.update()

    def set_marks(self, marks: Mapping[int, str]) -> None:
        """Signs in the middle of some pictures, by their number."""
        self._marks = marks
        self.update()

    def strike(self, tiles: frozenset[int]) -> None:
        """Draw these pictures dimmed and struck through."""
        if tiles != self._struck:
            self._struck = tiles
            self.update()

    @property
    def selected(self) -> int:
        """The framed picture, -1 where none is."""
        return self._selected

    def tile_at(self, position: QPointF) -> int:
        """The picture at a place of the widget, -1 where there is none."""
        return self._hit(position)[0]

    def pixel_at(self, position: QPointF) -> tuple[int, int, int]:
        """The picture at a place of the widget, and the row and column of its pixel there; -1 where there is none."""
        return self._hit(position)

    def mark_region(self, region: QRectF | None) -> None:
        """Frame a part of the first picture, given in its own pixels."""
        if region != self._region:
            self._region = region
            self.update()

    def set_table(self, columns: int | None, row_titles: Sequence[str] = ()) -> None:
        """So many pictures a row, each row with its title; None finds the best grid."""
        self._columns, self._row_titles = columns, row_titles
        self.update()

    def select(self, tile: int) -> None:
        """Frame one picture; -1 frames none."""
        if tile != self._selected:
            self._selected = tile
            self.update()

    def grid(self) -> Grid:
        """How the pictures are laid out in the space there is."""
        return self._layout()[0]

    def tile_rect(self, tile: int) -> QRectF:
        """Where a picture stands, in the widget's pixels."""
        return self._rect_in(self.grid(), tile)

    def worth(self, size: QSize) -> float:
        """How large the pictures would be together in that space, as the side of a square; words add to it."""
        grid, captions = self._layout(size)
        side = math.sqrt(len(self._tiles) * self._tile_size[0] * self._tile_size[1]) * grid.scale
        is_told = any(self._captions) and captions == [caption.text for caption in self._captions]
        return side * CAPTIONED if is_told else side

    def shape_key(self) -> object:
        """What the layout depends on beside the space."""
        return len(self._tiles), self._tile_size, self._columns, len(self._row_titles), bool(self._captions)

    def _layout(self, size: QSize | None = None) -> tuple[Grid, list[str]]:
        """The grid, and the captions: their short form where the long one leaves too little to the pictures."""
        room = size or self.size()
        texts = [caption.text for caption in self._captions]
        grid = self._grid_for(texts, room)
        if texts and self._tile_size[1] * grid.scale < SMALLEST_CAPTIONED * self.fontMetrics().height():
            texts = [caption.short for caption in self._captions]
            grid = self._grid_for(texts, room)
        return grid, texts

    def _grid_for(self, captions: Sequence[str], room: QSize) -> Grid:
        metrics = self.fontMetrics()
        caption = (widest_word(metrics, captions), metrics.height() if any(captions) else 0)
        left = widest_word(metrics, self._row_titles) + (GRID if self._row_titles else 0)
        left = left if left <= TITLES_AT_MOST * room.width() else 0
        space = (room.width() - left, room.height())
        return replace(fitting_grid(len(self._tiles), self._tile_size, space, caption, self._columns), left=left)

    def _rect_in(self, grid: Grid, tile: int) -> QRectF:
        row, column = divmod(tile, grid.columns)
        source = self._tiles[tile][1]
        x = grid.left + column * grid.cell_width
        y = row * grid.cell_height
        return QRectF(round(x), round(y), source.width() * grid.scale, source.height() * grid.scale)

    def _hit(self, position: QPointF) -> tuple[int, int, int]:
        """The picture under the mouse with the pixel's row and column."""
        grid = self.grid()
        for tile in range(len(self._tiles)):
            rect = self._rect_in(grid, tile)
            if rect.contains(position):
                source = self._tiles[tile][1]  # a rectangle contains its edges, beyond which there is no pixel
                row = min(int((position.y() - rect.top()) / grid.scale), int(source.height()) - 1)
                column = min(int((position.x() - rect.left()) / grid.scale), int(source.width()) - 1)
                return tile, row, column
        return -1, -1, -1

    def _draw_row_titles(self, painter: QPainter, grid: Grid) -> None:
        if not grid.left:
            return
        painter.setPen(theme_color("muted"))
        for row, title in enumerate(self._row_titles[: grid.rows]):
            if row * grid.columns >= len(self._tiles):
                return
            rect = self._rect_in(grid, row * grid.columns)
            room = QRectF(0, rect.top(), grid.left - GRID, self._tile_size[1] * grid.scale)
            painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, title)

    def _draw_captions(self, painter: QPainter, grid: Grid, texts: Sequence[str]) -> None:
        quick = QuickText(painter)
        for tile, (caption, text) in enumerate(zip(self._captions, texts, strict=True)):
            if tile < len(self._tiles) and text:
                rect = self._rect_in(grid, tile)
                painter.setPen(theme_color(caption.color))
                quick.draw_left(text, rect.left(), rect.bottom())

    def _draw_marks(self, painter: QPainter, grid: Grid) -> None:
        quick = QuickText(painter)
        painter.setPen(theme_color("warning"))
        for tile, sign in self._marks.items():
            room = self._rect_in(grid, tile)
            ground = QRectF(0, 0, 2 * GRID, 2 * GRID).intersected(QRectF(0, 0, room.width(), room.height()))
            ground.moveCenter(room.center())
            painter.fillRect(ground, theme_color("panel"))  # legible on every colour map in both themes
            quick.draw_centered(sign, room)
        if self._region is not None:
            corner, scale = self._rect_in(grid, 0).topLeft(), grid.scale
            region = QRectF(corner + self._region.topLeft() * scale, self._region.size() * scale)
            painter.setPen(QPen(theme_color("validation"), 2))
            painter.drawRect(region)

    def sizeHint(self) -> QSize:
        return QSize(40 * GRID, 30 * GRID)

    def minimumSizeHint(self) -> QSize:
        return QSize(8 * GRID, 8 * GRID)

    def paint(self, painter: QPainter) -> None:
        if not self._tiles:
            return
        grid, captions = self._layout()
        for tile, (image, source) in enumerate(self._tiles):
            if not image.isNull():
                draw_pixels(painter, self._rect_in(grid, tile), image, source)
        for tile in self._struck:
            if tile < len(self._tiles) and not self._tiles[tile][0].isNull():
                draw_struck(painter, self._rect_in(grid, tile))
        self._draw_row_titles(painter, grid)
        self._draw_captions(painter, grid, captions)
        self._draw_marks(painter, grid)
        if 0 <= self._selected < len(self._tiles):
            painter.setPen(QPen(theme_color("training"), 2))
            painter.drawRect(self._rect_in(grid, self._selected).adjusted(-2, -2, 2, 2))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.tile_hovered.emit(*self._hit(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        tile, _, _ = self._hit(event.position())
        if tile >= 0:
            self.setFocus()
            self.tile_clicked.emit(tile)

    def leaveEvent(self, event: QEvent) -> None:
        self.tile_hovered.emit(-1, -1, -1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        columns = self.grid().columns if self._tiles else 1
        key = Qt.Key(event.key())
        moves = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -columns, Qt.Key.Key_Down: columns}
        target = self._selected + moves.get(key, 0) if self._selected >= 0 else 0
        if key in moves and 0 <= target < len(self._tiles):
            self.tile_clicked.emit(target)
        else:
            super().keyPressEvent(event)


def _atlas(tiles: Floats, low: float, high: float, colormap: ColormapName) -> tuple[QImage, int]:
    """All pictures in one, below each other."""
    if tiles.ndim == 4:
        stacked_3HW = tiles.transpose(1, 0, 2, 3).reshape(3, -1, tiles.shape[-1])
        return rgb_image(stacked_3HW, low, high), len(tiles)
    return mapped_image(tiles.reshape(-1, tiles.shape[-1]), low, high, colormap), len(tiles)
