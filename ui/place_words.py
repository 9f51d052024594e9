"""Where the run stands, in words: the step, and what the run does there."""

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.run_time import RunTime
from ui.text import follow_language, tr
from ui.theme import GRID, LARGE, set_role, theme

USUAL_WIDTH = 152  # pixels


class PlaceWords(QWidget):
    """As wide as the longest of its usual words, so that the timeline beside it keeps its length."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.step, self.head, self.note = QLabel(), QLabel(), QLabel()
        self._time = RunTime()
        set_role(self.step, "number")
        set_role(self.head, "muted")
        place = QHBoxLayout()
        place.setSpacing(GRID // 2)
        place.addWidget(self.step)
        place.addWidget(self.head)
        place.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(place)
        layout.addWidget(self.note)
        follow_language(self, self._show)
        theme.changed.connect(self._show)
        self._show()

    def show_time(self, time: RunTime) -> None:
        """The step, and behind the head how far the run has come."""
        self._time = time
        self._show()

    def show_state(self, state: str, where: str, *, differs: bool) -> None:
        """What the run does, and in words where in a step."""
        words = tr("differs from the spec") if differs else state_words(state, where, self._time.is_behind)
        self.note.setText(words)
        # While places pass, the longest of them decides, so that the timeline does not change its length with each.
        width = max(self.note.minimumWidth(), self.note.sizeHint().width()) if where else 0
        self.note.setMinimumWidth(width)
        set_role(self.note, "warning" if differs else "muted")

    def _show(self) -> None:
        time = self._time
        self.step.setText(tr("step {step}", step=time.place))
        self.head.setText(tr("of {head}", head=time.head) if time.is_behind else "")
        self.head.setToolTip(tr("The run has come to step {head}, its head", head=time.head))
        wide = QFontMetrics(theme.font(LARGE, bold=True)).horizontalAdvance(tr("step {step}", step=time.head))
        usual = QFontMetrics(theme.font())
        wide += GRID + usual.horizontalAdvance(tr("of {head}", head=time.head))
        note = usual.horizontalAdvance(state_words("paused", "", is_behind=True))
        self.setMinimumWidth(max(theme.px(USUAL_WIDTH), *((wide, note) if time.head else (0,))))


def state_words(state: str, where: str, is_behind: bool) -> str:
    """What the run does; an empty state means that there is none."""
    words = {
        "": tr("ready"), "loading": tr("loading"), "paused": tr("paused"), "running": tr("running"),
        "stepping": tr("stepping"), "rewinding": tr("rewinding"), "compiling": tr("compiling"),
        "finished": tr("finished"), "stopped": tr("stopped"), "failed": tr("failed"),
    }  # fmt: skip
    doing = tr("replaying") if state == "running" and is_behind else words.get(state, state)
    return doing + where + (f" · {tr('behind the head')}" if state == "paused" and is_behind else "")
