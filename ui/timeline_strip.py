"""The run as a line: how far it has come, with the loss above it; the knob brings it to another step."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy.typing as npt
from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QToolTip, QWidget

from explorer.spec import Experiment
from ui.run_time import RunTime
from ui.sparkline import Sparkline
from ui.text import bind
from ui.theme import GRID, theme
from ui.timeline_geometry import TimelineScale, page_of
from ui.timeline_painting import (
    KNOB,
    draw_branches,
    draw_hover,
    draw_knob,
    draw_line,
    draw_losses,
    draw_marks,
    draw_moments,
    places_of,
)
from ui.timeline_words import hint, words_at

GRAB = 10  # pixels around the knob that take hold of it without moving it
LEFTMOST = KNOB + 2

ENDS_OF_DRAGS = (QEvent.Type.WindowBlocked, QEvent.Type.WindowDeactivate, QEvent.Type.Hide, QEvent.Type.UngrabMouse)


@dataclass
class Drag:
    """A hand that holds the knob, `offset` pixels left of its middle; the scale stays as it was when it took hold."""

    scale: TimelineScale
    offset: float = 0.0
    step: int | None = None  # where it has been dragged to, if it was


class TimelineStrip(QAbstractSlider):
    """A slider to all who cannot see it: its value is the step, its range reaches to the head.

    It moves nothing itself: it says which step is asked for, and shows the time that it is told.
    """

    step_asked = Signal(int)  # the hand that holds the knob is here, or a key or a screen reader asks for it
    step_chosen = Signal(int)  # a drag has ended here

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sparkline = Sparkline()
        self._time = RunTime()
        self._experiment: Experiment | None = None  # the run's, which names the blocks of its changes
        self._can_rewind = False
        self._drag: Drag | None = None
        self._hovered: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        bind(self, "setAccessibleName", "Timeline")
        bind(
            self, "setAccessibleDescription",
            "Drag it, or press Left and Right, to rewind the run to any step up to its head.",
        )  # fmt: skip
        theme.changed.connect(self.update)
        self.valueChanged.connect(self._on_value_set)
        self.show_time(self._time, can_rewind=False)

    @property
    def losses(self) -> Sequence[tuple[float, float]]:
        """The points of the sparkline: step and mean loss."""
        return self._sparkline.points

    @property
    def time(self) -> RunTime:
        """What is shown; while the knob is held, with the step under the hand."""
        return self._time if self._dragged is None else self._time.asked(self._dragged)

    @property
    def _dragged(self) -> int | None:
        """The step under the hand that drags."""
        return self._drag.step if self._drag is not None else None

    @property
    def scale(self) -> TimelineScale:
        """Where the steps are."""
        edge = theme.px(LEFTMOST)
        return self._drag.scale if self._drag else TimelineScale(edge, max(edge, self.width() - edge), self._time.last)

    def show_experiment(self, experiment: Experiment | None) -> None:
        """Name blocks as this experiment does, which is the run's."""
        self._experiment = experiment

    def forget_losses(self) -> None:
        """Other losses are to be drawn."""
        self._sparkline = Sparkline()
        self.update()

    def add_losses(self, steps: npt.ArrayLike, losses: npt.ArrayLike) -> None:
        """Take more values of the loss, to be drawn with the next time; every one of them counts in a mean."""
        self._sparkline.add(steps, losses)

    def show_time(self, time: RunTime, *, can_rewind: bool) -> None:
        """Show where the run stands, and whether it can be brought to another step."""
        self._time, self._can_rewind = time, can_rewind
        if not can_rewind:
            self._let_go()
        with QSignalBlocker(self):  # else it would be a wish
            self.setRange(0, time.head)
            self.setPageStep(page_of(time.head))
            self.setValue(self.time.place)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if can_rewind else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if can_rewind else Qt.CursorShape.ArrowCursor)
        self.update()

    def _on_value_set(self, step: int) -> None:
        """Somebody else than `show_time` has set it, such as a screen reader."""
        self._ask(step)

    def _ask(self, step: int) -> None:
        if self._can_rewind:
            self.step_asked.emit(min(max(0, step), self._time.head))

    def _drag_to(self, drag: Drag, x: float) -> None:
        step = drag.scale.step_at(x + drag.offset, self._time.head)
        if step != drag.step:
            drag.step = step
            self.step_asked.emit(step)
            self.update()

    def _end_drag(self) -> None:
        """Whatever ends it, the run goes where the hand was last."""
        step = self._dragged
        self._let_go()
        if step is not None and self._can_rewind:
            self.step_chosen.emit(step)

    def _let_go(self) -> None:
        self._drag = None
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(320), theme.px(6 * GRID))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(96), theme.px(6 * GRID))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        time, scale = self.time, self.scale
        places = places_of(scale, self.height())
        draw_losses(painter, scale, places.losses, self._sparkline.heights(), time.place)
        draw_branches(painter, scale, places.line_y, time)
        draw_moments(painter, scale, places.line_y, time)
        draw_line(painter, scale, places.line_y, time)
        draw_marks(painter, scale, places, time)
        if self._hovered is not None and self._can_rewind and self._dragged is None:
            draw_hover(painter, scale, places, scale.step_at(self._hovered, time.head))
        elif self._dragged is not None:
            draw_hover(painter, scale, places, self._dragged)
        draw_knob(
            painter, scale.x_of(time.place), places.line_y, is_enabled=self._can_rewind, has_focus=self.hasFocus()
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or not self._can_rewind:
            event.ignore()
            return
        x = event.position().x()
        from_knob = self.scale.x_of(self._time.place) - x
        if abs(from_knob) <= theme.px(GRAB):
            self._drag = Drag(self.scale, from_knob)
        else:
            self._drag = Drag(self.scale)
            self._drag_to(self._drag, x)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hovered = event.position().x()
        if self._drag is not None:
            self._drag_to(self._drag, self._hovered)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._drag is not None:
            self._end_drag()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        page = page_of(self._time.head)
        is_shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        place = self.time.place
        match Qt.Key(event.key()):
            case Qt.Key.Key_Left:
                self._ask(place - (page if is_shifted else 1))
            case Qt.Key.Key_Right:
                self._ask(place + (page if is_shifted else 1))
            case Qt.Key.Key_PageUp:
                self._ask(place - page)
            case Qt.Key.Key_PageDown:
                self._ask(place + page)
            case Qt.Key.Key_Home:
                self._ask(0)
            case Qt.Key.Key_End:
                self._ask(self._time.head)
            case _:
                event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # a run is not rewound by scrolling past it

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = None
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() in ENDS_OF_DRAGS and self._drag is not None:
            self._end_drag()
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            words = words_at(self.scale, self.time, event.pos().x(), self._experiment) or hint(
                can_rewind=self._can_rewind
            )
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)
