"""What can be fetched: size, licence, source, place, whether it is here; fetching goes on without the dialog."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from explorer.datasets import DATASETS
from explorer.fetching import catalogue
from explorer.fetching.remote import Fetchable
from explorer.folders import data_folder
from models.text import shown_bytes
from ui.fetching.fetches import Fetches, FetchState
from ui.text import bind, follow_language, say, tr
from ui.theme import GRID, theme
from ui.widgets.row_selection import select_row
from ui.widgets.words import Words

LABEL, SIZE, LICENCE, STATE = range(4)  # columns
STEPS = 1000  # of the progress bar
ABOUT = {dataset.model_fields["kind"].default: dataset.about for dataset in DATASETS}


class FetchDialog(QDialog):
    """A table of data; below it what is known about the selected ones, and how far fetching is."""

    def __init__(self, fetches: Fetches, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        bind(self, "setWindowTitle", "Fetch data")
        self.resize(theme.px(860), theme.px(700))
        self.fetches = fetches
        self.table = QTableWidget(len(catalogue.FETCHABLES), 4)
        self.about, self.folder = Words(wrap=True), Words("muted", wrap=True)
        self.source = QLabel()
        self.source.setOpenExternalLinks(True)
        self.bar, self.progress = QProgressBar(), Words("muted", wrap=True)
        self.fetch_button, self.cancel_button, self.close_button = QPushButton(), QPushButton(), QPushButton()
        self._set_up_table()
        self._lay_out()
        self.table.itemActivated.connect(lambda _item: self._on_fetch())
        self.fetch_button.clicked.connect(self._on_fetch)
        self.cancel_button.clicked.connect(self._on_cancel)
        self.close_button.clicked.connect(self.close)
        fetches.changed.connect(self._on_changed)
        self.table.itemSelectionChanged.connect(self._show_selected)
        follow_language(self, self._show_words)
        theme.changed.connect(self._show_selected)
        self._show_words()
        select_row(self.table, 0)

    def select(self, kind: str) -> None:
        """Select the data of that id."""
        for row, data in enumerate(catalogue.FETCHABLES):
            if data.id == kind:
                select_row(self.table, row)

    def selected(self) -> list[Fetchable]:
        """The data in the selected rows."""
        rows = sorted({index.row() for index in self.table.selectionModel().selectedRows()})
        return [catalogue.FETCHABLES[row] for row in rows]

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        layout.addWidget(self.table, 1)
        for widget in (self.about, self.source, self.folder):
            layout.addWidget(widget)
        layout.addSpacing(GRID)
        layout.addWidget(self.progress)
        layout.addWidget(self.bar)
        layout.addSpacing(GRID)
        layout.addLayout(self._buttons())
        self.progress.setMinimumHeight(2 * self.progress.sizeHint().height())  # so that nothing moves below it
        self.progress.setAlignment(Qt.AlignmentFlag.AlignBottom)
        policy = self.bar.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # likewise
        self.bar.setSizePolicy(policy)
        self.bar.setTextVisible(False)
        bind(self.bar, "setAccessibleName", "Progress")

    def _buttons(self) -> QHBoxLayout:
        bind(self.fetch_button, "setText", "Fetch")
        bind(self.cancel_button, "setText", "Cancel fetching")
        bind(self.close_button, "setText", "Close")
        row = QHBoxLayout()
        row.addStretch(1)
        for button in (self.fetch_button, self.cancel_button, self.close_button):
            button.setAutoDefault(False)  # Enter belongs to the table
            row.addWidget(button)
        return row

    def _set_up_table(self) -> None:
        table = self.table
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        bind(table, "setAccessibleName", "Data")
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(LABEL, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(STATE, QHeaderView.ResizeMode.Stretch)

    def _show_words(self) -> None:
        self.table.setHorizontalHeaderLabels([tr("Data"), tr("Size"), tr("Licence"), tr("State")])
        for row, data in enumerate(catalogue.FETCHABLES):
            texts = (tr(data.label), shown_bytes(data.num_bytes), data.licence or tr("see source"), "")
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                if column == SIZE:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.table.setItem(row, column, item)
            self._show_state(row)
        self._show_selected()

    def _show_state(self, row: int) -> None:
        state = self.fetches.state(catalogue.FETCHABLES[row].id)
        item = self.table.item(row, STATE)
        if item is not None:
            item.setText(state_words(state))

    def _on_changed(self, kind: str) -> None:
        for row, data in enumerate(catalogue.FETCHABLES):
            if data.id == kind:
                self._show_state(row)
        self._show_selected()

    def _show_selected(self) -> None:
        chosen = self.selected()
        states = [self.fetches.state(data.id) for data in chosen]
        self.fetch_button.setEnabled(any(state.stage in ("absent", "failed") for state in states))
        self.cancel_button.setEnabled(any(state.stage in ("queued", "running") for state in states))
        one = chosen[0] if len(chosen) == 1 else None
        self.about.setText(tr(ABOUT[one.id]) if one else tr("{count} selected", count=len(chosen)))
        self.source.setText(_link(tr("Source:"), one.source) if one else "")
        places = one.places(data_folder()) if one else (data_folder(),)
        self.folder.setText(tr("Place: {folder}", folder=" · ".join(map(str, places))))
        self._show_progress(states[0] if one else None)

    def _show_progress(self, selected: FetchState | None) -> None:
        """Of the selected data, where they have something to tell; else of those that are being fetched."""
        state = selected
        if (state is None or state.stage not in ("running", "failed")) and self.fetches.current:
            state = self.fetches.state(self.fetches.current)
        if state is not None and state.stage == "failed":
            problem = state.problems[0]
            self.progress.set_role("bad")
            self.progress.setText(f"{say(problem.message)} {say(problem.remedy)}")
            self.bar.hide()
            return
        self.progress.set_role("muted")
        running = state is not None and state.stage == "running"
        self.progress.setText(say(state.words) if state is not None and running and state.words else "")
        self.bar.setVisible(running)
        if running and state is not None:
            self.bar.setRange(0, 0 if state.done is None else STEPS)
            self.bar.setValue(round(STEPS * (state.done or 0.0)))

    def _on_fetch(self) -> None:
        for data in self.selected():
            self.fetches.fetch(data.id)

    def _on_cancel(self) -> None:
        for data in self.selected():
            self.fetches.cancel(data.id)


def state_words(state: FetchState) -> str:
    """How it stands with some data, in few words."""
    if state.stage == "running" and state.done is not None:
        return tr("being fetched: {percent} %", percent=int(100 * state.done))
    return {
        "absent": tr("not here"), "queued": tr("waits for its turn"), "running": tr("being fetched"),
        "failed": tr("✗ could not be fetched"), "here": tr("✓ here"),
    }[state.stage]  # fmt: skip


def _link(title: str, address: str) -> str:
    color = theme.colors.training
    return f'{escape(title)} <a style="color: {color}" href="{escape(address)}">{escape(address)}</a>'
