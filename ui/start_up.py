"""What waits for the window's first picture: opening what was asked for, then importing all that a run needs."""

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from ui.main_window import MainWindow

# Imported one by one after the first picture is on screen, so that the gallery answers while they come.
WARM_UP = ("numpy", "explorer.spec", "explorer.engine.client", "pyqtgraph", "ui.editors.model_editor", "ui.views",
           "ui.workspace")  # fmt: skip


class StartUp(QObject):
    """Goes through it once, in turns of the event loop, and says `warmed_up` through the window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window, self._modules = window, list(WARM_UP)
        self.to_open = ""  # an experiment or a run, until it is opened
        self._runs = False
        self.is_done = False  # whatever could be offered has been

    def begin(self) -> None:
        """The first picture is on screen."""
        if self.to_open:
            name, self.to_open = self.to_open, ""
            if not self._window.files.open_named(name):
                self._window.show_gallery()  # where it says what can be done now
            elif self._runs:
                self._window.commands.run.trigger()
        self._go_on()

    def run_when_open(self) -> None:
        """Run was asked for while there is something to open."""
        self._runs = bool(self.to_open)

    def _go_on(self) -> None:
        if self._modules and not self._window.has_workspace:
            import_module(self._modules.pop(0))
            QTimer.singleShot(0, self, self._go_on)
        else:
            _ = self._window.workspace
            self._window.warmed_up.emit()
            self._window.files.recover()
            self._window.files.offer_left_run()
            self.is_done = True
