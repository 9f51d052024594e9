"""Weights, their gradient and their change side by side, each as a picture with its length and a histogram."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from explorer.snapshots import TensorPart
from models.number_text import number_text
from ui.text import tr
from ui.theme import GRID, theme
from ui.widgets.heatmap import Heatmap, HeatmapWords
from ui.widgets.histogram import Histogram
from ui.widgets.image_mosaic import ImageMosaic
from ui.widgets.line_label import LineLabel, Piece
from ui.widgets.pages import Pages

QUANTITIES = ("before", "gradient", "change", "weights")  # as an update has them: from what, by what, to what


class TensorPanel(QWidget):
    """One quantity: its name and length, its values around zero, and how often each size occurs."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = LineLabel(self)
        self.heatmap, self.mosaic, self._pages = Heatmap(self), ImageMosaic(self), Pages(self)
        self.histogram = Histogram(self)
        self._pages.add(self.heatmap)
        self._pages.add(self.mosaic)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addWidget(self._words)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self.histogram)

    def strike(self, rows: frozenset[int]) -> None:
        """Draw these rows, or small pictures, dimmed and struck through."""
        self.heatmap.strike(rows)
        self.mosaic.strike(rows)

    def show_part(self, title: str, detail: str, part: TensorPart, reach: float) -> None:
        """Values between -reach and reach: a matrix as cells, kernels as small pictures."""
        length = tr("length {length}", length=number_text(part.length))
        pieces = [Piece(title, "text"), *([Piece(detail)] if detail else []), Piece(length, "faint")]
        self._words.show_pieces(pieces)
        self.histogram.show_counts(part.counts, part.edges, reach)
        values = part.values
        if values.ndim > 2:
            self.mosaic.set_table(values.shape[1] if values.ndim == 4 and values.shape[1] > 1 else None)
            self.mosaic.show_tiles(values.reshape(-1, *values.shape[-2:]), -reach, reach, "signed")
            self._pages.show_page(self.mosaic)
            return
        words = HeatmapWords(row_title=tr("output"), column_title=tr("input"))
        if values.ndim < 2:
            values, words = values.reshape(1, -1), HeatmapWords(column_title=tr("unit"))
        self.heatmap.show_values(values, (-reach, reach, "signed"), words)
        self._pages.show_page(self.heatmap)


class PanelGrid(QWidget):
    """Panels in as many columns as make them largest."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.panels = {name: TensorPanel(self) for name in QUANTITIES}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GRID)
        self._arranged: tuple[int, tuple[str, ...]] = (0, ())

    def show_panels(self, names: tuple[str, ...]) -> None:
        """Show these, in the order in which they belong."""
        columns = self._columns(len(names))
        if (columns, names) == self._arranged:
            return
        self._arranged = columns, names
        for name, panel in self.panels.items():
            self._grid.removeWidget(panel)
            panel.setVisible(name in names)
        for index, name in enumerate(names):
            self._grid.addWidget(self.panels[name], index // columns, index % columns)

    def _columns(self, count: int) -> int:
        """Side by side as long as a panel is wider than high, title and histogram not counted."""
        around = self.fontMetrics().height() * 2 + theme.px(4 * GRID)
        sides = {
            columns: min(self.width() / columns, self.height() / -(-count // columns) - around)
            for columns in (1, 2, 4)
            if columns <= count or columns == 1
        }
        return max(sides, key=sides.__getitem__)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._arranged[1]:
            self.show_panels(self._arranged[1])
