"""Makes a vector: one slider for every number, and a field for its exact value."""

import math

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QDoubleSpinBox, QGridLayout, QLabel, QScrollArea, QSlider, QVBoxLayout, QWidget

from explorer.dataset import DatasetSpec
from explorer.snapshots import AnswerSnapshot
from explorer.units import Units
from ui.drawing.tool import Tool
from ui.text import bind
from ui.theme import GRID

REACH, FINENESS = 3.0, 100  # sliders go as far as most standardised numbers do; fields go further
FARTHEST, MOST_DECIMALS = 1e12, 9


class SliderTool(Tool):
    """All numbers begin at 0, or at their mean. Once a run tells by what they are normalised, they have their own
    unit."""

    def __init__(self, data: DatasetSpec, parent: QWidget | None = None) -> None:
        super().__init__(data, parent)
        self.sliders: list[QSlider] = []
        self.fields: list[QDoubleSpinBox] = []
        self._units: Units | None = None
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
        values = np.array([field.value() for field in self.fields])
        return values.astype(np.float32) if self._units is None else self._units.normalised(values)

    def follow(self, snapshot: AnswerSnapshot) -> None:
        if snapshot.units != self._units:
            made, self._units = self.sample(), snapshot.units
            self._show(made.astype(np.float32))

    def _show(self, made: npt.NDArray[np.float32]) -> None:
        """The same sample in the unit that the fields have now."""
        units = self._units
        values = made.astype(np.float64) if units is None else units.restored(made)
        for number, (field, value) in enumerate(zip(self.fields, values.tolist(), strict=True)):
            _, deviation = self._measure(number)
            with QSignalBlocker(field):
                field.setDecimals(min(MOST_DECIMALS, max(0, 3 - math.floor(math.log10(deviation)))))
                field.setSingleStep(10.0 ** (math.floor(math.log10(deviation)) - 1))
                field.setValue(value)

    def _measure(self, number: int) -> tuple[float, float]:
        """Mean and deviation of a number in the unit that its field has now."""
        units = self._units
        if units is None:
            return 0.0, 1.0
        place = number if len(units.means) > 1 else 0
        return units.means[place], units.deviations[place]

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
        slider.valueChanged.connect(lambda value: self._on_slid(number, value))
        field.valueChanged.connect(lambda value: self._on_value_changed(number, value))

    def _on_slid(self, number: int, value: int) -> None:
        mean, deviation = self._measure(number)
        self.fields[number].setValue(mean + deviation * value / FINENESS)

    def _on_value_changed(self, number: int, value: float) -> None:
        mean, deviation = self._measure(number)
        with QSignalBlocker(self.sliders[number]):
            self.sliders[number].setValue(round((value - mean) / deviation * FINENESS))
        self.made.emit()
