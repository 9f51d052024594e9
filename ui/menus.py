"""The menus: the actions in their groups, and what changes from day to day between them."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QMenuBar

from ui.actions import Actions
from ui.budget_menu import BudgetMenu
from ui.settings import Settings
from ui.text import bind, tr
from ui.theme import ThemeName

THEME_SOURCES: dict[ThemeName, str] = {"system": "As the system", "dark": "Dark theme", "light": "Light theme"}


class Menus:
    """Fills the menu bar. Recent files and views are listed when their menu opens."""

    def __init__(self, bar: QMenuBar, actions: Actions, settings: Settings) -> None:
        self._bar, self._settings = bar, settings
        self._menus = {group: self._menu(group) for group in actions.groups}
        self.recent = QMenu(bar)
        self.views = QMenu(bar)
        bind(self.recent, "setTitle", "Open recent")
        bind(self.views, "setTitle", "Views")
        self.budget = BudgetMenu(settings.budget, bar)
        self._fill_file(actions)
        self._fill_edit(actions)
        self._fill_run(actions)
        self._menus["View"].addActions(actions.groups["View"][:3])
        self._menus["View"].addMenu(self.views)
        self._menus["View"].addAction(actions.reset_layout)
        self._menus["View"].addSeparator()
        self._menus["View"].addActions(actions.groups["View"][4:])
        self._menus["View"].addSeparator()
        self._menus["Data"].addActions(actions.groups["Data"])
        self._menus["Help"].addActions(actions.groups["Help"])

    def add_themes(self, choose: Callable[[ThemeName], None], current: ThemeName) -> None:
        """One checkable entry for each theme."""
        group = QActionGroup(self._bar)
        for name, source in THEME_SOURCES.items():
            action = QAction(self._bar, checkable=True, checked=name == current)
            bind(action, "setText", source)
            action.triggered.connect(lambda _checked=False, name=name: choose(name))
            group.addAction(action)
            self._menus["View"].addAction(action)

    def follow_recent(self, open_file: Callable[[Path], None]) -> None:
        """List the recent files each time the menu opens."""

        def fill() -> None:
            self.recent.clear()
            for path in self._settings.recent:
                action = self.recent.addAction(path.name, partial(open_file, path))
                action.setToolTip(str(path))
            if self.recent.isEmpty():
                self.recent.addAction(tr("Nothing was opened or saved yet")).setEnabled(False)
            else:
                self.recent.addSeparator()
                self.recent.addAction(tr("Forget these"), self._settings.forget_recent)

        self.recent.aboutToShow.connect(fill)

    def follow_views(self, actions: Callable[[], list[QAction]]) -> None:
        """List the views each time the menu opens."""

        def fill() -> None:
            self.views.clear()
            self.views.addActions(actions())

        self.views.aboutToShow.connect(fill)

    def _fill_file(self, actions: Actions) -> None:
        menu = self._menus["File"]
        menu.addActions([actions.gallery, actions.new, actions.open])
        menu.addMenu(self.recent)
        menu.addAction(actions.import_network)
        menu.addSeparator()
        menu.addActions([actions.save, actions.save_as])
        menu.addSeparator()
        menu.addAction(actions.library)
        menu.addSeparator()
        menu.addAction(actions.quit)

    def _fill_edit(self, actions: Actions) -> None:
        menu = self._menus["Edit"]
        menu.addActions([actions.undo, actions.redo])
        menu.addSeparator()
        menu.addActions([actions.copy_picture, actions.copy_numbers, actions.save_view])

    def _fill_run(self, actions: Actions) -> None:
        menu = self._menus["Run"]
        menu.addActions([actions.run, actions.stop, actions.run_again])
        menu.addSeparator()
        menu.addActions([actions.step_block, actions.step_phase, actions.step_batch, actions.step_epoch])
        menu.addSeparator()
        menu.addActions([actions.step_back, actions.step_forward, actions.to_start, actions.to_head])
        menu.addSeparator()
        menu.addAction(actions.evaluate)
        menu.addSeparator()
        menu.addActions([actions.freeze, actions.marks])
        menu.addSeparator()
        menu.addMenu(self.budget)

    def _menu(self, group: str) -> QMenu:
        menu = QMenu(self._bar)
        bind(menu, "setTitle", group)
        menu.setToolTipsVisible(True)
        self._bar.addMenu(menu)
        return menu
