"""The learning rate of the whole run, drawn before it begins, with the length of the run in words."""

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from explorer.rate_curve import RateCurve, rate_curve
from explorer.spec import Experiment
from models.number_text import number_text
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
        self._curve = rate_curve(store.experiment, 1)
        self.plot = RatePlot(self)
        self.caption = Words("muted", self, wrap=True)
        self.log = QToolButton(self)
        self.log.setCheckable(True)
        self.log.toggled.connect(self.plot.set_log)
        self.plot.step_hovered.connect(self._on_step_hovered)
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
        self._curve = rate_curve(experiment, facts_of(experiment).data.num_samples["train"] + len(experiment.added))
        self.plot.show_curve(self._curve)
        self.plot.setAccessibleDescription(length_text(self._curve))
        self.caption.setText(length_text(self._curve))

    def _on_step_hovered(self, step: float | None) -> None:
        self.caption.setText(length_text(self._curve) if step is None else reading_text(self._curve, step))

    def _retell(self) -> None:
        self._on_spec_changed(self._store.experiment)


def reading_text(curve: RateCurve, step: float) -> str:
    """The learning rate of every network at the drawn step that is nearest."""
    index = int(np.abs(curve.steps - step).argmin())
    networks = {"": "", "generator": tr("generator"), "discriminator": tr("discriminator")}
    rates = [f"{networks[name]} {number_text(float(rates[index]))}".strip() for name, rates in curve.rates.items()]
    return tr("step {step}: {rate}", step=int(curve.steps[index]) + 1, rate=", ".join(rates))


def length_text(curve: RateCurve) -> str:
    """How long the run is, in words."""
    if curve.is_supposed:
        return tr("Drawn as if {steps} steps fitted into the time; one epoch has {epoch}.", steps=curve.num_steps,
                  epoch=curve.steps_per_epoch)  # fmt: skip
    return tr("{steps} steps in all; one epoch has {epoch}.", steps=curve.num_steps, epoch=curve.steps_per_epoch)
