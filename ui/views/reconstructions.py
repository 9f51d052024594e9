"""View: what the network was given above what it gave back and what was wanted, sample by sample."""

from typing import ClassVar

import numpy as np
import numpy.typing as npt
from PySide6.QtWidgets import QWidget

from explorer.probes.reconstructions import Reconstructions as ReconstructionsProbe
from explorer.snapshots import ReconstructionsSnapshot
from models.number_text import number_text
from ui.snapshot_view import SnapshotView
from ui.text import tr
from ui.widgets.image_mosaic import ImageMosaic
from ui.widgets.line_label import Piece
from ui.widgets.sample_tiles import sample_tiles


class Reconstructions(SnapshotView):
    """A table of three rows: given, given back, wanted; a click pins the sample of that column.

    A sample that a person made stands first.
    """

    kind: ClassVar[str] = "reconstructions"
    title: ClassVar[str] = "Reconstructions"
    about: ClassVar[str] = "What the network gives back of what it was given, beside what was wanted."
    probe_type = ReconstructionsProbe
    snapshot_type = ReconstructionsSnapshot

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = ImageMosaic(self)
        self.set_content(self._pictures)
        self._pictures.tile_clicked.connect(self._on_tile_clicked)
        self._pictures.tile_hovered.connect(self._on_tile_hovered)

    def probe(self) -> ReconstructionsProbe:
        return ReconstructionsProbe()

    def numbers(self) -> dict[str, npt.NDArray[np.generic]]:
        if self.snapshot is None:
            return {}
        return {name: getattr(self.snapshot, name) for name in ("given", "answered", "wanted")}

    def draw(self) -> None:
        snapshot: ReconstructionsSnapshot = self.snapshot
        tiles = sample_tiles(np.concatenate([snapshot.given, snapshot.answered, snapshot.wanted]))
        wanted = tiles[-len(snapshot.wanted) :]  # its range is that of the data: what noise adds is cut off
        self._pictures.set_table(len(wanted), (tr("given"), tr("given back"), tr("wanted")))
        self._pictures.show_tiles(tiles, float(wanted.min()), float(wanted.max()), "gray")
        error = number_text(float(np.square(snapshot.answered - snapshot.wanted).mean()), 3)
        words = tr("mean squared error {error} of {count} shown", error=error, count=len(snapshot.wanted))
        self.describe((Piece(words, "text"), Piece(tr(snapshot.split)), self.step_piece()))

    def _on_tile_clicked(self, tile: int) -> None:
        index = tile % len(self.snapshot.wanted) - self.snapshot.has_given
        if index >= 0:
            self.pin_requested.emit(self.snapshot.split, index)

    def _on_tile_hovered(self, tile: int, row: int, column: int) -> None:
        if tile < 0 or self.snapshot is None or tile >= 3 * len(self.snapshot.wanted):
            self.reading.show_text("")
            return
        sample = tile % len(self.snapshot.wanted)
        error = np.square(self.snapshot.answered[sample] - self.snapshot.wanted[sample]).mean()
        told = number_text(float(error), 4)
        index = sample - self.snapshot.has_given
        if index < 0:
            self.reading.show_text(tr("your own sample: mean squared error {error}", error=told), "text")
        else:
            self.reading.show_text(tr("sample {index}: mean squared error {error}", index=index, error=told), "text")
