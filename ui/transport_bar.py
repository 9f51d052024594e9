"""Run, pause, step and stop, with the timeline and the step: what a tape recorder has."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from ui.icons import icon
from ui.run_states import MOVING, STOPPABLE, UNSTEPPABLE
from ui.text import bind, follow_language, tr
from ui.theme import GRID, set_role, theme
from ui.timeline_strip import TimelineStrip

UNITS = ("phase", "batch", "epoch")


class TransportBar(QWidget):
    """Says what is asked for; the run controller does it, and tells what the bar shall show."""

    run_requested = Signal()
    stop_requested = Signal()
    step_requested = Signal(str)  # phase, batch or epoch

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.run = QPushButton()
        self.stop = QToolButton()
        self.step = QToolButton()
        self.unit = QComboBox()
        self.timeline = TimelineStrip()
        self._step_label = QLabel()
        self._note = QLabel()
        self._step, self._is_running, self._state, self._differs = 0, False, "", False
        self._place = ("", "")
        self._fill()
        self.run.clicked.connect(self.run_requested)
        self.stop.clicked.connect(self.stop_requested)
        self.step.clicked.connect(lambda: self.step_requested.emit(UNITS[self.unit.currentIndex()]))
        bind(self.stop, "setToolTip", "Stop the run and keep it (Ctrl+.)")
        bind(self.step, "setToolTip", "Go on by one phase, batch or epoch (F9, F10, F11)")
        bind(self.stop, "setAccessibleName", "Stop")
        bind(self.step, "setAccessibleName", "Step")
        bind(self.unit, "setAccessibleName", "Unit of a step")
        follow_language(self, self._show_words)
        theme.changed.connect(self._show_icons)
        self._show_words()
        self._show_icons()
        self.show_state("")

    def show_state(self, state: str, phase: str = "", network: str = "") -> None:
        """Enable what can be done in this state of the run; an empty state means that there is none.

        In mid-step `phase` was the last one, of `network`.
        """
        self._state, self._place = state, (phase, network)
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

    def show_differs(self, differs: bool) -> None:
        """Say whether the experiment is another one by now than the run's."""
        self._differs = differs
        self._show_words()

    def _show_words(self) -> None:
        row = max(self.unit.currentIndex(), 1 if self.unit.count() == 0 else 0)
        self.unit.clear()
        self.unit.addItems([tr("phase"), tr("batch"), tr("epoch")])
        self.unit.setCurrentIndex(row)
        words = tr("Pause") if self._is_running else tr("Run")
        self.run.setText(words)
        self.run.setToolTip(tr("{action} (Space)", action=words))
        self._step_label.setText(tr("step {step}", step=self._step))
        self._note.setText(tr("differs from the spec") if self._differs else self._state_words())
        set_role(self._note, "warning" if self._differs else "muted")

    def _state_words(self) -> str:
        words = {
            "": tr("ready"), "loading": tr("loading"), "paused": tr("paused"), "running": tr("running"),
            "stepping": tr("stepping"), "rewinding": tr("rewinding"), "evaluating": tr("evaluating"),
            "finished": tr("finished"), "stopped": tr("stopped"), "failed": tr("failed"),
        }  # fmt: skip
        return words.get(self._state, self._state) + (self._place_words() if self._state == "paused" else "")

    def _place_words(self) -> str:
        """Where in the step a paused run stands: " · discriminator · backward"; empty between two steps."""
        words = {
            "forward": tr("forward"), "loss": tr("loss"), "backward": tr("backward"), "update": tr("update"),
            "generator": tr("generator"), "discriminator": tr("discriminator"), "encoder": tr("encoder"),
            "decoder": tr("decoder"),
        }  # fmt: skip
        phase, network = self._place
        return "".join(f" · {words[name]}" for name in (network, phase) if name in words)

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
        layout.addWidget(self.timeline, 1)
        layout.addSpacing(GRID)
        place = QVBoxLayout()
        place.setSpacing(0)
        place.addWidget(self._step_label)
        place.addWidget(self._note)
        layout.addLayout(place)
