"""Statistics of numbers: every feature in a table, the histogram of all values, and the mean sample of every class."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from explorer.exploring.overview import Overview
from explorer.exploring.statistics import FeatureStatistics
from models.number_text import plain_text
from models.text import shown
from ui.data_page.array_table import ArrayTable, Column
from ui.data_page.count_bars import CountBars
from ui.data_page.named_curves import NamedCurves
from ui.data_page.sample_pages import is_drawn_as_picture
from ui.data_page.sample_words import class_text, feature_names
from ui.pane import Numbers, Pane
from ui.text import tr
from ui.theme import GRID
from ui.widgets.image_mosaic import Caption, ImageMosaic
from ui.widgets.titled import Titled
from ui.widgets.words import Words

LEAST_TABLE = 8 * GRID
ROUNDING = 1e-6  # of the deviation: a mean below is the rounding of numbers that have mean 0


class StatisticsPanel(Pane):
    """Of the samples for training only: what the network may learn from."""

    kind, title = "statistics", "Statistics"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Overview | None = None
        self.note = Words("muted", wrap=True)
        self.table, self.values, self.targets = ArrayTable(), CountBars(), CountBars()
        self.means, self.mean_curves = ImageMosaic(), NamedCurves()
        self._means_titled, self._curves_titled = Titled(self.means), Titled(self.mean_curves)
        bars = QSplitter(Qt.Orientation.Horizontal)
        bars.addWidget(self.values)
        bars.addWidget(self.targets)
        split = self._parts = QSplitter(Qt.Orientation.Vertical)
        for part in (self.table, bars, self._means_titled, self._curves_titled):
            split.addWidget(part)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(GRID)
        split.setSizes([180, 220, 240, 240])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.note)
        layout.addWidget(split, 1)

    def numbers(self) -> Numbers:
        overview = self._shown
        if overview is None or overview.statistics is None or overview.values is None:
            return {}
        found, values, means = overview.statistics, overview.values, overview.class_means
        return {
            "feature": np.array(feature_names(overview.facts)), "smallest": found.low, "mean": found.mean,
            "deviation": found.deviation, "largest": found.high, "missing": found.missing,
            "histogram counts": values.counts, "histogram edges": values.edges,
            **{f"target {number} counts": target.counts for number, target in enumerate(overview.targets)},
            **{f"target {number} edges": target.edges for number, target in enumerate(overview.targets)},
            **({} if means is None else {"class means": means}),
        }  # fmt: skip

    def show_overview(self, overview: Overview) -> None:
        """Show what was measured."""
        self._shown = overview
        is_normalised = overview.facts.input_units is not None
        note = tr("Of {count} of {total} samples for training.", count=overview.num_measured,
                  total=overview.counts[overview.first_split])  # fmt: skip
        if is_normalised:
            note += " " + tr("The table has the numbers of your files; the network gets them normalised.")
        self.note.setText(note)
        self._parts.setVisible(overview.statistics is not None)
        if overview.statistics is None or overview.values is None:
            return
        names = feature_names(overview.facts)
        self.table.show_columns(statistics_columns(overview.statistics, names), len(overview.statistics))
        self.table.setMaximumHeight(max(self.table.content_height, LEAST_TABLE))
        self.values.show_counts(
            overview.values, tr("value of an input, normalised") if is_normalised else tr("value of an input")
        )
        self.targets.setVisible(bool(overview.targets))
        if overview.targets:
            named = overview.facts.value_names
            self.targets.show_counts(overview.targets[0], tr(named[0]) if named else tr("Target"))
        self._show_means(overview)

    def _show_means(self, overview: Overview) -> None:
        means, port = overview.class_means, overview.facts.ports.input
        is_picture, is_curve = is_drawn_as_picture(port), port.kind == "sequence"
        self._means_titled.setVisible(means is not None and is_picture)
        self._curves_titled.setVisible(means is not None and is_curve and not is_picture)
        if means is None:
            return
        names = [class_text(overview.facts, number) for number in range(len(means))]
        if is_picture:
            self._means_titled.set_title(tr("Mean of every class"))
            flat = means if means.ndim == 3 or means.shape[1] == 3 else means[:, 0]
            self.means.show_tiles(flat, float(means.min()), float(means.max()), "gray")
            self.means.set_captions([Caption(name) for name in names])
        elif is_curve:
            self._curves_titled.set_title(tr("Mean of every class"))
            self.mean_curves.show_curves(means[:, :, 0], names)


def statistics_columns(found: FeatureStatistics, names: Sequence[str]) -> list[Column]:
    """Feature, smallest, mean, deviation, largest, and how many are missing."""

    def numbers(title: str, values: npt.NDArray[np.float64]) -> Column:
        return Column(title, lambda row: plain_text(float(values[row]), 4), values)

    return [
        Column(tr("Feature"), lambda row: names[row], None),
        numbers(tr("Smallest"), found.low),
        numbers(tr("Mean"), np.where(np.abs(found.mean) < ROUNDING * found.deviation, 0.0, found.mean)),
        numbers(tr("Deviation"), found.deviation),
        numbers(tr("Largest"), found.high),
        Column(tr("Missing"), lambda row: shown(int(found.missing[row])), found.missing),
    ]
