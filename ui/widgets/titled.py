"""A heading above a picture; in an arrangement it stands for its picture."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import GRID
from ui.widgets.filling_splitter import Filling
from ui.widgets.line_label import LineLabel


class Titled(QWidget):
    """One line of muted words, and the widget below it."""

    def __init__(self, picture: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = picture if isinstance(picture, Filling) else None
        self._title = LineLabel(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addWidget(self._title)
        layout.addWidget(picture, 1)

    def set_title(self, title: str) -> None:
        self._title.show_text(title)

    def worth(self, size: QSize) -> float:
        """How large the picture would be in that space."""
        taken = self._title.sizeHint().height() + GRID // 2
        return self._picture.worth(size - QSize(0, taken)) if self._picture is not None else 0.0

    def shape_key(self) -> object:
        """What the picture's layout depends on beside the space."""
        return self._picture.shape_key() if self._picture is not None else None
