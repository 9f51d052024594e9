"""The field of one value out of a few, named as people call them."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.fields.field import Field
from ui.fields.option_labels import option_text
from ui.text import follow_language
from ui.widgets.quiet_combo import QuietCombo


class ChoiceField(Field):
    """The words of a Literal in a box that unfolds."""

    def __init__(self, words: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QuietCombo(self)
        for word in words:
            self.box.addItem("", word)
        self.box.setEnabled(len(words) > 1)
        self.box.activated.connect(self._on_activated)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box)
        self.setFocusProxy(self.box)
        follow_language(self, self._on_language_changed)
        self._on_language_changed()

    def show_value(self, value: object) -> None:
        self.box.setCurrentIndex(self.box.findData(value))

    def _on_activated(self, index: int) -> None:
        self.edited.emit(self.box.itemData(index))

    def _on_language_changed(self) -> None:
        for index in range(self.box.count()):
            self.box.setItemText(index, option_text(self.box.itemData(index)))
