"""View: what one block answers for the pinned sample - all channels of an image, a sequence, or a vector."""

from typing import ClassVar

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QWidget

from explorer.held import BlockPart
from explorer.probes.activations import Activations
from explorer.snapshots import ActivationsSnapshot
from explorer.spec import Experiment
from models.number_text import number_text
from ui.block_combo import BlockCombo
from ui.editors.facts import facts_of
from ui.part_menu import PartMenu, Seen
from ui.snapshot_view import SnapshotView
from ui.text import tr
from ui.widgets.bar_chart import BarChart
from ui.widgets.channel_maps import ChannelMaps, Reach
from ui.widgets.color_bar import ColorBar
from ui.widgets.heatmap import Heatmap, HeatmapWords
from ui.widgets.line_label import Piece
from ui.widgets.pages import Pages
from ui.widgets.sample_picker import SamplePicker

MAX_BARS = 1024  # what a screen has pixels for


def value_range(values: npt.NDArray[np.floating]) -> Reach:
    """Smallest to largest in viridis; where there are values below zero, the same reach on both sides of it."""
    finite = values[np.isfinite(values)]
    low, high = float(finite.min(initial=np.inf)), float(finite.max(initial=-np.inf))
    if low > high:
        return 0.0, 1.0, "viridis"
    if low < 0:
        reach = max(-low, high)
        return -reach, reach, "signed"
    return 0.0 if low < 0.1 * high else low, high, "viridis"


class FeatureMaps(SnapshotView):
    """All channels beside each other and the chosen one large; sequences as heatmaps, vectors as bars."""

    kind: ClassVar[str] = "feature_maps"
    title: ClassVar[str] = "Feature maps and activations"
    about: ClassVar[str] = "What every channel of a block answers for the pinned sample."
    probe_type = Activations
    snapshot_type = ActivationsSnapshot

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._block, self._picker, self._color_bar = BlockCombo(self), SamplePicker(self), ColorBar(self)
        for control in (self._block, self._picker, self._color_bar):
            self.add_control(control)
        self.maps, self._heatmap, self._bars = ChannelMaps(self), Heatmap(self), BarChart(self)
        self._kinds = Pages(self)
        for page in (self.maps, self._heatmap, self._bars):
            self._kinds.add(page)
        self.set_content(self._kinds)
        self._block.currentIndexChanged.connect(self._on_block_changed)
        self._picker.picked.connect(self.pin_requested)
        self.maps.place_read.connect(self.reading.show_pieces)
        self._heatmap.cell_hovered.connect(self._on_heatmap_hovered)
        self._bars.bar_hovered.connect(self._on_bar_hovered)
        PartMenu(self, self.maps.mosaic, self._tile_at)
        PartMenu(self, self.maps.large, lambda _place: self._part(self.maps.channel))
        PartMenu(self, self._heatmap, self._feature_at)
        PartMenu(self, self._bars, self._unit_at)

    def probe(self) -> Activations:
        return Activations(path=self._block.path)

    def reset(self, experiment: Experiment) -> None:
        facts = facts_of(experiment)
        self._picker.set_facts(facts.data)
        self._block.offer(facts.resolved.networks)
        self.maps.forget_choice()
        self._color_bar.clear()
        super().reset(experiment)

    def select_block(self, path: str) -> None:
        self._block.choose(path)

    def show_changes(self) -> None:
        path = self.snapshot.path if self.snapshot is not None else ""
        silent = frozenset(part.number for part in self.silent_in(path) if part.part == "unit")
        for shown in (self.maps, self._heatmap, self._bars):
            shown.strike(silent)

    def numbers(self) -> dict[str, npt.NDArray[np.generic]]:
        if self.snapshot is None:
            return {}
        numbers: dict[str, npt.NDArray[np.generic]] = {"values": self.snapshot.values}
        if self.snapshot.sample.values is not None:
            numbers["sample"] = self.snapshot.sample.values
        return numbers

    def draw(self) -> None:
        snapshot: ActivationsSnapshot = self.snapshot
        values, sample = snapshot.values, snapshot.sample
        self._picker.show_sample(sample.split, sample.index)
        reach = value_range(values)
        self._color_bar.show_range(*reach)
        self._color_bar.setVisible(values.ndim > 1)
        words = [self.sample_piece(), self.step_piece()]
        if values.ndim == 3:
            words.insert(0, self._draw_maps(values, reach))
        elif values.ndim == 2:
            words.insert(0, self._draw_sequence(values, reach))
        else:
            words.insert(0, self._draw_vector(values))
        self.show_changes()
        self.describe(words)

    def _draw_maps(self, values_CHW: npt.NDArray[np.float32], reach: Reach) -> Piece:
        self._kinds.show_page(self.maps)
        self.maps.show_maps(values_CHW, reach, self.snapshot.sample.values)
        count, num_zero = tr("{count} channels", count=self.snapshot.num_channels), self.maps.num_zero
        if not num_zero:
            return Piece(count, "text")
        return Piece(tr("{channels}, {zero} zero for this sample", channels=count, zero=num_zero), "text")

    def _draw_sequence(self, values_TF: npt.NDArray[np.float32], reach: Reach) -> Piece:
        tokens = self.snapshot.sample.tokens
        columns = tokens if len(tokens) == len(values_TF) else ()
        words = HeatmapWords(columns=columns, row_title=tr("feature"), column_title=tr("position"))
        self._heatmap.show_values(values_TF.T, reach, words)
        self._kinds.show_page(self._heatmap)
        return Piece(tr("{positions} positions × {features} features", positions=len(values_TF),
                        features=self.snapshot.num_channels), "text")  # fmt: skip

    def _draw_vector(self, values_F: npt.NDArray[np.float32]) -> Piece:
        self._bars.show_values(values_F[:MAX_BARS], (), tr("unit"), tr("value"))
        self._kinds.show_page(self._bars)
        count = tr("{count} units", count=self.snapshot.num_channels)
        if len(values_F) <= MAX_BARS:
            return Piece(count, "text")
        return Piece(tr("{units}, the first {shown} shown", units=count, shown=MAX_BARS), "text")

    def _part(self, number: int) -> Seen | None:
        """What is seen at a channel, feature or unit; none at -1."""
        if self.snapshot is None or number < 0:
            return None
        return Seen(self.snapshot.path, BlockPart(self.snapshot.path, number))

    def _tile_at(self, place: QPointF | None) -> Seen | None:
        return self._part(self.maps.channel if place is None else self.maps.mosaic.tile_at(place))

    def _feature_at(self, place: QPointF | None) -> Seen | None:
        return self._part(self._heatmap.cell[0] if place is None else self._heatmap.cell_at(place)[0])

    def _unit_at(self, place: QPointF | None) -> Seen | None:
        return self._part(self._bars.bar if place is None else self._bars.bar_at(place))

    def _on_block_changed(self) -> None:
        self.maps.forget_choice()
        self.probe_changed.emit()

    def _on_heatmap_hovered(self, feature: int, position: int) -> None:
        if feature < 0:
            self.reading.show_text("")
            return
        value = number_text(float(self.snapshot.values[position, feature]), 6)
        place = tr("position {position} · feature {feature}", position=position, feature=feature)
        self.reading.show_pieces((Piece(value, "text", bold=True), Piece(place)))

    def _on_bar_hovered(self, unit: int) -> None:
        if unit < 0:
            self.reading.show_text("")
            return
        value = number_text(float(self.snapshot.values[unit]), 6)
        self.reading.show_pieces((Piece(value, "text", bold=True), Piece(tr("unit {unit}", unit=unit))))
