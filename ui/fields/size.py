"""The field of a size: automatic, as many as there are classes or symbols, or a number."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.fields.choice import ChoiceField
from ui.fields.field import Field
from ui.fields.line import LineField
from ui.fields.option_labels import NUMBER


class SizeField(Field):
    """A box of words whose last entry is a number, with the number's own field beside it."""

    can_step = True

    def __init__(
        self, words: Sequence[str], number: LineField[int], first_number: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._number = first_number
        self.choice = ChoiceField((*words, NUMBER), self)
        self.number = number
        self.choice.edited.connect(self._on_choice_edited)
        self.number.edited.connect(self._on_number_edited)
        self.number.refused.connect(self.refused)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.choice, 3)
        layout.addWidget(self.number, 2)
        self.setFocusProxy(self.choice)

    def show_value(self, value: object) -> None:
        self.number.setVisible(not isinstance(value, str))
        if isinstance(value, str):
            self.choice.show_value(value)
            return
        assert isinstance(value, int)
        self._number = value
        self.choice.show_value(NUMBER)
        self.number.show_value(value)

    def begin_session(self) -> None:
        self.number.begin_session()

    def step(self, steps: int) -> bool:
        return self.number.isVisible() and self.number.step(steps)

    def _on_choice_edited(self, word: str) -> None:
        self.session = ""
        self.refused.emit("")
        self.edited.emit(self._number if word == NUMBER else word)

    def _on_number_edited(self, value: int) -> None:
        self._number = value
        self.session = self.number.session
        self.edited.emit(value)
