"""The training editor: everything about how the networks learn, in groups."""

from PySide6.QtWidgets import QWidget

from ui.editors.panel import Panel
from ui.editors.rate_preview import RatePreview
from ui.editors.spec_form import SpecForm
from ui.fields.form_row import FormRow
from ui.spec_store import SpecStore
from ui.text import bind
from ui.theme import GRID
from ui.widgets.words import Words


class TrainingEditor(Panel):
    """Edits how the networks learn."""

    def __init__(self, store: SpecStore, parent: QWidget | None = None) -> None:
        super().__init__(parent, scrolls=True)
        self._store = store
        self.forms: list[SpecForm] = []
        self._group("Training", "objective")
        self._group("Optimiser", "optimizer", "discriminator_optimizer", "clip_norm", "batch_size")
        self._group("Learning rate over the run", "schedule")
        self.rates = RatePreview(store)
        self.column.addWidget(self.rates)
        self._group("Length of the run", "limit", "early_stopping")
        self._group("Computing", "precision", "num_threads", "compiled")
        self._add_form("", "seed")
        self.column.addStretch(1)

    def row(self, name: str) -> FormRow:
        """The row of a setting, such as "optimizer.learning_rate" or "seed".

        Raises:
            KeyError: when there is no such setting now.
        """
        for spec_form in self.forms:
            if spec_form.form is not None and name in spec_form.form.field_names():
                return spec_form.form.row(name)
        raise KeyError(name)

    def field_names(self) -> list[str]:
        """All settings that have a row now."""
        return [name for one in self.forms if one.form is not None for name in one.form.field_names()]

    def _group(self, title: str, *names: str) -> None:
        heading = Words("heading")
        bind(heading, "setText", title)
        if self.forms:
            self.column.addSpacing(GRID)
        self.column.addWidget(heading)
        self._add_form("training", *names)

    def _add_form(self, path: str, *names: str) -> None:
        self.forms.append(SpecForm(self._store, path, names))
        self.column.addWidget(self.forms[-1])
