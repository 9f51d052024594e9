"""The number of a run's alarms as a button of the status bar: quiet without any, else amber with a sign and a word."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from ui.text import bind, follow_language, tr
from ui.theme import set_role


class AlarmBadge(QPushButton):
    """Pressed, it opens and closes the list of alarms."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._num_alarms = 0
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        bind(
            self,
            "setToolTip",
            "Training problems that the run has now: what they mean and where they are (Ctrl+Shift+A)",
        )
        follow_language(self, self._show_words)
        self._show_words()

    def show_number(self, num_alarms: int) -> None:
        """How many alarms are on."""
        self._num_alarms = num_alarms
        self._show_words()

    def _show_words(self) -> None:
        count = self._num_alarms
        many = tr("{count} alarms", count=count) if count > 1 else tr("1 alarm")
        self.setText(f"▲ {many}" if count else tr("No alarms"))
        self.setAccessibleName(many if count else tr("No alarms"))
        set_role(self, "alarm" if count else "calm")
