"""One experiment of the gallery as a card: its picture, title, sentence, family, data, and how long it takes."""

from pathlib import Path

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from explorer.assets import assets_folder
from explorer.gallery import Card
from ui.text import follow_language, tr
from ui.theme import BODY, GRID, SMALL, theme

PICTURE_HEIGHT, TEXT_HEIGHT, NARROWEST = 150, 120, 264


class ExperimentCard(QAbstractButton):
    """A card that is pressed to open its experiment; painted by hand, so that twenty of them cost nothing."""

    def __init__(self, card: Card, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = card
        self._picture = QPixmap(str(picture_path(card.id)))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._show_words()
        follow_language(self, self._show_words)
        theme.changed.connect(self.updateGeometry)

    def _show_words(self) -> None:
        self.setAccessibleName(tr(self.card.title))
        self.setAccessibleDescription(tr(self.card.summary))
        self.setToolTip("" if self.card.offline else tr("The data have to be fetched first."))
        self.update()

    def _draw_frame(self, painter: QPainter) -> None:
        colors = theme.colors
        lit = self.hasFocus() or self.underMouse()
        painter.setPen(QPen(QColor(colors.training if lit else colors.line), 2 if self.hasFocus() else 1))
        painter.setBrush(QColor(colors.selected if self.isDown() else colors.panel))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), GRID, GRID)

    def _draw_picture(self, painter: QPainter) -> None:
        frame = QRect(1, 1, self.width() - 2, theme.px(PICTURE_HEIGHT))
        painter.fillRect(frame.adjusted(2, 2, -2, 0), QColor(theme.colors.raised))
        if self._picture.isNull():
            painter.setFont(theme.font(28, bold=True))
            painter.setPen(QColor(theme.colors.faint))
            painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, tr(self.card.family))
            return
        room = frame.size() - QSize(theme.px(4 * GRID), theme.px(4 * GRID))
        size = self._picture.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        target = QRect(frame.center().x() - size.width() // 2, frame.center().y() - size.height() // 2,
                       size.width(), size.height())  # fmt: skip
        painter.drawPixmap(target, self._picture)

    def _draw_words(self, painter: QPainter) -> None:
        colors, pad = theme.colors, theme.px(2 * GRID)
        box = QRect(pad, theme.px(PICTURE_HEIGHT) + theme.px(12), self.width() - 2 * pad, theme.px(22))
        painter.setFont(theme.font(BODY, bold=True))
        painter.setPen(QColor(colors.text))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, _elided(painter, tr(self.card.title), box.width()))
        painter.setFont(theme.font(13))
        painter.setPen(QColor(colors.muted))
        sentence = QRect(pad, box.bottom() + theme.px(4), box.width(), theme.px(40))
        painter.drawText(sentence, int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop), tr(self.card.summary))
        last = QRect(pad, self.height() - theme.px(30), box.width(), theme.px(20))
        painter.setFont(theme.font(SMALL))
        painter.drawText(last, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, duration(self.card))
        painter.setPen(QColor(colors.training))
        origin = " · ".join(tr(word) for word in (self.card.family, self.card.data) if word)
        painter.drawText(last, Qt.AlignmentFlag.AlignVCenter, origin)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(NARROWEST), theme.px(PICTURE_HEIGHT + TEXT_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_frame(painter)
        self._draw_picture(painter)
        self._draw_words(painter)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        return super().event(event)


def picture_path(experiment_id: str) -> Path:
    """Where the picture of a gallery experiment lies, whether it exists or not."""
    return assets_folder() / "screenshots" / "cards" / f"{experiment_id}.png"


def duration(card: Card) -> str:
    """How long a run takes, in words short enough for a card."""
    if not card.offline:
        return tr("{size} MB of data", size=round(card.fetch_bytes / 1e6))
    if card.seconds is None:
        return ""
    if card.seconds < 90:
        return tr("{seconds} s", seconds=round(card.seconds))
    return tr("{minutes} min", minutes=round(card.seconds / 60))


def _elided(painter: QPainter, words: str, width: int) -> str:
    return painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, width)
