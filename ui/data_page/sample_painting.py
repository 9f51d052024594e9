"""Paints one sample of a gallery: its picture, its curve, or its row, with what it is called."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from explorer.dataset import DataFacts
from models.number_text import plain_text
from models.text import shown
from ui.data_page.sample_pages import Cell
from ui.data_page.sample_words import SPLIT_COLORS, class_text, feature_names, place_text, truth_text
from ui.text import tr
from ui.theme import GRID, theme
from ui.widgets.color_image import draw_pixels
from ui.widgets.painted import theme_color
from ui.widgets.polygon import polygon_of
from ui.widgets.quick_text import QuickText
from ui.widgets.scatter_plot import SYMBOL_TEXT, SYMBOLS

PLACE_WIDTH, CLASS_WIDTH, VALUE_WIDTH, MOST_WIDTH = 132, 120, 76, 132


@dataclass(frozen=True)
class CellPainter:
    """Made once per paint event. `extent` are the smallest and the largest number of all data."""

    painter: QPainter
    quick: QuickText
    facts: DataFacts
    extent: tuple[float, float]

    def draw_picture(self, cell: Cell, room: QRectF, line_height: float) -> None:
        if cell.image is not None:
            draw_pixels(self.painter, room, cell.image)
        self._draw_caption(cell, room, line_height)

    def draw_curve(self, cell: Cell, room: QRectF, line_height: float) -> None:
        self.painter.fillRect(room, theme_color("raised"))
        if cell.page.inputs is not None:
            draw_curves(self.painter, room.adjusted(1, 3, -1, -3), cell.page.inputs[cell.row], self.extent)
        self._draw_caption(cell, room, line_height)

    def draw_row(self, cell: Cell, room: QRectF) -> None:
        """Place, class, and the text or the numbers."""
        metrics = QFontMetricsF(self.painter.font())
        left = room.left() + GRID
        split = int(cell.page.split_numbers[cell.row])
        self.painter.fillRect(
            QRectF(room.left(), room.top() + 3, 3, room.height() - 6), theme_color(SPLIT_COLORS[split])
        )
        self._write(place_text(split, int(cell.page.indices[cell.row])), "muted", left, room, PLACE_WIDTH, metrics)
        left += theme.px(PLACE_WIDTH)
        if cell.page.classes is not None:
            self._write_class(cell, left, room, metrics)
            left += theme.px(CLASS_WIDTH)
        if cell.page.inputs is not None:
            self._write_values(cell, left, room, metrics)
            return
        text = cell.page.texts[cell.row].replace("\n", "⏎") if cell.page.texts else ""
        if cell.page.target_texts:
            text = f"{text} → {cell.page.target_texts[cell.row]}"
        self.painter.setPen(theme_color("text"))
        fits = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.right() - left)
        self.quick.draw_left(fits, left, room.center().y() - metrics.height() / 2)

    def draw_header(self, room: QRectF) -> None:
        """The titles of a table's columns, as `draw_row` writes them."""
        metrics, target = QFontMetricsF(self.painter.font()), self.facts.target
        left = room.left() + GRID
        self._write(tr("Sample"), "muted", left, room, PLACE_WIDTH, metrics)
        left += theme.px(PLACE_WIDTH)
        if target == "class":
            self._write(tr("Class"), "muted", left, room, CLASS_WIDTH, metrics)
            left += theme.px(CLASS_WIDTH)
        names = [*(tr(name) for name in self.facts.value_names if target == "value"), *feature_names(self.facts)]
        self.painter.setPen(theme_color("muted"))
        width = self._column_width(left, room)
        num_seen = self._num_columns(left, room)
        if len(names) > num_seen:  # where the last one stood
            names = [*names[: num_seen - 1], tr("… {count} more", count=len(names) - num_seen + 1)]
        for number, name in enumerate(names):
            # of "colour = red" and "colour = blue" the ends differ
            mode = Qt.TextElideMode.ElideLeft if " = " in name else Qt.TextElideMode.ElideRight
            fits = metrics.elidedText(name, mode, width - GRID)
            self.quick.draw_right(fits, QRectF(left + number * width, room.top(), width - GRID, room.height()))

    def _num_columns(self, left: float, room: QRectF) -> int:
        """Of how many values there is room for."""
        return max(1, int((room.right() - left) // theme.px(VALUE_WIDTH)))

    def _column_width(self, left: float, room: QRectF) -> float:
        """Of every value: wider where there is room for more than all of them."""
        count = self.facts.ports.input.features + (len(self.facts.value_names) if self.facts.target == "value" else 0)
        return min(max(theme.px(VALUE_WIDTH), (room.right() - left) / count), theme.px(MOST_WIDTH))

    def _draw_caption(self, cell: Cell, room: QRectF, line_height: float) -> None:
        split = int(cell.page.split_numbers[cell.row])
        self.painter.fillRect(QRectF(room.left(), room.bottom() + 1, room.width(), 2), theme_color(SPLIT_COLORS[split]))
        below = QRectF(room.left(), room.bottom() + 3, room.width(), line_height - 3)
        metrics = QFontMetricsF(self.painter.font())
        index = shown(int(cell.page.indices[cell.row]))
        truth = truth_text(cell.page, cell.row, self.facts)
        left_over = below.width() - metrics.horizontalAdvance(index) - GRID / 2
        self.painter.setPen(theme_color("muted"))
        if left_over > 0:
            self.quick.draw_right(index, below)
        color = theme.class_color(int(cell.page.classes[cell.row])) if cell.page.classes is not None else "text"
        self.painter.setPen(theme_color(color))
        # the class matters more than the number: where both do not fit, the number is found beside the sample
        fits = metrics.elidedText(truth, Qt.TextElideMode.ElideRight, max(left_over, below.width() / 3))
        self.quick.draw_left(fits, below.left(), below.center().y() - metrics.height() / 2)

    def _write_class(self, cell: Cell, left: float, room: QRectF, metrics: QFontMetricsF) -> None:
        assert cell.page.classes is not None
        number = int(cell.page.classes[cell.row])
        sign = SYMBOL_TEXT[SYMBOLS[number % len(SYMBOLS)]]
        self._write(
            f"{sign} {class_text(self.facts, number)}", theme.class_color(number), left, room, CLASS_WIDTH, metrics
        )

    def _write_values(self, cell: Cell, left: float, room: QRectF, metrics: QFontMetricsF) -> None:
        assert cell.page.inputs is not None
        width = self._column_width(left, room)
        numbers = [(value, "text") for value in cell.page.inputs[cell.row].tolist()]
        if cell.page.values is not None:
            numbers = [*((value, "training") for value in cell.page.values[cell.row].tolist()), *numbers]
        num_seen = self._num_columns(left, room)
        for number, (value, color) in enumerate(numbers if len(numbers) <= num_seen else numbers[: num_seen - 1]):
            self.painter.setPen(theme_color(color))
            self.quick.draw_right(
                plain_text(value, 4), QRectF(left + number * width, room.top(), width - GRID, room.height())
            )

    def _write(self, text: str, color: str, left: float, room: QRectF, width: float, metrics: QFontMetricsF) -> None:
        self.painter.setPen(theme_color(color))
        fits = metrics.elidedText(text, Qt.TextElideMode.ElideRight, theme.px(width) - GRID)
        self.quick.draw_left(fits, left, room.center().y() - metrics.height() / 2)


def draw_curves(
    painter: QPainter, room: QRectF, values_TF: npt.NDArray[np.floating], extent: tuple[float, float]
) -> None:
    """Each feature over the positions as a line of its own colour, between the ends of the extent."""
    low, high = extent
    values = np.clip(np.nan_to_num(values_TF.astype(np.float64)), low, high)
    x = np.linspace(room.left(), room.right(), len(values))
    for number, column in enumerate(values.T):
        y = room.bottom() - (column - low) / max(high - low, 1e-12) * room.height()
        painter.setPen(
            QPen(theme_color("training") if values.shape[1] == 1 else theme_color(theme.class_color(number)), 1)
        )
        painter.drawPolyline(polygon_of(x, y))
