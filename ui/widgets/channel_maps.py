"""All channels of a picture-like output beside each other, the chosen one large, and the input that they answer to."""

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QWidget

from models.number_text import number_text
from ui.text import bind, tr
from ui.theme import ColormapName
from ui.widgets.filling_splitter import FillingSplitter
from ui.widgets.heatmap import Heatmap
from ui.widgets.image_mosaic import ImageMosaic
from ui.widgets.line_label import Piece
from ui.widgets.sample_tiles import sample_tiles
from ui.widgets.titled import Titled

LARGE_WEIGHT, MOSAIC_WEIGHT = 1.5, 3.0  # of the large channel and of all channels, beside the input
UNCHOSEN = -1  # no channel is large yet

Floats = npt.NDArray[np.float32]
Reach = tuple[float, float, ColormapName]  # low, high


def liveliest_channel(values_CHW: Floats) -> int:
    """The channel whose pixels differ most: one that answers 0 everywhere is nothing to begin with."""
    return int(np.nan_to_num(values_CHW.reshape(len(values_CHW), -1).std(axis=1)).argmax())


class ChannelMaps(FillingSplitter):
    """A click on a channel chooses it; the pixel under the mouse, else the clicked one, is read while values change."""

    place_read = Signal(object)  # the pieces that tell the pixel's value; none where there is no pixel

    def __init__(self, parent: QWidget | None = None) -> None:
        mosaic, large, picture = ImageMosaic(), Heatmap(square=True), ImageMosaic()
        titled = Titled(picture)
        beside = FillingSplitter(large, titled, weight=LARGE_WEIGHT)
        super().__init__(mosaic, beside, parent, weight=MOSAIC_WEIGHT)
        self.mosaic, self.large, self._input, self._titled_input = mosaic, large, picture, titled
        bind(titled, "set_title", "Input")
        self.channel = UNCHOSEN
        self.num_zero = 0  # channels that are zero everywhere
        self._values: Floats = np.zeros((0, 1, 1), np.float32)
        self._reach: Reach = (0.0, 1.0, "viridis")
        self._struck: frozenset[int] = frozenset()
        self._sample: Floats | None = None
        self._hovered: tuple[int, int, int] | None = None  # channel, row, column
        self._clicked: tuple[int, int] | None = None  # row, column
        self.mosaic.tile_clicked.connect(self.choose)
        self.mosaic.tile_hovered.connect(self._on_tile_hovered)
        self.large.cell_hovered.connect(self._on_large_hovered)
        self.large.cell_clicked.connect(self._on_large_clicked)

    def forget_choice(self) -> None:
        """Other channels come: the liveliest of them is large then."""
        self.channel = UNCHOSEN

    def strike(self, channels: frozenset[int]) -> None:
        """Draw these channels dimmed and struck through."""
        self._struck = channels
        self.mosaic.strike(channels)
        self._strike_large()

    def _strike_large(self) -> None:
        rows = range(self._values.shape[1]) if self.channel in self._struck else ()
        self.large.strike(frozenset(rows))

    def choose(self, channel: int) -> None:
        """Show this channel large."""
        self.channel = channel
        self.mosaic.select(channel)
        self.large.show_values(self._values[channel], self._reach)
        self._strike_large()
        self._read_place()

    def show_maps(self, values_CHW: Floats, reach: Reach, sample: Floats | None) -> None:
        """Show all channels, and the sample beside them where it is a picture (channels, height, width) too."""
        self._values, self._reach = values_CHW, reach
        zero = np.logical_not(values_CHW.reshape(len(values_CHW), -1).any(axis=1))
        self.num_zero = int(zero.sum())
        self.mosaic.show_tiles(values_CHW, *reach)
        self.mosaic.set_marks(dict.fromkeys(np.flatnonzero(zero).tolist(), "0"))
        self._show_sample(sample)
        self.choose(self.channel if 0 <= self.channel < len(values_CHW) else liveliest_channel(values_CHW))
        self.refit()

    def _show_sample(self, sample: Floats | None) -> None:
        self._sample = sample if sample is not None and sample.ndim == 3 else None
        self._titled_input.setVisible(self._sample is not None)
        if self._sample is not None:
            low, high = float(self._sample.min()), float(self._sample.max())
            self._input.show_tiles(sample_tiles(self._sample[None]), low, high, "gray")

    def _on_tile_hovered(self, channel: int, row: int, column: int) -> None:
        self._hovered = (channel, row, column) if channel >= 0 else None
        self._read_place()

    def _on_large_hovered(self, row: int, column: int) -> None:
        self._hovered = (self.channel, row, column) if row >= 0 else None
        self._read_place()

    def _on_large_clicked(self, row: int, column: int) -> None:
        self._clicked = None if self._clicked == (row, column) else (row, column)
        self._read_place()

    def _read_place(self) -> None:
        place = self._hovered or ((self.channel, *self._clicked) if self._clicked else None)
        if place is None or not _is_inside(place, self._values.shape):
            self._input.mark_region(None)
            self.place_read.emit(())
            return
        channel, row, column = place
        value = number_text(float(self._values[place]), 6)
        words = tr("channel {channel} · row {row}, column {column}", channel=channel, row=row, column=column)
        self.place_read.emit((Piece(value, "text", bold=True), Piece(words), *self._read_input(row, column)))

    def _read_input(self, row: int, column: int) -> tuple[Piece, ...]:
        """Mark the same place of the picture in the input; its value where both have the same pixels."""
        if self._sample is None:
            return ()
        sizes = zip(self._sample.shape[1:], self._values.shape[1:], strict=True)
        height, width = (ours / theirs for ours, theirs in sizes)
        self._input.mark_region(QRectF(column * width, row * height, width, height))
        if (height, width) != (1, 1):
            return ()
        pixel = ", ".join(number_text(float(value), 4) for value in self._sample[:, row, column])
        return (Piece(tr("input {value}", value=pixel), "faint"),)


def _is_inside(place: tuple[int, ...], shape: tuple[int, ...]) -> bool:
    return all(0 <= index < size for index, size in zip(place, shape, strict=True))
