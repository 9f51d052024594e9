"""View: sentences with hidden words, and what the network takes them for."""

from collections.abc import Iterator
from typing import ClassVar

import numpy as np
import numpy.typing as npt
from PySide6.QtWidgets import QWidget

from explorer.probes.hidden_words import HiddenWords as HiddenWordsProbe
from explorer.snapshots import HiddenWordsSnapshot
from ui.snapshot_view import SnapshotView
from ui.text import tr
from ui.widgets.line_label import Piece
from ui.widgets.word_rows import Row, Word, WordRows


class HiddenWords(SnapshotView):
    """A right guess carries a tick; a wrong one a cross, and after it the true word. A click pins the sentence."""

    kind: ClassVar[str] = "hidden_words"
    title: ClassVar[str] = "Hidden words"
    about: ClassVar[str] = "Sentences with hidden words, and what the network takes them for."
    probe_type = HiddenWordsProbe
    snapshot_type = HiddenWordsSnapshot

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentences = WordRows(self)
        self.set_content(self._sentences)
        self._sentences.row_clicked.connect(self._on_row_clicked)

    def probe(self) -> HiddenWordsProbe:
        return HiddenWordsProbe()

    def numbers(self) -> dict[str, npt.NDArray[np.generic]]:
        if self.snapshot is None:
            return {}
        return {
            name: np.array([" ".join(word or "-" for word in row) for row in getattr(self.snapshot, name)])
            for name in ("words", "seen", "guesses")
        }

    def draw(self) -> None:
        snapshot: HiddenWordsSnapshot = self.snapshot
        rows = [tuple(zip(*row, strict=True)) for row in zip(snapshot.words, snapshot.guesses, strict=True)]
        counts = [(sum(true == guess for true, guess in row), sum(bool(guess) for _, guess in row)) for row in rows]
        leads = [Word(f"{right}/{hidden}", "muted") for right, hidden in counts]
        self._sentences.show_rows([Row(lead, tuple(_words(row))) for lead, row in zip(leads, rows, strict=True)])
        right, total = (sum(column) for column in zip(*counts, strict=True))
        words = tr("{right} of {total} right", right=right, total=total)
        self.describe((Piece(words, "text"), Piece(tr(snapshot.split)), self.step_piece()))

    def _on_row_clicked(self, row: int) -> None:
        if row >= self.snapshot.has_given:
            self.pin_requested.emit(self.snapshot.split, row - self.snapshot.has_given)


def _words(row: tuple[tuple[str, str], ...]) -> Iterator[Word]:
    for true, guess in row:
        if not guess:
            yield Word(true)
        elif guess == true:
            yield Word(f"{guess} ✓", "good")
        else:
            yield Word(f"{guess} ✗", "backward")
            yield Word(f"({true})", "muted")
