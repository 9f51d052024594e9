"""How scanned data shall be used: as which kind, with which settings, and how the first samples look then."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QScrollArea, QSplitter, QVBoxLayout, QWidget

from explorer.dataset import DatasetSpec
from explorer.datasets.own_table import OwnTable
from explorer.own.network import suitable
from explorer.spec import Experiment
from models.problem import Problem
from ui.editors.block_row import problem_text
from ui.editors.data_facts import data_facts
from ui.editors.sample_loader import SampleLoader, Samples
from ui.editors.sample_preview import SamplePreview
from ui.editors.spec_form import SpecForm
from ui.own.column_choice import ColumnChoice
from ui.own.table_rows import TableRows
from ui.spec_store import SpecStore
from ui.text import bind, follow_language, tr
from ui.theme import GRID, theme
from ui.widgets.fact_list import FactList
from ui.widgets.words import Words

SETTINGS_HEIGHT, SAMPLES_HEIGHT = 320, 280  # pixels


class SettingsPanel(QWidget):
    """Edits a dataset of its own in a store of its own; `data` is what it has become."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[DatasetSpec, ...] = ()
        self._store: SpecStore | None = None
        self._answer: Samples | tuple[Problem, ...] | None = None
        self.kind = QComboBox()
        self.form: SpecForm | None = None
        self.facts, self.preview, self.loader = FactList(), SamplePreview(), SampleLoader(self)
        self.columns: ColumnChoice | None = None
        self.rows = TableRows()
        self._nothing = Words("muted", wrap=True)
        self._heading, self._samples = Words("heading"), Words("heading")
        self._inner = QWidget()
        self._settings = QVBoxLayout(self._inner)
        self._settings.setContentsMargins(0, 0, GRID, 0)
        self._lay_out()
        self.kind.activated.connect(self._on_kind_chosen)
        self.loader.loaded.connect(self._on_answered)
        self.loader.failed.connect(self._on_answered)
        theme.changed.connect(self._show_answer)
        bind(self._heading, "setText", "Use as")
        bind(self._samples, "setText", "First samples")
        bind(self.kind, "setAccessibleName", "Use as")
        bind(self._nothing, "setText", "These data cannot be used as they are: mend what is listed, and scan again.")
        follow_language(self, self._show_words)

    @property
    def data(self) -> DatasetSpec | None:
        """The data with the settings that were made."""
        return self._store.experiment.data if self._store is not None else None

    def show_choices(self, choices: tuple[DatasetSpec, ...]) -> None:
        """Begin with the first of these."""
        self._choices = choices
        self.kind.clear()
        for choice in choices:
            self.kind.addItem(tr(choice.label))
        self.kind.setEnabled(len(choices) > 1)
        self._nothing.setVisible(not choices)
        for widget in (self.kind, self._heading, self._samples, self._scroll, self.preview):
            widget.setVisible(bool(choices))
        self._begin(choices[0] if choices else None)

    def _lay_out(self) -> None:
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setWidget(self._inner)
        self._scroll.setMinimumHeight(theme.px(SETTINGS_HEIGHT))  # the pictures below would take it all
        lower = QWidget()
        below = QVBoxLayout(lower)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self._samples)
        below.addWidget(self.preview, 1)
        below.addWidget(self.rows, 1)
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.addWidget(self._scroll)
        halves.addWidget(lower)
        halves.setChildrenCollapsible(False)
        halves.setSizes([theme.px(SETTINGS_HEIGHT), theme.px(SAMPLES_HEIGHT)])
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, 0, 0, 0)
        column.setSpacing(GRID)
        for widget in (self._heading, self.kind, self._nothing):
            column.addWidget(widget)
        column.addWidget(halves, 1)

    def _on_kind_chosen(self, index: int) -> None:
        self._begin(self._choices[index])

    def _begin(self, data: DatasetSpec | None) -> None:
        """Forms for these data, in place of those that were there."""
        self._answer = None
        while (item := self._settings.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self.facts:
                widget.hide()
                widget.deleteLater()
        self._store = self.form = self.columns = None
        if data is not None:
            self._store = store = SpecStore(suitable(data), self)
            shown_elsewhere: tuple[str, ...] = ()
            if isinstance(data, OwnTable):
                self.columns, shown_elsewhere = ColumnChoice(store), ("target",)
                self._settings.addWidget(self.columns)
            fields = type(data).model_fields
            shared = type(data).__mro__[1].model_fields  # type: ignore[attr-defined]
            names = [name for name in fields if fields[name].title and name not in shown_elsewhere]
            self.form = SpecForm(store, "data", sorted(names, key=lambda name: name in shared))
            self._settings.addWidget(self.form)
            self._settings.addWidget(self.facts)
            self._settings.addStretch(1)
            store.spec_changed.connect(self._on_spec_changed)
            self._on_spec_changed(store.experiment)
        self.changed.emit()

    def _on_spec_changed(self, experiment: Experiment) -> None:
        self.facts.show_facts(data_facts(experiment.data, experiment.data.facts()))
        if self._answer is None:
            self.preview.show_note(tr("Loading samples …"))
        self.loader.load(experiment.data)
        self.changed.emit()

    def _on_answered(self, answer: Samples | tuple[Problem, ...]) -> None:
        self._answer = answer
        self._show_answer()

    def _show_answer(self) -> None:
        answer = self._answer
        is_table = isinstance(answer, Samples) and isinstance(answer.data, OwnTable)
        self.rows.setVisible(is_table)
        self.preview.setVisible(not is_table and bool(self._choices))
        if isinstance(answer, Samples):
            if isinstance(answer.data, OwnTable):
                self.rows.show_samples(answer, answer.data)
            else:
                self.preview.show_samples(answer, answer.data.facts())
        elif answer:
            self.preview.show_note(problem_text(answer), warning=True)

    def _show_words(self) -> None:
        for index, choice in enumerate(self._choices):
            self.kind.setItemText(index, tr(choice.label))
        if self._store is not None:
            self.facts.show_facts(data_facts(self._store.experiment.data, self._store.experiment.data.facts()))
        self._show_answer()
