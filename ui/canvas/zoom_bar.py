"""Smaller, larger, all of it: the canvas's zoom as buttons."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from ui.canvas.zoom_view import ZOOM_STEP, ZoomView
from ui.text import bind, tr
from ui.theme import GRID, set_role, theme


class ZoomBar(QWidget):
    """The button that says how large the canvas is shows it at its usual size."""

    def __init__(self, view: ZoomView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self.smaller, self.usual, self.larger, self.all = (QToolButton(self) for _ in range(4))
        self.smaller.setText("−")
        self.larger.setText("+")
        bind(self.all, "setText", "All")
        bind(self.smaller, "setToolTip", "Smaller (−, Ctrl+wheel)")
        bind(self.larger, "setToolTip", "Larger (+, Ctrl+wheel)")
        bind(self.usual, "setToolTip", "Usual size (0)")
        bind(self.all, "setToolTip", "Show all (F)")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, GRID // 2, 0, 0)
        layout.setSpacing(2)
        for button in (self.smaller, self.usual, self.larger, self.all):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            set_role(button, "narrow")
            layout.addWidget(button)
        self.smaller.clicked.connect(lambda: view.zoom_by(1 / ZOOM_STEP))
        self.larger.clicked.connect(lambda: view.zoom_by(ZOOM_STEP))
        self.usual.clicked.connect(view.usual_size)
        self.all.clicked.connect(view.fit)
        view.view_changed.connect(self._show_zoom)
        self._show_zoom()

    def _show_zoom(self) -> None:
        self.usual.setText(tr("{percent} %", percent=round(self._view.zoom * 100)))
        self.usual.setMinimumWidth(theme.px(52))
