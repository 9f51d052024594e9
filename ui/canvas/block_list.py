"""All blocks by group, or those that a search finds; each can be dragged onto the canvas."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from explorer.block_text import as_text
from models.layer import LayerSpec
from models.layers import LAYERS
from ui.editors.palette_menu import group_labels
from ui.text import follow_language, tr
from ui.theme import GRID, SMALL, theme

LAYER_ROLE = Qt.ItemDataRole.UserRole + 1


class BlockList(QListWidget):
    """Entries carry the layer's class; headings of groups cannot be chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted = ""
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setStyleSheet("QListWidget { background: transparent; border: none; }")
        self.setUniformItemSizes(False)
        theme.changed.connect(self._fill)
        follow_language(self, self._fill)
        self._fill()

    def search(self, wanted: str) -> None:
        """Show the blocks whose name, kind or sentence has these words, the first of them chosen."""
        self._wanted = wanted
        self._fill()
        self.go(0, 1)

    def layer(self) -> type[LayerSpec] | None:
        """The chosen block."""
        item = self.currentItem()
        return None if item is None else layer_of(item)

    def go(self, start: int, direction: int) -> None:
        """Choose the first entry from row `start` on that can be chosen."""
        row = start
        while 0 <= row < self.count():
            if layer_of(self.item(row)) is not None:
                self.setCurrentRow(row)
                return
            row += direction

    def _fill(self) -> None:
        self.clear()
        words = self._wanted.lower().split()
        if words:
            found = [layer for layer in LAYERS if all(word in _words_of(layer) for word in words)]
            for layer in sorted(found, key=lambda layer: not tr(layer.label).lower().startswith(words[0])):
                self._add(layer)
            return
        for group, label in group_labels().items():
            members = [layer for layer in LAYERS if layer.group == group]
            if members:
                self._add_heading(label)
            for layer in members:
                self._add(layer)

    def _add_heading(self, label: str) -> None:
        heading = QListWidgetItem(label.upper())
        heading.setFlags(Qt.ItemFlag.NoItemFlags)
        heading.setFont(theme.font(SMALL, bold=True))
        heading.setSizeHint(QSize(0, theme.px(GRID * 4)))
        self.addItem(heading)

    def _add(self, layer: type[LayerSpec]) -> None:
        item = QListWidgetItem(tr(layer.label))
        item.setToolTip(tr(layer.about))
        item.setData(LAYER_ROLE, layer)
        self.addItem(item)

    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:
        data = QMimeData()
        layers = [layer for layer in map(layer_of, items) if layer is not None]
        if layers:
            data.setText(as_text([layers[0].model_validate({})]))
        return data


def layer_of(item: QListWidgetItem) -> type[LayerSpec] | None:
    """The block that an entry stands for; None for a heading."""
    layer: type[LayerSpec] | None = item.data(LAYER_ROLE)
    return layer


def _words_of(layer: type[LayerSpec]) -> str:
    kind = str(layer.model_fields["kind"].default)
    return " ".join((tr(layer.label), layer.label, kind, kind.replace("_", ""), tr(layer.about))).lower()
