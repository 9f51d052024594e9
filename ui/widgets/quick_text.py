"""Short texts that are drawn again and again: laid out once, and from then on five times cheaper than drawText."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QStaticText

REMEMBERED = 4096
_known: dict[tuple[str, str], tuple[QStaticText, float, float]] = {}  # by font and text


class QuickText:
    """Draws with the painter's font; made once per paint event, since asking for a font's key costs time too."""

    def __init__(self, painter: QPainter) -> None:
        self._painter, self._font = painter, QFont(painter.font())
        self._key = self._font.key()

    def draw_centered(self, text: str, room: QRectF) -> None:
        """The text in the middle of the room; it may stand out on both sides."""
        laid_out, width, height = self._laid_out(text)
        middle = room.center()
        self._painter.drawStaticText(QPointF(middle.x() - width / 2, middle.y() - height / 2), laid_out)

    def draw_left(self, text: str, x: float, top: float) -> None:
        """The text from this corner on."""
        self._painter.drawStaticText(QPointF(x, top), self._laid_out(text)[0])

    def draw_right(self, text: str, room: QRectF) -> None:
        """The text at the right end of the room, in the middle of its height."""
        laid_out, width, height = self._laid_out(text)
        self._painter.drawStaticText(QPointF(room.right() - width, room.center().y() - height / 2), laid_out)

    def _laid_out(self, text: str) -> tuple[QStaticText, float, float]:
        known = _known.get((self._key, text))
        if known is None:
            if len(_known) >= REMEMBERED:
                _known.clear()
            static = QStaticText(text)
            static.setTextFormat(Qt.TextFormat.PlainText)
            static.prepare(font=self._font)
            known = _known[self._key, text] = static, static.size().width(), static.size().height()
        return known
