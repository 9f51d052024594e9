"""Python text to read: line numbers, light colours, lines that can be lit and clicked."""

from collections.abc import Iterable

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from ui.theme import GRID, SMALL, theme
from ui.widgets.python_colors import PythonColors


class CodeView(QPlainTextEdit):
    """`line_chosen` tells the number, from 0, of a line that a person has clicked, or pressed Return on."""

    line_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.numbers = _LineNumbers(self)
        self._colors = PythonColors(self.document())
        self._lit: tuple[int, ...] = ()
        self.blockCountChanged.connect(self._on_block_count_changed)
        self.updateRequest.connect(self._on_update_requested)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_text(self, text: str) -> None:
        """Show another text, at the place that was read before."""
        down, right = self.verticalScrollBar().value(), self.horizontalScrollBar().value()
        self.setPlainText(text)
        self.verticalScrollBar().setValue(down)
        self.horizontalScrollBar().setValue(right)

    def light(self, lines: Iterable[int], scrolls: bool = True) -> None:
        """Put these lines, counted from 0, in the colour of what is selected, and bring the first into sight."""
        self._lit = tuple(lines)
        color = QColor(theme.colors.selected)
        selections = []
        for line in self._lit:
            selection = QTextEdit.ExtraSelection()
            selection.cursor = QTextCursor(self.document().findBlockByNumber(line))
            selection.format.setBackground(color)
            selection.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
            selections.append(selection)
        self.setExtraSelections(selections)
        if self._lit and scrolls:
            self.setTextCursor(QTextCursor(self.document().findBlockByNumber(self._lit[0])))
            self.centerCursor()

    def lit_lines(self) -> tuple[int, ...]:
        """The lines that are lit."""
        return self._lit

    def numbers_width(self) -> int:
        """How much room the line numbers take, in pixels."""
        return self.fontMetrics().horizontalAdvance("9" * len(str(self.blockCount()))) + 2 * theme.px(GRID)

    def paint_numbers(self, area: QWidget, event: QPaintEvent) -> None:
        """The numbers of the lines in sight, at their right edge."""
        painter = QPainter(area)
        painter.setFont(self.font())
        block = self.firstVisibleBlock()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        while block.isValid() and top <= event.rect().bottom():
            height = self.blockBoundingRect(block).height()
            lit = block.blockNumber() in self._lit
            painter.setPen(QColor(theme.colors.training if lit else theme.colors.faint))
            box = QRect(0, round(top), area.width() - theme.px(GRID), round(height))
            painter.drawText(box, Qt.AlignmentFlag.AlignRight, str(block.blockNumber() + 1))
            block, top = block.next(), top + height
        painter.end()

    def _on_block_count_changed(self) -> None:
        self.setViewportMargins(self.numbers_width(), 0, 0, 0)

    def _on_update_requested(self, area: QRect, scrolled: int) -> None:
        if scrolled:
            self.numbers.scroll(0, scrolled)
        else:
            self.numbers.update(0, area.y(), self.numbers.width(), area.height())

    def _on_theme_changed(self) -> None:
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setStyleHint(QFont.StyleHint.Monospace)
        font.setPixelSize(max(SMALL, theme.px(SMALL + 1)))
        self.setFont(font)
        self._colors.follow_theme()
        self._on_block_count_changed()
        self.light(self._lit, scrolls=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        inside = self.contentsRect()
        self.numbers.setGeometry(inside.left(), inside.top(), self.numbers_width(), inside.height())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self.line_chosen.emit(self.cursorForPosition(event.position().toPoint()).blockNumber())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.line_chosen.emit(self.textCursor().blockNumber())
        else:
            super().keyPressEvent(event)


class _LineNumbers(QWidget):
    """The strip at the left of a code view."""

    def __init__(self, view: CodeView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self) -> QSize:
        return QSize(self._view.numbers_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._view.paint_numbers(self, event)
