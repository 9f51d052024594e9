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

    def show_value(self, value: object) -> None:
        """Show this value; leaves cursor and text alone where they already stand for it. Never emits `edited`."""
        raise NotImplementedError
