"""The field of a real number, such as a learning rate: 0.001, 1e-3 and 1,5 can all be typed."""

import math

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.fields.allowed import Bounds
from ui.fields.bounds import refuse_out_of_bounds
from ui.fields.line import LineField, Unreadable
from ui.text import tr

STEPS_PER_DECADE = (1.0, 2.0, 5.0)


class NumberField(LineField[float]):
    """Arrow keys go along 1, 2, 5, 10, 20, 50 ..., so that they reach a tenth and a tenfold equally fast."""

    can_step = True

    def __init__(self, bounds: Bounds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bounds = bounds
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight)

    def read(self, text: str) -> float:
        try:
            value = float(text.strip().replace(" ", "").replace(",", ".").replace("−", "-"))
        except ValueError:
            raise Unreadable(tr("“{text}” is not a number. Type one such as 0.001 or 1e-3.", text=text)) from None
        if not math.isfinite(value):
            raise Unreadable(tr("“{text}” is not a finite number. Type one such as 0.001 or 1e-3.", text=text))
        refuse_out_of_bounds(value, self._bounds)
        return value

    def write(self, value: float) -> str:
        text = repr(value).replace("e-0", "e-")
        return text if value and not 1e-4 <= abs(value) < 1e6 else text.removesuffix(".0")

    def stepped(self, value: float, steps: int) -> float:
        stepped = _next_on_scale(value, up=steps > 0)
        return stepped if self._bounds.admit(stepped) else value


def _next_on_scale(value: float, *, up: bool) -> float:
    """The neighbour of a positive number on the scale 1, 2, 5, 10 ...; other numbers go by tenths."""
    if value <= 0:
        return round(value + (0.1 if up else -0.1), 10)
    decade = math.floor(math.log10(value))
    scale = [float(f"{step:g}e{power}") for power in range(decade - 1, decade + 3) for step in STEPS_PER_DECADE]
    if up:
        return min(mark for mark in scale if mark > value)
    return max(mark for mark in scale if mark < value)
