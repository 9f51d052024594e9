"""A file opened or saved lately, as a card of the gallery."""

import json
from pathlib import Path

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.theme import BODY, GRID, SMALL, theme


class RecentCard(QAbstractButton):
    """Shows an experiment's title, sentence and file, without loading it."""

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self._title, self._summary = _title_and_summary(path)
        self.setAccessibleName(self._title)
        self.setToolTip(str(path))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(264), theme.px(112))

    def paintEvent(self, event: QPaintEvent) -> None:
        colors, pad = theme.colors, theme.px(2 * GRID)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self.hasFocus() or self.underMouse()
        painter.setPen(QPen(QColor(colors.training if lit else colors.line), 2 if self.hasFocus() else 1))
        painter.setBrush(QColor(colors.panel))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), GRID, GRID)
        width = self.width() - 2 * pad
        for words, size, color, top in (
            (self._title, BODY, colors.text, 12),
            (self._summary, 13, colors.muted, 40),
            (str(self.path), SMALL, colors.training, 80),
        ):
            painter.setFont(theme.font(size, bold=size == BODY))
            painter.setPen(QColor(color))
            box = QRect(pad, theme.px(top), width, theme.px(22))
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, width)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        return super().event(event)


def _title_and_summary(path: Path) -> tuple[str, str]:
    """What the file says of itself; its name alone when it cannot be read, which opening it will explain."""
    try:
        content = json.loads(path.read_text("utf-8"))
        return str(content.get("title") or path.stem), str(content.get("summary") or "")
    except (OSError, ValueError, AttributeError, RecursionError):
        return path.stem, ""
