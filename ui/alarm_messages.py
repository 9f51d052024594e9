"""Lets the alarms of the run reach the window: the badge, the list, and from there the block that is guilty."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from explorer.alarm import Alarm
from ui.alarm_panel import AlarmPanel
from ui.editors.block_paths import network_of
from ui.editors.facts import block_path, facts_of

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.workspace import Workspace


class AlarmMessages(QObject):
    """Owns the list, which stands above the status bar while it is wanted, on whatever page."""

    def __init__(self, window: "MainWindow", workspace: "Workspace") -> None:
        super().__init__(window)
        self._window, self._workspace = window, workspace
        self.badge, self.panel = window.status.alarms, AlarmPanel()
        self.panel.hide()
        self.badge.show()
        self.badge.toggled.connect(self._on_toggled)
        self.panel.closed.connect(lambda: self.badge.setChecked(False))
        self.panel.chosen.connect(self._on_chosen)
        workspace.controller.run_changed.connect(self._on_run_changed)
        workspace.controller.alarms_changed.connect(self._on_alarms_changed)

    def toggle(self) -> None:
        """Open the list, or close it."""
        self.badge.toggle()

    def _on_toggled(self, wanted: bool) -> None:
        self.panel.setVisible(wanted)
        if wanted:
            self.panel.setFocus()

    def _on_run_changed(self) -> None:
        self.panel.show_run(self._workspace.controller.experiment)
        self.badge.show_number(0)

    def _on_alarms_changed(self, alarms: tuple[Alarm, ...]) -> None:
        self.panel.show_alarms(alarms)
        self.badge.show_number(sum(alarm.is_on for alarm in alarms))

    def _on_chosen(self, place: str) -> None:
        """Show the block, of a network its first one; the Build page is where something can be done about it."""
        network = network_of(place)
        facts = facts_of(self._workspace.store.experiment)
        if network and facts.block(block_path(place)) is None:
            place = f"architecture.{network}.blocks.0"
        self._window.show_build()
        self._workspace.build_page.show_place(place)
