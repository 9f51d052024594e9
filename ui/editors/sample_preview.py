"""Shows a few real samples in the form that suits them: pictures, points, lines or text."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedLayout, QWidget

from explorer.dataset import DataFacts
from explorer.words import spelled
from models.number_text import plain_text
from ui.editors.sample_loader import Samples
from ui.text import tr
from ui.theme import theme
from ui.widgets.image_mosaic import Caption, ImageMosaic
from ui.widgets.sample_tiles import sample_tiles
from ui.widgets.scatter_plot import SYMBOLS, Points, ScatterPlot, extent_of
from ui.widgets.wave_rows import WaveRows
from ui.widgets.words import Words

NUM_PICTURES, NUM_POINTS, NUM_TEXTS, NUM_WAVES = 36, 400, 12, 24


class SamplePreview(QWidget):
    """One of four pages; before the first samples it says what is going on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.note = Words("muted", wrap=True)
        self.mosaic, self.points, self.waves = ImageMosaic(), ScatterPlot(), WaveRows()
        self.texts = Words("mono", wrap=True)
        self.texts.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.note.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._pages = QStackedLayout(self)
        for page in (self.note, self.mosaic, self.points, self.waves, self.texts):
            self._pages.addWidget(page)

    def show_note(self, text: str, *, warning: bool = False) -> None:
        """Words instead of samples."""
        self.note.set_role("warning" if warning else "muted")
        self.note.setText(text)
        self._pages.setCurrentWidget(self.note)

    def show_samples(self, samples: Samples, facts: DataFacts) -> None:
        """Show these samples."""
        port = facts.ports.input
        if port.kind == "tokens":
            self._show_texts(samples, facts)
            return
        inputs = samples.inputs.astype(np.float32)
        if port.kind == "image":
            self._show_pictures(inputs, _names(samples, facts))
        elif port.kind == "sequence" and port.features == 1:
            self.waves.show_waves(inputs[:NUM_WAVES, :, 0], _names(samples, facts))
            self._pages.setCurrentWidget(self.waves)
        elif port.shape == (2,):
            self._show_points(inputs, _classes(samples))
        else:
            self._show_pictures(sample_tiles(inputs[:NUM_PICTURES])[:, None], _names(samples, facts))

    def _show_pictures(self, images: npt.NDArray[np.floating], names: Sequence[str]) -> None:
        images = images[:NUM_PICTURES]
        tiles = images if images.shape[1] == 3 else images[:, 0]
        self.mosaic.show_tiles(tiles, float(images.min()), float(images.max()), "gray")
        self.mosaic.set_captions([Caption(name) for name in names[: len(images)]])
        self._pages.setCurrentWidget(self.mosaic)

    def _show_points(self, points: npt.NDArray[np.floating], classes: npt.NDArray[np.int64]) -> None:
        points, classes = points[:NUM_POINTS], classes[:NUM_POINTS]
        groups = [
            Points(points[classes == number], theme.class_color(number), SYMBOLS[number % len(SYMBOLS)])
            for number in np.unique(classes).tolist()
        ]
        self.points.show_points(groups, extent_of(points))
        self._pages.setCurrentWidget(self.points)

    def _show_texts(self, samples: Samples, facts: DataFacts) -> None:
        names = _names(samples, facts)
        lines = []
        for row in range(min(NUM_TEXTS, len(names))):
            line, target = _spelled(samples.inputs[row], samples.symbols), names[row]
            if facts.target in ("tokens", "words"):
                wanted = samples.targets[row]
                target = _spelled(wanted[1:] if facts.target == "tokens" else wanted, samples.symbols)
            lines.append(f"{line} → {target}" if target else line)
        self.texts.setText("\n".join(lines))
        self._pages.setCurrentWidget(self.texts)


def _spelled(tokens: Sequence[int], symbols: Sequence[str]) -> str:
    return spelled([symbols[int(token)] for token in tokens]).replace("\n", "⏎")


def _classes(samples: Samples) -> npt.NDArray[np.int64]:
    targets = samples.targets
    return targets.astype(np.int64) if targets.ndim == 1 else np.zeros(len(samples.inputs), np.int64)


def _names(samples: Samples, facts: DataFacts) -> list[str]:
    """What stands at each sample: its class, or its value."""
    if facts.target == "class" and facts.class_names:
        return [tr(facts.class_names[int(target)]) for target in samples.targets]
    if facts.target == "value":
        return [", ".join(plain_text(float(value), 4) for value in row) for row in samples.targets]
    return [""] * len(samples.inputs)
