"""View: what one block answers for the pinned sample - all channels of an image, a sequence, or a vector."""

from typing import ClassVar

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF, QSignalBlocker, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from explorer.dataset import SplitName
from explorer.probes.activations import Activations
from explorer.snapshots import ActivationsSnapshot
from explorer.spec import Experiment
from models.resolve import ResolvedBlock, resolve
from ui.block_choice import block_label, place_of
from ui.snapshot_view import SnapshotView
from ui.text import bind, tr
from ui.theme import ColormapName
from ui.widgets.bar_chart import BarChart
from ui.widgets.color_bar import ColorBar
from ui.widgets.filling_splitter import FillingSplitter
from ui.widgets.heatmap import Heatmap, HeatmapWords
from ui.widgets.image_mosaic import ImageMosaic
from ui.widgets.line_label import Piece
from ui.widgets.number_text import number_text
from ui.widgets.pages import Pages
from ui.widgets.quiet_combo import QuietCombo
from ui.widgets.sample_picker import SamplePicker
from ui.widgets.sample_tiles import sample_tiles
from ui.widgets.titled import Titled

LARGE_WEIGHT, MOSAIC_WEIGHT = 1.5, 3.0  # of the large channel and of all channels, beside the input
UNCHOSEN = -1  # no channel is large yet
MAX_BARS = 1024  # what a screen has pixels for

Range = tuple[float, float, ColormapName]


def value_range(values: npt.NDArray[np.floating]) -> Range:
    """Smallest to largest in viridis; where there are values below zero, the same reach on both sides of it."""
    finite = values[np.isfinite(values)]
    low, high = float(finite.min(initial=np.inf)), float(finite.max(initial=-np.inf))
    if low > high:
        return 0.0, 1.0, "viridis"
    if low < 0:
        reach = max(-low, high)
        return -reach, reach, "signed"
    return 0.0 if low < 0.1 * high else low, high, "viridis"


def liveliest_channel(values_CHW: npt.NDArray[np.floating]) -> int:
    """The channel whose pixels differ most: one that answers 0 everywhere is nothing to begin with."""
    return int(np.nan_to_num(values_CHW.reshape(len(values_CHW), -1).std(axis=1)).argmax())


