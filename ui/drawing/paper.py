"""A sheet to draw on with pen and eraser, and to drop or paste pictures onto."""

from collections import deque

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QMimeData, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QImageReader,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from explorer.drawing import USUAL_PEN
from explorer.input_problems import FILE_NOT_READ
from explorer.problems import PICTURE_TOO_LARGE
from models.problem import Problem
from ui.theme import GRID
from ui.widgets.painted import Painted, theme_color

SIDE = 280  # pixels of the sheet's longer side at least: ten for each of MNIST's
MOST_UNDONE = 50
MOST_PIXELS = 50_000_000  # of a picture that is read
LUMINANCE = np.array([0.299, 0.587, 0.114])  # of red, green and blue (ITU-R BT.601)
GROUND = QColor("black")


class Paper(Painted):
    """Dark, as the data's pictures are, with light ink. `drawn` tells of every change, `failed` of a Problem."""

    drawn = Signal()
    failed = Signal(object)

    def __init__(self, channels: int, height: int, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._channels = channels
        fineness = max(1, -(-SIDE // max(height, width)))
        self._image = QImage(width * fineness, height * fineness, QImage.Format.Format_RGB32)
        self._image.fill(GROUND)
        self._before: deque[QImage] = deque(maxlen=MOST_UNDONE)
        self._pen_at: QPointF | None = None
        self.ink = QColor("white")
        self.erases = False
        self.thickness = USUAL_PEN  # of the longer side
        self.setAcceptDrops(True)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def can_undo(self) -> bool:
        return bool(self._before)

    def picture(self) -> npt.NDArray[np.float64]:
        """(C, height, width) from 0 to 1, as finely as it was drawn."""
        image = self._image
        lines = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
        rgb_HW3 = lines[:, : 4 * image.width()].reshape(image.height(), image.width(), 4)[:, :, 2::-1] / 255
        if self._channels == 3:
            return np.ascontiguousarray(rgb_HW3.transpose(2, 0, 1))
        return np.repeat((rgb_HW3 @ LUMINANCE)[None], self._channels, axis=0)

    def frame(self) -> QRectF:
        """Where the sheet lies in the widget."""
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        return QRectF((self.width() - size.width()) / 2, (self.height() - size.height()) / 2, *size.toTuple())

    def clear(self) -> None:
        """An empty sheet."""
        self._begin_change()
        self._image.fill(GROUND)
        self._tell()

    def invert(self) -> None:
        """Dark becomes light: as with a picture of ink on white paper."""
        self._begin_change()
        self._image.invertPixels(QImage.InvertMode.InvertRgb)
        self._tell()

    def undo(self) -> None:
        """The sheet as it was before the last change."""
        if self._before:
            self._image = self._before.pop()
            self._tell()

    def take_image(self, image: QImage) -> None:
        """Put a picture onto the sheet, as large as it fits."""
        self._begin_change()
        self._image.fill(GROUND)
        aspect, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        fitting = image.convertToFormat(QImage.Format.Format_ARGB32).scaled(self._image.size(), aspect, smooth)
        painter = QPainter(self._image)
        room = self._image.size() - fitting.size()
        painter.drawImage(room.width() // 2, room.height() // 2, fitting)
        painter.end()
        self._tell()

    def paste(self) -> None:
        """Put the clipboard's picture onto the sheet."""
        self._take(QGuiApplication.clipboard().mimeData())

    def _take(self, mime: QMimeData) -> None:
        if mime.hasImage():
            self.take_image(QImage(mime.imageData()))
        elif path := _file_of(mime):
            found = read_image(path)
            if isinstance(found, Problem):
                self.failed.emit(found)
            else:
                self.take_image(found)

    def _stroke(self, to: QPointF) -> None:
        frame = self.frame()
        scale = self._image.width() / max(1.0, frame.width())
        point = (to - frame.topLeft()) * scale
        color = GROUND if self.erases else self.ink
        width = self.thickness * max(self._image.width(), self._image.height())
        painter = QPainter(self._image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        if self._pen_at is None or self._pen_at == point:
            painter.drawPoint(point)
        else:
            painter.drawLine(self._pen_at, point)
        painter.end()
        self._pen_at = point
        self._tell()

    def _begin_change(self) -> None:
        self._before.append(self._image.copy())

    def _tell(self) -> None:
        self.update()
        self.drawn.emit()

    def sizeHint(self) -> QSize:
        return QSize(36 * GRID, 36 * GRID)

    def minimumSizeHint(self) -> QSize:
        return QSize(10 * GRID, 10 * GRID)

    def paint(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self.frame(), self._image, QRectF(self._image.rect()))
        painter.setPen(QPen(theme_color("training" if self.hasFocus() else "line"), 1))
        painter.drawRect(self.frame().adjusted(0, 0, -1, -1))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_ours(event):
            event.accept()  # here they mean the sheet, elsewhere the experiment
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._begin_change()
            self._pen_at = None
            self._stroke(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton and self._pen_at is not None:
            self._stroke(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pen_at = None

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasImage() or _file_of(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self._take(event.mimeData())
        event.acceptProposedAction()


def read_image(path: str) -> QImage | Problem:
    """The picture in a file, upright, or why it cannot be read."""
    reader = QImageReader(path)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and size.width() * size.height() > MOST_PIXELS:
        return PICTURE_TOO_LARGE.at(path, file=path, width=size.width(), height=size.height())
    image = reader.read()
    return FILE_NOT_READ.at(path, file=path, cause=reader.errorString()) if image.isNull() else image


def _file_of(mime: QMimeData) -> str:
    """The one local file that is meant, if it is one."""
    files = [url.toLocalFile() for url in mime.urls() if url.isLocalFile()]
    return files[0] if len(files) == 1 and QImageReader.imageFormat(files[0]).size() else ""


def _is_ours(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Paste)
