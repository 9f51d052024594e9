"""Where each output looks: lines from every target below to the sources above, as strong as the attention."""

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import GRID
from ui.widgets.painted import Painted, mixed, theme_color
from ui.widgets.word_width import widest_word

MOST_LINES = 160  # what an eye can follow, and a frame has time for
LINES_PER_TARGET = 6
WEAKEST = 0.03
WORTH = 0.4  # of a picture of that size
FAINTEST = 0.15  # of a line's colour, the rest is the panel's
STRENGTHS = 8  # lines are drawn in so many shades, each in one call


class AttentionFlow(Painted):
    """Sources above, targets below; one target can be picked out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._weights: npt.NDArray[np.float32] = np.zeros((0, 0), np.float32)
        self._sources: Sequence[str] = ()
        self._targets: Sequence[str] = ()
        self._chosen = -1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_weights(self, weights: npt.NDArray[np.float32], targets: Sequence[str], sources: Sequence[str]) -> None:
        """Weights (targets, sources) of one head, with the words on both sides."""
        self._weights, self._targets, self._sources = weights, targets, sources
        self.update()

    def choose(self, target: int) -> None:
        """Draw this target's lines alone; -1 draws all."""
        if target != self._chosen:
            self._chosen = target
            self.update()

    def worth(self, size: QSize) -> float:
        """What the lines are worth in that space: they need some height, but are no picture."""
        return WORTH * math.sqrt(size.width() * min(size.height(), size.width() / 2))

    def shape_key(self) -> object:
        """The lines take whatever space there is."""
        return None

    def lines(self) -> list[tuple[int, int, float]]:
        """What is drawn, weakest first: target, source, weight."""
        rows = range(len(self._weights)) if self._chosen < 0 else (self._chosen,)
        count = max(1, min(LINES_PER_TARGET, MOST_LINES // max(1, len(rows))))
        found = []
        for target in rows:
            if target < len(self._weights):
                weights = self._weights[target]
                strongest = np.argsort(weights)[-count:].tolist()
                seen = [source for source in strongest if weights[source] >= WEAKEST]
                found += [(target, source, float(weights[source])) for source in seen]
        return sorted(found, key=lambda line: line[2])

    def _middles(self, count: int) -> npt.NDArray[np.float64]:
        return (np.arange(count) + 0.5) * self.width() / max(1, count)

    def _draw_words(self, painter: QPainter, words: Sequence[str], top: float) -> None:
        if not words:
            return
        metrics = painter.fontMetrics()
        widest = widest_word(metrics, words) + 2
        every = max(1, int(np.ceil(widest * len(words) / max(1, self.width()))))
        for index, middle in enumerate(self._middles(len(words)).tolist()):
            if index % every == 0:
                room = QRectF(middle - widest / 2, top, widest, metrics.height())
                painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words[index])

    def sizeHint(self) -> QSize:
        return QSize(40 * GRID, 16 * GRID)

    def minimumSizeHint(self) -> QSize:
        return QSize(12 * GRID, 10 * GRID)

    def paint(self, painter: QPainter) -> None:
        height = painter.fontMetrics().height()
        painter.setPen(theme_color("text"))
        self._draw_words(painter, self._sources, 0)
        self._draw_words(painter, self._targets, self.height() - height)
        if not self._weights.size:
            return
        top, bottom = height + GRID / 2, self.height() - height - GRID / 2
        targets, sources = (self._middles(count) for count in self._weights.shape)
        shades: list[list[QLineF]] = [[] for _ in range(STRENGTHS)]
        for target, source, weight in self.lines():
            shade = min(STRENGTHS - 1, int(weight * STRENGTHS))
            shades[shade].append(QLineF(float(targets[target]), bottom, float(sources[source]), top))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for shade, lines in enumerate(shades):
            strength = (shade + 1) / STRENGTHS
            color = mixed(theme_color("training"), theme_color("panel"), FAINTEST + (1 - FAINTEST) * strength)
            painter.setPen(QPen(color, 0.8 + 2.4 * strength))
            painter.drawLines(lines)
