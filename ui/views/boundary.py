"""View: what a network answers everywhere in the plane, with the points that it learns from."""

from typing import ClassVar

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget

from explorer.dataset import DataFacts
from explorer.probes.boundary import Boundary as BoundaryProbe
from explorer.snapshots import BoundarySnapshot
from explorer.spec import Experiment
from models.number_text import fixed_text
from ui.snapshot_view import SnapshotView
from ui.text import tr
from ui.theme import theme
from ui.widgets.color_bar import ColorBar
from ui.widgets.color_image import mapped_image, rgb_image
from ui.widgets.line_label import Piece
from ui.widgets.scatter_plot import SYMBOL_TEXT, SYMBOLS, Points, ScatterPlot

Floats = npt.NDArray[np.float32]
FAINTEST, STRONGEST = 0.06, 0.72  # how far the picture leaves the panel's colour, from undecided to certain


class Boundary(SnapshotView):
    """Each class in its colour and symbol, stronger where the network is surer; for a GAN how probably real."""

    kind: ClassVar[str] = "boundary"
    title: ClassVar[str] = "Decision boundary"
    about: ClassVar[str] = "What the network answers at every place of the plane, and where it changes its mind."
    probe_type = BoundaryProbe
    snapshot_type = BoundarySnapshot

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: DataFacts | None = None
        self._color_bar = ColorBar(self)
        self.add_control(self._color_bar)
        self._plot = ScatterPlot(self)
        self.set_content(self._plot)
        self._plot.hovered.connect(self._on_plot_hovered)
        theme.changed.connect(self._on_theme_changed)

    def probe(self) -> BoundaryProbe:
        return BoundaryProbe()

    def reset(self, experiment: Experiment) -> None:
        self._facts = experiment.facts()
        super().reset(experiment)

    def numbers(self) -> dict[str, npt.NDArray[np.generic]]:
        if self.snapshot is None:
            return {}
        names = ("probabilities", "points", "classes")
        return {"extent": np.array(self.snapshot.extent), **{name: getattr(self.snapshot, name) for name in names}}

    def draw(self) -> None:
        snapshot: BoundarySnapshot = self.snapshot
        is_judge = len(snapshot.probabilities) == 1
        self._color_bar.setVisible(is_judge)
        self._plot.set_titles(*(self._facts.input_names if self._facts is not None else ()) or ("x", "y"))
        if is_judge:
            picture = mapped_image(snapshot.probabilities[0][::-1], 0, 1, "cividis")
            self._color_bar.show_range(0, 1, "cividis")
        else:
            picture = class_picture(snapshot.probabilities)
        groups, pieces = self._groups(is_judge)
        self._plot.show_points(groups, snapshot.extent, picture)
        self.describe([*pieces, self.step_piece()])

    def _groups(self, is_judge: bool) -> tuple[list[Points], list[Piece]]:
        """The points of each class, and the legend that names their symbols."""
        snapshot: BoundarySnapshot = self.snapshot
        groups, pieces = [], []
        for number in np.unique(snapshot.classes).tolist():
            symbol = SYMBOLS[number % len(SYMBOLS)]
            if is_judge:
                color = (theme.colors.discriminator, theme.colors.generator)[number % 2]
                symbol = ("plus", "dot")[number % 2]
            else:
                color = theme.class_color(number)
            groups.append(Points(snapshot.points[snapshot.classes == number], color, symbol))
            pieces.append(Piece(f"{SYMBOL_TEXT[symbol]} {self._class_name(number, is_judge)}", color))
        if len(snapshot.given):
            groups.append(Points(snapshot.given, theme.colors.text, "ring"))
            pieces.append(Piece(f"{SYMBOL_TEXT['ring']} {tr('your own sample')}", "text"))
        return groups, pieces

    def _class_name(self, number: int, is_judge: bool) -> str:
        if is_judge:
            return (tr("real"), tr("made"))[number % 2]
        names = self._facts.class_names if self._facts is not None else ()
        return names[number] if number < len(names) else tr("class {number}", number=number)

    def _on_plot_hovered(self, place: tuple[float, float] | None) -> None:
        if place is None or self.snapshot is None:
            self.reading.show_text("")
            return
        shares = probabilities_at(self.snapshot, *place)
        x, y = (fixed_text(value, 3) for value in place)
        if len(shares) == 1:
            words = tr("real with {share}", share=fixed_text(float(shares[0]), 4))
        else:
            best = int(shares.argmax())
            share = fixed_text(float(shares[best]), 4)
            words = tr("“{name}” with {share}", name=self._class_name(best, False), share=share)
        self.reading.show_pieces((Piece(words, "text", bold=True), Piece(f"x {x} · y {y}")))

    def _on_theme_changed(self) -> None:
        self.retell()


def probabilities_at(snapshot: BoundarySnapshot, x: float, y: float) -> Floats:
    """The probabilities (classes,) of the grid's cell that this place lies in."""
    left, right, bottom, top = snapshot.extent
    _, rows, columns = snapshot.probabilities.shape
    row = min(rows - 1, max(0, int((y - bottom) / (top - bottom) * rows)))
    column = min(columns - 1, max(0, int((x - left) / (right - left) * columns)))
    return snapshot.probabilities[:, row, column]


def class_picture(probabilities_CHW: Floats) -> QImage:
    """Each cell the mixture of its classes' colours over the panel's, the line between two winners in text colour."""
    count = len(probabilities_CHW)
    colors_C3 = np.stack([_rgb(theme.class_color(index)) for index in range(count)])
    panel_3 = _rgb(theme.colors.panel)
    mixed_HW3 = np.einsum("chw,cx->hwx", probabilities_CHW, colors_C3)
    sureness_HW = np.clip((probabilities_CHW.max(axis=0) - 1 / count) / (1 - 1 / count), 0, 1)
    strength_HW1 = (FAINTEST + (STRONGEST - FAINTEST) * sureness_HW)[:, :, None]
    picture_HW3 = panel_3 + strength_HW1 * (mixed_HW3 - panel_3)
    winner_HW = probabilities_CHW.argmax(axis=0)
    edge_HW = np.zeros(winner_HW.shape, bool)
    edge_HW[:-1] |= winner_HW[:-1] != winner_HW[1:]
    edge_HW[:, :-1] |= winner_HW[:, :-1] != winner_HW[:, 1:]
    picture_HW3[edge_HW] = _rgb(theme.colors.text)
    return rgb_image(picture_HW3[::-1].transpose(2, 0, 1), 0, 255)


def _rgb(color: str) -> Floats:
    """Red, green and blue (3,) from 0 to 255."""
    rgb = QColor(color)
    return np.array([rgb.red(), rgb.green(), rgb.blue()], np.float32)
