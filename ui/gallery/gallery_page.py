"""The gallery: one sentence, filters, and a card for every experiment that comes with the program."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from explorer.gallery import Card, cards
from ui.gallery.card_grid import CardGrid
from ui.gallery.experiment_card import ExperimentCard
from ui.gallery.recent_card import RecentCard
from ui.settings import Settings
from ui.text import bind
from ui.theme import GRID, Role, set_role

FAMILIES = ("MLP", "CNN", "RNN", "Transformer", "GAN", "Baseline")


class GalleryPage(QScrollArea):
    """What one sees first. Emits what was chosen; opening it is the window's business."""

    experiment_chosen = Signal(str)  # a gallery id
    file_chosen = Signal(object)  # Path
    empty_chosen = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._cards = [self._card(card) for card in cards()]
        self._recent: list[RecentCard] = []
        self._grid = CardGrid()
        self._nothing = QLabel()
        self._chips = QButtonGroup(self)
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(8 * GRID, 5 * GRID, 8 * GRID, 5 * GRID)
        layout.setSpacing(GRID)
        layout.addWidget(_label("headline", "See inside a network while it learns"))
        hint = _label("muted", "Pick one and press Run. Everything here works offline unless it says otherwise.")
        layout.addWidget(hint)
        layout.addSpacing(GRID)
        layout.addLayout(self._chip_row())
        layout.addSpacing(GRID)
        layout.addWidget(self._grid)
        layout.addWidget(self._nothing)
        layout.addStretch(1)
        self._nothing.hide()
        set_role(self._nothing, "muted")
        bind(self._nothing, "setText", "Nothing was opened or saved yet. What you save appears here.")
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.show_family("")

    @property
    def cards(self) -> list[ExperimentCard]:
        """All cards of the gallery, shown or not."""
        return self._cards

    def show_family(self, family: str) -> None:
        """Show the experiments of one family, or all of them when it is empty."""
        self._show_found([card for card in self._cards if not family or card.card.family == family])

    def show_alarms(self) -> None:
        """Show the experiments that are there to raise an alarm."""
        self._show_found([card for card in self._cards if card.card.alarm])

    def show_recent(self) -> None:
        """Show the files opened or saved last."""
        for old in self._recent:
            old.deleteLater()
        self._recent = [RecentCard(path, self._grid) for path in self._settings.recent]
        for card in self._recent:
            card.clicked.connect(lambda _checked=False, path=card.path: self.file_chosen.emit(path))
        self._nothing.setVisible(not self._recent)
        self._show(list(self._recent))

    def _show_found(self, shown: list[ExperimentCard]) -> None:
        self._nothing.hide()
        self._show(shown)
        if shown:
            self.setFocusProxy(shown[0])

    def _show(self, cards: "list[ExperimentCard] | list[RecentCard]") -> None:
        shown: list[QAbstractButton] = list(cards)
        self._grid.show_cards(shown)

    def _card(self, card: Card) -> ExperimentCard:
        button = ExperimentCard(card, self)
        button.clicked.connect(lambda _checked=False, chosen=card.id: self.experiment_chosen.emit(chosen))
        return button

    def _chip_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GRID)
        present = {card.card.family for card in self._cards}
        first = self._chip("All", lambda: self.show_family(""))
        first.setChecked(True)
        chips = [first]
        chips += [self._chip(name, partial(self.show_family, name)) for name in FAMILIES if name in present]
        chips.append(self._chip("Alarms", self.show_alarms))
        chips.append(self._chip("Recent", self.show_recent))
        for chip in chips:
            self._chips.addButton(chip)
            row.addWidget(chip)
        self.empty = empty = _chip_button("Empty canvas")
        empty.clicked.connect(lambda: self.empty_chosen.emit())
        row.addWidget(empty)
        row.addStretch(1)
        return row

    def _chip(self, source: str, show: Callable[[], None]) -> QPushButton:
        chip = _chip_button(source)
        chip.setCheckable(True)
        chip.clicked.connect(lambda: show())
        return chip


def _chip_button(source: str) -> QPushButton:
    chip = QPushButton()
    set_role(chip, "chip")
    bind(chip, "setText", source)
    return chip


def _label(role: Role, source: str) -> QLabel:
    label = QLabel()
    set_role(label, role)
    bind(label, "setText", source)
    return label
