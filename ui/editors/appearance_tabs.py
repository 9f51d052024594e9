"""Two ways to see the same networks: as a canvas, or as lists, which screen readers read."""

from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from ui.text import bind
from ui.theme import set_role

Appearance = Literal["canvas", "list"]


class AppearanceTabs(QWidget):
    """Two buttons, one of which is pressed."""

    chosen = Signal(str)  # Appearance

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.canvas, self.list = QPushButton(self), QPushButton(self)
        bind(self.canvas, "setText", "Canvas")
        bind(self.canvas, "setToolTip", "Blocks as cards, with pictures of what they answer while a run goes on")
        bind(self.list, "setText", "List")
        bind(self.list, "setToolTip", "Blocks as rows of words, also for screen readers")
        group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for button in (self.canvas, self.list):
            button.setCheckable(True)
            set_role(button, "tab")
            group.addButton(button)
            layout.addWidget(button)
        self.canvas.setChecked(True)
        self.canvas.clicked.connect(lambda: self.chosen.emit("canvas"))
        self.list.clicked.connect(lambda: self.chosen.emit("list"))

    def press(self, name: Appearance) -> None:
        """Press one of them."""
        (self.list if name == "list" else self.canvas).setChecked(True)
