"""All of a deep network in a corner, and which part of it is in sight."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from ui.canvas.card_item import rect_of
from ui.canvas.zoom_view import ZoomView
from ui.text import bind
from ui.theme import GRID, theme
from ui.widgets.painted import Painted, theme_color

LONGER, SHORTER = 168, 96  # pixels; the longer side lies along the flow
LARGEST_SHARE = 5  # at most a fifth of the view's width and height: it shall not hide what it is about


class Minimap(Painted):
    """Lies over a view's corner while not everything is in sight; a press or a drag shows that place."""

    def __init__(self, view: ZoomView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        bind(self, "setToolTip", "The whole model; press to go there")
        view.view_changed.connect(self.follow)

    def follow(self) -> None:
        """Another part is in sight."""
        scene, seen = self._view.canvas.sceneRect(), self._seen()
        is_needed = not scene.isEmpty() and not seen.adjusted(-8, -8, 8, 8).contains(
            QRectF(QPointF(0, 0), QSize(*map(round, self._view.canvas.arrangement.size)).toSizeF())
        )
        self.setVisible(is_needed)
        if is_needed:
            size, gap, room = self.sizeHint(), theme.px(GRID), self._view.viewport().size()
            self.resize(size)
            self.move(room.width() - size.width() - gap, room.height() - size.height() - gap)
            self.update()

    def sizeHint(self) -> QSize:
        scene = self._view.canvas.sceneRect().size()
        most = QSize(LONGER, SHORTER) if self._view.canvas.flow == "across" else QSize(SHORTER, LONGER)
        most = QSize(theme.px(most.width()), theme.px(most.height())).boundedTo(self._view.size() / LARGEST_SHARE)
        return scene.scaled(most.toSizeF(), Qt.AspectRatioMode.KeepAspectRatio).toSize().expandedTo(QSize(40, 40))

    def _seen(self) -> QRectF:
        """The part of the scene that is in sight."""
        return self._view.mapToScene(self._view.viewport().rect()).boundingRect()

    def _scale(self) -> float:
        scene = self._view.canvas.sceneRect()
        return min(self.width() / max(scene.width(), 1.0), self.height() / max(scene.height(), 1.0))

    def paint(self, painter: QPainter) -> None:
        scene, scale = self._view.canvas.sceneRect(), self._scale()
        painter.fillRect(self.rect(), theme_color("background"))
        painter.save()
        painter.scale(scale, scale)
        painter.translate(-scene.topLeft())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme_color("line"))
        for frame in self._view.canvas.arrangement.frames:
            painter.drawRect(rect_of(frame.box))
        selected = set(self._view.canvas.selected_paths())
        for card in self._view.canvas.arrangement.cards:
            painter.setBrush(theme_color("training" if card.path in selected else "faint"))
            painter.drawRect(rect_of(card.box))
        painter.setBrush(theme_color("training", 36))
        painter.setPen(QPen(theme_color("training"), 1.5 / scale))
        painter.drawRect(self._seen().intersected(scene))
        painter.restore()
        painter.setPen(theme_color("line"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), GRID / 2, GRID / 2)

    def _go(self, event: QMouseEvent) -> None:
        place = event.position() / max(self._scale(), 1e-6) + self._view.canvas.sceneRect().topLeft()
        self._view.centerOn(place)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go(event)
