"""The menu of all blocks, by group, each with a sentence about it."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from models.layer import LayerSpec, PaletteGroup
from models.layers import LAYERS
from ui.text import follow_language, tr


class PaletteMenu(QMenu):
    """Emits a block with its default settings when one is picked."""

    picked = Signal(object)  # LayerSpec

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fill()
        follow_language(self, self._fill)

    def _fill(self) -> None:
        self.clear()
        for group, label in group_labels().items():
            members = [layer for layer in LAYERS if layer.group == group]
            if members:
                self._add_group(label, members)

    def _add_group(self, label: str, members: list[type[LayerSpec]]) -> None:
        menu = self.addMenu(label)
        menu.setToolTipsVisible(True)
        for member in members:
            action = menu.addAction(tr(member.label))
            action.setToolTip(tr(member.about))
            action.setStatusTip(tr(member.about))
            action.setData(member)
            action.triggered.connect(self._picker(member))

    def _picker(self, member: type[LayerSpec]) -> Callable[[], None]:
        return lambda: self.picked.emit(member.model_validate({}))


def group_labels() -> dict[PaletteGroup, str]:
    """The groups of the palette in order, in the language of the window."""
    return {
        "basic": tr("Basic"),
        "image": tr("Images"),
        "sequence": tr("Sequences"),
        "attention": tr("Attention"),
        "composite": tr("Composites"),
    }
