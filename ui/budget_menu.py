"""How much of the time looking may take: a menu of shares, one of which is in force."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from ui.text import bind, follow_language, tr

SHARES: tuple[float | None, ...] = (0.01, 0.02, 0.05, 0.1, 0.2, None)


def share_words(share: float | None) -> str:
    """A share with its unit: "5 % of the time", "as much as it needs"."""
    return tr("as much as it needs") if share is None else tr("{percent} % of the time", percent=f"{100 * share:g}")


class BudgetMenu(QMenu):
    """Views get their pictures as often as they can draw them, as long as that takes no more than this share."""

    chosen = Signal(object)  # the share, None without a limit

    def __init__(self, share: float | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        bind(self, "setTitle", "Looking may take")
        self.setToolTipsVisible(True)
        group = QActionGroup(self)
        for choice in SHARES if share in SHARES else (share, *SHARES):
            action = self.addAction("")
            action.setData(choice)
            action.setCheckable(True)
            action.setChecked(choice == share)
            action.triggered.connect(lambda _checked=False, choice=choice: self.chosen.emit(choice))
            group.addAction(action)
        follow_language(self, self._show_words)
        self._show_words()

    def _show_words(self) -> None:
        for action in self.actions():
            action.setText(share_words(action.data()))
            action.setToolTip(
                tr("Training waits for the views no longer than that; where it is little they move less often.")
            )
