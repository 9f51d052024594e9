"""View: a map of the words, those with similar vectors close together, and the nearest words of one."""

from typing import ClassVar

import numpy as np
import numpy.typing as npt
from PySide6.QtWidgets import QLineEdit, QWidget

from explorer.probes.word_vectors import WordVectors as WordVectorsProbe
from explorer.snapshots import WordVectorsSnapshot
from explorer.spec import Experiment
from models.number_text import fixed_text
from ui.fields.allowed import longest
from ui.snapshot_view import SnapshotView
from ui.text import bind, tr
from ui.theme import GRID
from ui.widgets.bar_chart import BarChart
from ui.widgets.filling_splitter import FillingSplitter
from ui.widgets.line_label import Piece
from ui.widgets.titled import Titled
from ui.widgets.word_map import WordMap

LONGEST_WORD = longest(WordVectorsProbe, "word")


class WordVectors(SnapshotView):
    """A word is chosen by a click on the map or by typing it."""

    kind: ClassVar[str] = "word_vectors"
    title: ClassVar[str] = "Word vectors"
    about: ClassVar[str] = "A map of the words: those that the network uses alike lie close together."
    probe_type = WordVectorsProbe
    snapshot_type = WordVectorsSnapshot

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._word = QLineEdit(self)
        self._word.setMaxLength(LONGEST_WORD)
        self._word.setMinimumWidth(14 * GRID)
        bind(self._word, "setPlaceholderText", "Word")
        bind(self._word, "setToolTip", "The word whose neighbours are listed")
        self.add_control(self._word)
        self._map, self._nearest = WordMap(self), BarChart(self)
        nearest = Titled(self._nearest, self)
        bind(nearest, "set_title", "Nearest words (cosine)")
        self.set_content(FillingSplitter(self._map, nearest, self))
        self._word.editingFinished.connect(self._on_word_changed)
        self._map.word_clicked.connect(self._on_word_clicked)
        self._nearest.bar_hovered.connect(self._on_bar_hovered)
        self._asked = ""

    def probe(self) -> WordVectorsProbe:
        return WordVectorsProbe(word=self._asked)

    def reset(self, experiment: Experiment) -> None:
        self._word.clear()
        self._asked = ""
        super().reset(experiment)

    def numbers(self) -> dict[str, npt.NDArray[np.generic]]:
        if self.snapshot is None:
            return {}
        return {
            "words": np.array(self.snapshot.words), "positions": self.snapshot.positions,
            "nearest": np.array(self.snapshot.nearest), "cosines": self.snapshot.cosines,
        }  # fmt: skip

    def draw(self) -> None:
        snapshot: WordVectorsSnapshot = self.snapshot
        self._map.show_words(snapshot.words, snapshot.positions, snapshot.word, frozenset(snapshot.nearest))
        self._nearest.show_values(snapshot.cosines, snapshot.nearest)
        pieces = [Piece(tr("neighbours of “{word}”", word=snapshot.word), "text")]
        if self._asked and self._asked != snapshot.word:
            pieces.append(Piece(tr("“{word}” is not known", word=self._asked), "warning"))
        self.describe((*pieces, self.step_piece()))

    def _on_word_clicked(self, word: str) -> None:
        self._word.setText(word)
        self._on_word_changed()

    def _on_word_changed(self) -> None:
        asked = self._word.text().strip().lower()[:LONGEST_WORD]  # some capitals are two letters when they are small
        if asked != self._asked:
            self._asked = asked
            self.probe_changed.emit()

    def _on_bar_hovered(self, bar: int) -> None:
        if self.snapshot is None or not 0 <= bar < len(self.snapshot.nearest):
            self.reading.show_text("")
            return
        cosine = fixed_text(float(self.snapshot.cosines[bar]), 4)
        words = tr("“{word}”: cosine {cosine}", word=self.snapshot.nearest[bar], cosine=cosine)
        self.reading.show_text(words, "text")
