"""The experiment as Python while it is edited: the script that `export` writes, the lines of the chosen block lit."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut, QShowEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from explorer.export.places import Script
from explorer.export.script import python_script
from explorer.files import write_atomically
from explorer.spec import Experiment
from models.problem import InputError
from ui.dialogs.problem_dialog import show_problems
from ui.dialogs.save_dialog import ask_where_to_save
from ui.editors.facts import facts_of
from ui.editors.panel import Panel
from ui.spec_store import SpecStore
from ui.text import bind, follow_language, say, tr
from ui.widgets.code_view import CodeView
from ui.widgets.words import Words

DEBOUNCE_MS = 150  # after the last change, so that typing a number stays quick


class CodePanel(Panel):
    """Shows the script of the store's experiment. `place_chosen` tells the place that a clicked line stands for."""

    place_chosen = Signal(str)

    def __init__(self, store: SpecStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._script = Script("", ())
        self._place = ""
        self.heading = Words("heading")
        self.notice = Words("warning", wrap=True)
        self.search = QLineEdit()
        self.copy_button, self.save_button = QPushButton(), QPushButton()
        self.view = CodeView()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DEBOUNCE_MS)
        self._arrange()
        self._connect()
        bind(self.heading, "setText", "Code")
        bind(self.search, "setPlaceholderText", "Find")
        bind(self.search, "setAccessibleName", "Find in the code")
        bind(self.view, "setAccessibleName", "The experiment as Python")
        bind(self.copy_button, "setText", "Copy")
        bind(self.copy_button, "setToolTip", "Puts the whole script on the clipboard")
        bind(self.save_button, "setText", "Save as…")
        bind(self.save_button, "setToolTip", "Writes the script into a file that needs torch, and not this program")
        follow_language(self, self._show)
        self._show()

    @property
    def script(self) -> Script:
        """What is shown."""
        return self._script

    def select_place(self, path: str) -> None:
        """Light the lines of a place such as a block's path; those of what lies around it where it has none."""
        self._place = path
        if self._timer.isActive():
            return  # the lines are lit when the changed experiment is shown
        self._light()

    def save(self, path: Path) -> None:
        """Write the script to a file; what keeps it from being written is shown."""
        try:
            write_atomically(path, self._script.text.encode())
        except InputError as error:
            show_problems(self, error.problems)

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.heading)
        top.addStretch(1)
        for widget in (self.search, self.copy_button, self.save_button):
            top.addWidget(widget)
        self.column.addLayout(top)
        self.column.addWidget(self.notice)
        self.column.addWidget(self.view, 1)

    def _connect(self) -> None:
        self._store.spec_changed.connect(self._on_spec_changed)
        self._timer.timeout.connect(self._show)
        self.view.line_chosen.connect(self._on_line_chosen)
        self.search.returnPressed.connect(self._find_next)
        self.copy_button.clicked.connect(self._on_copy)
        self.save_button.clicked.connect(self._on_save)
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.search.setFocus)

    def _on_spec_changed(self, experiment: Experiment) -> None:
        if self.isVisible():  # what nobody sees is written when it is shown
            self._timer.start()

    def _show(self) -> None:
        experiment = self._store.experiment
        problems = [problem for problem in facts_of(experiment).problems if problem.place != "data"]
        try:
            self._script = python_script(experiment, say=say)
            reason = tr("It does not run yet: {cause}", cause=problems[0].message) if problems else ""
        except ValueError as fault:
            self._script = Script("", ())
            reason = tr("This experiment cannot be written as Python: {cause}", cause=str(fault))
        self.notice.setText(reason)
        self.notice.setVisible(bool(reason))
        for button in (self.copy_button, self.save_button):
            button.setEnabled(bool(self._script.text))
        if self.view.toPlainText() != self._script.text:
            self.view.show_text(self._script.text)
        self._light()

    def _light(self) -> None:
        self.view.light(lines_of(self._script, self._place))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()

    def _on_line_chosen(self, line: int) -> None:
        place = self._script.places[line] if line < len(self._script.places) else ""
        if place:
            self.place_chosen.emit(place)

    def _find_next(self) -> None:
        if not self.view.find(self.search.text(), QTextDocument.FindFlag(0)):
            self.view.moveCursor(QTextCursor.MoveOperation.Start)
            self.view.find(self.search.text(), QTextDocument.FindFlag(0))

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._script.text)

    def _on_save(self) -> None:
        path = ask_where_to_save(self, tr("Save the script"), f"{self._store.experiment.title}.py", ".py")
        if path is not None:
            self.save(path)


def lines_of(script: Script, place: str) -> list[int]:
    """The lines that stand for a place or for what lies in it, or else for the nearest place around it."""
    while place:
        found = [line for line, one in enumerate(script.places) if one == place or one.startswith(f"{place}.")]
        if found:
            return found
        place = place.rpartition(".")[0]
    return []
