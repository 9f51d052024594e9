"""Which block shall go here? A list of all blocks that narrows down while one types."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidgetItem, QVBoxLayout, QWidget

from ui.canvas.block_list import BlockList, layer_of
from ui.text import bind
from ui.theme import GRID, set_role, theme

WIDTH, HEIGHT = 300, 420


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
        self.list = BlockList(self)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID, GRID, GRID, GRID)
        layout.addWidget(self.search)
        layout.addWidget(self.list)
        self.search.textChanged.connect(self.list.search)
        self.list.itemClicked.connect(self._take)

    def ask(self, path: str, place: QPoint) -> None:
        """Ask which block shall be put in at `path`, near a place on screen."""
        self._path = path
        self.search.clear()
        self.list.search("")
        self.resize(theme.px(WIDTH), theme.px(HEIGHT))
        screen = self.screen().availableGeometry()
        x = min(place.x() + GRID, screen.right() - self.width())
        y = min(place.y() - GRID * 3, screen.bottom() - self.height())
        self.move(max(screen.left(), x), max(screen.top(), y))
        self.show()
        self.search.setFocus()

    def _take(self, item: QListWidgetItem | None) -> None:
        layer = None if item is None else layer_of(item)
        if layer is not None:
            self.hide()
            self.picked.emit(self._path, layer.model_validate({}))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.list.currentRow()
        if event.key() == Qt.Key.Key_Down:
            self.list.go(row + 1, 1)
        elif event.key() == Qt.Key.Key_Up:
            self.list.go(row - 1, -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.list.currentItem())
        else:
            super().keyPressEvent(event)
