"""Everything that can be done from a menu or the keyboard, in one list: the menus and the shortcuts page read it."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow

from ui.text import bind

Shortcut = QKeySequence.StandardKey | str


class Actions(QObject):
    """The window's actions by name. Those that need an experiment stay disabled until one is open."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.groups: dict[str, list[QAction]] = {}
        key = QKeySequence.StandardKey
        self.gallery = self._add("File", "Gallery", "Ctrl+G")
        self.new = self._add("File", "New experiment", key.New)
        self.open = self._add("File", "Open…", key.Open)
        self.import_network = self._add("File", "Import a network…", "Ctrl+I")
        self.save = self._add("File", "Save", key.Save)
        self.save_as = self._add("File", "Save as…", "Ctrl+Shift+S")
        self.library = self._add("File", "Run library…", "Ctrl+L")
        self.quit = self._add("File", "Quit", "Ctrl+Q")
        self.undo = self._add("Edit", "Undo", key.Undo)
        self.redo = self._add("Edit", "Redo", "Ctrl+Shift+Z")
        self.copy_picture = self._add("Edit", "Copy view as picture", key.Copy)
        self.copy_numbers = self._add("Edit", "Copy view as numbers", "Ctrl+Shift+C")
        self.save_view = self._add("Edit", "Save view…", "Ctrl+E")
        self.fetch_data = self._add("Data", "Fetch data…", "Ctrl+Shift+G")
        self.own_data = self._add("Data", "Your own data…", "Ctrl+Shift+O")
        self.run = self._add("Run", "Run or pause", "Space")
        self.stop = self._add("Run", "Stop", "Ctrl+.")
        self.step_block = self._add("Run", "Step one block", "F8")
        self.step_phase = self._add("Run", "Step one phase", "F9")
        self.step_batch = self._add("Run", "Step one batch", "F10")
        self.step_epoch = self._add("Run", "Step one epoch", "F11")
        self.step_back = self._add("Run", "One step back", "Ctrl+Left")
        self.step_forward = self._add("Run", "One step forward again", "Ctrl+Right")
        self.to_start = self._add("Run", "Rewind to the start", "Ctrl+Home")
        self.to_head = self._add("Run", "To the head", "Ctrl+End")
        self.run_again = self._add("Run", "Run again from the start", "Ctrl+R")
        self.evaluate = self._add("Run", "Evaluate on the test split", "Ctrl+T")
        self.freeze = self._add("Run", "Freeze the selected block", "Ctrl+Shift+F")
        self.marks = self._add("Run", "Changes of the run…", "Ctrl+M")
        self.data_tab = self._add("View", "Data", "Ctrl+Shift+D")
        self.build_tab = self._add("View", "Build", "Ctrl+1")
        self.train_tab = self._add("View", "Train", "Ctrl+2")
        self.alarms = self._add("View", "Alarms", "Ctrl+Shift+A")
        self.reset_layout = self._add("View", "Reset layout", "")
        self.larger = self._add("View", "Larger", "Ctrl++")
        self.smaller = self._add("View", "Smaller", "Ctrl+-")
        self.usual_size = self._add("View", "Usual size", "Ctrl+0")
        self.shortcuts = self._add("Help", "Keyboard shortcuts", "F1")
        self.about = self._add("Help", "About Neural Explorer", "")
        self.larger.setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])

    def needing_experiment(self) -> tuple[QAction, ...]:
        """Actions that make sense only while an experiment is open."""
        return (
            self.save, self.save_as, self.undo, self.redo, self.run, self.stop, self.step_block, self.step_phase,
            self.step_batch, self.step_epoch, self.step_back, self.step_forward, self.to_start, self.to_head,
            self.run_again, self.evaluate, self.freeze, self.marks,
            self.data_tab, self.build_tab, self.train_tab, self.alarms, self.copy_picture,
            self.copy_numbers, self.save_view, self.reset_layout,
        )  # fmt: skip

    def _add(self, group_source: str, source: str, shortcut: Shortcut) -> QAction:
        action = QAction(self._window)
        bind(action, "setText", source)
        if shortcut:
            action.setShortcut(QKeySequence(shortcut))
        self.groups.setdefault(group_source, []).append(action)
        self._window.addAction(action)
        return action


def connect_actions(commands: Mapping[QAction, Callable[[], object]]) -> None:
    """Let every action do this when it is triggered."""
    for action, command in commands.items():
        action.triggered.connect(lambda _checked=False, command=command: command())
