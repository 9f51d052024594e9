"""How far something is, with a button that ends it; hidden while nothing is under way."""

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from models.text import Text
from ui.jobs import Errand
from ui.text import bind, say
from ui.theme import GRID
from ui.widgets.words import Words

BAR_WIDTH = 20 * GRID
FULL = 1000


class ProgressRow(QWidget):
    """Follows one errand at a time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words, self.bar, self.cancel = Words("muted"), QProgressBar(), QPushButton()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(BAR_WIDTH)
        bind(self.cancel, "setText", "Cancel")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        for widget in (self.words, self.bar, self.cancel):
            row.addWidget(widget)
        row.addStretch(1)
        self.cancel.clicked.connect(self._on_cancel)
        self._errand: Errand | None = None
        self.hide()

    def follow(self, errand: Errand) -> None:
        """Show how far this is until it ends."""
        self._errand = errand
        self.words.setText("")
        self.bar.setRange(0, 0)
        self.show()
        errand.progressed.connect(lambda done, text, _part: self._show(errand, done, text))
        errand.ended.connect(lambda: self._on_ended(errand))

    def _show(self, errand: Errand, done: float | None, text: Text | None) -> None:
        if errand is not self._errand:
            return
        if text is not None:
            self.words.setText(say(text))
        self.bar.setRange(0, 0 if done is None else FULL)
        if done is not None:
            self.bar.setValue(round(done * FULL))

    def _on_cancel(self) -> None:
        if self._errand is not None:
            self._errand.cancel()

    def _on_ended(self, errand: Errand) -> None:
        if errand is self._errand:
            self._errand = None
            self.hide()
