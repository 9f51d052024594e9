"""The window: bars, menus and pages, and which of them is in front; what happens inside them is theirs."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMessageBox, QStackedWidget, QVBoxLayout, QWidget

from explorer.engine.host import Host
from ui.actions import Actions, connect_actions
from ui.closing import Closing
from ui.file_commands import FileCommands
from ui.gallery.gallery_page import GalleryPage
from ui.look_commands import LookCommands
from ui.menus import Menus
from ui.own.own_commands import OwnCommands
from ui.run_commands import RunCommands
from ui.settings import Settings
from ui.start_up import StartUp
from ui.status_bar import StatusBar
from ui.text import follow_language, tr
from ui.theme import set_role, theme
from ui.top_bar import TopBar
from ui.view_commands import ViewCommands

if TYPE_CHECKING:
    from explorer.engine.client import EngineClient
    from ui.alarm_messages import AlarmMessages
    from ui.change_commands import ChangeCommands
    from ui.data_page.data_page import DataPage
    from ui.fetching.fetch_commands import FetchCommands
    from ui.jobs import Jobs
    from ui.pane import Pane
    from ui.run_messages import RunMessages
    from ui.workspace import Workspace

STARTING_SIZE = (1440, 900)


class MainWindow(QMainWindow):
    """Starts with the gallery; the workspace, which needs all specs, is made behind it or when it is asked for."""

    warmed_up = Signal()  # everything is imported and made that a run needs

    def __init__(self, host: Host, settings: Settings) -> None:
        super().__init__()
        self._host, self._settings = host, settings
        self.client: EngineClient | None = None
        self._workspace: Workspace | None = None
        self._data_page: DataPage | None = None
        self._fetching: FetchCommands | None = None
        self._jobs: Jobs | None = None
        self._run_messages: RunMessages | None = None
        self.alarms: AlarmMessages | None = None
        self._change_commands: ChangeCommands | None = None
        self._is_painted = False
        self._messages: list[QMessageBox] = []
        self.commands = Actions(self)
        self.top_bar, self.status, self.gallery = TopBar(), StatusBar(), GalleryPage(settings)
        self.files, self.look = FileCommands(self, settings), LookCommands(settings)
        self.own_data = OwnCommands(self)
        self._start_up, self.closing = StartUp(self), Closing(self)
        self.view_commands, self._run_commands = ViewCommands(self), RunCommands(self, self._start_up)
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
    def data_page(self) -> "DataPage":
        """The Data page, made now if it was not yet."""
        if self._data_page is None:
            from ui.data_page.data_page import DataPage

            workspace = self.workspace
            self._data_page = DataPage(workspace.store, lambda: self.jobs)
            self._data_page.pin_requested.connect(self._on_pin_requested)
            self._pages.addWidget(self._data_page)
        return self._data_page

    @property
    def fetching(self) -> "FetchCommands":
        """What fetches data, made now if it was not yet."""
        if self._fetching is None:
            from ui.fetching.fetch_commands import FetchCommands

            self._fetching = FetchCommands(self)
        return self._fetching

    @property
    def jobs(self) -> "Jobs":
        """What does long work beside training, made now if it was not yet."""
        if self._jobs is None:
            from ui.jobs import Jobs

            self._jobs = Jobs(parent=self)
        return self._jobs

    @property
    def is_training_page(self) -> bool:
        """Whether the Train page is in front."""
        return self._workspace is not None and self._pages.currentWidget() is self._workspace.train_page

    def pane(self) -> "Pane | None":
        """What one looks at and may copy or save; None where there is nothing of the kind."""
        if self.is_training_page:
            return self.workspace.train_page.docks.focused_view()
        if self._data_page is not None and self._pages.currentWidget() is self._data_page:
            return self._data_page.pane()
        return None

    @property
    def messages(self) -> tuple[QMessageBox, ...]:
        """The message boxes that are open."""
        return tuple(self._messages)

    def open_at_start(self, name: str) -> None:
        """Open this experiment or run as soon as the window is on screen."""
        self._start_up.to_open = name
        self._show_state()

    def show_data(self) -> None:
        """Bring the Data page to the front."""
        self._show_page(self.data_page, 0)

    def show_build(self) -> None:
        """Bring the Build page to the front."""
        self._show_page(self.workspace.build_page, 1)

    def show_train(self) -> None:
        """Bring the Train page to the front."""
        self._show_page(self.workspace.train_page, 2)

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
        """The title, and which actions are enabled."""
        workspace = self._workspace
        is_open = workspace is not None and self._pages.currentWidget() is not self.gallery
        has_document = workspace is not None and workspace.is_open
        for action in self.commands.needing_experiment():
            action.setEnabled(is_open)
        for action in (self.commands.data_tab, self.commands.build_tab, self.commands.train_tab):
            action.setEnabled(has_document)
        if is_open and workspace is not None:
            self._run_commands.show_state(workspace.controller.state)
            if self._change_commands is not None:
                self._change_commands.show_state()
            self.commands.undo.setEnabled(workspace.store.undo_stack.can_undo())
            self.commands.redo.setEnabled(workspace.store.undo_stack.can_redo())
            title, is_modified = tr(workspace.store.experiment.title), workspace.document.is_modified
            self.top_bar.show_title(title, is_modified=is_modified)
            self.setWindowTitle(f"{title}{' *' if is_modified else ''} – Neural Explorer")
        else:
            self.commands.run.setEnabled(bool(self._start_up.to_open))
            self.top_bar.show_title(self.commands.gallery.text(), is_modified=False)
            self.setWindowTitle("Neural Explorer")

    def _lay_out(self) -> None:
        centre = QWidget()
        layout = self._centre = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self.status)
        self._pages.addWidget(self.gallery)
        set_role(self._pages, "pages")
        self.setMenuWidget(self.top_bar)
        self.setCentralWidget(centre)
        self.top_bar.add_tab(self.commands.data_tab)
        self.top_bar.add_tab(self.commands.build_tab)
        self.top_bar.add_tab(self.commands.train_tab)
        self.setAcceptDrops(True)
        self.resize(*STARTING_SIZE)
        self.restoreGeometry(self._settings.layout("window"))
        self.gallery.setFocus()

    def _connect(self) -> None:
        commands = self.commands
        connect_actions({
            commands.gallery: self.show_gallery, commands.new: self.files.new, commands.open: self.files.ask_and_open,
            commands.import_network: self.files.import_network, commands.save: self.files.save,
            commands.own_data: self.own_data.show, commands.save_as: self.files.save_as, commands.quit: self.close,
            commands.library: self.files.show_library, commands.data_tab: self.show_data,
            commands.build_tab: self.show_build, commands.train_tab: self.show_train,
            commands.run: self._run_commands.run,
            commands.larger: self.look.larger, commands.smaller: self.look.smaller,
            commands.usual_size: self.look.usual_size,
            commands.copy_picture: self.view_commands.copy_picture, commands.save_view: self.view_commands.save,
            commands.copy_numbers: self.view_commands.copy_numbers, commands.shortcuts: self._on_shortcuts,
            commands.about: self._on_about, commands.fetch_data: lambda: self.fetching.show(),
        })  # fmt: skip
        self._menus.budget.chosen.connect(self._on_budget_chosen)
        self.status.cost.setMenu(self._menus.budget)
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
        app.styleHints().colorSchemeChanged.connect(self.look.follow_system)
        app.commitDataRequest.connect(self.closing.expect_session_end)

    def _make_workspace(self) -> "Workspace":
        from explorer.engine.client import EngineClient
        from ui.alarm_messages import AlarmMessages
        from ui.change_commands import ChangeCommands
        from ui.preparation.preview_command import PreviewCommand
        from ui.run_messages import RunMessages
        from ui.workspace import Workspace

        self.client = EngineClient(self._host)
        workspace = Workspace(self.client, self._settings, self)
        self._pages.addWidget(workspace.build_page)
        self._pages.addWidget(workspace.train_page)
        controller, commands = workspace.controller, self.commands
        controller.conditions.set_budget(self._settings.budget)
        connect_actions({
            commands.undo: workspace.store.undo_stack.undo,
            commands.redo: workspace.store.undo_stack.redo,
            commands.reset_layout: workspace.train_page.docks.reset_layout,
        })  # fmt: skip
        workspace.build_page.problems.fetch_wanted.connect(lambda kind: self.fetching.show(kind))
        self._run_commands.follow(workspace)
        workspace.document.changed.connect(self._show_state)
        controller.state_changed.connect(lambda *_state: self._show_state())
        controller.devices_found.connect(self.top_bar.show_devices)
        self.top_bar.device_chosen.connect(controller.conditions.choose_device)
        self._run_messages = RunMessages(self, workspace)
        self.alarms = AlarmMessages(self, workspace)
        self._centre.insertWidget(1, self.alarms.panel)
        connect_actions({commands.alarms: self.alarms.toggle})
        self._change_commands = ChangeCommands(self, workspace)
        PreviewCommand(self, workspace)
        return workspace

    def _on_budget_chosen(self, share: float | None) -> None:
        self._settings.budget = share
        if self._workspace is not None:
            self._workspace.controller.conditions.set_budget(share)

    def _on_pin_requested(self, split: str, index: int) -> None:
        workspace = self.workspace
        workspace.controller.conditions.pin_of(workspace.store.experiment.data, split, index)

    def _on_shortcuts(self) -> None:
        from ui.dialogs.shortcuts_dialog import ShortcutsDialog

        ShortcutsDialog(self.commands, self).open()

    def _on_about(self) -> None:
        from ui.dialogs.about_dialog import show_about

        self.tell(show_about(self))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self._start_up, self._start_up.begin)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.own_data.take_drop(Path(event.mimeData().urls()[0].toLocalFile()))

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.closing.may_close():
            event.ignore()
            return
        self._settings.remember_layout("window", self.saveGeometry())
        if self._workspace is not None:
            closing = self.closing
            self._workspace.close(was_moving=closing.was_moving, keeps_unsaved=closing.keeps_unsaved)
        if self._jobs is not None:
            self._jobs.close()
        self._settings.save()
        event.accept()
