"""Some samples as pictures, points, lines or tokens: one side of a before and after."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from PySide6.QtWidgets import QStackedLayout, QWidget

from explorer.dataset import DataFacts
from explorer.words import SPECIAL
from ui.theme import theme
from ui.widgets.image_mosaic import Caption, ImageMosaic
from ui.widgets.sample_tiles import sample_tiles
from ui.widgets.scatter_plot import SYMBOLS, Points, ScatterPlot, extent_of
from ui.widgets.wave_rows import WaveRows
from ui.widgets.word_rows import Row, Word, WordRows

Values = npt.NDArray[np.generic]
COLUMNS = 4  # on both sides, so that each picture stands where it stood
MOST_PICTURES = 16
SPOKEN = {" ": "␣", "\n": "⏎", "\t": "⇥"}


class SamplesPage(QWidget):
    """Shows what suits the samples. `range_from` are samples whose range of values the pictures are drawn in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mosaic, self.points, self.waves, self.tokens = ImageMosaic(), ScatterPlot(), WaveRows(), WordRows()
        self._pages = QStackedLayout(self)
        for page in (self.mosaic, self.points, self.waves, self.tokens):
            self._pages.addWidget(page)

    @property
    def page(self) -> QWidget:
        """What is shown."""
        shown = self._pages.currentWidget()
        assert shown is not None
        return shown

    def show_samples(
        self, inputs: Values, facts: DataFacts, captions: Sequence[Caption], classes: Values, range_from: Values
    ) -> None:
        """Samples (N, ...) that are no tokens, each with its caption and the number of its class."""
        floats, port = inputs.astype(np.float32), facts.ports.input
        if port.kind == "sequence" and port.features == 1:
            self.waves.show_waves(floats[:, :, 0], [caption.text for caption in captions])
            self._pages.setCurrentWidget(self.waves)
        elif port.shape == (2,):
            self._show_points(floats, classes.astype(np.int64), range_from.astype(np.float32))
        else:
            limits = range_from.astype(np.float32)
            self.mosaic.show_tiles(
                sample_tiles(floats[:MOST_PICTURES]), float(limits.min()), float(limits.max()), "gray"
            )
            self.mosaic.set_captions(captions[:MOST_PICTURES])
            self.mosaic.set_table(COLUMNS)
            self._pages.setCurrentWidget(self.mosaic)

    def show_tokens(self, tokens: Values, symbols: Sequence[str]) -> None:
        """Texts (N, T), each piece with the number that stands for it."""
        rows = [Row(Word(str(number + 1), "faint"), _pieces(row, symbols)) for number, row in enumerate(tokens)]
        self.tokens.show_rows(rows)
        self._pages.setCurrentWidget(self.tokens)

    def _show_points(
        self, points: npt.NDArray[np.float32], classes: npt.NDArray[np.int64], limits: npt.NDArray[np.float32]
    ) -> None:
        groups = [
            Points(points[classes == number], theme.class_color(number), SYMBOLS[number % len(SYMBOLS)])
            for number in np.unique(classes).tolist()
        ]
        self.points.show_points(groups, extent_of(limits))
        self._pages.setCurrentWidget(self.points)


def _pieces(tokens: Values, symbols: Sequence[str]) -> list[Word]:
    found = []
    for token in tokens.tolist():
        symbol = symbols[token] if token < len(symbols) else ""
        is_special = symbol in SPECIAL
        found.append(Word("".join(SPOKEN.get(letter, letter) for letter in symbol), "faint" if is_special else "text"))
        found.append(Word(f"{token} ", "training"))
    return found
