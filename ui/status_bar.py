"""The bottom line: device, speed, cost of watching, memory, epoch and time left, all as the engine tells them."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from models.text import clock
from ui.alarm_badge import AlarmBadge
from ui.text import follow_language, say, tr
from ui.theme import GRID, set_role

if TYPE_CHECKING:
    from explorer.events import Progress, RunLoaded

NOTE_MS = 20_000  # a note is read by then, and would soon be wrong


class StatusBar(QWidget):
    """Shows the last Progress; without a run it says how the engine is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._loaded: RunLoaded | None = None
        self._progress: Progress | None = None
        self._engine = "starting"
        self._num_epochs: int | None = None
        self.cost = QPushButton()  # opens the menu of what looking may cost
        self.cost.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._labels: dict[str, QLabel | QPushButton] = {
            name: self.cost if name == "cost" else QLabel()
            for name in ("device", "speed", "cost", "memory", "epoch", "left")
        }
        self._hint = QLabel()
        self.alarms = AlarmBadge()
        self.alarms.hide()  # until there can be a run
        set_role(self, "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * GRID, GRID // 2, 2 * GRID, GRID // 2)
        layout.setSpacing(3 * GRID)
        for label in self._labels.values():
            set_role(label, "calm" if label is self.cost else "muted")
            layout.addWidget(label)
        layout.addStretch(1)
        layout.addWidget(self._hint)
        layout.addWidget(self.alarms)
        set_role(self._hint, "muted")
        self._note_ends = QTimer(self, interval=NOTE_MS, singleShot=True)
        self._note_ends.timeout.connect(self._show_engine)
        follow_language(self, self._show)
        self._show()

    def show_engine(self, state: str) -> None:
        """The engine is "starting", "ready" or "lost"."""
        self._engine = state
        self._show_engine()

    def show_run(self, loaded: "RunLoaded | None", num_epochs: int | None) -> None:
        """Another run is loaded, or none."""
        self._loaded, self._progress, self._num_epochs = loaded, None, num_epochs
        self._show_facts()

    def show_progress(self, progress: "Progress") -> None:
        """Where the run is and how fast."""
        self._progress = progress
        self._show_facts()

    def show_note(self, note: str) -> None:
        """Say that something was done, for a while; the next thing to say replaces it."""
        self._hint.setText(note)
        self._note_ends.start()

    def _show(self) -> None:
        self._show_engine()
        self._show_facts()

    def _show_engine(self) -> None:
        words = {
            "starting": tr("The engine is starting …"), "ready": tr("Engine ready"),
            "lost": tr("The engine was lost"),
        }  # fmt: skip
        self._note_ends.stop()
        self._hint.setText(words[self._engine])

    def _show_facts(self) -> None:
        texts = dict.fromkeys(self._labels, "")
        if self._loaded is not None:
            texts["device"] = _device_text(self._loaded)
        if self._progress is not None:
            texts |= self._progress_texts(self._progress)
        costs = self._progress.costs if self._progress is not None else {}
        hint = tr("Press to choose how much of the time looking may take.")
        self.cost.setToolTip(f"{cost_words(costs)}\n\n{hint}" if costs else hint)
        computing = self._progress.computing if self._progress is not None else ()
        words = [device_words(self._loaded)] if self._loaded is not None else []
        self._labels["device"].setToolTip("\n".join([*words, *map(say, computing)]))
        for name, label in self._labels.items():
            label.setText(texts[name])
            label.setVisible(bool(texts[name]))

    def _progress_texts(self, progress: "Progress") -> dict[str, str]:
        epoch = progress.epoch + 1
        speed = _three_figures(progress.samples_per_second)
        return {
            "speed": tr("{speed} samples/s", speed=speed),
            "cost": tr("watching costs {percent} %", percent=f"{100 * progress.watching_cost:.1f}"),
            "memory": tr("{size} MB", size=round(progress.memory_bytes / 1e6)),
            "epoch": tr("epoch {epoch}/{count}", epoch=min(epoch, self._num_epochs), count=self._num_epochs)
            if self._num_epochs else tr("epoch {epoch}", epoch=epoch),
            "left": tr("{time} left", time=clock(progress.seconds_left)) if progress.seconds_left is not None else "",
        }  # fmt: skip


def _device_text(loaded: "RunLoaded") -> str:
    """The device, threads where they matter, and whether data are streamed, which is the exception."""
    threads = loaded.num_threads
    many = tr("{count} threads", count=threads) if threads > 1 else tr("1 thread")
    parts = [loaded.device, *([many] if loaded.device == "cpu" else [])]
    if loaded.residence is not None and loaded.residence.kind != "resident":
        parts.append(tr("data streamed"))
    return " · ".join(parts)


def device_words(loaded: "RunLoaded") -> str:
    """With how many threads the run computes, and where its data are, a sentence a line."""
    threads = loaded.num_threads
    many = tr("Torch computes with {count} processor threads.", count=threads)
    kept = tr("The number is kept with the run, since the last digits of every loss depend on it.")
    first = f"{many if threads > 1 else tr('Torch computes with 1 processor thread.')} {kept}"
    return first if loaded.residence is None else f"{first}\n{say(loaded.residence.words())}"


def cost_words(costs: Mapping[str, float]) -> str:
    """What each view takes of the time, the dearest first, one a line."""
    from explorer.events import CHECKUPS, SENDING  # by now they are there, which they are not when the window comes up
    from ui.views import VIEWS

    titles = {view.kind: tr(view.title) for view in VIEWS}
    titles |= {CHECKUPS: tr("Checkups for alarms"), SENDING: tr("Sending what was seen")}
    dearest = sorted(costs, key=lambda name: (-costs[name], name))
    lines = [f"{titles.get(name, name)}: {100 * costs[name]:.1f} %" for name in dearest]
    return "\n".join([tr("Of the time, looking takes"), *lines])


def _three_figures(value: float) -> int:
    """Rounded so that the last digits do not flicker: 31 417 -> 31 400."""
    whole = round(value)
    return round(whole, 3 - len(str(whole))) if whole > 0 else 0
