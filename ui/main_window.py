"""The window: bars, menus and pages, and which of them is in front; what happens inside them is theirs."""

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QMainWindow,
    QMessageBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from explorer.engine.host import Host
from ui.actions import Actions
from ui.file_commands import FileCommands
from ui.gallery.gallery_page import GalleryPage
from ui.look_commands import LookCommands
from ui.menus import Menus
from ui.settings import Settings
from ui.status_bar import StatusBar
from ui.text import follow_language, tr
from ui.theme import set_role, theme
from ui.top_bar import TopBar
from ui.view_commands import ViewCommands

if TYPE_CHECKING:
    from explorer.engine.client import EngineClient
    from ui.run_messages import RunMessages
    from ui.workspace import Workspace

STARTING_SIZE = (1440, 900)
# Imported one by one after the first picture is on screen, so that the gallery answers while they come.
WARM_UP = ("numpy", "explorer.spec", "explorer.engine.client", "pyqtgraph", "ui.editors.model_editor", "ui.views",
           "ui.workspace")  # fmt: skip


class MainWindow(QMainWindow):
    """Starts with the gallery; the workspace, which needs all specs, is made behind it or when it is asked for."""

    warmed_up = Signal()  # everything is imported and made that a run needs

    def __init__(self, host: Host, settings: Settings) -> None:
        super().__init__()
        self._host, self._settings = host, settings
        self.client: EngineClient | None = None
        self._workspace: Workspace | None = None
        self._run_messages: RunMessages | None = None
        self._warm_up, self._is_painted, self._runs_when_open = list(WARM_UP), False, False
        self._open_at_start: str = ""
        self._messages: list[QMessageBox] = []
        self.commands = Actions(self)
        self.top_bar, self.status, self.gallery = TopBar(), StatusBar(), GalleryPage(settings)
        self.files, self.look = FileCommands(self, settings), LookCommands(settings)
        self.view_commands = ViewCommands(self)
        self._pages = QStackedWidget()
        self._menus = Menus(self.top_bar.menu_bar, self.commands, settings)
        self._lay_out()
        self._connect()
        self._show_state()

    @property
    def has_workspace(self) -> bool:
        return self._workspace is not None

    @property
    def workspace(self) -> "Workspace":
        """The workspace, made now if it was not yet."""
        if self._workspace is None:
            self._workspace = self._make_workspace()
        return self._workspace

    @property
    def is_training_page(self) -> bool:
        """Whether the Train page is in front."""
        return self._workspace is not None and self._pages.currentWidget() is self._workspace.train_page

    @property
    def messages(self) -> tuple[QMessageBox, ...]:
        """The message boxes that are open."""
        return tuple(self._messages)

    def open_at_start(self, name: str) -> None:
        """Open this experiment or run as soon as the window is on screen."""
        self._open_at_start = name
        self._show_state()

    def show_build(self) -> None:
        """Bring the Build page to the front."""
        self._show_page(self.workspace.build_page, 0)

    def show_train(self) -> None:
        """Bring the Train page to the front; run at once if that was asked for before the experiment was open."""
        self._show_page(self.workspace.train_page, 1)
        if self._runs_when_open:
            self._runs_when_open = False
            self.workspace.controller.toggle()

    def show_gallery(self) -> None:
        """Bring the gallery to the front; the experiment stays open behind it."""
        self._show_page(self.gallery, -1)

    def tell(self, box: QMessageBox) -> None:
        """Keep a message box until it is closed."""
        self._messages.append(box)
        box.finished.connect(lambda _result: self._messages.remove(box))

    def end_engine(self) -> None:
        """The window is closed: let the engine save what runs, and end."""
        from explorer.engine.client import EngineClient

        (self.client or EngineClient(self._host)).close()

    def _show_page(self, page: QWidget, tab: int) -> None:
        self._pages.setCurrentWidget(page)
        page.setFocus()
        self.top_bar.show_tab(tab)
        self._show_state()

    def _show_state(self) -> None:
        """Title, enabled actions, and whether the device can be chosen."""
        workspace = self._workspace
        is_open = workspace is not None and self._pages.currentWidget() is not self.gallery
        has_document = workspace is not None and workspace.is_open
        for action in self.commands.needing_experiment():
            action.setEnabled(is_open)
        for action in (self.commands.build_tab, self.commands.train_tab):
            action.setEnabled(has_document)
        if is_open and workspace is not None:
            self._show_run_state(workspace)
            title, is_modified = tr(workspace.store.experiment.title), workspace.document.is_modified
            self.top_bar.show_title(title, is_modified=is_modified)
            self.setWindowTitle(f"{title}{' *' if is_modified else ''} – Neural Explorer")
        else:
            self.commands.run.setEnabled(bool(self._open_at_start))
            self.top_bar.show_title(self.commands.gallery.text(), is_modified=False)
            self.setWindowTitle("Neural Explorer")

    def _show_run_state(self, workspace: "Workspace") -> None:
        state, commands = workspace.controller.state, self.commands
        stands = state not in ("running", "loading", "evaluating")
        for action in (commands.step_phase, commands.step_batch, commands.step_epoch):
            action.setEnabled(stands)
        commands.stop.setEnabled(state in ("running", "paused", "evaluating"))
        commands.run_again.setEnabled(bool(state) and state != "loading")
        commands.evaluate.setEnabled(state in ("running", "paused", "finished"))
        commands.undo.setEnabled(workspace.store.undo_stack.can_undo())
        commands.redo.setEnabled(workspace.store.undo_stack.can_redo())

    def _lay_out(self) -> None:
        centre = QWidget()
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self.status)
        self._pages.addWidget(self.gallery)
        set_role(self._pages, "pages")
        self.setMenuWidget(self.top_bar)
        self.setCentralWidget(centre)
        self.top_bar.add_tab(self.commands.build_tab)
        self.top_bar.add_tab(self.commands.train_tab)
        self.setAcceptDrops(True)
        self.resize(*STARTING_SIZE)
        self.restoreGeometry(self._settings.layout("window"))
        self.gallery.setFocus()

    def _connect(self) -> None:
        commands = self.commands
        for action, command in {
            commands.gallery: self.show_gallery, commands.new: self.files.new, commands.open: self.files.ask_and_open,
            commands.import_network: self.files.import_network, commands.save: self.files.save,
            commands.save_as: self.files.save_as, commands.quit: self.close,
            commands.library: self._on_library, commands.build_tab: self.show_build,
            commands.train_tab: self.show_train, commands.run: self._on_run, commands.larger: self.look.larger,
            commands.smaller: self.look.smaller, commands.usual_size: self.look.usual_size,
            commands.copy_picture: self.view_commands.copy_picture, commands.save_view: self.view_commands.save,
            commands.copy_numbers: self.view_commands.copy_numbers, commands.shortcuts: self._on_shortcuts,
            commands.about: self._on_about,
        }.items():  # fmt: skip
            action.triggered.connect(lambda _checked=False, command=command: command())
        self._menus.add_themes(self.look.choose_theme, theme.name)
        self._menus.follow_recent(self.files.open_file)
        self._menus.follow_views(lambda: self.workspace.train_page.docks.actions_of_views())
        self.top_bar.language.clicked.connect(self.look.switch_language)
        self.gallery.experiment_chosen.connect(self.files.open_gallery)
        self.gallery.file_chosen.connect(self.files.open_file)
        self.gallery.empty_chosen.connect(self.files.new)
        follow_language(self, self._show_state)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)
        app.styleHints().colorSchemeChanged.connect(self.look.follow_system)

    def _make_workspace(self) -> "Workspace":
        from explorer.engine.client import EngineClient
        from ui.run_messages import RunMessages
        from ui.workspace import Workspace

        self.client = EngineClient(self._host)
        workspace = Workspace(self.client, self._settings, self)
        self._pages.addWidget(workspace.build_page)
        self._pages.addWidget(workspace.train_page)
        controller, commands = workspace.controller, self.commands
        for action, command in {
            commands.stop: controller.stop, commands.run_again: controller.start,
            commands.evaluate: controller.evaluate, commands.undo: workspace.store.undo_stack.undo,
            commands.redo: workspace.store.undo_stack.redo,
            commands.reset_layout: workspace.train_page.docks.reset_layout,
            commands.step_phase: lambda: controller.step("phase"),
            commands.step_batch: lambda: controller.step("batch"),
            commands.step_epoch: lambda: controller.step("epoch"),
        }.items():  # fmt: skip
            action.triggered.connect(lambda _checked=False, command=command: command())
        workspace.document.changed.connect(self._show_state)
        controller.state_changed.connect(lambda *_state: self._show_state())
        controller.devices_found.connect(self.top_bar.show_devices)
        self.top_bar.device_chosen.connect(controller.choose_device)
        self._run_messages = RunMessages(self, workspace)
        return workspace

    def _on_run(self) -> None:
        """Run or pause; pressed before the experiment is open, it runs as soon as it is."""
        if self._workspace is None or not self._workspace.is_open:
            self._runs_when_open = True
            return
        self.show_train()
        self.workspace.controller.toggle()

    def _on_library(self) -> None:
        from ui.dialogs.run_library_dialog import RunLibraryDialog

        dialog = RunLibraryDialog(self)
        dialog.open_requested.connect(self.files.open_run)
        dialog.continue_requested.connect(self.files.continue_run)
        dialog.open()

    def _on_shortcuts(self) -> None:
        from ui.dialogs.shortcuts_dialog import ShortcutsDialog

        ShortcutsDialog(self.commands, self).open()

    def _on_about(self) -> None:
        from ui.dialogs.about_dialog import show_about

        self.tell(show_about(self))

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Space runs and pauses, but belongs to a button that was reached with the keyboard."""
        by_keyboard = not QApplication.mouseButtons().value
        wants_space = by_keyboard and isinstance(new, QAbstractButton | QComboBox) and not self.is_training_page
        keys = ["F5"] if wants_space else ["Space", "F5"]
        self.commands.run.setShortcuts([QKeySequence(key) for key in keys])

    def _on_first_picture(self) -> None:
        if self._open_at_start:
            name, self._open_at_start = self._open_at_start, ""
            self.files.open_named(name)
        self._warm_up_next()

    def _warm_up_next(self) -> None:
        if self._workspace is None and self._warm_up:
            import_module(self._warm_up.pop(0))
            QTimer.singleShot(0, self, self._warm_up_next)
        else:
            _ = self.workspace
            self.warmed_up.emit()
            self.files.recover()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self, self._on_first_picture)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.files.open_file(Path(event.mimeData().urls()[0].toLocalFile()))

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.files.may_leave():
            event.ignore()
            return
        self._settings.remember_layout("window", self.saveGeometry())
        if self._workspace is not None:
            self._workspace.close()
        self._settings.save()
        event.accept()
