"""View: the weights of a block, their gradient, and what the last update changed - each as a picture and in numbers."""

from typing import ClassVar

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from explorer.probes.weights import Weights as WeightsProbe
from explorer.snapshots import TensorPart, WeightsSnapshot
from explorer.spec import Experiment
from models.text import shown
from ui.block_combo import BlockCombo
from ui.editors.facts import facts_of
from ui.run_place import RunPlace
from ui.snapshot_view import SnapshotView
from ui.text import bind, tr
from ui.theme import GRID, theme
from ui.widgets.heatmap import Heatmap, HeatmapWords
from ui.widgets.histogram import Histogram
from ui.widgets.image_mosaic import ImageMosaic
from ui.widgets.line_label import LineLabel, Piece
from ui.widgets.number_text import number_text
from ui.widgets.pages import Pages
from ui.widgets.quiet_combo import QuietCombo

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


class Weights(SnapshotView):
    """At an update: the weights before, their gradient, the change, and the weights after, side by side."""

    kind: ClassVar[str] = "weights"
    title: ClassVar[str] = "Weights and gradients"
    about: ClassVar[str] = "What a block has learned, its gradient, and what the last update changed."
    probe_type = WeightsProbe
    snapshot_type = WeightsSnapshot

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._block, self._parameter = BlockCombo(self), QuietCombo(self)
        bind(self._block, "setToolTip", "The block whose weights are shown")
        bind(self._parameter, "setToolTip", "Which of the block's parameters is shown")
        self.add_control(self._block)
        self.add_control(self._parameter)
        self._content_grid = PanelGrid(self)
        self.panels = self._content_grid.panels
        for name, panel in self.panels.items():
            panel.heatmap.cell_hovered.connect(lambda row, column, name=name: self._on_cell_hovered(name, row, column))
            panel.mosaic.tile_hovered.connect(
                lambda tile, row, column, name=name: self._on_tile_hovered(name, tile, row, column)
            )
        self.set_content(self._content_grid)
        self._block.currentIndexChanged.connect(self._on_block_changed)
        self._parameter.currentIndexChanged.connect(self.probe_changed)

    def probe(self) -> WeightsProbe:
        return WeightsProbe(path=self._block.path, parameter=self._parameter.currentData() or "")

    def reset(self, experiment: Experiment) -> None:
        self._block.offer(facts_of(experiment).resolved.networks, learning=True)
        with QSignalBlocker(self._parameter):
            self._parameter.clear()
        super().reset(experiment)

    def select_block(self, path: str) -> None:
        self._block.choose(path)

    def numbers(self) -> dict[str, npt.NDArray[np.generic]]:
        return {name: part.values for name, part in self._parts().items()}

    def draw(self) -> None:
        snapshot: WeightsSnapshot = self.snapshot
        self._offer_parameters(snapshot)
        parts = self._parts()
        weights = max(_reach(part) for name, part in parts.items() if name in ("weights", "before"))
        self._content_grid.show_panels(tuple(parts))
        for name, part in parts.items():
            reach = weights if name in ("weights", "before") else _reach(part)
            self.panels[name].show_part(*quantity_words(name, snapshot), part, reach)
        self.describe(self._pieces(snapshot))

    def _parts(self) -> dict[str, TensorPart]:
        """What there is, by name."""
        parts = {} if self.snapshot is None else {name: getattr(self.snapshot, name) for name in QUANTITIES}
        return {name: part for name, part in parts.items() if part is not None}

    def _pieces(self, snapshot: WeightsSnapshot) -> list[Piece]:
        name = f"{parameter_label(snapshot.parameter)} {shown(snapshot.shape)}"
        pieces = [Piece(name, "text"), self._moment(snapshot)]
        part = snapshot.weights.values.shape
        if part != snapshot.shape:
            pieces.append(Piece(tr("the first {part} are drawn", part=shown(part))))
        if snapshot.change is not None and snapshot.before is not None and snapshot.before.length > 0:
            ratio = number_text(snapshot.change.length / snapshot.before.length, 3)
            pieces.append(Piece(tr("change / weights {ratio}", ratio=ratio), "text"))
        elif snapshot.change is None:
            pieces.append(Piece(tr("pause and step, or slow down, to see what an update changes"), "faint"))
        return pieces

    def _moment(self, snapshot: WeightsSnapshot) -> Piece:
        """Exactly when the numbers were so: after whole steps, or at a phase of the step under way."""
        if not snapshot.phase:
            return Piece(tr("after step {step}", step=self.step))
        place = RunPlace(snapshot.phase, snapshot.network)
        return Piece(tr("in step {step}", step=self.step + 1) + place.words)

    def _offer_parameters(self, snapshot: WeightsSnapshot) -> None:
        """The parameters of the block that is shown, named in the language in force."""
        names = [self._parameter.itemData(row) for row in range(self._parameter.count())]
        with QSignalBlocker(self._parameter):
            if names != list(snapshot.parameters):
                self._parameter.clear()
                for name in snapshot.parameters:
                    self._parameter.addItem("", name)
            for row, name in enumerate(snapshot.parameters):
                self._parameter.setItemText(row, parameter_label(name))
            self._parameter.setCurrentIndex(snapshot.parameters.index(snapshot.parameter))

    def _on_block_changed(self) -> None:
        with QSignalBlocker(self._parameter):
            self._parameter.clear()
        self.probe_changed.emit()

    def _on_tile_hovered(self, name: str, tile: int, row: int, column: int) -> None:
        part = self._parts().get(name)
        if tile < 0 or part is None or part.values.ndim < 3:
            self.reading.show_text("")
            return
        self._read(part, (*np.unravel_index(tile, part.values.shape[:-2]), row, column))

    def _on_cell_hovered(self, name: str, row: int, column: int) -> None:
        part = self._parts().get(name)
        if row < 0 or part is None or part.values.ndim > 2:
            self.reading.show_text("")
            return
        self._read(part, (row, column)[2 - part.values.ndim :] if part.values.ndim else ())

    def _read(self, part: TensorPart, place: tuple[int | np.intp, ...]) -> None:
        """The exact value there, with its indices as code has them."""
        value = number_text(float(part.values[place]), 6)
        indices = ", ".join(str(int(index)) for index in place)
        name = f"{self.snapshot.parameter}[{indices}]"
        self.reading.show_pieces((Piece(value, "text", bold=True), Piece(name)))


def parameter_label(name: str) -> str:
    """A parameter in words where people have a word for it; else by its name in code."""
    known = {"weight": tr("weight"), "bias": tr("bias")}
    return known.get(name, name)


def quantity_words(name: str, snapshot: WeightsSnapshot) -> tuple[str, str]:
    """What a panel shows, in words that are true at this moment: a name, and what else has to be known."""
    match name:
        case "before":
            return tr("Before"), ""
        case "gradient":
            return tr("Gradient"), tr("not used yet") if snapshot.is_gradient_new else tr("of the last update")
        case "change":
            return tr("Change"), tr("by the last update")
        case _:
            return (tr("Weights"), "") if snapshot.before is None else (tr("After"), "")


def _reach(part: TensorPart) -> float:
    """How far values lie from zero, those that are not drawn among them."""
    return float(part.edges[-1])
