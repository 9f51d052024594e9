"""All that is wrong with the experiment: place, cause and remedy; a double click goes there, a button helps."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from explorer.spec import Experiment
from models.problem import Problem
from ui.editors.facts import facts_of
from ui.editors.place_words import place_words
from ui.editors.remedy_row import RemedyRow
from ui.fetching.fetch_button import FetchButton
from ui.spec_store import SpecStore
from ui.text import bind, follow_language, say
from ui.theme import GRID
from ui.widgets.words import Words

HEIGHT = GRID * 22
PLACE_ROLE = Qt.ItemDataRole.UserRole


class ProblemList(QWidget):
    """`chosen` tells the place that a person wants to see, `fetch_wanted` the id of data that are missing."""

    chosen = Signal(str)
    fetch_wanted = Signal(str)

    def __init__(self, store: SpecStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._shown: tuple[Problem, ...] = ()
        self.heading = Words("heading")
        self.all_well = Words("good", wrap=True)
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.heading, self.all_well):
            column.addWidget(widget)
        self.remedies = RemedyRow(store)
        column.addWidget(self.list)
        column.addWidget(self.remedies)
        self.fetch = FetchButton()
        column.addWidget(self.fetch)
        self.fetch.clicked.connect(lambda: self.fetch_wanted.emit(self.fetch.kind))
        self.list.setFixedHeight(HEIGHT)
        self.list.itemActivated.connect(self._on_item_activated)
        self.list.currentRowChanged.connect(self._on_row_changed)
        self.remedies.applied.connect(self._on_applied)
        bind(self.heading, "setText", "Problems")
        bind(self.all_well, "setText", "✓ Ready to run: data, model and training go together.")
        bind(self.list, "setAccessibleName", "Problems")
        store.spec_changed.connect(self._on_spec_changed)
        follow_language(self, self._fill)
        self._on_spec_changed(store.experiment)

    def _on_spec_changed(self, experiment: Experiment) -> None:
        problems = facts_of(experiment).problems
        if problems != self._shown:
            row = self._row_of(self.list.currentRow(), problems)
            self._shown = problems
            self._fill_list(row)
        else:  # the same sentence, but what helps starts from another experiment
            self._on_row_changed(self.list.currentRow())
        self.all_well.setVisible(not problems)
        self.list.setVisible(bool(problems))

    def _row_of(self, row: int, problems: tuple[Problem, ...]) -> int:
        """Where the problem that a person looks at stands among others, the first of them when it is gone."""
        if not 0 <= row < len(self._shown):
            return 0
        seen = self._shown[row]
        same = (index for index, other in enumerate(problems) if (other.code, other.place) == (seen.code, seen.place))
        return next(same, 0)

    def _fill(self) -> None:
        self._fill_list(self.list.currentRow())

    def _fill_list(self, row: int) -> None:
        self.list.blockSignals(True)  # the row changes once, when all are there
        self.list.clear()
        for problem in self._shown:
            text = (
                f"▲ {place_words(self._store.experiment, problem.place)}\n{say(problem.message)} {say(problem.remedy)}"
            )
            item = QListWidgetItem(text, self.list)
            item.setData(PLACE_ROLE, problem.place)
            item.setToolTip(problem.place)
        self.list.setCurrentRow(row)
        self.list.blockSignals(False)
        self._on_row_changed(self.list.currentRow())

    def _on_row_changed(self, row: int) -> None:
        problem = self._shown[row] if 0 <= row < len(self._shown) else None
        self.remedies.show_problem(problem)
        self.fetch.show_problem(problem)

    def _on_applied(self, place: str) -> None:
        self.list.setFocus()
        if place:
            self.chosen.emit(place)

    def _on_item_activated(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(PLACE_ROLE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.list.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self._on_item_activated(item)
        else:
            super().keyPressEvent(event)
