"""A splitter that lays its parts beside each other where it is wide, and below each other where it is tall."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget


class ShapeSplitter(QSplitter):
    """Follows its own shape; the shares of its parts stay as they are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)

    def resizeEvent(self, event: QResizeEvent) -> None:
        is_wide = event.size().width() >= event.size().height()
        orientation = Qt.Orientation.Horizontal if is_wide else Qt.Orientation.Vertical
        if orientation != self.orientation():
            shares = self.sizes()
            self.setOrientation(orientation)
            self.setSizes(shares)
        super().resizeEvent(event)
