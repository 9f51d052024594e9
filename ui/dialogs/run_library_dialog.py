"""The run library: every run that was kept, to look at, rename, continue or delete."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QInputDialog,
    QLabel,
    QMessageBox,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from explorer.runs.library import RunSummary, delete_run, list_runs, rename_run
from models.problem import InputError
from models.text import shown
from ui.dialogs.problem_dialog import show_problems
from ui.text import say, tr
from ui.theme import GRID, set_role, theme
from ui.widgets.row_selection import select_row

TITLE, NUMBERS, ORIGIN = 0, (4, 5, 6), 7  # columns


class RunLibraryDialog(QDialog):
    """A table of runs, newest first; what is damaged is listed with its problem."""

    open_requested = Signal(object)  # Path of the run's folder
    continue_requested = Signal(object, float)  # Path, how many epochs, steps or seconds more

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Run library"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(theme.px(960), theme.px(520))
        self.table = QTableWidget()
        self._total = QLabel()
        set_role(self._total, "muted")
        self.runs: tuple[RunSummary, ...] = ()
        buttons = QHBoxLayout()
        buttons.addWidget(self._total)
        buttons.addStretch(1)
        self.open_button = self._button(buttons, tr("Open"), self._on_open)
        self.continue_button = self._button(buttons, tr("Continue…"), self._on_continue)
        self.rename_button = self._button(buttons, tr("Rename…"), self._on_rename)
        self.delete_button = self._button(buttons, tr("Delete"), self._on_delete)
        self._button(buttons, tr("Close"), self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.addWidget(self.table)
        layout.addLayout(buttons)
        self._set_up_table()
        self.reload()

    def reload(self) -> None:
        """Read the runs folder again."""
        self.runs = list_runs()
        self.table.setRowCount(len(self.runs))
        for row, run in enumerate(self.runs):
            for column, words in enumerate((*_words(run), self._origin(run))):
                item = QTableWidgetItem(words)
                usual = words if column == ORIGIN else str(run.folder)
                item.setToolTip(say(run.problem.message) if run.problem else usual)
                if column in NUMBERS:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.table.setItem(row, column, item)
        self.table.setColumnHidden(ORIGIN, not any(run.parent for run in self.runs))
        size = sum(run.num_bytes for run in self.runs)
        self._total.setText(tr("{count} runs, {size} MB on disk", count=len(self.runs), size=f"{size / 1e6:.1f}"))
        if self.runs:
            select_row(self.table, 0)
        self._show_buttons()

    def selected(self) -> RunSummary | None:
        """The run in the selected row."""
        row = self.table.currentRow()
        return self.runs[row] if 0 <= row < len(self.runs) else None

    def _set_up_table(self) -> None:
        headings = [tr("Title"), tr("Family"), tr("Started"), tr("Status"), tr("Steps"), tr("Best"), tr("Size")]
        headings.append(tr("Forked at"))
        self.table.setColumnCount(len(headings))
        self.table.setHorizontalHeaderLabels(headings)
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in (TITLE, ORIGIN):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.table.itemSelectionChanged.connect(self._show_buttons)
        self.table.itemActivated.connect(lambda _item: self._on_open())

    def _show_buttons(self) -> None:
        run = self.selected()
        is_sound = run is not None and run.problem is None
        is_written = run is not None and run.status == "running"
        self.open_button.setEnabled(is_sound)
        self.rename_button.setEnabled(is_sound)
        self.continue_button.setEnabled(is_sound and not is_written)
        self.delete_button.setEnabled(run is not None and not is_written)

    def _origin(self, run: RunSummary) -> str:
        """Where a fork comes from."""
        if run.parent is None:
            return ""
        titles = {one.id: one.title for one in self.runs}
        return tr("step {step} of {title}", title=titles.get(run.parent, run.parent), step=run.parent_step or 0)

    def _on_open(self) -> None:
        run = self.selected()
        if run is not None and run.problem is None:
            self.accept()
            self.open_requested.emit(run.folder)

    def _on_continue(self) -> None:
        run = self.selected()
        if run is None:
            return
        question = tr("How many epochs, steps or seconds more (as its limit counts)?")
        more, is_sure = QInputDialog.getDouble(self, tr("Continue the run"), question, 10, 1, 1e9, 0)
        if is_sure:
            self.accept()
            self.continue_requested.emit(run.folder, more)

    def _on_rename(self) -> None:
        run = self.selected()
        if run is None:
            return
        title, is_sure = QInputDialog.getText(self, tr("Rename the run"), tr("Title"), text=run.title)
        if is_sure and title.strip():
            self._try(lambda: rename_run(run.folder, title.strip()))

    def _on_delete(self) -> None:
        run = self.selected()
        if run is None:
            return
        question = tr("Delete “{title}” for good?", title=run.title)
        if QMessageBox.question(self, tr("Run library"), question) == QMessageBox.StandardButton.Yes:
            self._try(lambda: delete_run(run.folder))

    def _try(self, change: Callable[[], None]) -> None:
        try:
            change()
        except InputError as error:
            show_problems(self, error.problems)
        self.reload()

    def _button(self, row: QHBoxLayout, words: str, do: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: do())
        row.addWidget(button)
        return button


def _words(run: RunSummary) -> tuple[str, ...]:
    status = {
        "running": tr("running"), "finished": tr("finished"), "stopped": tr("stopped"), "failed": tr("failed"),
        "interrupted": tr("interrupted"), None: tr("damaged"),
    }[run.status]  # fmt: skip
    name, value = next(iter(run.best.items()), ("", 0.0))
    best = f"{name} {value:.4g}" if name else ""
    steps = shown(run.steps) if run.problem is None else ""
    return run.title, tr(run.family) if run.family else "", _local(run.started), status, steps, best, _megabytes(run)


def _megabytes(run: RunSummary) -> str:
    return f"{run.num_bytes / 1e6:.1f} MB"


def _local(started: str) -> str:
    try:
        return datetime.fromisoformat(started).astimezone().strftime("%Y-%m-%d %H:%M")
    except ValueError:
        return ""
