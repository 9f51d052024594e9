"""View: the metrics of the run over its steps - losses, accuracies, the learning rate."""

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QSplitter, QToolButton, QWidget

from explorer.events import Event, MetricsRecorded
from explorer.spec import Experiment
from models.number_text import number_text
from ui.framed_view import FramedView
from ui.metric_words import LEARNING_RATE, make_curve, metric_group, metric_label, past_label
from ui.text import bind, follow_language, tr
from ui.theme import GRID
from ui.widgets.curve import Curve
from ui.widgets.curve_plot import CurvePlot
from ui.widgets.line_label import Piece
from ui.widgets.quiet_combo import QuietCombo
from ui.widgets.stretch import Stretch

SMOOTHINGS = (0.0, 0.5, 0.9, 0.97, 0.99)


def comparable(one: Experiment | None, other: Experiment) -> bool:
    """Whether curves of both mean the same: equal data, equal objective."""
    if one is None:
        return False
    return one.data == other.data and one.training.objective.kind == other.training.objective.kind


class Curves(FramedView):
    """One plot for the chosen metric, a small one for the learning rate; both show the same steps."""

    kind: ClassVar[str] = "curves"
    title: ClassVar[str] = "Curves"
    about: ClassVar[str] = "How the loss and the other metrics change from step to step."
    takes_metrics: ClassVar[bool] = True

    stretch_wanted = Signal(object)  # StretchWish: a part of the curves is looked at closely

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: list[str] = []
        self._wanted_group = ""  # the metric that was chosen in the run before
        self._experiment: Experiment | None = None
        self._past: dict[str, Curve] = {}
        self._past_rates: dict[str, Curve] = {}
        self._past_is_parent = False  # the run before is the one that was forked
        self._run_id = ""  # whose curves are shown, or were shown last
        self._metric = QuietCombo(self)
        self._smoothing = QuietCombo(self)
        self._smoothing.addItems([""] * len(SMOOTHINGS))
        self._metric.setMinimumContentsLength(8)
        self._smoothing.setMinimumContentsLength(11)
        follow_language(self, self._name_smoothings)
        self._name_smoothings()
        self._log = self._toggle("log", "Logarithmic axis")
        self._rate = self._toggle("rate", "Show the learning rate below")
        bind(self._metric, "setToolTip", "The metric that is drawn")
        bind(self._smoothing, "setToolTip", "Smoothing: the weight of what came before. The raw line stays visible")
        for control in (self._metric, self._smoothing, self._log, self._rate):
            self.add_control(control)
        self._plot, self._rate_plot = CurvePlot(self), CurvePlot(self)
        content = QSplitter(Qt.Orientation.Vertical, self)
        content.addWidget(self._plot)
        content.addWidget(self._rate_plot)
        content.setSizes([3 * 8 * GRID, 8 * GRID])
        content.setStretchFactor(0, 4)
        content.setStretchFactor(1, 1)
        self.set_content(content)
        self._rate_plot.hide()
        self._connect()
        self._smoothing.setCurrentIndex(SMOOTHINGS.index(0.9))

    @classmethod
    def applies_to(cls, experiment: Experiment) -> bool:
        return True

    def reset(self, experiment: Experiment) -> None:
        self._keep_past(experiment)
        self._clear()
        self.show_notice()

    def begin_fork(self, step: int) -> None:
        self._show_past(is_parent=True)
        self._clear()
        self.show_notice()  # at step 0 there is nothing that both runs share

    def show_present(self, step: int | None) -> None:
        self._plot.set_present(step)
        self._rate_plot.set_present(step)

    def show_events(self, events: Sequence[Event]) -> None:
        for event in events:
            if isinstance(event, MetricsRecorded):
                self._follow_run(event.run_id)
                for series in event.series:
                    self._append(series.name, series.steps, series.values)
        if self._plot.curves:
            self._plot.make_room() or self._rate_plot.make_room()
            self.show_content()
            self._describe_now()

    def show_stretch(self, stretch: Stretch) -> None:
        """Draw a part of the curves by what was read of it on disk."""
        self._plot.show_stretch(stretch)
        self._rate_plot.show_stretch(stretch)

    def show_metric(self, group: str) -> None:
        """Draw this group of metrics, such as "loss" or "accuracy"."""
        if group in self._groups:
            self._metric.setCurrentIndex(self._groups.index(group))

    def numbers(self) -> dict[str, npt.NDArray[np.generic]]:
        numbers: dict[str, npt.NDArray[np.generic]] = {}
        for plot in (self._plot, self._rate_plot):
            for name, curve in plot.curves.items():
                numbers[f"{name}/step"] = curve.raw.steps.copy()
                numbers[name] = curve.raw.values.copy()
        return numbers

    def retell(self) -> None:
        for plot in (self._plot, self._rate_plot):
            for name, curve in plot.curves.items():
                curve.label = make_curve(name).label
        for name, curve in (*self._past.items(), *self._past_rates.items()):
            curve.label = past_label(name, is_parent=self._past_is_parent)
        for row, group in enumerate(self._groups):
            self._metric.setItemText(row, metric_label(group))
        self._name_axes()
        self._describe_now()

    def _clear(self) -> None:
        self._plot.clear()
        self._rate_plot.clear()
        self._wanted_group = self._group() or self._wanted_group
        self._groups.clear()
        with QSignalBlocker(self._metric):
            self._metric.clear()

    def _keep_past(self, experiment: Experiment) -> None:
        """What was shown becomes the run before, as long as both learn the same from the same data."""
        if self._plot.curves and comparable(self._experiment, experiment):
            self._show_past(is_parent=False)
        elif not comparable(self._experiment, experiment):
            self._forget_past()
        self._experiment = experiment

    def _show_past(self, *, is_parent: bool) -> None:
        """The curves that are shown are those of the run before; a parent's are shown to their end."""
        self._past_is_parent = is_parent
        self._past, self._past_rates = (
            {
                name: replace(curve, label=past_label(name, is_parent=is_parent), past=True)
                for name, curve in plot.curves.items()
            }
            for plot in (self._plot, self._rate_plot)
        )
        self._plot.show_past(self._past, whole=is_parent)
        self._rate_plot.show_past(self._past_rates, whole=is_parent)

    def _forget_past(self) -> None:
        self._past, self._past_rates = {}, {}
        self._plot.show_past(self._past)
        self._rate_plot.show_past(self._past_rates)

    def _follow_run(self, run_id: str) -> None:
        """A run that goes on after a while is not the run before itself."""
        if run_id == self._run_id and self._past and not self._plot.curves:
            self._forget_past()
        self._run_id = run_id

    def _toggle(self, text: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setCheckable(True)
        bind(button, "setText", text)
        bind(button, "setToolTip", tip)
        return button

    def _connect(self) -> None:
        self._metric.currentIndexChanged.connect(self._on_metric_changed)
        self._smoothing.currentIndexChanged.connect(self._on_smoothing_changed)
        self._log.toggled.connect(self._plot.set_log)
        self._rate.toggled.connect(self._rate_plot.setVisible)
        self._plot.window_changed.connect(self._rate_plot.set_window)
        self._rate_plot.window_changed.connect(self._plot.set_window)
        self._plot.stretch_wanted.connect(self.stretch_wanted)
        self._rate_plot.stretch_wanted.connect(self._on_rates_wanted)
        self._plot.step_hovered.connect(self._rate_plot.set_hovered)
        self._rate_plot.step_hovered.connect(self._plot.set_hovered)

    def _on_rates_wanted(self, wish: object) -> None:
        if self._rate.isChecked():
            self.stretch_wanted.emit(wish)

    def _append(self, name: str, steps: npt.NDArray[np.int64], values: npt.NDArray[np.float64]) -> None:
        plot = self._rate_plot if name.startswith(LEARNING_RATE) else self._plot
        if name not in plot.curves:
            plot.add_curve(name, make_curve(name))
            self._show_group(name)
        plot.append(name, steps, values)

    def _show_group(self, name: str) -> None:
        """A metric is new: offer its group, and draw it if its group is the chosen one."""
        group = metric_group(name)
        if group == LEARNING_RATE:
            self._rate_plot.show_curves(tuple(self._rate_plot.curves))
            self._name_axes()
        elif group not in self._groups:
            self._groups.append(group)
            self._metric.addItem(metric_label(group))
            if group == self._wanted_group:
                self._metric.setCurrentIndex(len(self._groups) - 1)
        self._on_metric_changed()

    def _group(self) -> str:
        index = self._metric.currentIndex()
        return self._groups[index] if 0 <= index < len(self._groups) else ""

    def _name_smoothings(self) -> None:
        for row, weight in enumerate(SMOOTHINGS):
            self._smoothing.setItemText(row, tr("smoothing {weight}", weight=weight) if weight else tr("not smoothed"))

    def _name_axes(self) -> None:
        self._plot.set_titles(tr("step"), metric_label(self._group()))
        self._rate_plot.set_titles("", tr("Learning rate"))

    def _describe_now(self) -> None:
        """The legend, with every curve's newest value, and what the faint dashed lines are."""
        names = [name for name, curve in self._plot.curves.items() if metric_group(name) == self._group()]
        pieces = []
        for curve in (self._plot.curves[name] for name in names):
            if len(curve.raw):
                value = number_text(float(curve.raw.values[-1]))
                pieces.append(Piece(f"{curve.label} {value}", "text", dot=curve.color, dashed=curve.dashed))
        if any(name in self._past for name in names):
            words = tr("the run that was forked") if self._past_is_parent else tr("the run before")
            pieces.append(Piece(words, "faint", dot="faint", dashed=True))
        self.describe(pieces)

    def _on_metric_changed(self) -> None:
        group = self._group()
        self._plot.show_curves(tuple(name for name in self._plot.curves if metric_group(name) == group))
        self._name_axes()
        if self.shows_content:
            self._describe_now()

    def _on_smoothing_changed(self) -> None:
        self._plot.set_smoothing(SMOOTHINGS[self._smoothing.currentIndex()])
