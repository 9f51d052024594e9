"""File > Import a network: says plainly that the file will be run, runs it beside the window, opens its blocks."""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Qt
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMessageBox, QProgressDialog, QWidget

from explorer.files import read_file
from explorer.importing.problems import SEVERAL_NETWORKS
from explorer.importing.reading import Reading
from explorer.spec import Experiment
from models.problem import InputError
from ui.dialogs.problem_dialog import show_problems
from ui.text import tr


class ImportCommands(QObject):
    """Reads a network of a Python file; `open_it` shows the experiment that comes of it."""

    def __init__(self, window: QWidget, open_it: Callable[[Experiment], None]) -> None:
        super().__init__(window)
        self._window, self._open_it = window, open_it
        self._reading: Reading | None = None
        self._process: QProcess | None = None
        self.waiting: QProgressDialog | None = None
        self.message: QMessageBox | None = None

    def ask_and_import(self) -> None:
        """Ask for a file and whether it may be run; then read its network."""
        title = tr("Import a network from Python")
        name, _ = QFileDialog.getOpenFileName(self._window, title, "", "Python (*.py)")
        if name and self._agrees(name):
            self.read(Path(name))

    def read(self, file: Path, network: str = "") -> None:
        """Run the file, to which a person has agreed, and read its network or the one of that name."""
        try:
            read_file(file)
        except InputError as error:
            self.message = show_problems(self._window, error.problems)
            return
        self._reading = Reading(file, network)
        self._process = process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("PYTHONPATH", self._reading.import_path)
        process.setProcessEnvironment(environment)
        process.setStandardInputFile(QProcess.nullDevice())  # a file that asks for input shall not wait for ever
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_error_occurred)
        self.waiting = _waiting(self._window)
        self.waiting.canceled.connect(self._on_canceled)
        process.start(sys.executable, self._reading.arguments)

    def _agrees(self, file: str) -> bool:
        cause = tr("To read its network, this file has to be run:")
        box = QMessageBox(QMessageBox.Icon.Warning, "Neural Explorer", f"{cause}\n{file}", parent=self._window)
        box.setInformativeText(
            tr("It may do anything that you may do on this computer. Run it only if you know what it does.")
        )
        run = box.addButton(tr("Run the file"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole))
        box.exec()
        agrees = box.clickedButton() is run
        box.deleteLater()
        return agrees

    def _on_finished(self) -> None:
        process, reading = self._process, self._reading
        if process is None or reading is None:
            return
        printed, told = (
            bytes(stream.data()).decode("utf-8", "replace")
            for stream in (process.readAllStandardOutput(), process.readAllStandardError())
        )
        self._end()
        try:
            experiment = reading.experiment(printed, told)
        except InputError as error:
            self._tell(reading, error)
            return
        self._open_it(experiment)

    def _tell(self, reading: Reading, error: InputError) -> None:
        problem = error.problems[0]
        if problem.kind is not SEVERAL_NETWORKS:
            self.message = show_problems(self._window, error.problems)
            return
        names = str(problem.remedy.params["choices"]).split(", ")
        words = tr("The file holds more than one network."), tr("Which network?")
        name, is_chosen = QInputDialog.getItem(self._window, *words, names, editable=False)
        if is_chosen:
            self.read(reading.file, name)

    def _on_error_occurred(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._on_finished()

    def _on_canceled(self) -> None:
        process = self._process
        self._end()
        if process is not None:
            process.kill()
            process.waitForFinished()

    def _end(self) -> None:
        if self._process is not None:
            self._process.deleteLater()
        self._process = None
        if self.waiting is not None:
            self.waiting.canceled.disconnect(self._on_canceled)
            self.waiting.close()
            self.waiting.deleteLater()
        self.waiting = None


def _waiting(window: QWidget) -> QProgressDialog:
    """What is shown until the file has run; it can be cancelled."""
    dialog = QProgressDialog(tr("The file is being run…"), tr("Cancel"), 0, 0, window)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.setMinimumDuration(0)
    dialog.setAutoReset(False)
    dialog.show()
    return dialog
