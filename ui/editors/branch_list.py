"""The branches of a parallel block: how many blocks each has, and how to add or remove one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from models.layers.parallel import MAX_BRANCHES, Branch
from ui.text import bind, follow_language, tr
from ui.theme import GRID
from ui.widgets.words import Words


class BranchList(QWidget):
    """`added` and `removed` tell the number of the branch that a person wants, counted from 0."""

    added = Signal(int)
    removed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._branches: tuple[Branch, ...] = ()
        self.lines: list[tuple[Words, QPushButton]] = []
        self.add_button = QPushButton(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GRID)
        self._grid.setColumnStretch(0, 1)
        self.add_button.clicked.connect(self._on_add_clicked)
        bind(self.add_button, "setText", "+ Add a branch")
        follow_language(self, self._show_words)

    def show_branches(self, branches: tuple[Branch, ...]) -> None:
        """Show these branches."""
        self._branches = branches
        while len(self.lines) > len(branches):
            for widget in self.lines.pop():
                self._grid.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        while len(self.lines) < len(branches):
            self._add_line(len(self.lines))
        self._grid.addWidget(self.add_button, len(branches), 0, 1, 2)
        self.add_button.setEnabled(len(branches) < MAX_BRANCHES)
        self._show_words()

    def _add_line(self, index: int) -> None:
        words, button = Words("muted", self), QPushButton(self)
        button.clicked.connect(lambda: self.removed.emit(index))
        self._grid.addWidget(words, index, 0)
        self._grid.addWidget(button, index, 1)
        self.lines.append((words, button))

    def _show_words(self) -> None:
        for number, (branch, (words, button)) in enumerate(zip(self._branches, self.lines, strict=True), start=1):
            words.setText(tr("Branch {number} · blocks: {count}", number=number, count=len(branch.blocks)))
            button.setText(tr("Remove"))
            button.setAccessibleName(tr("Remove branch {number}", number=number))

    def _on_add_clicked(self) -> None:
        self.added.emit(len(self._branches))
