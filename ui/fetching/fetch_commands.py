"""The menu Data: fetching, and what the window does when data have arrived."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox

from explorer.fetching.fetch import known
from models.problem import Problem
from ui.editors.facts import forget_facts
from ui.fetching.fetch_button import what_to_fetch
from ui.fetching.fetch_dialog import FetchDialog
from ui.fetching.fetches import Fetches
from ui.text import say, tr

if TYPE_CHECKING:
    from ui.main_window import MainWindow


class FetchCommands(QObject):
    """One queue for the window; the dialog shows it as long as it is open."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._told = ""
        self.dialog: FetchDialog | None = None
        self.fetches = Fetches(window.jobs, self)
        self.fetches.changed.connect(self._on_changed)
        self.fetches.fetched.connect(self._on_fetched)
        self.fetches.failed.connect(self._on_failed)

    def show(self, kind: str = "") -> None:
        """Open the dialog, with these data selected."""
        if self.dialog is None:
            self.dialog = FetchDialog(self.fetches, self._window)
            self.dialog.finished.connect(self._on_dialog_gone)
            self.dialog.show()
        self.dialog.select(kind)
        self.dialog.raise_()

    def offer(self, box: QMessageBox, problems: Sequence[Problem]) -> None:
        """Give a message a button that leads to the dialog, where data are missing that can be fetched."""
        kind = what_to_fetch(problems)
        if kind:
            button = box.addButton(tr("Fetch data…"), QMessageBox.ButtonRole.ActionRole)
            button.clicked.connect(lambda: self.show(kind))

    def _on_dialog_gone(self) -> None:
        self.dialog = None

    def _on_changed(self, kind: str) -> None:
        state = self.fetches.state(kind)
        if state.stage != "running" or state.done is None:
            return
        label, percent = tr(known(kind).label), int(100 * state.done)
        words = tr("Fetching {data}: {percent} %", data=label, percent=percent)
        if words != self._told:
            self._told = words
            self._window.status.show_note(words)

    def _on_fetched(self, kind: str) -> None:
        self._window.status.show_note(tr("{data} is here now", data=tr(known(kind).label)))
        forget_facts()
        if self._window.has_workspace:
            workspace = self._window.workspace
            workspace.store.look_again()
            workspace.build_page.data.look_again()

    def _on_failed(self, kind: str, problems: tuple[Problem, ...]) -> None:
        self._window.status.show_note(f"{tr(known(kind).label)}: {say(problems[0].message)}")
