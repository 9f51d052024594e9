"""The training editor: objective, optimisers, schedule, batch size, limit and seed, and all that is wrong."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from explorer.spec import Experiment
from models.network import Gan
from ui.editors.panel import MARGIN, Panel
from ui.editors.problem_list import ProblemList
from ui.editors.spec_form import SpecForm
from ui.spec_store import SpecStore
from ui.text import bind
from ui.theme import GRID
from ui.widgets.words import Words


class TrainingEditor(Panel):
    """Edits how the networks learn. `place_chosen` tells the place of a problem that a person wants to see."""

    place_chosen = Signal(str)

    def __init__(self, store: SpecStore, parent: QWidget | None = None) -> None:
        super().__init__(parent, scrolls=True)
        self.heading = Words("heading")
        self.form = SpecForm(store, "training")
        self.seed = SpecForm(store, "", ("seed",))
        self.problems = ProblemList(store)
        self.problems.chosen.connect(self.place_chosen)
        for widget in (self.heading, self.form, self.seed):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.foot.addWidget(self.problems)
        self.foot.setContentsMargins(MARGIN, GRID, MARGIN, MARGIN)
        bind(self.heading, "setText", "Training")
        store.spec_changed.connect(self._on_spec_changed)
        self._on_spec_changed(store.experiment)

    def _on_spec_changed(self, experiment: Experiment) -> None:
        if self.form.form is not None:
            self.form.form.show_field("discriminator_optimizer", visible=isinstance(experiment.architecture, Gan))