class FeatureMaps(SnapshotView):
    """All channels beside each other and the chosen one large; sequences as heatmaps, vectors as bars."""

    kind: ClassVar[str] = "feature_maps"
    title: ClassVar[str] = "Feature maps and activations"
    about: ClassVar[str] = "What every channel of a block answers for the pinned sample."
    probe_type = Activations
    snapshot_type = ActivationsSnapshot

    block_selected = Signal(str)  # the path of the block chosen here

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._blocks: list[ResolvedBlock] = []
        self._networks = 1
        self._channel = UNCHOSEN
        self._hovered: tuple[int, int, int] | None = None  # channel, row, column
        self._clicked: tuple[int, int] | None = None  # row, column
        self._block = QuietCombo(self)
        self._block.setMinimumContentsLength(9)
        self._block.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        bind(self._block, "setToolTip", "The block whose output is shown")
        self._picker = SamplePicker(self)
        self._color_bar = ColorBar(self)
        for control in (self._block, self._picker, self._color_bar):
            self.add_control(control)
        self._mosaic, self._large = ImageMosaic(self), Heatmap(self, square=True)
        self._heatmap, self._bars = Heatmap(self), BarChart(self)
        self._input = ImageMosaic(self)
        self._titled_input = Titled(self._input, self)
        bind(self._titled_input, "set_title", "Input")
        beside = FillingSplitter(self._large, self._titled_input, self, weight=LARGE_WEIGHT)
        self._maps = FillingSplitter(self._mosaic, beside, self, weight=MOSAIC_WEIGHT)
        self._kinds = Pages(self)
        self._build()
        self._connect()

    def probe(self) -> Activations:
        return Activations(path=self._path())

    def reset(self, experiment: Experiment) -> None:
        facts = experiment.data.facts()
        networks = resolve(experiment.architecture, facts.ports).networks
        previous = self._chosen()
        self._networks = len(networks)
        self._blocks = [block for network in networks.values() for block in network.flat()]
        self._picker.set_facts(facts)
        with QSignalBlocker(self._block):
            self._block.clear()
            self._block.addItems(self._block_names())
            self._block.setCurrentIndex(place_of(previous, self._blocks))
        self._channel = UNCHOSEN
        self._color_bar.clear()
        super().reset(experiment)

    def select_block(self, path: str) -> None:
        """Look at the block at this path, as chosen elsewhere; an unknown path changes nothing."""
        paths = [block.path for block in self._blocks]
        if path in paths:
            self._block.setCurrentIndex(paths.index(path))

    def select_channel(self, channel: int) -> None:
        """Show this channel large."""
        self._channel = channel
        if self.snapshot is not None:
            self.draw()

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
        words = [self._sample_piece(), self.step_piece()]
        if values.ndim == 3:
            words.insert(0, self._draw_maps(values, reach))
        elif values.ndim == 2:
            words.insert(0, self._draw_sequence(values, reach))
        else:
            words.insert(0, self._draw_vector(values))
        self.describe(words)

    def retell(self) -> None:
        with QSignalBlocker(self._block):
            for row, name in enumerate(self._block_names()):
                self._block.setItemText(row, name)
        super().retell()

    def _build(self) -> None:
        for page in (self._maps, self._heatmap, self._bars):
            self._kinds.add(page)
        self.set_content(self._kinds)

    def _connect(self) -> None:
        self._block.currentIndexChanged.connect(self._on_block_changed)
        self._picker.picked.connect(self.pin_requested)
        self._mosaic.tile_clicked.connect(self.select_channel)
        self._mosaic.tile_hovered.connect(self._on_tile_hovered)
        self._large.cell_hovered.connect(self._on_large_hovered)
        self._large.cell_clicked.connect(self._on_large_clicked)
        self._heatmap.cell_hovered.connect(self._on_heatmap_hovered)
        self._bars.bar_hovered.connect(self._on_bar_hovered)

    def _chosen(self) -> ResolvedBlock | None:
        index = self._block.currentIndex()
        return self._blocks[index] if 0 <= index < len(self._blocks) else None

    def _path(self) -> str:
        chosen = self._chosen()
        return chosen.path if chosen is not None else ""

    def _block_names(self) -> list[str]:
        """The blocks as the list shows them; with several networks, each with its network's name."""
        if self._networks == 1:
            return [block_label(block) for block in self._blocks]
        return [f"{tr(block.path.split('.')[1])}: {block_label(block)}" for block in self._blocks]

    def _sample_piece(self) -> Piece:
        sample = self.snapshot.sample
        split: SplitName = sample.split
        if not sample.truth:
            return Piece(f"{tr(split)} {sample.index}")
        return Piece(tr("{split} {index}, “{truth}”", split=tr(split), index=sample.index, truth=sample.truth))

    def _draw_maps(self, values_CHW: npt.NDArray[np.float32], reach: Range) -> Piece:
        zero = np.logical_not(values_CHW.reshape(len(values_CHW), -1).any(axis=1))
        if not 0 <= self._channel < len(values_CHW):
            self._channel = liveliest_channel(values_CHW)
        self._mosaic.show_tiles(values_CHW, *reach)
        self._mosaic.set_marks(dict.fromkeys(np.flatnonzero(zero).tolist(), "0"))
        self._mosaic.select(self._channel)
        self._large.show_values(values_CHW[self._channel], reach)
        self._draw_input(self.snapshot.sample.values)
        self._kinds.show_page(self._maps)
        self._maps.refit()
        self._read_place()
        count = tr("{count} channels", count=self.snapshot.num_channels)
        if not zero.any():
            return Piece(count, "text")
        return Piece(tr("{channels}, {zero} zero for this sample", channels=count, zero=int(zero.sum())), "text")

    def _draw_input(self, values: npt.NDArray[np.float32] | None) -> None:
        """The pinned sample beside what the block makes of it, where both are pictures."""
        is_picture = values is not None and values.ndim == 3
        self._titled_input.setVisible(is_picture)
        if values is not None and is_picture:
            self._input.show_tiles(sample_tiles(values[None]), float(values.min()), float(values.max()), "gray")

    def _draw_sequence(self, values_TF: npt.NDArray[np.float32], reach: Range) -> Piece:
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

    def _on_block_changed(self) -> None:
        self._channel = UNCHOSEN
        self.block_selected.emit(self._path())
        self.probe_changed.emit()

    def _on_tile_hovered(self, channel: int, row: int, column: int) -> None:
        self._hovered = (channel, row, column) if channel >= 0 else None
        self._read_place()

    def _on_large_hovered(self, row: int, column: int) -> None:
        self._hovered = (self._channel, row, column) if row >= 0 else None
        self._read_place()

    def _on_large_clicked(self, row: int, column: int) -> None:
        self._clicked = None if self._clicked == (row, column) else (row, column)
        self._read_place()

    def _read_place(self) -> None:
        """The exact value under the mouse, else at the clicked pixel; it stays and lives on while training goes on."""
        place = self._hovered or ((self._channel, *self._clicked) if self._clicked else None)
        values = None if self.snapshot is None else self.snapshot.values
        if values is None or values.ndim != 3 or place is None or not _is_inside(place, values.shape):
            self.reading.show_text("")
            self._input.mark_region(None)
            return
        channel, row, column = place
        value = number_text(float(values[place]), 6)
        words = tr("channel {channel} · row {row}, column {column}", channel=channel, row=row, column=column)
        self.reading.show_pieces((Piece(value, "text", bold=True), Piece(words), *self._read_input(row, column)))

    def _read_input(self, row: int, column: int) -> tuple[Piece, ...]:
        """Mark the same place of the picture in the input; its value where both have the same pixels."""
        sample = self.snapshot.sample.values
        if sample is None or sample.ndim != 3:
            return ()
        height, width = (ours / theirs for ours, theirs in zip(sample.shape[1:], self.snapshot.values.shape[1:],
                                                               strict=True))  # fmt: skip
        self._input.mark_region(QRectF(column * width, row * height, width, height))
        if (height, width) != (1, 1):
            return ()
        pixel = ", ".join(number_text(float(value), 4) for value in sample[:, row, column])
        return (Piece(tr("input {value}", value=pixel), "faint"),)

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


def _is_inside(place: tuple[int, ...], shape: tuple[int, ...]) -> bool:
    return all(0 <= index < size for index, size in zip(place, shape, strict=True))
