"""The learning rate of the whole run, drawn before it begins, with the length of the run in words."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from explorer.rate_curve import RateCurve, rate_curve
from explorer.spec import Experiment
from ui.editors.facts import facts_of
from ui.spec_store import SpecStore
from ui.text import bind, follow_language, tr
from ui.theme import GRID
from ui.widgets.rate_plot import RatePlot
from ui.widgets.words import Words


class RatePreview(QWidget):
    """Follows a store's experiment."""

    def __init__(self, store: SpecStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self.plot = RatePlot(self)
        self.caption = Words("muted", self, wrap=True)
        self.log = QToolButton(self)
        self.log.setCheckable(True)
        self.log.toggled.connect(self.plot.set_log)
        bind(self.log, "setText", "log")
        bind(self.log, "setToolTip", "Logarithmic axis")
        bind(self.plot, "setAccessibleName", "Learning rate over the run")
        line = QHBoxLayout()
        line.addWidget(self.caption, 1)
        line.addWidget(self.log, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.plot)
        column.addLayout(line)
        store.spec_changed.connect(self._on_spec_changed)
        follow_language(self, self._retell)
        self._on_spec_changed(store.experiment)

    def _on_spec_changed(self, experiment: Experiment) -> None:
        curve = rate_curve(experiment, facts_of(experiment).data.num_samples["train"])
        self.plot.show_curve(curve)
        self.caption.setText(length_text(curve))
        self.plot.setAccessibleDescription(self.caption.text())

    def _retell(self) -> None:
        self._on_spec_changed(self._store.experiment)


def length_text(curve: RateCurve) -> str:
    """How long the run is, in words."""
    if curve.is_supposed:
        return tr("Drawn as if {steps} steps fitted into the time; one epoch has {epoch}.", steps=curve.num_steps,
                  epoch=curve.steps_per_epoch)  # fmt: skip
    return tr("{steps} steps in all; one epoch has {epoch}.", steps=curve.num_steps, epoch=curve.steps_per_epoch)
