"""Which block shall go here? A list of all blocks that narrows down while one types."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from models.layer import LayerSpec
from models.layers import LAYERS
from ui.editors.palette_menu import group_labels
from ui.text import bind, tr
from ui.theme import GRID, set_role, theme

KIND_ROLE = Qt.ItemDataRole.UserRole + 1
WIDTH, HEIGHT = 300, 380


class BlockPicker(QFrame):
    """Pops up where a block is to go; arrows choose, Enter or a click takes, Escape leaves everything as it is."""

    picked = Signal(str, object)  # the path where it goes, LayerSpec

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._path = ""
        set_role(self, "panel")
        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(True)
        bind(self.search, "setPlaceholderText", "Which block? Type to search")
        self.list = QListWidget(self)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID, GRID, GRID, GRID)
        layout.addWidget(self.search)
        layout.addWidget(self.list)
        self.search.textChanged.connect(self._fill)
        self.list.itemClicked.connect(self._take)

    def ask(self, path: str, place: QPoint) -> None:
        """Ask which block shall be put in at `path`, near a place on screen."""
        self._path = path
        self.search.clear()
        self._fill("")
        self.resize(theme.px(WIDTH), theme.px(HEIGHT))
        screen = self.screen().availableGeometry()
        x = min(place.x() + GRID, screen.right() - self.width())
        y = min(place.y() - GRID * 3, screen.bottom() - self.height())
        self.move(max(screen.left(), x), max(screen.top(), y))
        self.show()
        self.search.setFocus()

    def _fill(self, wanted: str) -> None:
        """The blocks whose name, kind or sentence has the words; those whose name begins with them first."""
        self.list.clear()
        words = wanted.lower().split()
        if not words:
            self._fill_by_group()
        else:
            found = [layer for layer in LAYERS if all(word in _words_of(layer) for word in words)]
            for layer in sorted(found, key=lambda layer: not tr(layer.label).lower().startswith(words[0])):
                self._add(layer)
        self._go(0, 1)

    def _fill_by_group(self) -> None:
        for group, label in group_labels().items():
            members = [layer for layer in LAYERS if layer.group == group]
            if members:
                heading = QListWidgetItem(label)
                heading.setFlags(Qt.ItemFlag.NoItemFlags)
                heading.setFont(theme.font(12, bold=True))
                self.list.addItem(heading)
            for layer in members:
                self._add(layer)

    def _add(self, layer: type[LayerSpec]) -> None:
        item = QListWidgetItem(tr(layer.label))
        item.setToolTip(tr(layer.about))
        item.setData(KIND_ROLE, layer)
        self.list.addItem(item)

    def _go(self, start: int, direction: int) -> None:
        """Choose the first entry from `start` on that can be chosen."""
        row = start
        while 0 <= row < self.list.count():
            if self.list.item(row).data(KIND_ROLE) is not None:
                self.list.setCurrentRow(row)
                return
            row += direction

    def _take(self, item: QListWidgetItem | None) -> None:
        layer = None if item is None else item.data(KIND_ROLE)
        if layer is not None:
            self.hide()
            self.picked.emit(self._path, layer.model_validate({}))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.list.currentRow()
        if event.key() == Qt.Key.Key_Down:
            self._go(row + 1, 1)
        elif event.key() == Qt.Key.Key_Up:
            self._go(row - 1, -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.list.currentItem())
        else:
            super().keyPressEvent(event)


def _words_of(layer: type[LayerSpec]) -> str:
    kind = str(layer.model_fields["kind"].default)
    return " ".join((tr(layer.label), layer.label, kind, kind.replace("_", ""), tr(layer.about))).lower()
