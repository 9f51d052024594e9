"""Data > Your own data: scans a file or folder, tells what is there, and puts it into the experiment."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from explorer.check import check
from explorer.dataset import DatasetSpec
from explorer.own.network import suitable
from explorer.own.scan import Scan
from explorer.own.scan_job import ScanData
from explorer.spec import Experiment
from models.problem import Problem
from ui.dialogs.problem_dialog import show_problems
from ui.jobs import Errand, Jobs
from ui.own.found_panel import FoundPanel
from ui.own.scan_progress import ScanProgress
from ui.own.settings_panel import SettingsPanel
from ui.text import bind, follow_language, tr
from ui.theme import GRID, set_role, theme
from ui.widgets.notice import Notice
from ui.widgets.words import Words

SIZE = (1040, 720)  # pixels


class OwnDialog(QDialog):
    """`accepted_data` is the experiment with the data in it; `current` is the one that is open, None where none is."""

    accepted_data = Signal(object)  # Experiment

    def __init__(self, jobs: Jobs, current: Experiment | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self._jobs, self._current = jobs, current
        self._errand: Errand | None = None
        self.path = Words("mono")
        self.choose_file, self.choose_folder = QPushButton(), QPushButton()
        self.progress, self.found, self.settings = ScanProgress(), FoundPanel(), SettingsPanel()
        self.notice = Notice()
        self.with_network, self.use, close = QCheckBox(), QPushButton(), QPushButton()
        self._pages, self._splitter = QStackedWidget(), QSplitter()
        self._lay_out(close)
        self.choose_file.clicked.connect(self._on_choose_file)
        self.choose_folder.clicked.connect(self._on_choose_folder)
        self.progress.cancelled.connect(self._on_cancel)
        self.settings.changed.connect(self._show_use)
        self.use.clicked.connect(self._on_use)
        close.clicked.connect(self.reject)
        bind(self.choose_file, "setText", "File…")
        bind(self.choose_folder, "setText", "Folder…")
        bind(close, "setText", "Close")
        bind(self, "setWindowTitle", "Your own data")
        bind(self.use, "setText", "Use these data")
        bind(self.with_network, "setText", "With a small network that suits them")
        follow_language(self, self._show_words)
        self._show_words()
        self._show_use()
        self.resize(theme.px(SIZE[0]), theme.px(SIZE[1]))

    def scan(self, path: Path) -> None:
        """Look at this file or folder; what was looked at before is forgotten."""
        self._on_cancel()
        self.found.show_scan(None)
        self.settings.show_choices(())
        self.path.setText(str(path))
        self.path.setToolTip(str(path))
        self._errand = self._jobs.start(ScanData(str(path)))
        self._errand.progressed.connect(lambda done, text, _part: self.progress.show_progress(done, text))
        self._errand.done.connect(self._on_scanned)
        self._errand.failed.connect(self._on_failed)
        self._errand.ended.connect(self._on_ended)
        self.progress.begin()
        self._pages.setCurrentWidget(self.progress)
        self._show_use()

    @property
    def is_scanning(self) -> bool:
        """Whether a scan is under way."""
        return self._errand is not None

    def chosen(self) -> Experiment | None:
        """The experiment with these data; None where there is nothing to use."""
        data = self.settings.data
        if data is None:
            return None
        fresh = suitable(data, Path(self.path.text()).name)
        if self._current is None:
            return fresh
        if self.with_network.isChecked():
            new = ("title", "data", "architecture", "training")  # nothing of what the title named is left
            parts = {name: getattr(fresh, name) for name in new}
        else:
            parts = {"data": data}
        return self._current.model_copy(update=parts)

    def _lay_out(self, close: QPushButton) -> None:
        top, bottom = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.path, 1)
        for button in (self.choose_file, self.choose_folder):
            top.addWidget(button)
        bottom.addWidget(self.with_network)
        bottom.addStretch(1)
        for button in (close, self.use):
            bottom.addWidget(button)
        for button in (self.choose_file, self.choose_folder, close):
            button.setAutoDefault(False)
        set_role(self.use, "primary")
        self._splitter.addWidget(self.found)
        self._splitter.addWidget(self.settings)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setSizes([theme.px(SIZE[0] * 0.42), theme.px(SIZE[0] * 0.58)])
        for page in (self.notice, self.progress, self._splitter):
            self._pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        layout.addLayout(top)
        layout.addWidget(self._pages, 1)
        layout.addLayout(bottom)

    def _on_choose_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, tr("Choose a file of data"), "")
        if name:
            self.scan(Path(name))

    def _on_choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, tr("Choose a folder of data"), "")
        if name:
            self.scan(Path(name))

    def _on_cancel(self) -> None:
        errand, self._errand = self._errand, None
        if errand is not None:
            errand.done.disconnect(self._on_scanned)
            errand.failed.disconnect(self._on_failed)
            errand.ended.disconnect(self._on_ended)
            errand.cancel()
            self.path.setText("")
            self._pages.setCurrentWidget(self.notice)
            self._show_use()

    def _on_scanned(self, scan: Scan) -> None:
        self.path.setText(scan.path)
        self.found.show_scan(scan)
        self.settings.show_choices(scan.choices)
        self._pages.setCurrentWidget(self._splitter)
        if self.settings.data is not None and self._current is not None:
            self.with_network.setChecked(not _fits(self._current, self.settings.data))

    def _on_failed(self, problems: tuple[Problem, ...]) -> None:
        self.found.show_scan(Scan(self.path.text(), problems=problems))
        self._pages.setCurrentWidget(self._splitter)

    def _on_ended(self) -> None:
        self._errand = None
        self._show_use()

    def _on_use(self) -> None:
        experiment, data = self.chosen(), self.settings.data
        if experiment is None or data is None:
            return
        if problems := data.problems():
            show_problems(self, problems)
            return
        self.accept()
        self.accepted_data.emit(experiment)

    def _show_use(self) -> None:
        is_there = self.settings.data is not None
        self.use.setEnabled(is_there and not self.is_scanning)
        self.with_network.setVisible(is_there and self._current is not None)

    def _show_words(self) -> None:
        self.notice.show_words(
            tr("Your own data"),
            tr("A folder of pictures or sounds with one folder for each class, a table (CSV, TSV, Parquet), "
               "arrays (NPZ, NPY), or texts. The files stay where they are, and nothing in them is changed."),
            tr("Drop a file or folder here, or choose one above."),
        )  # fmt: skip

    def done(self, result: int) -> None:
        self._on_cancel()
        self.settings.loader.finish()
        super().done(result)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = event.mimeData().urls()[0].toLocalFile()
        if path:
            event.acceptProposedAction()
            self.scan(Path(path))


def _fits(experiment: Experiment, data: DatasetSpec) -> bool:
    """Whether the experiment could be run with these data as it is."""
    return not check(experiment.model_copy(update={"data": data}))
