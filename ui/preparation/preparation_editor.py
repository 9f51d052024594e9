"""The section Preparation of the data's form: how many samples, wrong labels, transforms, and a look."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from explorer import edits
from explorer.preparation import Preparation
from explorer.spec import Experiment
from models.problem import InputError
from ui.editors.facts import facts_of
from ui.fields.form_row import FormRow
from ui.fields.slid import CountField, ShareField, SlidField
from ui.preparation.transform_list import TransformList
from ui.spec_store import SpecStore
from ui.text import bind
from ui.theme import GRID
from ui.widgets.words import Words

PART = "preparation"


class PreparationEditor(QWidget):
    """Edits the preparation of a store's experiment. `preview_wanted` tells that a person wants to see samples."""

    preview_wanted = Signal()

    def __init__(self, store: SpecStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self.count, self.noise = CountField(), ShareField()
        self.rows = {
            "training_samples": _row("training_samples", self.count),
            "label_noise": _row("label_noise", self.noise),
        }
        self.transforms, self.preview = TransformList(store), QPushButton()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        heading, transforms_heading = Words("heading"), Words("muted")
        bind(heading, "setText", "Preparation")
        bind(transforms_heading, "setText", "Transforms")
        bind(self.preview, "setText", "Before and after …")
        bind(self.preview, "setToolTip", "Show samples as they were loaded and as training sees them")
        for widget in (heading, *self.rows.values(), transforms_heading, self.transforms, self.preview):
            column.addWidget(widget)
        self.preview.clicked.connect(self.preview_wanted)
        for name, row in self.rows.items():
            row.field.edited.connect(lambda value, name=name: self._on_edited(name, value))
        store.spec_changed.connect(self._on_spec_changed)
        self._on_spec_changed(store.experiment)

    def _on_spec_changed(self, experiment: Experiment) -> None:
        facts = facts_of(experiment)
        self.count.set_total(experiment.data.facts().num_samples["train"])
        for name, row in self.rows.items():
            place = f"{PART}.{name}"
            row.field.show_value(getattr(experiment.preparation, name))
            row.show_problems(tuple(problem for problem in facts.problems if problem.place == place))
            row.show_no_effect(facts.no_effect.get(place))

    def _on_edited(self, name: str, value: object) -> None:
        place = f"{PART}.{name}"
        try:
            changed = edits.replace(self._store.experiment, place, value)
        except InputError as refused:
            self.rows[name].show_problems(refused.problems)
            return
        self._store.set(changed, f"{place}#{self.rows[name].field.session}")


def _row(name: str, field: SlidField) -> FormRow:
    info = Preparation.model_fields[name]
    return FormRow(info.title or name, info.description or "", field)
