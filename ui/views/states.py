"""View: hidden states of a recurrent block over time, and the gates that make them."""

from functools import partial
from typing import ClassVar

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QSignalBlocker
from PySide6.QtWidgets import QGridLayout, QWidget

from explorer.held import BlockPart
from explorer.probes.states import Direction
from explorer.probes.states import States as StatesProbe
from explorer.snapshots import StatesSnapshot
from explorer.spec import Experiment
from models.number_text import number_text
from models.resolve import ResolvedBlock
from ui.editors.facts import facts_of
from ui.part_menu import PartMenu, Seen
from ui.snapshot_view import SnapshotView
from ui.text import bind, follow_language, tr
from ui.theme import GRID, ColormapName
from ui.widgets.color_bar import ColorBar
from ui.widgets.heatmap import Heatmap, HeatmapWords
from ui.widgets.line_label import LineLabel, Piece
from ui.widgets.quiet_combo import QuietCombo
from ui.widgets.sample_picker import SamplePicker

SIGNED = ("hidden", "cell_state", "candidate")  # the others are gates, between 0 and 1
MAX_PANELS = 6


class StatePanel(QWidget):
    """One quantity of the cell over time, with its name and its scale."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = ""
        self.words = LineLabel(self)
        self.color_bar = ColorBar(self)
        self.heatmap = Heatmap(self)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addWidget(self.words, 0, 0)
        layout.addWidget(self.color_bar, 0, 1)
        layout.addWidget(self.heatmap, 1, 0, 1, 2)
        layout.setRowStretch(1, 1)

    def show_state(self, name: str, values_TU: npt.NDArray[np.float32], positions: list[str]) -> None:
        """Values (positions, units), time to the right, units downwards."""
        self.name = name
        reach = _range(name, values_TU)
        self.words.show_pieces((Piece(quantity_label(name), "text"),))
        self.color_bar.show_range(*reach)
        units = [str(unit) for unit in range(values_TU.shape[1])]
        words = HeatmapWords(units, positions, tr("unit"), tr("position"))
        self.heatmap.show_values(values_TU.T, reach, words)


class States(SnapshotView):
    """All quantities at once; a click on one shows it alone, a second click all again."""

    kind: ClassVar[str] = "states"
    title: ClassVar[str] = "Hidden states"
    about: ClassVar[str] = "What a recurrent block remembers at every position of the pinned sample, and its gates."
    probe_type = StatesProbe
    snapshot_type = StatesSnapshot

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._blocks: list[ResolvedBlock] = []
        self._alone = ""
        self._block, self._layer, self._direction = (QuietCombo(self) for _ in range(3))
        bind(self._block, "setToolTip", "The recurrent block that is shown")
        bind(self._layer, "setToolTip", "The layer of the block")
        bind(self._direction, "setToolTip", "The direction in which the layer reads")
        self._picker = SamplePicker(self)
        for control in (self._block, self._layer, self._direction, self._picker):
            self.add_control(control)
        self._build()
        for combo in (self._block, self._layer, self._direction):
            combo.currentIndexChanged.connect(self._on_choice_changed)
        self._picker.picked.connect(self.pin_requested)
        follow_language(self, self._name_choices)

    def probe(self) -> StatesProbe:
        block = self._block.currentIndex()
        path = self._blocks[block].path if 0 <= block < len(self._blocks) else ""
        direction: Direction = "backward" if self._direction.currentIndex() == 1 else "forward"
        return StatesProbe(path=path, layer=max(0, self._layer.currentIndex()), direction=direction)

    def reset(self, experiment: Experiment) -> None:
        facts = facts_of(experiment)
        self._picker.set_facts(facts.data)
        blocks = (block for network in facts.resolved.networks.values() for block in network.flat())
        self._blocks = [block for block in blocks if block.layer.kind == "recurrent"]
        self._alone = ""
        for combo in (self._block, self._layer, self._direction):
            _offer(combo, 0)
        _offer(self._block, len(self._blocks))
        self._name_choices()
        super().reset(experiment)

    def select_block(self, path: str) -> None:
        paths = [block.path for block in self._blocks]
        if path in paths:
            self._block.setCurrentIndex(paths.index(path))

    def show_changes(self) -> None:
        silent = self.silent_in(self.snapshot.path) if self.snapshot is not None else ()
        units = range(self.snapshot.hidden.shape[1]) if self.snapshot is not None else ()
        struck = frozenset(unit for unit in units if self._part(unit) in silent)
        for panel in self._panels:
            panel.heatmap.strike(struck)

    def numbers(self) -> dict[str, npt.NDArray[np.generic]]:
        return {} if self.snapshot is None else {"hidden": self.snapshot.hidden, **self.snapshot.gates}

    def draw(self) -> None:
        snapshot: StatesSnapshot = self.snapshot
        sample = snapshot.sample
        self._picker.show_sample(sample.split, sample.index)
        self._offer_choices(snapshot)
        count = len(snapshot.hidden)
        positions = list(sample.tokens) if len(sample.tokens) == count else [str(index + 1) for index in range(count)]
        quantities = {"hidden": snapshot.hidden, **snapshot.gates}
        names = [self._alone] if self._alone in quantities else list(quantities)[:MAX_PANELS]
        for index, panel in enumerate(self._panels):
            panel.setVisible(index < len(names))
            if index < len(names):
                panel.show_state(names[index], quantities[names[index]], positions)
        self.show_changes()
        self.describe(self._pieces(snapshot))

    def _part(self, unit: int) -> BlockPart | None:
        """The unit as one of the block's output, which both directions of the last layer make up side by side."""
        snapshot: StatesSnapshot = self.snapshot
        if snapshot.layer < snapshot.num_layers - 1:
            return None
        return BlockPart(snapshot.path, snapshot.direction * snapshot.hidden.shape[1] + unit)

    def _unit_at(self, panel: StatePanel, place: QPointF | None) -> Seen | None:
        unit = panel.heatmap.cell[0] if place is None else panel.heatmap.cell_at(place)[0]
        if self.snapshot is None or unit < 0:
            return None
        return Seen(self.snapshot.path, self._part(unit))

    def _pieces(self, snapshot: StatesSnapshot) -> list[Piece]:
        count, units = snapshot.hidden.shape
        size = tr("{positions} positions × {units} units", positions=count, units=units)
        return [Piece(size, "text"), self.sample_piece(), self.step_piece()]

    def _build(self) -> None:
        self._panels = [StatePanel(self) for _ in range(MAX_PANELS)]
        grid_widget = QWidget(self)
        grid = QGridLayout(grid_widget)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(GRID)
        for index, panel in enumerate(self._panels):
            grid.addWidget(panel, index // 2, index % 2)
            panel.heatmap.cell_clicked.connect(lambda *_, shown=panel: self._on_panel_clicked(shown))
            panel.heatmap.cell_hovered.connect(
                lambda unit, position, shown=panel: self._on_cell_hovered(shown, unit, position)
            )
            PartMenu(self, panel.heatmap, partial(self._unit_at, panel))
        self.set_content(grid_widget)

    def _offer_choices(self, snapshot: StatesSnapshot) -> None:
        """As many layers and directions as the block has."""
        _offer(self._layer, snapshot.num_layers, snapshot.layer)
        _offer(self._direction, snapshot.num_directions, snapshot.direction)
        self._name_choices()

    def _name_choices(self) -> None:
        """Say what can be chosen, where there is something to choose."""
        layers = range(self._layer.count())
        for combo, names in (
            (self._block, [f"{tr(block.layer.label)} {block.layer.caption()}".strip() for block in self._blocks]),
            (self._layer, [tr("layer {number}", number=layer + 1) for layer in layers]),
            (self._direction, [tr("forwards"), tr("backwards")]),
        ):
            for row in range(combo.count()):
                combo.setItemText(row, names[row])
            combo.setVisible(combo.count() > 1)

    def _on_choice_changed(self) -> None:
        if self.sender() is self._block:
            _offer(self._layer, 0)
            _offer(self._direction, 0)
        self.probe_changed.emit()

    def _on_panel_clicked(self, panel: StatePanel) -> None:
        self._alone = "" if self._alone else panel.name
        self.draw()

    def _on_cell_hovered(self, panel: StatePanel, unit: int, position: int) -> None:
        if unit < 0 or self.snapshot is None:
            self.reading.show_text("")
            return
        values = {"hidden": self.snapshot.hidden, **self.snapshot.gates}[panel.name]
        value = number_text(float(values[position, unit]), 6)
        place = tr("{quantity} · position {position} · unit {unit}",
                   quantity=quantity_label(panel.name), position=position + 1, unit=unit)  # fmt: skip
        self.reading.show_pieces((Piece(value, "text", bold=True), Piece(place)))


def _offer(combo: QuietCombo, count: int, current: int = 0) -> None:
    """So many choices, to be named, without telling anybody; as long as there are so many, the choice stays."""
    if combo.count() != count:
        with QSignalBlocker(combo):
            combo.clear()
            combo.addItems([""] * count)
            combo.setCurrentIndex(current)


def quantity_label(name: str) -> str:
    """What a state or gate is called."""
    known = {
        "hidden": tr("Hidden state h"),
        "cell_state": tr("Cell state c"),
        "input": tr("Input gate i"),
        "forget": tr("Forget gate f"),
        "output": tr("Output gate o"),
        "reset": tr("Reset gate r"),
        "update": tr("Update gate z"),
        "candidate": tr("Candidate"),
    }
    return known.get(name, name)


def _range(name: str, values: npt.NDArray[np.float32]) -> tuple[float, float, ColormapName]:
    if name not in SIGNED:
        return 0.0, 1.0, "viridis"
    reach = float(np.nan_to_num(np.abs(values)).max(initial=0.0)) or 1.0
    return -reach, reach, "signed"
