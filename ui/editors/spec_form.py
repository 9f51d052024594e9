"""A form that belongs to one place of the experiment: shows what is there and writes back what was edited."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from explorer import edits
from explorer.spec import Experiment
from models.problem import InputError
from models.spec import Spec
from ui.editors.facts import facts_of
from ui.fields.form import Form
from ui.spec_store import SpecStore


class SpecForm(QWidget):
    """The form of the spec at `path`; without a path, or where nothing lies there any more, it is empty."""

    def __init__(
        self,
        store: SpecStore,
        path: str | None = None,
        only: Sequence[str] = (),
        parent: QWidget | None = None,
        *,
        in_line: bool = False,
    ) -> None:
        super().__init__(parent)
        self._in_line = in_line
        self._store = store
        self._path = path
        self._only = only
        self.form: Form | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        store.spec_changed.connect(self._on_spec_changed)
        self._on_spec_changed(store.experiment)

    def show_path(self, path: str | None) -> None:
        """Show what lies at another place."""
        self._path = path
        self._on_spec_changed(self._store.experiment)

    def _on_spec_changed(self, experiment: Experiment) -> None:
        spec = self._spec(experiment)
        if spec is None or self._path is None:
            self._drop_form()
            return
        if self.form is None or not self.form.fits(spec):
            self._build_form(spec, self._path)
        else:
            self.form.show_spec(spec, self._path)
        if self.form is not None:
            facts = facts_of(experiment)
            self.form.show_problems(facts.problems)
            self.form.show_no_effect(facts.no_effect)

    def _spec(self, experiment: Experiment) -> Spec | None:
        if self._path is None:
            return None
        if not self._path:
            return experiment
        try:
            spec = edits.get(experiment, self._path)
        except InputError:
            return None
        return spec if isinstance(spec, Spec) else None

    def _build_form(self, spec: Spec, path: str) -> None:
        self._drop_form()
        self.form = Form(spec, path, self._only, parent=self, in_line=self._in_line)
        self.form.edited.connect(self._on_edited)
        self._column.addWidget(self.form)

    def _drop_form(self) -> None:
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
            self.form = None

    def _on_edited(self, path: str, value: object, merge_key: str) -> None:
        try:
            changed = edits.replace(self._store.experiment, path, value)
        except InputError as refused:
            if self.form is not None:
                self.form.show_problems(refused.problems)
            return
        self._store.set(changed, merge_key)
