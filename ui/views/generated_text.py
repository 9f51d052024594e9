"""View: a text that the network writes, every letter shaded by the probability that it was given."""

from typing import ClassVar

import numpy as np
import numpy.typing as npt
from PySide6.QtWidgets import QDoubleSpinBox, QLineEdit, QWidget

from explorer.probes.generated_text import GeneratedText as GeneratedTextProbe
from explorer.probes.generated_text import fitting_prompt
from explorer.snapshots import GeneratedTextSnapshot
from explorer.spec import Experiment
from models.number_text import fixed_text
from ui.fields.allowed import longest
from ui.snapshot_view import SnapshotView
from ui.text import bind, tr
from ui.theme import GRID
from ui.widgets.color_bar import ColorBar
from ui.widgets.line_label import Piece
from ui.widgets.shaded_text import COLORMAP, ShadedText


class GeneratedText(SnapshotView):
    """The prompt and the temperature are a person's; what follows is the network's."""

    kind: ClassVar[str] = "generated_text"
    title: ClassVar[str] = "Generated text"
    about: ClassVar[str] = "How the network continues a prompt, letter by letter, and how sure it is of each."
    probe_type = GeneratedTextProbe
    snapshot_type = GeneratedTextSnapshot

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        usual = GeneratedTextProbe()
        self._prompt = QLineEdit(usual.prompt, self)
        self._prompt.setMaxLength(longest(GeneratedTextProbe, "prompt"))
        self._prompt.setMinimumWidth(18 * GRID)
        self._temperature = QDoubleSpinBox(self)
        self._temperature.setRange(0.05, 5.0)
        self._temperature.setSingleStep(0.1)
        self._temperature.setKeyboardTracking(False)
        self._temperature.setValue(usual.temperature)
        bind(self._prompt, "setPlaceholderText", "Prompt")
        bind(self._prompt, "setToolTip", "The text that the network continues")
        bind(self._temperature, "setToolTip", "Temperature: below 1 the likely letters, above 1 more daring ones")
        color_bar = ColorBar(self)
        color_bar.show_range(0, 1, COLORMAP)
        for control in (color_bar, self._prompt, self._temperature):
            self.add_control(control)
        self._text = ShadedText(self)
        self.set_content(self._text)
        self._prompt.editingFinished.connect(self._on_settings_changed)
        self._temperature.valueChanged.connect(self._on_settings_changed)
        self._text.symbol_hovered.connect(self._on_symbol_hovered)
        self._asked = usual
        self._own_prompt = usual.prompt  # what a person wrote last; data that cannot spell it get another one

    def probe(self) -> GeneratedTextProbe:
        return self._asked

    def reset(self, experiment: Experiment) -> None:
        if self.applies_to(experiment):
            self._prompt.setText(fitting_prompt(self._own_prompt, experiment.data.facts().symbols))
            self._asked = self._wished()
        super().reset(experiment)

    def numbers(self) -> dict[str, npt.NDArray[np.generic]]:
        if self.snapshot is None:
            return {}
        return {"symbols": np.array(list(self.snapshot.text)), "probabilities": self.snapshot.probabilities}

    def draw(self) -> None:
        snapshot: GeneratedTextSnapshot = self.snapshot
        self._text.show_text(snapshot.prompt, snapshot.text, snapshot.probabilities)
        mean = fixed_text(float(snapshot.probabilities.mean()), 3) if len(snapshot.probabilities) else "0"
        count = tr("{count} letters written, mean probability {mean}", count=len(snapshot.text), mean=mean)
        self.describe((Piece(count, "text"), self.step_piece()))

    def _on_settings_changed(self) -> None:
        asked = self._wished()
        if asked.prompt != self._asked.prompt:
            self._own_prompt = asked.prompt
        if asked != self._asked:
            self._asked = asked
            self.probe_changed.emit()

    def _wished(self) -> GeneratedTextProbe:
        return GeneratedTextProbe(prompt=self._prompt.text(), temperature=self._temperature.value())

    def _on_symbol_hovered(self, index: int) -> None:
        if self.snapshot is None or not 0 <= index < len(self.snapshot.text):
            self.reading.show_text("")
            return
        share = fixed_text(float(self.snapshot.probabilities[index]), 4)
        symbol = self.snapshot.text[index].replace("\n", "⏎")
        self.reading.show_text(tr("“{symbol}” was given {share}", symbol=symbol, share=share), "text")
