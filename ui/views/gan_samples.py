"""View: what a generator makes of the same noise, step by step, beside real samples, and how they are judged."""

import math
from typing import ClassVar

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QSlider, QToolButton, QVBoxLayout, QWidget

from explorer.objectives.adversarial import Adversarial
from explorer.probes.gan_samples import GanSamples as GanSamplesProbe
from explorer.snapshots import GanSamplesSnapshot
from explorer.spec import Experiment
from models.number_text import count_text, fixed_text
from ui.snapshot_view import SnapshotView
from ui.text import bind, tr
from ui.theme import theme
from ui.widgets.filling_splitter import FillingSplitter
from ui.widgets.image_mosaic import Caption, ImageMosaic
from ui.widgets.line_label import Piece
from ui.widgets.pages import Pages
from ui.widgets.sample_tiles import sample_tiles
from ui.widgets.scatter_plot import Points, ScatterPlot, extent_of
from ui.widgets.titled import Titled

Floats = npt.NDArray[np.float32]
KEPT_RATIO = 1.5  # a step is remembered when it is so many times the last one
KEPT_SAMPLES = 8  # pictures of each remembered step
HISTORY_ROWS = 6
MADE_WEIGHT, GROWTH_WEIGHT = 2.5, 1.4  # beside the others


class GanSamples(SnapshotView):
    """Pictures: the newest ones, their growth, and real ones. Points: made over real, with a slider through time."""

    kind: ClassVar[str] = "gan_samples"
    title: ClassVar[str] = "Samples"
    about: ClassVar[str] = "What the generator makes of the same noise at every step, beside real samples."
    probe_type = GanSamplesProbe
    snapshot_type = GanSamplesSnapshot

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept: list[tuple[int, Floats]] = []
        self._judges_in_probabilities = True
        self._judging = QToolButton(self)
        self._judging.setCheckable(True)
        bind(self._judging, "setText", "judged")
        bind(self._judging, "setToolTip", "Show under each sample how the discriminator judges it")
        self.add_control(self._judging)
        self._made, self._growth, self._real = ImageMosaic(self), ImageMosaic(self), ImageMosaic(self)
        self._plot = ScatterPlot(self)
        self._when = QSlider(Qt.Orientation.Horizontal, self)
        self._when.setMaximum(0)
        self._kinds = Pages(self)
        self._build()
        self._judging.toggled.connect(self._on_judging_toggled)
        self._when.valueChanged.connect(self._on_when_changed)
        self._made.tile_hovered.connect(self._on_tile_hovered)
        theme.changed.connect(self._on_theme_changed)

    def probe(self) -> GanSamplesProbe:
        return GanSamplesProbe()

    def reset(self, experiment: Experiment) -> None:
        self._kept.clear()
        self._when.setMaximum(0)
        objective = experiment.training.objective
        self._judges_in_probabilities = isinstance(objective, Adversarial) and objective.judges_in_probabilities
        super().reset(experiment)

    def begin_fork(self, step: int) -> None:
        self._kept = [one for one in self._kept if one[0] <= step]
        self._follow_time()

    def numbers(self) -> dict[str, npt.NDArray[np.generic]]:
        if self.snapshot is None:
            return {}
        return {
            "made": self.snapshot.made, "real": self.snapshot.real, "judged": self.snapshot.judged,
            "judged_real": self.snapshot.judged_real,
            "history_steps": np.array([step for step, _ in self._kept]),
            "history": np.stack([made for _, made in self._kept]) if self._kept else self.snapshot.made[:0],
        }  # fmt: skip

    def draw(self) -> None:
        snapshot: GanSamplesSnapshot = self.snapshot
        self._keep(snapshot.made)
        is_plane = snapshot.made.ndim == 2 and snapshot.made.shape[1] == 2
        if is_plane:
            self._follow_time()
            self._draw_points()
        else:
            self._draw_pictures(snapshot)
        self._judging.setVisible(not is_plane)
        self._kinds.show_page(self._plane if is_plane else self._pictures)
        self.describe(self._pieces(snapshot))

    def _pieces(self, snapshot: GanSamplesSnapshot) -> list[Piece]:
        share = fixed_text(float(snapshot.judged.mean()), 3)
        if self._judges_in_probabilities:
            made = tr("made: judged real with {share}", share=share)
        else:
            made = tr("made: scored {score}", score=share)
        real = tr("real: {share}", share=fixed_text(float(snapshot.judged_real.mean()), 3))
        count = tr("{count} fixed noise vectors", count=len(snapshot.made))
        pieces = [Piece(made, "text", dot="generator"), Piece(real, "text", dot="discriminator")]
        return [*pieces, Piece(count), self.step_piece()]

    def _keep(self, made: Floats) -> None:
        """Remember this step if it is far enough from the last remembered one."""
        if self._kept and self.step < max(self._kept[-1][0] + 1, self._kept[-1][0] * KEPT_RATIO):
            return
        self._kept.append((self.step, made if made.ndim == 2 else made[:KEPT_SAMPLES]))

    def _draw_pictures(self, snapshot: GanSamplesSnapshot) -> None:
        low, high = (-1.0, 1.0) if float(snapshot.real.min()) < 0 else (0.0, max(1.0, float(snapshot.real.max())))
        self._made.set_table(math.ceil(math.sqrt(len(snapshot.made))))  # a square, 8 x 8 of 64
        self._made.show_tiles(sample_tiles(snapshot.made), low, high, "gray")
        captions = [Caption(fixed_text(float(share), 2)) for share in snapshot.judged]
        self._made.set_captions(captions if self._judging.isChecked() else ())
        self._real.show_tiles(sample_tiles(snapshot.real[: 2 * KEPT_SAMPLES]), low, high, "gray")
        rows = self._growth_rows(snapshot.made)
        titles = [tr("step {step}", step=rows[0][0]), *(count_text(step) for step, _ in rows[1:])]
        self._growth.set_table(KEPT_SAMPLES, titles)
        self._growth.show_tiles(sample_tiles(np.concatenate([made for _, made in rows])), low, high, "gray")
        self._pictures.refit()

    def _growth_rows(self, made: Floats) -> list[tuple[int, Floats]]:
        """Some remembered steps, evenly from the first to this one, and this one below: a rewind lies before some."""
        known = [one for one in self._kept if one[0] <= self.step]
        chosen = np.linspace(0, len(known) - 1, min(HISTORY_ROWS - 1, len(known))).round().astype(int)
        rows = [known[index] for index in chosen.tolist()]
        newest = (self.step, made[:KEPT_SAMPLES])
        return rows if rows and rows[-1][0] == self.step else [*rows, newest]

    def _draw_points(self) -> None:
        """Real points below, made ones above: of the newest step, or of the one that the slider stands at."""
        snapshot: GanSamplesSnapshot = self.snapshot
        when = self._when.value()
        is_live = when >= len(self._kept)
        step, made = (self.step, snapshot.made) if is_live else self._kept[when]
        groups = (
            Points(snapshot.real, theme.colors.discriminator, "plus"),
            Points(made, theme.colors.generator, "dot"),
        )
        left, right, bottom, top = extent_of(snapshot.real)
        air = (right - left) * 0.15
        self._plot.show_points(groups, (left - air, right + air, bottom - air, top + air))
        when_words = tr("live") if is_live else tr("step {step}", step=step)
        self.reading.show_pieces((
            Piece(tr("made"), "text", dot="generator"), Piece("+ " + tr("real"), "discriminator"), Piece(when_words),
        ))  # fmt: skip

    def _follow_time(self) -> None:
        """One more place on the slider; at its right end it stays live."""
        was_live = self._when.value() >= self._when.maximum()
        with QSignalBlocker(self._when):
            self._when.setMaximum(len(self._kept))
            if was_live:
                self._when.setValue(len(self._kept))

    def _build(self) -> None:
        growth, real = Titled(self._growth, self), Titled(self._real, self)
        bind(growth, "set_title", "How they grew")
        bind(real, "set_title", "Real samples")
        side = FillingSplitter(growth, real, self, weight=GROWTH_WEIGHT)
        self._pictures = pictures = FillingSplitter(self._made, side, self, weight=MADE_WEIGHT)
        self._plane = plane = QWidget(self)
        plane_layout = QVBoxLayout(plane)
        plane_layout.setContentsMargins(0, 0, 0, 0)
        plane_layout.addWidget(self._plot, 1)
        plane_layout.addWidget(self._when)
        bind(self._when, "setToolTip", "Back through the remembered steps; at the right end the view is live")
        self._kinds.add(pictures)
        self._kinds.add(plane)
        self.set_content(self._kinds)

    def _on_judging_toggled(self) -> None:
        self.retell()

    def _on_when_changed(self) -> None:
        if self.snapshot is not None:
            self._draw_points()

    def _on_theme_changed(self) -> None:
        self.retell()

    def _on_tile_hovered(self, tile: int, row: int, column: int) -> None:
        if tile < 0 or self.snapshot is None or tile >= len(self.snapshot.judged):
            self.reading.show_text("")
            return
        share = fixed_text(float(self.snapshot.judged[tile]), 4)
        if self._judges_in_probabilities:
            words = tr("sample {number}: judged real with {share}", number=tile + 1, share=share)
        else:
            words = tr("sample {number}: scored {score}", number=tile + 1, score=share)
        self.reading.show_text(words, "text")
