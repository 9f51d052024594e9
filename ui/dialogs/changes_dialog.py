"""Every change of the run in a list, step by step; from each of them one can go back to where it was made."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from ui.change_words import mark_words
from ui.text import bind, follow_language, tr
from ui.theme import GRID, theme
from ui.widgets.words import Words

if TYPE_CHECKING:
    from ui.run_controller import RunController

STEP_ROLE = Qt.ItemDataRole.UserRole
SIZE = (480, 320)  # pixels


class ChangesDialog(QDialog):
    """Stays open beside the run and follows it; what lies ahead of where the run stands is fainter."""

    def __init__(self, controller: "RunController", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._controller = controller
        self._told: tuple[object, ...] = ()
        self.list, self.empty, self.hint = QListWidget(), Words("muted", wrap=True), Words("muted", wrap=True)
        self.go, close = QPushButton(), QPushButton()
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self.go, close):
            button.setAutoDefault(False)  # Enter belongs to the list
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        layout.addWidget(self.empty)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.hint)
        layout.addLayout(buttons)
        self.list.itemActivated.connect(lambda _item: self._on_go())
        self.list.currentRowChanged.connect(lambda _row: self._show_button())
        self.go.clicked.connect(self._on_go)
        close.clicked.connect(self.close)
        controller.timeline.changed.connect(self._show)
        controller.run_changed.connect(self._show)
        bind(self, "setWindowTitle", "Changes of the run")
        bind(self.list, "setAccessibleName", "Changes of the run")
        bind(self.empty, "setText", "Nothing was changed in this run yet. While it goes on, change its learning rate, "
             "freeze a block from its menu, or right-click a channel, unit, head or weight in a view.")  # fmt: skip
        bind(self.hint, "setText", "A change belongs to the run: Ctrl+Z does not take it back. Restore what is "
             "silenced, let learn again what is frozen, or go back and run on from there as a fork.")  # fmt: skip
        bind(self.go, "setText", "Go there")
        bind(self.go, "setToolTip", "Rewind the run to the step after which this was changed (Enter)")
        bind(close, "setText", "Close")
        follow_language(self, self._tell_again)
        theme.changed.connect(self._tell_again)
        self.resize(theme.px(SIZE[0]), theme.px(SIZE[1]))
        self._show()

    def _tell_again(self) -> None:
        self._told = ()
        self._show()

    def _show(self) -> None:
        """The marks as they are by now, the chosen one still chosen."""
        time, experiment = self._controller.timeline.now, self._controller.named_by
        here = time.place if time.is_behind else None
        told = time.marks, here, self._controller.run_id
        if told == self._told:
            return
        self._told = told
        row = self.list.currentRow()
        self.list.clear()
        for mark in time.marks:
            item = QListWidgetItem(mark_words(mark, experiment))
            item.setData(STEP_ROLE, mark.step)
            if here is not None and mark.step > here:
                item.setForeground(QColor(theme.colors.faint))
                item.setToolTip(tr("Not in force where the run stands now"))
            self.list.addItem(item)
        self.list.setCurrentRow(min(max(0, row), self.list.count() - 1))
        self.list.setVisible(bool(time.marks))
        self.empty.setVisible(not time.marks)
        self._show_button()

    def _show_button(self) -> None:
        self.go.setEnabled(self.list.currentRow() >= 0 and self._controller.can_rewind)

    def _on_go(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self._controller.rewind(item.data(STEP_ROLE), at_once=True)
