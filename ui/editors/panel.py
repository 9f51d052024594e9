"""The frame of an editor: a panel with a heading, whose content scrolls where it does not fit."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.theme import GRID, set_role, theme

MARGIN = GRID * 3 // 2
LEAST_WIDTH = GRID * 32


class Panel(QFrame):
    """A rounded panel; `column` takes its content."""

    def __init__(self, parent: QWidget | None = None, *, scrolls: bool = False) -> None:
        super().__init__(parent)
        set_role(self, "panel")
        self.column = QVBoxLayout()
        self.column.setSpacing(GRID)
        self.column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        if scrolls:
            self._scroll()
        else:
            self.setLayout(self.column)

    def _on_theme_changed(self) -> None:
        self.setMinimumWidth(theme.px(LEAST_WIDTH))

    def _scroll(self) -> None:
        inside = QWidget()
        inside.setLayout(self.column)
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(1, 1, 1, 1)
        outside.addWidget(area, 1)
