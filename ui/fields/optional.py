"""The field of a value that may be left out: a box to tick, and the value's own field."""

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from ui.fields.field import Field


class OptionalField(Field):
    """Without a tick the value is None; with it the last one that was there."""

    def __init__(self, inner: Field, first_value: object, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._last = first_value
        self.box = QCheckBox(self)
        self.inner = inner
        self.box.clicked.connect(self._on_clicked)
        inner.edited.connect(self._on_inner_edited)
        inner.refused.connect(self.refused)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box)
        layout.addWidget(inner, 1)
        self.setFocusProxy(self.box)

    def show_value(self, value: object) -> None:
        self.box.setChecked(value is not None)
        self.inner.setEnabled(value is not None)
        if value is not None:
            self._last = value
        self.inner.show_value(self._last)

    def _on_clicked(self, checked: bool) -> None:
        self.session = ""
        self.refused.emit("")
        self.edited.emit(self._last if checked else None)

    def _on_inner_edited(self, value: object) -> None:
        self._last = value
        self.session = self.inner.session
        self.edited.emit(value)
