"""Cards in as many columns as the window has room for, walked through with the arrow keys."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QWidget

from ui.gallery.experiment_card import NARROWEST
from ui.theme import GRID, theme


class CardGrid(QWidget):
    """Shows the visible ones of its cards in reading order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: list[QAbstractButton] = []
        self._columns = 0
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2 * GRID)
        self._layout.setAlignment(Qt.AlignmentFlag.AlignTop)
        theme.changed.connect(self._arrange_if_needed)

    def show_cards(self, cards: list[QAbstractButton]) -> None:
        """Show these cards and hide the ones shown before."""
        for card in self._cards:
            self._layout.removeWidget(card)
            card.hide()
        self._cards = cards
        for card in cards:
            card.installEventFilter(self)
        self._arrange()

    def _arrange_if_needed(self) -> None:
        if self._fitting_columns() != self._columns:
            self._arrange()

    def _arrange(self) -> None:
        for column in range(self._columns):
            self._layout.setColumnStretch(column, 0)
        self._columns = self._fitting_columns()
        for index, card in enumerate(self._cards):
            self._layout.addWidget(card, index // self._columns, index % self._columns)
            card.show()
        for column in range(self._columns):
            self._layout.setColumnStretch(column, 1)

    def _fitting_columns(self) -> int:
        return max(1, (self.width() + 2 * GRID) // (theme.px(NARROWEST) + 2 * GRID))

    def _neighbour(self, card: QObject, key: int) -> QAbstractButton | None:
        row = self._columns
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -row, Qt.Key.Key_Down: row}
        places = [index for index, known in enumerate(self._cards) if known is card]
        if key not in steps or not places:
            return None
        place = places[0] + steps[Qt.Key(key)]
        return self._cards[place] if 0 <= place < len(self._cards) else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange_if_needed()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(watched, QAbstractButton):
                watched.click()
                return True
            neighbour = self._neighbour(watched, event.key())
            if neighbour is not None:
                neighbour.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)
