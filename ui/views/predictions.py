"""View: samples with what they are and what the network takes them for, and the confusion matrix."""

from collections.abc import Sequence
from typing import ClassVar

import numpy as np
import numpy.typing as npt
from PySide6.QtWidgets import QWidget

from explorer.probes.predictions import Predictions as PredictionsProbe
from explorer.snapshots import PredictionsSnapshot
from explorer.spec import Experiment
from models.number_text import count_text, fixed_text
from ui.snapshot_view import SnapshotView
from ui.text import tr
from ui.widgets.filling_splitter import FillingSplitter
from ui.widgets.heatmap import Heatmap, HeatmapWords
from ui.widgets.image_mosaic import Caption, ImageMosaic
from ui.widgets.line_label import Piece
from ui.widgets.pages import Pages
from ui.widgets.sample_tiles import sample_tiles
from ui.widgets.stretch_picker import StretchPicker
from ui.widgets.word_rows import Row, Word, WordRows

NUM_SAMPLES = 24


class Predictions(SnapshotView):
    """Right answers carry a tick, wrong ones a cross and both names; a click pins the sample."""

    kind: ClassVar[str] = "predictions"
    title: ClassVar[str] = "Predictions"
    about: ClassVar[str] = "Samples with their true class, the network's answer and its confidence."
    probe_type = PredictionsProbe
    snapshot_type = PredictionsSnapshot

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._samples = ImageMosaic(self)
        self._confusion = Heatmap(self, square=True, decimals=0, hide_zeros=True)
        self._picker = StretchPicker(NUM_SAMPLES, self)
        self.add_control(self._picker)
        self._picker.picked.connect(self.probe_changed)
        self._texts = WordRows(self)
        self._kinds = Pages(self)
        self._kinds.add(self._samples)
        self._kinds.add(self._texts)
        self._parts = FillingSplitter(self._kinds, self._confusion, self)
        self.set_content(self._parts)
        self._samples.tile_clicked.connect(self._on_sample_clicked)
        self._samples.tile_hovered.connect(self._on_sample_hovered)
        self._texts.row_clicked.connect(self._on_sample_clicked)
        self._confusion.cell_hovered.connect(self._on_cell_hovered)

    def probe(self) -> PredictionsProbe:
        return PredictionsProbe(split=self._picker.split, start=self._picker.index, num_samples=NUM_SAMPLES)

    def reset(self, experiment: Experiment) -> None:
        self._picker.set_facts(experiment.facts())
        super().reset(experiment)

    def numbers(self) -> dict[str, npt.NDArray[np.generic]]:
        if self.snapshot is None:
            return {}
        names = ("indices", "samples", "truth", "predicted", "confidence", "confusion")
        return {name: getattr(self.snapshot, name) for name in names}

    def draw(self) -> None:
        snapshot: PredictionsSnapshot = self.snapshot
        names = self._names()
        captions = [self._caption(index, names) for index in range(len(snapshot.indices))]
        if snapshot.texts:
            self._show_texts(snapshot.texts, captions)
        else:
            self._show_pictures(sample_tiles(snapshot.samples), captions)
        counts = snapshot.confusion
        words = HeatmapWords(names, names, tr("true"), tr("predicted"))
        self._confusion.show_values(counts.astype(np.float64), (0, max(1, int(counts.max())), "cividis"), words)
        self._parts.refit()
        self.describe(self._pieces(snapshot))

    def _show_pictures(self, tiles: npt.NDArray[np.float32], captions: list[Caption]) -> None:
        self._samples.show_tiles(tiles, float(tiles.min(initial=0)), float(tiles.max(initial=0)), "gray")
        self._samples.set_captions(captions)
        self._kinds.show_page(self._samples)

    def _show_texts(self, texts: Sequence[str], captions: list[Caption]) -> None:
        leads = [Word(caption.text, caption.color) for caption in captions]
        words = [[Word(word) for word in text.split()] for text in texts]
        self._texts.show_rows([Row(lead, told) for lead, told in zip(leads, words, strict=True)])
        self._kinds.show_page(self._texts)

    def _pieces(self, snapshot: PredictionsSnapshot) -> list[Piece]:
        total, right = int(snapshot.confusion.sum()), int(np.trace(snapshot.confusion))
        share = fixed_text(100 * right / max(1, total), 1)
        words = tr("{right} of {total} right · {share} %", right=right, total=total, share=share)
        pieces = [Piece(words, "text"), Piece(tr(snapshot.split))]
        if snapshot.oldest_step < self.step:
            return [*pieces, Piece(tr("steps {first} to {last}", first=snapshot.oldest_step,
                                      last=self.step), "faint")]  # fmt: skip
        return [*pieces, self.step_piece()]

    def _names(self) -> list[str]:
        return [tr(name) for name in self.snapshot.class_names]

    def _caption(self, index: int, names: Sequence[str]) -> Caption:
        snapshot: PredictionsSnapshot = self.snapshot
        truth, answer = int(snapshot.truth[index]), int(snapshot.predicted[index])
        confidence = fixed_text(float(snapshot.confidence[index]), 2)
        if truth == answer:
            return Caption(f"{names[truth]} ✓ {confidence}", "good", "✓")
        return Caption(f"{names[truth]}→{names[answer]} ✗ {confidence}", "backward", "✗")

    def _on_sample_clicked(self, tile: int) -> None:
        self.pin_requested.emit(self.snapshot.split, int(self.snapshot.indices[tile]))

    def _on_sample_hovered(self, tile: int, row: int, column: int) -> None:
        if tile < 0 or self.snapshot is None or tile >= len(self.snapshot.indices):
            self.reading.show_text("")
            return
        snapshot: PredictionsSnapshot = self.snapshot
        names = self._names()
        words = tr(
            "sample {index}: is “{truth}”, taken for “{answer}” with {confidence}. Click to pin it",
            index=int(snapshot.indices[tile]), truth=names[int(snapshot.truth[tile])],
            answer=names[int(snapshot.predicted[tile])], confidence=fixed_text(float(snapshot.confidence[tile]), 4),
        )  # fmt: skip
        self.reading.show_text(words, "text")

    def _on_cell_hovered(self, row: int, column: int) -> None:
        if row < 0 or self.snapshot is None:
            self.reading.show_text("")
            return
        names, count = self._names(), int(self.snapshot.confusion[row, column])
        words = tr("“{truth}” taken for “{answer}”", truth=names[row], answer=names[column])
        self.reading.show_pieces((Piece(count_text(count), "text", bold=True), Piece(words)))
