"""The field of a whole number."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from models.text import THIN_SPACE
from ui.fields.allowed import Bounds
from ui.fields.bounds import refuse_out_of_bounds
from ui.fields.line import LineField, Unreadable
from ui.text import tr


class IntegerField(LineField[int]):
    """Arrow keys go up and down by one; spaces between groups of digits may be typed."""

    can_step = True

    def __init__(self, bounds: Bounds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bounds = bounds
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight)

    def read(self, text: str) -> int:
        digits = text.strip().replace(" ", "").replace(THIN_SPACE, "").replace("−", "-")
        try:
            value = int(digits)
        except ValueError:
            raise Unreadable(tr("“{text}” is not a whole number. Type digits, such as 64.", text=text)) from None
        refuse_out_of_bounds(value, self._bounds)
        return value

    def stepped(self, value: int, steps: int) -> int:
        return value + steps if self._bounds.admit(value + steps) else value
