"""The samples that a person adds to the data of the experiment: an edit like any other, which can be undone."""

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QObject, Signal

from explorer import edits
from explorer.added import MOST_ADDED, AddedSample
from explorer.spec import Experiment
from ui.spec_store import SpecStore


class AddedSamples(QObject):
    """Whoever offers to add samples follows `changed`."""

    changed = Signal()

    def __init__(self, store: SpecStore) -> None:
        super().__init__(store)
        self._store = store
        self._count = len(store.experiment.added)
        store.spec_changed.connect(self._on_spec_changed)

    @property
    def count(self) -> int:
        return self._count

    @property
    def is_full(self) -> bool:
        """Whether no more can be added."""
        return self._count >= MOST_ADDED

    def add(self, inputs: npt.NDArray[np.generic], target: int) -> None:
        """Train with this sample of that class too, from the next run on."""
        self._set((*self._store.experiment.added, AddedSample.of(inputs, target)))

    def take_back(self) -> None:
        """Remove the one that was added last."""
        self._set(self._store.experiment.added[:-1])

    def _set(self, added: tuple[AddedSample, ...]) -> None:
        self._store.set(edits.replace(self._store.experiment, "added", added))

    def _on_spec_changed(self, experiment: Experiment) -> None:
        if len(experiment.added) != self._count:
            self._count = len(experiment.added)
            self.changed.emit()
