"""Run, pause, step, stop and speed, with the timeline and the step: what a tape recorder has."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from ui.icons import icon
from ui.run_place import NOWHERE, RunPlace
from ui.run_states import MOVING, STOPPABLE, UNSTEPPABLE
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

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.run = QPushButton()
        self.stop = QToolButton()
        self.step = QToolButton()
        self.unit = QComboBox()
        self.speed = SpeedSlider()
        self.timeline = TimelineStrip()
        self._step_label = QLabel()
        self._note = QLabel()
        self._step, self._is_running, self._state, self._differs = 0, False, "", False
        self._place = NOWHERE
        self._fill()
        self.run.clicked.connect(self.run_requested)
        self.stop.clicked.connect(self.stop_requested)
        self.step.clicked.connect(lambda: self.step_requested.emit(UNITS[self.unit.currentIndex()]))
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

    def show_state(self, state: str) -> None:
        """Enable what can be done in this state of the run; an empty state means that there is none."""
        self._state = state
        self._is_running = state in MOVING
        self.run.setEnabled(state != "loading")
        self.step.setEnabled(state not in UNSTEPPABLE)
        self.stop.setEnabled(state in STOPPABLE)
        self._show_icons()
        self._show_words()

    def show_place(self, step: int, share: float) -> None:
        """Where the run is: its step, and which share of it is done, 0 to 1."""
        self._step = step
        self._step_label.setText(tr("step {step}", step=step))
        self.timeline.show_place(step, share)

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
        words = tr("Pause") if self._is_running else tr("Run")
        self.run.setText(words)
        self.run.setToolTip(tr("{action} (Space)", action=words))
        self._step_label.setText(tr("step {step}", step=self._step))
        self._show_note()

    def _show_note(self) -> None:
        self._note.setText(tr("differs from the spec") if self._differs else self._state_words())
        # While places pass, the longest of them decides, so that the timeline does not change its length with each.
        width = max(self._note.minimumWidth(), self._note.sizeHint().width()) if self._place != NOWHERE else 0
        self._note.setMinimumWidth(width)
        set_role(self._note, "warning" if self._differs else "muted")

    def _state_words(self) -> str:
        words = {
            "": tr("ready"), "loading": tr("loading"), "paused": tr("paused"), "running": tr("running"),
            "stepping": tr("stepping"), "evaluating": tr("evaluating"), "finished": tr("finished"),
            "stopped": tr("stopped"), "failed": tr("failed"),
        }  # fmt: skip
        return words.get(self._state, self._state) + self._place.words

    def _show_icons(self) -> None:
        colors = theme.colors
        self.run.setIcon(icon("pause" if self._is_running else "play", colors.background))
        self.stop.setIcon(icon("stop", colors.text))
        self.step.setIcon(icon("step", colors.text))
        for button, pixels in ((self.run, 18), (self.stop, 16), (self.step, 16)):
            button.setIconSize(QSize(theme.px(pixels), theme.px(pixels)))
            button.setMinimumHeight(theme.px(40))
        self.run.setMinimumWidth(theme.px(104))
        self._step_label.setMinimumWidth(theme.px(152))

    def _fill(self) -> None:
        set_role(self, "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_role(self.run, "primary")
        set_role(self._step_label, "number")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        layout.setSpacing(GRID)
        for widget in (self.run, self.step, self.unit, self.stop):
            widget.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard where it is
            layout.addWidget(widget)
        layout.addSpacing(GRID)
        layout.addWidget(self.speed)
        layout.addSpacing(GRID)
        layout.addWidget(self.timeline, 1)
        layout.addSpacing(GRID)
        place = QVBoxLayout()
        place.setSpacing(0)
        place.addWidget(self._step_label)
        place.addWidget(self._note)
        layout.addLayout(place)
