"""The field of a yes or no."""

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from ui.fields.field import Field


class SwitchField(Field):
    """A box to tick, at the right like every value."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QCheckBox(self)
        self.box.clicked.connect(self._on_clicked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addStretch(1)
        layout.addWidget(self.box)
        self.setFocusProxy(self.box)

    def show_value(self, value: object) -> None:
        self.box.setChecked(bool(value))

    def _on_clicked(self, checked: bool) -> None:
        self.edited.emit(checked)
