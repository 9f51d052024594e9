"""The field of several whole numbers, such as a shape: 1 × 8 × 8, also typed 1, 8, 8."""

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.fields.allowed import Bounds
from ui.fields.bounds import refuse_out_of_bounds
from ui.fields.line import LineField, Unreadable
from ui.text import tr


class NumbersField(LineField[tuple[int, ...]]):
    """Whole numbers separated by a multiplication sign, an x, a comma or a space."""

    def __init__(self, bounds: Bounds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bounds = bounds
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight)

    def read(self, text: str) -> tuple[int, ...]:
        try:
            values = tuple(int(part) for part in re.split(r"[\s,;x×*]+", text.strip()) if part)
        except ValueError:
            values = ()
        if not values:
            raise Unreadable(tr("“{text}” is not a shape. Type whole numbers, such as 1 × 8 × 8.", text=text))
        for value in values:
            refuse_out_of_bounds(value, self._bounds)
        return values

    def write(self, value: tuple[int, ...]) -> str:
        return " × ".join(str(size) for size in value)
