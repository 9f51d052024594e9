"""The field of a tagged union: which of several specs it is, by their labels."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.spec import Spec
from ui.fields.field import Field
from ui.text import follow_language, tr
from ui.widgets.quiet_combo import QuietCombo


class KindField(Field):
    """Emits the kind that was chosen, or None for "as usual" where the spec may be left out."""

    def __init__(self, members: Sequence[type[Spec]], optional: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._members = tuple(members)
        self._optional = optional
        self.box = QuietCombo(self)
        if optional:
            self.box.addItem("", None)
        for member in self._members:
            self.box.addItem("", member.model_fields["kind"].default)
        self.box.setEnabled(self.box.count() > 1)
        self.box.activated.connect(self._on_activated)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box)
        self.setFocusProxy(self.box)
        follow_language(self, self._on_language_changed)
        self._on_language_changed()

    def show_value(self, value: object) -> None:
        """Show which one this spec (or None) is."""
        kind = value.kind if isinstance(value, Spec) and hasattr(value, "kind") else None
        self.box.setCurrentIndex(self.box.findData(kind))

    def _on_activated(self, index: int) -> None:
        self.edited.emit(self.box.itemData(index))

    def _on_language_changed(self) -> None:
        first = 1 if self._optional else 0
        if self._optional:
            self.box.setItemText(0, tr("As usual"))
        for index, member in enumerate(self._members, start=first):
            self.box.setItemText(index, tr(member.label))
            self.box.setItemData(index, tr(member.about), Qt.ItemDataRole.ToolTipRole)
