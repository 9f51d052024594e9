"""View: what was wanted and what the network wrote, letter by letter, or true against predicted values."""

from typing import ClassVar

import numpy as np
import numpy.typing as npt
from PySide6.QtWidgets import QWidget

from explorer.probes.sequences import Sequences as SequencesProbe
from explorer.snapshots import SequencesSnapshot
from models.number_text import number_text
from ui.snapshot_view import SnapshotView
from ui.text import tr
from ui.theme import theme
from ui.widgets.line_label import Piece
from ui.widgets.pages import Pages
from ui.widgets.scatter_plot import Points, ScatterPlot, extent_of
from ui.widgets.text_rows import TextRows


class Sequences(SnapshotView):
    """Texts as rows with differing letters marked; values as points around the line where both are equal."""

    kind: ClassVar[str] = "sequences"
    title: ClassVar[str] = "Answers"
    about: ClassVar[str] = "What was wanted beside what the network answers."
    probe_type = SequencesProbe
    snapshot_type = SequencesSnapshot

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = TextRows(self)
        self._plot = ScatterPlot(self)
        self._plot.show_diagonal()
        self._kinds = Pages(self)
        self._kinds.add(self._rows)
        self._kinds.add(self._plot)
        self.set_content(self._kinds)
        self._plot.hovered.connect(self._on_plot_hovered)
        theme.changed.connect(self._on_theme_changed)

    def probe(self) -> SequencesProbe:
        return SequencesProbe()

    def numbers(self) -> dict[str, npt.NDArray[np.generic]]:
        if self.snapshot is None:
            return {}
        if self.snapshot.values is not None:
            return {"values": self.snapshot.values, "predicted_values": self.snapshot.predicted_values}
        return {name: np.array(getattr(self.snapshot, name)) for name in ("sources", "wanted", "predicted")}

    def draw(self) -> None:
        snapshot: SequencesSnapshot = self.snapshot
        if snapshot.values is not None and snapshot.predicted_values is not None:
            self._draw_values(snapshot.values, snapshot.predicted_values)
            return
        titles = (tr("source"), tr("wanted"), tr("written"))
        self._rows.show_rows(titles, snapshot.sources, snapshot.wanted, snapshot.predicted)
        self._kinds.show_page(self._rows)
        pairs = list(zip(snapshot.wanted, snapshot.predicted, strict=True))[snapshot.has_given :]
        words = tr("{right} of {total} right", right=sum(a == b for a, b in pairs), total=len(pairs))
        self.describe((Piece(words, "text"), Piece(tr(snapshot.split)), self.step_piece()))

    def _draw_values(self, true: npt.NDArray[np.floating], predicted: npt.NDArray[np.floating]) -> None:
        pairs = np.stack([true.ravel(), predicted.ravel()], axis=1)
        left, right, bottom, top = extent_of(pairs)
        reach = (min(left, bottom), max(right, top))
        self._plot.set_titles(tr("true value"), tr("predicted value"))
        self._plot.show_points((Points(pairs, theme.colors.validation),), (*reach, *reach))
        self._kinds.show_page(self._plot)
        error = float(np.abs(pairs[:, 0] - pairs[:, 1]).mean())
        words = tr("mean absolute error {error} of {count} shown", error=number_text(error), count=len(true))
        self.describe((Piece(words, "text"), Piece(tr(self.snapshot.split)), self.step_piece()))

    def _on_plot_hovered(self, place: tuple[float, float] | None) -> None:
        if place is None:
            self.reading.show_text("")
            return
        true, predicted = (number_text(value) for value in place)
        self.reading.show_text(tr("true {true} · predicted {predicted}", true=true, predicted=predicted))

    def _on_theme_changed(self) -> None:
        self.retell()
