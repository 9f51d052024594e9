"""View: the weights of a block, their gradient, and what the last update changed - each as a picture and in numbers."""

from functools import partial
from typing import ClassVar

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QSignalBlocker
from PySide6.QtWidgets import QWidget

from explorer.held import BlockPart
from explorer.probes.weights import Weights as WeightsProbe
from explorer.snapshots import TensorPart, WeightsSnapshot
from explorer.spec import Experiment
from models.number_text import number_text
from models.resolve import ResolvedBlock
from models.text import shown
from ui.block_combo import BlockCombo
from ui.dialogs.weight_dialog import WeightDialog
from ui.editors.facts import facts_of
from ui.editors.place_words import place_words
from ui.part_menu import PartMenu, Seen
from ui.run_place import RunPlace
from ui.snapshot_view import SnapshotView
from ui.text import bind, tr
from ui.weight_places import index_words, output_axis
from ui.widgets.line_label import Piece
from ui.widgets.quiet_combo import QuietCombo
from ui.widgets.tensor_panels import QUANTITIES, PanelGrid


class Weights(SnapshotView):
    """At an update: the weights before, their gradient, the change, and the weights after, side by side."""

    kind: ClassVar[str] = "weights"
    title: ClassVar[str] = "Weights and gradients"
    about: ClassVar[str] = "What a block has learned, its gradient, and what the last update changed."
    probe_type = WeightsProbe
    snapshot_type = WeightsSnapshot

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._blocks: dict[str, ResolvedBlock] = {}
        self._dialog: WeightDialog | None = None
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
            panel.mosaic.tile_clicked.connect(panel.mosaic.select)
            PartMenu(self, panel.heatmap, partial(self._cell_at, name), self._edit)
            PartMenu(self, panel.mosaic, partial(self._tile_at, name), self._edit)
        self.set_content(self._content_grid)
        self._block.currentIndexChanged.connect(self._on_block_changed)
        self._parameter.currentIndexChanged.connect(self.probe_changed)

    def probe(self) -> WeightsProbe:
        return WeightsProbe(path=self._block.path, parameter=self._parameter.currentData() or "")

    def reset(self, experiment: Experiment) -> None:
        if self._dialog is not None:
            self._dialog.close()
        facts = facts_of(experiment)
        self._blocks = {block.path: block for network in facts.resolved.networks.values() for block in network.flat()}
        self._block.offer(facts.resolved.networks, learning=True)
        with QSignalBlocker(self._parameter):
            self._parameter.clear()
        super().reset(experiment)

    def select_block(self, path: str) -> None:
        self._block.choose(path)

    def show_changes(self) -> None:
        """Strike through what feeds a silenced unit or channel."""
        if self._dialog is not None and self.changes is not None:
            self._dialog.allow(self.changes.no_change())
        if self.snapshot is None:
            return
        axis = self._output_axis()
        silent = {one.number for one in self.silent_in(self.snapshot.path) if one.part == "unit"}
        for name, part in self._parts().items():
            shape = part.values.shape
            drawn = shape[:1] if len(shape) == 2 else shape[:-2]  # what rows, or pictures, are counted by
            is_fed = axis is not None and axis < len(drawn)
            places = enumerate(np.ndindex(*drawn)) if is_fed and silent else ()
            self.panels[name].strike(frozenset(row for row, place in places if place[axis or 0] in silent))

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
        self.show_changes()
        if self._dialog is not None:
            self._dialog.show_snapshot(snapshot, self.step)

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
        if snapshot.gradient is None:
            pieces.append(Piece(tr("no gradient at this moment"), "faint"))
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

    def _output_axis(self) -> int | None:
        snapshot: WeightsSnapshot = self.snapshot
        return output_axis(self._blocks.get(snapshot.path), snapshot.parameter, snapshot.shape)

    def _seen(self, index: tuple[int, ...]) -> Seen:
        """A number of the weight that is shown, and the unit that it feeds."""
        axis, path = self._output_axis(), self.snapshot.path
        return Seen(path, None if axis is None else BlockPart(path, index[axis]), index)

    def _cell_at(self, name: str, place: QPointF | None) -> Seen | None:
        heatmap, part = self.panels[name].heatmap, self._parts().get(name)
        row, column = heatmap.cell if place is None else heatmap.cell_at(place)
        if row < 0 or part is None or part.values.ndim > 2:
            return None
        return self._seen((row, column)[2 - part.values.ndim :])

    def _tile_at(self, name: str, place: QPointF | None) -> Seen | None:
        mosaic, part = self.panels[name].mosaic, self._parts().get(name)
        tile, row, column = (mosaic.selected, 0, 0) if place is None else mosaic.pixel_at(place)
        if tile < 0 or part is None or part.values.ndim < 3 or tile >= mosaic.num_tiles:
            return None
        return self._seen((*map(int, np.unravel_index(tile, part.values.shape[:-2])), row, column))

    def _edit(self, seen: Seen) -> None:
        """Ask what a weight shall be."""
        changes, snapshot = self.changes, self.snapshot
        if changes is None or changes.experiment is None or seen.index is None:
            return
        names = index_words(self._blocks.get(seen.block), snapshot.parameter, snapshot.shape)
        block = place_words(changes.experiment, seen.block)
        dialog = WeightDialog(snapshot, self.step, block, names, seen.index, self)
        dialog.chosen.connect(changes.make)
        self._dialog = dialog
        dialog.finished.connect(self._on_dialog_finished)
        dialog.show()

    def _on_dialog_finished(self) -> None:
        self._dialog = None

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
