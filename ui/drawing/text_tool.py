"""Writes texts: a field, and below it how the data read them, unknown words or letters marked."""

import numpy as np
import numpy.typing as npt
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from explorer.dataset import DatasetSpec
from explorer.snapshots import AnswerSnapshot
from explorer.spelling import Mark, pieces_of, spell
from explorer.words import PADDING, SPECIAL, UNKNOWN
from ui.drawing.tool import Tool
from ui.text import bind, follow_language, tr
from ui.theme import GRID
from ui.widgets.line_label import LineLabel
from ui.widgets.word_rows import Row, Word, WordRows

MOST_LETTERS = 20_000
COLORS: dict[Mark, str] = {"known": "text", "unknown": "backward", "unread": "faint"}
VISIBLE = {"\n": "⏎", "\t": "⇥", " ": "␣"}


class TextTool(Tool):
    """Where only loading tells the words of the data, a run looks them up, and its answer says which it knew."""

    def __init__(self, data: DatasetSpec, parent: QWidget | None = None) -> None:
        super().__init__(data, parent)
        self._facts = data.facts()
        self._told: tuple[Mark, ...] = ()  # by a run, where the data tell no symbols
        self.field = QPlainTextEdit(self)
        self.field.setTabChangesFocus(True)
        self.field.setMaximumHeight(12 * GRID)
        bind(self.field, "setPlaceholderText", "Write here")
        self.rows, self.words = WordRows(self), LineLabel(self, num_lines=2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        for widget, stretch in ((self.field, 0), (self.words, 0), (self.rows, 1)):
            layout.addWidget(widget, stretch)
        self.field.textChanged.connect(self._on_text_changed)
        follow_language(self, self._tell)
        self._tell()

    def sample(self) -> npt.NDArray[np.generic] | None:
        pieces = self._pieces()
        if not pieces or (self._facts.symbols and spell(pieces, self._facts).num_missing):
            return None
        return np.array(pieces)

    def addable(self) -> npt.NDArray[np.generic] | None:
        pieces = self._pieces()
        if not pieces or not self._facts.symbols:
            return None
        tokens = spell(pieces, self._facts).tokens
        return tokens if len(tokens) else None

    def retarget(self, data: DatasetSpec) -> None:
        super().retarget(data)
        self._facts = data.facts()
        self._tell()

    def follow(self, snapshot: AnswerSnapshot) -> None:
        if not self._facts.symbols and snapshot.sample.is_given:
            read = [token for token in snapshot.sample.tokens if token != SPECIAL[PADDING]]
            told: tuple[Mark, ...] = tuple("unknown" if token == SPECIAL[UNKNOWN] else "known" for token in read)
            if told != self._told:
                self._told = told
                self._tell()

    def _pieces(self) -> tuple[str, ...]:
        return pieces_of(self.field.toPlainText()[:MOST_LETTERS], self._facts)

    def _tell(self) -> None:
        """Mark the pieces, and say what is missing."""
        pieces = self._pieces()
        unread: Mark = "unread"
        num_missing, marks = 0, (*self._told, *[unread] * (len(pieces) - len(self._told)))
        if self._facts.symbols:
            spelled = spell(pieces, self._facts)
            num_missing, marks = spelled.num_missing, spelled.marks
        words = [_word(piece, mark) for piece, mark in zip(pieces, marks, strict=False)]
        self.rows.show_rows([Row(Word(""), words)])
        self.words.show_text(self._sentence(num_missing, marks) if pieces else "", "warning")

    def _sentence(self, num_missing: int, marks: tuple[Mark, ...]) -> str:
        if num_missing and self._facts.first_word:
            return tr("{count} more words are needed", count=num_missing)
        if num_missing:
            return tr("{count} more letters are needed", count=num_missing)
        return tr("✗ is not known in these data") if "unknown" in marks else ""

    def _on_text_changed(self) -> None:
        self._tell()
        self.made.emit()


def _word(piece: str, mark: Mark) -> Word:
    return Word(_visible(piece) + (" ✗" if mark == "unknown" else ""), COLORS[mark])


def _visible(piece: str) -> str:
    return VISIBLE.get(piece, piece)
