"""The contract of a field: shows one value of a spec and tells when a person has changed it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class Field(QWidget):
    """One editable value.

    What cannot be a value never leaves the field: `refused` tells why, in the window's language, and "" when the
    field is right again. Edits in a row with the same non-empty `session` are one edit for undo, as while typing.
    """

    edited = Signal(object)  # the new value
    refused = Signal(str)

    session = ""
    can_step = False  # whether its value has a next one up and down

    def show_value(self, value: object) -> None:
        """Show this value; leaves cursor and text alone where they already stand for it. Never emits `edited`."""
        raise NotImplementedError

    def begin_session(self) -> None:
        """What is edited from now on is another edit for undo."""

    def step(self, steps: int) -> bool:
        """So many values up (steps > 0) or down; False when there is no next value."""
        return False
