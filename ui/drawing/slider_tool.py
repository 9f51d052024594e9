"""Makes a vector: one slider for every number, and a field for its exact value."""

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QDoubleSpinBox, QGridLayout, QLabel, QScrollArea, QSlider, QVBoxLayout, QWidget

from explorer.dataset import DatasetSpec
from ui.drawing.tool import Tool
from ui.text import bind
from ui.theme import GRID

REACH, FINENESS = 3.0, 100  # sliders go as far as most standardised numbers do; fields go further
FARTHEST = 1e9


class SliderTool(Tool):
    """All numbers begin at 0."""

    def __init__(self, data: DatasetSpec, parent: QWidget | None = None) -> None:
        super().__init__(data, parent)
        self.sliders: list[QSlider] = []
        self.fields: list[QDoubleSpinBox] = []
        inside = QWidget(self)
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, GRID, 0)
        facts = data.facts()
        for number in range(facts.ports.input.size):
            self._add(grid, number, facts.input_names[number] if facts.input_names else "")
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def sample(self) -> npt.NDArray[np.generic]:
        return np.array([field.value() for field in self.fields], dtype=np.float32)

    def _add(self, grid: QGridLayout, number: int, known: str) -> None:
        name = QLabel(known, self)
        if not known:
            bind(name, "setText", "value {number}", number=number + 1)
        slider, field = QSlider(Qt.Orientation.Horizontal, self), QDoubleSpinBox(self)
        slider.setRange(round(-REACH * FINENESS), round(REACH * FINENESS))
        field.setRange(-FARTHEST, FARTHEST)
        field.setDecimals(3)
        field.setSingleStep(0.1)
        self.sliders.append(slider)
        self.fields.append(field)
        for column, widget in enumerate((name, slider, field)):
            grid.addWidget(widget, number, column)
        slider.valueChanged.connect(lambda value: field.setValue(value / FINENESS))
        field.valueChanged.connect(lambda value: self._on_value_changed(slider, value))

    def _on_value_changed(self, slider: QSlider, value: float) -> None:
        with QSignalBlocker(slider):
            slider.setValue(round(value * FINENESS))
        self.made.emit()
