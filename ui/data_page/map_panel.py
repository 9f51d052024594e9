"""The map: samples as points of a plane, as they are, by principal components, or by t-SNE."""

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from explorer.dataset import SPLITS
from explorer.exploring.project_data import ProjectData
from explorer.exploring.projection import Method, Projection
from models.number_text import fixed_text
from ui.data_page.data_look import DataLook
from ui.data_page.map_plot import MapPlot
from ui.data_page.progress_row import ProgressRow
from ui.data_page.sample_words import class_text, feature_names
from ui.jobs import Errand
from ui.pane import Numbers, Pane
from ui.text import bind, tr
from ui.theme import GRID, set_role, theme
from ui.widgets.line_label import LineLabel, Piece
from ui.widgets.scatter_plot import SYMBOL_TEXT, SYMBOLS

METHOD_SOURCES: dict[Method, tuple[str, str]] = {
    "plane": ("As they are", "The points where they lie."),
    "pca": ("PCA", "Principal components: the two directions in which the samples differ most."),
    "tsne": (
        "t-SNE",
        "Keeps neighbours together, whatever becomes of large distances (van der Maaten and Hinton 2008).",
    ),
}
MOST_NAMES = 24


class MapPanel(Pane):
    """A map is made when it is seen for the first time."""

    kind, title = "map", "Map"

    sample_hovered = Signal(object)  # (split number, index), or None
    sample_chosen = Signal(int, int)  # split number, index

    def __init__(self, look: DataLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._maps: dict[Method, Projection] = {}
        self.method: Method = "pca"
        self._class: int | None = None
        self._errand: Errand | None = None
        self.plot, self.legend, self.note, self.progress = MapPlot(), LineLabel(num_lines=3), LineLabel(), ProgressRow()
        self.buttons = {method: self._button(method) for method in METHOD_SOURCES}
        self._group = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(GRID // 2)
        for button in self.buttons.values():
            self._group.addButton(button)
            row.addWidget(button)
        row.addWidget(self.note, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addLayout(row)
        layout.addWidget(self.progress)
        layout.addWidget(self.plot, 1)
        layout.addWidget(self.legend)
        self.plot.point_hovered.connect(self._on_hovered)
        self.plot.point_chosen.connect(self._on_chosen)
        theme.changed.connect(self.show_words)

    @property
    def projection(self) -> Projection | None:
        """The map that is seen, as far as it is made."""
        return self._maps.get(self.method)

    def numbers(self) -> Numbers:
        seen = self.projection
        if seen is None:
            return {}
        splits = np.array(SPLITS)[seen.split_numbers]
        classes = {} if seen.classes is None else {"class": seen.classes}
        return {"points": seen.points, "split": splits, "index": seen.indices, **classes}

    def forget(self) -> None:
        """Other data are looked at."""
        self._maps, self._class, self._errand = {}, None, None
        self.plot.show_projection(None, None)

    def begin(self) -> None:
        """These data are known now: offer the maps that they can have."""
        overview = self._look.overview
        is_plane = overview is not None and overview.facts.ports.input.shape == (2,)
        self.buttons["plane"].setVisible(is_plane)
        self.buttons["pca"].setVisible(not is_plane)
        self.method = "plane" if is_plane else "pca"
        titles = feature_names(overview.facts) if overview is not None and is_plane else ()
        self.plot.set_titles(*(titles or ("", "")))
        self.buttons[self.method].setChecked(True)
        self.show_words()

    def make(self) -> None:
        """Make the map that is asked for, unless it is there or on its way."""
        if (
            self._look.overview is None
            or self._look.data is None
            or self.method in self._maps
            or self._errand is not None
        ):
            self.show_words()
            return
        method = self.method
        job = ProjectData(self._look.data, method)
        self._errand = errand = self._look.ask(
            job, lambda made: self._take(method, made),
            progressed=lambda _done, _text, part: self._take(method, part) if isinstance(part, Projection) else None,
        )  # fmt: skip
        errand.ended.connect(lambda: self._on_ended(errand))
        errand.cancelled.connect(lambda: self._on_cancelled(errand))
        self.progress.follow(errand)
        self.show_words()

    def choose_method(self, method: Method) -> None:
        """Show another map."""
        if method != self.method and self._errand is not None:
            self._errand.cancel()
            self._errand = None
        self.method = method
        self.make()

    def highlight(self, class_number: int | None) -> None:
        """Let all other classes stand back; None: let none."""
        self._class = class_number
        self.plot.show_projection(self.projection, class_number)

    def show_words(self) -> None:
        """Colours and words as they are now."""
        overview, projection = self._look.overview, self.projection
        self.plot.show_projection(projection, self._class)
        if overview is None or projection is None:
            self.legend.show_pieces(())
            self.note.show_text("")
            return
        count = min(overview.facts.ports.num_classes or 0, MOST_NAMES) if projection.classes is not None else 0
        self.legend.show_pieces([
            Piece(f"{SYMBOL_TEXT[SYMBOLS[number % len(SYMBOLS)]]} {class_text(overview.facts, number)}",
                  theme.class_color(number))
            for number in range(count)
        ])  # fmt: skip
        words = tr("{count} of {total} samples", count=len(projection.points), total=sum(overview.counts))
        if projection.explained:
            first, second = (fixed_text(100 * share, 1) for share in projection.explained)
            words += " · " + tr("the axes explain {first} % and {second} % of the variance", first=first, second=second)
        self.note.show_text(words)

    def _take(self, method: Method, projection: Projection) -> None:
        self._maps[method] = projection
        if method == self.method:
            self.show_words()

    def _on_ended(self, errand: Errand) -> None:
        if errand is self._errand:
            self._errand = None

    def _on_cancelled(self, errand: Errand) -> None:
        if errand is self._errand and self.projection is None:
            self.note.show_text(tr("No map was made. Press the button again to make it."))

    def _on_hovered(self, point: int) -> None:
        self.sample_hovered.emit(None if point < 0 else self._place(point))

    def _on_chosen(self, point: int) -> None:
        self.sample_chosen.emit(*self._place(point))

    def _place(self, point: int) -> tuple[int, int]:
        projection = self.projection
        assert projection is not None
        return int(projection.split_numbers[point]), int(projection.indices[point])

    def _button(self, method: Method) -> QPushButton:
        button = QPushButton()
        button.setCheckable(True)
        set_role(button, "tab")
        bind(button, "setText", METHOD_SOURCES[method][0])
        bind(button, "setToolTip", METHOD_SOURCES[method][1])
        button.clicked.connect(lambda _checked=False: self.choose_method(method))
        return button
