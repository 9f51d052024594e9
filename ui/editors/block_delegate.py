"""Draws a row of a stack: a quiet card with title, parameters and shape, and below them what is wrong."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.editors.block_row import BlockRow
from ui.editors.stack_model import ROW_ROLE
from ui.theme import BODY, GRID, SMALL, theme
from ui.widgets.change_signs import draw_sign

Index = QModelIndex | QPersistentModelIndex
SIGN = 5.5  # the radius of a sign in pixels
SHAPE_CHARACTERS, PARAMS_CHARACTERS, COLUMNS_FROM_CHARACTERS = 13, 9, 40


class BlockDelegate(QStyledItemDelegate):
    """Paints BlockRows; `compact` leaves the parameters out, where there is little room."""

    def __init__(self, *, compact: bool = False, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._compact = compact

    def _paint_card(self, painter: QPainter, option: QStyleOptionViewItem, row: BlockRow) -> QRect:
        """The card behind a row; returns the room inside it."""
        colors = theme.colors
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        card = QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -GRID / 4 - 1.5)
        edge = colors.training if selected else colors.warning if row.problems else colors.faint
        framed = selected or hovered or row.problems
        painter.setPen(QPen(QColor(edge), 1) if framed else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.selected if selected else colors.raised))
        painter.drawRoundedRect(card, GRID / 2, GRID / 2)
        return card.toRect().adjusted(theme.px(GRID), 0, -theme.px(GRID), 0)

    def _paint_words(self, painter: QPainter, room: QRect, row: BlockRow) -> None:
        body, small = QFontMetrics(theme.font(BODY)), QFontMetrics(theme.font(SMALL))
        gap = theme.px(GRID)
        room = room.adjusted(self._paint_signs(painter, room, row), 0, 0, 0)
        line = QRect(room.left(), room.top(), room.width(), _line_height(self._compact))
        words = body.horizontalAdvance(row.title) + gap + small.horizontalAdvance(row.caption)
        right = line.right() + 1
        for text, width, color in self._figures(row, small, line.width(), words):
            _draw(painter, QRect(right - width, line.top(), width, line.height()), text, color, at_right=True)
            right -= width + gap
        line.setRight(max(line.left(), right))
        title = body.elidedText(row.title, Qt.TextElideMode.ElideRight, line.width())
        _draw(painter, line, title, theme.colors.text, size=BODY)
        line.setLeft(line.left() + body.horizontalAdvance(title) + gap)
        caption = small.elidedText(row.caption, Qt.TextElideMode.ElideRight, max(0, line.width()))
        _draw(painter, line, caption, theme.colors.warning if self._compact else theme.colors.muted)

    def _paint_signs(self, painter: QPainter, room: QRect, row: BlockRow) -> int:
        """What is frozen or silenced, before the title; how wide that is."""
        side = theme.px(2 * GRID)
        middle = room.top() + _line_height(self._compact) / 2
        for index, sign in enumerate(row.signs):
            centre = QPointF(room.left() + index * side + side / 2 - theme.px(GRID / 4), middle)
            draw_sign(painter, sign, centre, theme.px(SIGN), QColor(theme.colors.text))
        return len(row.signs) * side

    def _figures(self, row: BlockRow, small: QFontMetrics, room: int, words: int) -> list[tuple[str, int, str]]:
        """What stands at the right, from right to left: text, width, colour.

        In a wide list shapes and parameters stand in columns. Parameters, which the inspector tells too, give way to
        the `words` of the row.
        """
        gap, character = theme.px(GRID), small.averageCharWidth()
        if self._compact:
            shape = row.shape.replace(" ", "")
            return [(shape, small.horizontalAdvance(shape), theme.colors.muted)]
        texts = (row.shape, theme.colors.muted), (row.num_params, theme.colors.faint)
        natural = [small.horizontalAdvance(text) for text, _ in texts]
        columns = [max(natural[0], SHAPE_CHARACTERS * character), max(natural[1], PARAMS_CHARACTERS * character)]
        widths = columns if room > COLUMNS_FROM_CHARACTERS * character else natural
        if words + sum(widths) + 2 * gap > room:
            widths = widths[:1]
        return [(text, width, color) for (text, color), width in zip(texts, widths, strict=False)]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, BlockRow):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not row.path:  # the name of a network or branch above its blocks
            room = option.rect.adjusted(0, 0, 0, -GRID // 4)
            _draw(painter, room, row.title, theme.colors.muted, bold=True)
            painter.restore()
            return
        room = self._paint_card(painter, option, row)
        self._paint_words(painter, room, row)
        if row.problems and not self._compact:
            below = room.adjusted(0, _line_height(self._compact), 0, 0)
            painter.setFont(theme.font(SMALL))
            painter.setPen(QColor(theme.colors.warning))
            painter.drawText(below, _WRAPPED, row.problems)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = _line_height(self._compact) + GRID // 4 + 3
        row = index.data(ROW_ROLE)
        view = option.widget
        if isinstance(row, BlockRow) and row.problems and isinstance(view, QWidget) and not self._compact:
            width = _row_width(view, index) - 2 * theme.px(GRID) - 3
            needed = QFontMetrics(theme.font(SMALL)).boundingRect(QRect(0, 0, width, 10_000), _WRAPPED, row.problems)
            height += needed.height() + theme.px(GRID)
        return QSize(0, height)


_WRAPPED = (Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft).value | Qt.TextFlag.TextWordWrap.value


def _line_height(compact: bool) -> int:
    return QFontMetrics(theme.font()).height() + theme.px(GRID if compact else GRID * 3 // 2)


def _row_width(view: QWidget, index: Index) -> int:
    """How wide a row is drawn, which Qt does not say when it asks for the height."""
    width = view.viewport().width() if hasattr(view, "viewport") else view.width()
    depth, above = 0, index.parent()
    while above.isValid():
        depth, above = depth + 1, above.parent()
    return int(width - depth * (view.indentation() if hasattr(view, "indentation") else 0))


def _draw(
    painter: QPainter,
    room: QRect,
    text: str,
    color: str,
    *,
    size: int = SMALL,
    bold: bool = False,
    at_right: bool = False,
) -> None:
    painter.setFont(theme.font(size, bold=bold))
    painter.setPen(QColor(color))
    side = Qt.AlignmentFlag.AlignRight if at_right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(room, (side | Qt.AlignmentFlag.AlignVCenter).value, text)
