"""The data editor: which data, their settings, what is known about them, and a look at real samples."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from explorer.dataset import DatasetSpec
from explorer.spec import Experiment
from models.problem import Problem
from ui.editors.block_row import problem_text
from ui.editors.data_facts import data_facts
from ui.editors.facts import facts_of
from ui.editors.panel import Panel
from ui.editors.sample_loader import SampleLoader, Samples
from ui.editors.sample_preview import SamplePreview
from ui.editors.spec_form import SpecForm
from ui.preparation.preparation_editor import PreparationEditor
from ui.spec_store import SpecStore
from ui.text import bind, follow_language, tr
from ui.theme import GRID, theme
from ui.widgets.fact_list import FactList
from ui.widgets.words import Words

PREVIEW_HEIGHT = 240


class DataEditor(Panel):
    """Chooses the data of a store's experiment. Samples are loaded only while the editor is visible."""

    def __init__(self, store: SpecStore, parent: QWidget | None = None) -> None:
        super().__init__(parent, scrolls=True)
        self._store = store
        self._asked: DatasetSpec | None = None  # whose samples were asked for last
        self._answer: Samples | tuple[Problem, ...] | None = None
        self.about = Words("muted", wrap=True)
        self.form = SpecForm(store, "", ("data",))
        self.preparation = PreparationEditor(store)
        self.facts = FactList()
        self.preview = SamplePreview()
        self.loader = SampleLoader(self)
        self._arrange()
        self.loader.loaded.connect(self._on_answered)
        self.loader.failed.connect(self._on_answered)
        store.spec_changed.connect(self._on_spec_changed)
        follow_language(self, self._show_words)
        theme.changed.connect(self._show_answer)
        self._show_words()

    def _arrange(self) -> None:
        heading, facts_heading, samples_heading = Words("heading"), Words("heading"), Words("heading")
        bind(heading, "setText", "Data")
        bind(facts_heading, "setText", "Facts")
        bind(samples_heading, "setText", "Samples")
        self.preview.setMinimumHeight(PREVIEW_HEIGHT)
        for widget in (heading, self.form, self.about):
            self.column.addWidget(widget)
        self.column.addSpacing(GRID)
        self.column.addWidget(self.preparation)
        self.column.addSpacing(GRID)
        self.column.addWidget(facts_heading)
        self.column.addWidget(self.facts)
        self.column.addSpacing(GRID)
        self.column.addWidget(samples_heading)
        self.column.addWidget(self.preview, 1)

    def _on_spec_changed(self, experiment: Experiment) -> None:
        self._show_words()
        self._load()

    def look_again(self) -> None:
        """What was missing may be there by now."""
        if not isinstance(self._answer, Samples):
            self._asked = None
            self._load()

    def _load(self) -> None:
        data = self._store.experiment.data
        if not self.isVisible() or data == self._asked:
            return
        self._asked = data
        if not isinstance(self._answer, Samples) or self._answer.data.kind != data.kind:
            self._answer = None
            self.preview.show_note(tr("Loading samples …"))
        self.loader.load(data)

    def _on_answered(self, answer: Samples | tuple[Problem, ...]) -> None:
        self._answer = answer
        self._show_answer()

    def _show_answer(self) -> None:
        if isinstance(self._answer, Samples):
            self.preview.show_samples(self._answer, self._answer.data.facts())
        elif self._answer:
            told = any(problem.place.startswith("data") for problem in facts_of(self._store.experiment).problems)
            missing = tr("Samples will show here once the data can be read.")
            self.preview.show_note(missing if told else problem_text(self._answer), warning=not told)

    def _show_words(self) -> None:
        data = self._store.experiment.data
        self.about.setText(tr(data.about))
        self.facts.show_facts(data_facts(data, facts_of(self._store.experiment).data))
        self._show_answer()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if isinstance(self._answer, tuple):
            self._asked = None  # what was missing may be there by now
        self._load()
