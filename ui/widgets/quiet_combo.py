"""A box of choices that ignores the wheel until it has the focus, so that scrolling a form changes nothing."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from ui.theme import GRID, theme


class QuietCombo(QComboBox):
    """A QComboBox that takes little room, leaves the wheel to what it lies in, and shows that it unfolds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        # The style sheet takes Qt's own arrow away, and has no picture for another.
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.colors.muted if self.isEnabled() else theme.colors.line), 1.5))
        x, y, half = self.width() - theme.px(GRID * 1.5), self.height() / 2, theme.px(GRID) / 2
        left, tip, right = QPointF(x - half, y - half / 2), QPointF(x, y + half / 2), QPointF(x + half, y - half / 2)
        painter.drawPolyline([left, tip, right])
