"""The field of a text."""

from PySide6.QtWidgets import QWidget

from ui.fields.line import LineField


class TextField(LineField[str]):
    """Any characters on one line, as many as the spec admits."""

    def __init__(self, max_length: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if max_length is not None:
            self.line.setMaxLength(max_length)

    def read(self, text: str) -> str:
        return text
