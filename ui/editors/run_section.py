"""What is changed at the selected block in the run that goes on: frozen or not, and what is silenced in it."""

from functools import partial

from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from explorer.held import BlockPart
from models.resolve import ResolvedBlock
from ui.change_words import part_words
from ui.freeze_action import FREEZE_KEY, freeze_hint
from ui.run_changes import RunChanges
from ui.text import bind, follow_language, tr
from ui.theme import GRID
from ui.widgets.words import Words

MOST_ROWS = 64  # of what is silenced; of more, all together can be restored


class RunSection(QWidget):
    """Hidden as long as there is no run that has the block."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._changes: RunChanges | None = None
        self._block: ResolvedBlock | None = None
        self._shown: tuple[BlockPart, ...] = ()
        self.heading, self.silenced = Words("heading", self), Words("muted", self, wrap=True)
        self.freeze, self.restore_all = QPushButton(self), QPushButton(self)
        self.restore_buttons: list[QPushButton] = []
        self._labels: list[Words] = []
        self._grid = QGridLayout()
        self._grid.setSpacing(GRID // 2)
        self._grid.setColumnStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID, 0, 0)
        column.setSpacing(GRID)
        for widget in (self.heading, self.freeze, self.silenced):
            column.addWidget(widget)
        column.addLayout(self._grid)
        column.addWidget(self.restore_all)
        for button in (self.freeze, self.restore_all):
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.freeze.clicked.connect(self._on_freeze_clicked)
        self.restore_all.clicked.connect(self._on_restore_all_clicked)
        bind(self.heading, "setText", "In this run")
        bind(self.restore_all, "setText", "Restore all")
        follow_language(self, self._show)
        self.hide()

    def follow_changes(self, changes: RunChanges) -> None:
        """Show what is changed in this run from now on."""
        self._changes = changes
        changes.changed.connect(self._show)
        self._show()

    def show_block(self, block: ResolvedBlock | None) -> None:
        """Show what is changed at this block; nothing for None."""
        self._block = block
        self._show()

    def _show(self) -> None:
        changes, block = self._changes, self._block
        is_there = changes is not None and block is not None and changes.can_change and changes.has(block)
        self.setVisible(is_there)
        if not is_there or changes is None or block is None:
            return
        is_frozen, reason = bool(changes.in_force.frozen_by(block.path)), changes.no_freeze(block)
        self.freeze.setText(tr("Let it learn again") if is_frozen else tr("Freeze"))
        self.freeze.setEnabled(not reason)
        self.freeze.setToolTip(f"{reason or freeze_hint(is_frozen=is_frozen)} ({FREEZE_KEY})")
        self._show_silent(changes, block)

    def _show_silent(self, changes: RunChanges, block: ResolvedBlock) -> None:
        silent = changes.in_force.silent_in(block.path)
        if silent[:MOST_ROWS] != self._shown:
            self._make_rows(silent[:MOST_ROWS])
        assert changes.experiment is not None  # it has the block
        for part, label, button in zip(self._shown, self._labels, self.restore_buttons, strict=True):
            words = part_words(changes.experiment, (part,))
            label.setText(words)
            button.setText(tr("Restore"))
            button.setAccessibleName(tr("Restore {part}", part=words))
        self.restore_all.setVisible(len(silent) > 1)
        count = tr("Silenced: {count}. Each answers 0 until it is restored.", count=len(silent))
        nothing = tr("Nothing is silenced here. Right-click a channel, unit or head in a view, or press S on it.")
        self.silenced.setText(count if silent else nothing)

    def _make_rows(self, silent: tuple[BlockPart, ...]) -> None:
        for widget in (*self._labels, *self.restore_buttons):
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._shown, self._labels, self.restore_buttons = silent, [], []
        for row, part in enumerate(silent):
            label, button = Words(None, self), QPushButton(self)
            button.clicked.connect(partial(self._on_restore_clicked, part))
            self._grid.addWidget(label, row, 0)
            self._grid.addWidget(button, row, 1)
            self._labels.append(label)
            self.restore_buttons.append(button)

    def _on_restore_clicked(self, part: BlockPart) -> None:
        if self._changes is not None:
            self._changes.toggle_silence(part)

    def _on_restore_all_clicked(self) -> None:
        if self._changes is not None and self._block is not None:
            self._changes.restore_all(self._block.path)

    def _on_freeze_clicked(self) -> None:
        if self._changes is not None and self._block is not None:
            self._changes.toggle_freeze(self._block.path)
