"""The transforms of an experiment in their order: add, remove, move; every change can be undone."""

from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from explorer import edits
from explorer.preparation_check import PLACE
from explorer.spec import Experiment
from explorer.transform import TransformSpec
from explorer.transforms import TRANSFORMS
from ui.editors.facts import facts_of
from ui.preparation.transform_row import TransformRow
from ui.spec_store import SpecStore
from ui.text import bind, tr
from ui.theme import GRID
from ui.widgets.words import Words


class TransformList(QWidget):
    """A row for each transform, and a button with those that could be added."""

    def __init__(self, store: SpecStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self.rows: list[TransformRow] = []
        self.empty, self.add, self.menu = Words("muted", self, wrap=True), QPushButton(self), QMenu(self)
        self.add.setMenu(self.menu)
        self.menu.setToolTipsVisible(True)
        self.menu.aboutToShow.connect(self._fill_menu)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID)
        self._column.addWidget(self.empty)
        self._column.addWidget(self.add)
        bind(self.add, "setText", "+ Add a transform")
        bind(self.empty, "setText", "No transforms: networks receive every sample as it is, in every epoch the same.")
        store.spec_changed.connect(self._on_spec_changed)
        self._on_spec_changed(store.experiment)

    def fitting(self) -> list[type[TransformSpec]]:
        """Those that could be added: they go with the data and the objective, and are not there yet."""
        experiment = self._store.experiment
        kind, present = facts_of(experiment).data.ports.input.kind, {one.kind for one in self._transforms}
        names_classes = experiment.training.objective.kind == "classify"
        return [
            one
            for one in TRANSFORMS
            if kind in one.accepts
            and one.model_fields["kind"].default not in present
            and (names_classes or not one.is_of_classes)
        ]

    @property
    def _transforms(self) -> tuple[TransformSpec, ...]:
        return self._store.experiment.preparation.transforms

    def _on_spec_changed(self, experiment: Experiment) -> None:
        wanted = len(experiment.preparation.transforms)
        while len(self.rows) > wanted:
            row = self.rows.pop()
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self.rows) < wanted:
            row = TransformRow(self._store, len(self.rows), self)
            row.moved.connect(self._on_moved)
            row.removed.connect(self._on_removed)
            self._column.insertWidget(self._column.indexOf(self.add), row)
            self.rows.append(row)
        for row in self.rows:
            row.show_experiment(experiment)
        self.empty.setVisible(not wanted)
        self.add.setEnabled(bool(self.fitting()))

    def _fill_menu(self) -> None:
        self.menu.clear()
        for kind in self.fitting():
            action = self.menu.addAction(tr(kind.label))
            action.setToolTip(tr(kind.about))
            action.triggered.connect(lambda _checked=False, kind=kind: self._add(kind))

    def _add(self, kind: type[TransformSpec]) -> None:
        """At the end, or before Normalise where it needs values as the data give them."""
        transforms = list(self._transforms)
        kinds = [one.kind for one in transforms]
        place = kinds.index("normalise") if kind.needs_range and "normalise" in kinds else len(kinds)
        self._set([*transforms[:place], kind.model_validate({}), *transforms[place:]])

    def _on_moved(self, number: int, to: int) -> None:
        transforms = list(self._transforms)
        transforms.insert(to, transforms.pop(number))
        self._set(transforms)

    def _on_removed(self, number: int) -> None:
        self._set([one for index, one in enumerate(self._transforms) if index != number])

    def _set(self, transforms: list[TransformSpec]) -> None:
        self._store.set(edits.replace(self._store.experiment, PLACE, transforms))
