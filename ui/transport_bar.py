"""Run, pause, step, stop and speed, with the timeline and the step: what a tape recorder has."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QToolButton, QWidget

from ui.icons import icon
from ui.place_words import PlaceWords
from ui.run_place import NOWHERE, RunPlace
from ui.run_states import STOPPABLE, UNSTEPPABLE
from ui.run_time import RunTime
from ui.speed_slider import SpeedSlider
from ui.text import bind, follow_language, tr
from ui.theme import GRID, set_role, theme
from ui.timeline_strip import TimelineStrip

UNITS = ("block", "phase", "batch", "epoch")
FIRST_UNIT = UNITS.index("batch")


class TransportBar(QWidget):
    """Says what is asked for; the run controller does it, and tells what the bar shall show."""

    run_requested = Signal()
    stop_requested = Signal()
    step_requested = Signal(str)  # block, phase, batch or epoch
    rewind_requested = Signal(int)  # the step to go to

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.run = QPushButton()
        self.stop = QToolButton()
        self.step = QToolButton()
        self.unit = QComboBox()
        self.speed = SpeedSlider()
        self.timeline = TimelineStrip()
        self.to_start, self.to_head = QToolButton(), QToolButton()
        self.words = PlaceWords()
        self._step_label, self._note = self.words.step, self.words.note
        self._head, self._pauses, self._state, self._differs = 0, False, "", False
        self._place = NOWHERE
        self._fill()
        self.run.clicked.connect(self.run_requested)
        self.stop.clicked.connect(self.stop_requested)
        self.step.clicked.connect(lambda: self.step_requested.emit(UNITS[self.unit.currentIndex()]))
        self.to_start.clicked.connect(lambda: self.rewind_requested.emit(0))
        self.to_head.clicked.connect(lambda: self.rewind_requested.emit(self._head))
        bind(self.to_start, "setToolTip", "Rewind to the start (Ctrl+Home)")
        bind(self.to_head, "setToolTip", "Go to the head, as far as the run has come (Ctrl+End)")
        bind(self.to_start, "setAccessibleName", "To the start")
        bind(self.to_head, "setAccessibleName", "To the head")
        bind(self.stop, "setToolTip", "Stop the run and keep it (Ctrl+.)")
        bind(self.step, "setToolTip", "Go on by one block, phase, batch or epoch (F8, F9, F10, F11)")
        bind(self.stop, "setAccessibleName", "Stop")
        bind(self.step, "setAccessibleName", "Step")
        bind(self.unit, "setAccessibleName", "Unit of a step")
        follow_language(self, self._show_words)
        theme.changed.connect(self._show_icons)
        self._show_words()
        self._show_icons()
        self.show_state("")

    def show_state(self, state: str, *, pauses: bool = False) -> None:
        """Enable what can be done in this state of the run; an empty state means that there is none.

        `pauses`: the big button pauses the run, else it lets it go (on).
        """
        self._state, self._pauses = state, pauses
        self.run.setEnabled(state != "loading")
        self.step.setEnabled(state not in UNSTEPPABLE)
        self.stop.setEnabled(state in STOPPABLE)
        self._show_icons()
        self._show_words()

    def show_time(self, time: RunTime, *, can_rewind: bool) -> None:
        """Where the run stands, how far it has come, and whether it can be brought to another step."""
        self._head = time.head
        self.timeline.show_time(time, can_rewind=can_rewind)
        self.to_start.setEnabled(can_rewind and time.place > 0)
        self.to_head.setEnabled(can_rewind and time.is_behind)
        self.words.show_time(time)
        self._show_note()

    def show_run_place(self, place: RunPlace) -> None:
        """Say where in a step the run stands, or passes in slow motion."""
        self._place = place
        self._show_note()

    def show_differs(self, differs: bool) -> None:
        """Say whether the experiment is another one by now than the run's."""
        self._differs = differs
        self._show_words()

    def _show_words(self) -> None:
        row = self.unit.currentIndex() if self.unit.count() else FIRST_UNIT
        self.unit.clear()
        self.unit.addItems([tr("block"), tr("phase"), tr("batch"), tr("epoch")])
        self.unit.setCurrentIndex(row)
        words = tr("Pause") if self._pauses else tr("Run")
        self.run.setText(words)
        self.run.setToolTip(tr("{action} (Space)", action=words))
        self._show_note()

    def _show_note(self) -> None:
        self.words.show_state(self._state, self._place.words, differs=self._differs)

    def _show_icons(self) -> None:
        colors = theme.colors
        self.run.setIcon(icon("pause" if self._pauses else "play", colors.background))
        self.stop.setIcon(icon("stop", colors.text))
        self.step.setIcon(icon("step", colors.text))
        self.to_start.setIcon(icon("start", colors.text))
        self.to_head.setIcon(icon("head", colors.text))
        for button, pixels in (
            (self.run, 18), (self.stop, 16), (self.step, 16), (self.to_start, 16), (self.to_head, 16),
        ):  # fmt: skip
            button.setIconSize(QSize(theme.px(pixels), theme.px(pixels)))
            button.setMinimumHeight(theme.px(40))
        self.run.setMinimumWidth(theme.px(104))

    def _fill(self) -> None:
        set_role(self, "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_role(self.run, "primary")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        layout.setSpacing(GRID)
        for widget in (self.run, self.step, self.unit, self.stop):
            widget.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard where it is
            layout.addWidget(widget)
        layout.addSpacing(GRID)
        layout.addWidget(self.speed)
        layout.addSpacing(GRID)
        layout.addWidget(self.to_start)
        layout.addWidget(self.timeline, 1)
        layout.addWidget(self.to_head)
        for button in (self.to_start, self.to_head):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        layout.addSpacing(GRID)
        layout.addWidget(self.words)
