"""How far a scan is, in words and as a bar, and the button that breaks it off."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from models.text import Text
from ui.text import bind, follow_language, say, tr
from ui.theme import GRID
from ui.widgets.words import Words


class ScanProgress(QWidget):
    """`cancelled` is a wish of the person."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text: Text | None = None
        self.words, self.bar, self.cancel = Words("muted"), QProgressBar(), QPushButton()
        self.bar.setTextVisible(False)
        self.cancel.setAutoDefault(False)
        self.cancel.clicked.connect(self.cancelled)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self.words)
        column.addLayout(row)
        column.addStretch(1)
        bind(self.cancel, "setText", "Cancel")
        follow_language(self, self._show_words)

    def begin(self) -> None:
        """Nothing is known yet."""
        self._text = None
        self.show_progress(None, None)

    def show_progress(self, done: float | None, text: Text | None) -> None:
        """Show the share that is done, None where nobody knows it, and what is being done, None as before."""
        self.bar.setRange(0, 0 if done is None else 1000)
        if done is not None:
            self.bar.setValue(round(done * 1000))
        self._text = text or self._text
        self._show_words()

    def _show_words(self) -> None:
        self.words.setText(say(self._text) if self._text is not None else tr("Scanning…"))
