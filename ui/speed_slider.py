"""The speed of training: from one phase every two seconds to as many as can be computed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QWidget

from ui.text import bind, follow_language, tr
from ui.theme import GRID, set_role, theme

# Phases per second, each about twice or thrice the one before: equal ways of the knob are equal factors.
SPEEDS: tuple[float | None, ...] = (0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, None)
UNLIMITED = len(SPEEDS) - 1


def speed_words(speed: float | None) -> str:
    """A speed with its unit: "0.5 phases/s", "unlimited"."""
    if speed is None:
        return tr("unlimited")
    return tr("1 phase/s") if speed == 1 else tr("{speed} phases/s", speed=f"{speed:g}")


class SpeedSlider(QWidget):
    """A slider with the chosen speed in words beside it; at its right end nothing is held up."""

    speed_changed = Signal(object)  # phases per second, None without a limit

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, UNLIMITED)
        self.slider.setPageStep(3)  # about ten times as fast
        self.slider.setValue(UNLIMITED)
        self._words = QLabel()
        set_role(self._words, "muted")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.slider)
        layout.addWidget(self._words)
        self.setFocusProxy(self.slider)
        self.slider.valueChanged.connect(self._on_value_changed)
        bind(self.slider, "setAccessibleName", "Speed")
        bind(
            self.slider,
            "setToolTip",
            "Speed in phases per second, every block of a forward phase counted as one; at the right end unlimited",
        )
        theme.changed.connect(self._show_words)
        follow_language(self, self._show_words)
        self._show_words()

    @property
    def speed(self) -> float | None:
        """Phases per second; None without a limit."""
        return SPEEDS[self.slider.value()]

    def choose(self, speed: float) -> None:
        """Go so many phases a second, or about as many."""
        limited = [one for one in SPEEDS if one is not None]
        self.slider.setValue(limited.index(min(limited, key=lambda one: abs(one - speed))))

    def _on_value_changed(self) -> None:
        self._show_words()
        self.speed_changed.emit(self.speed)

    def _show_words(self) -> None:
        words = speed_words(self.speed)
        self._words.setText(words)
        self.slider.setAccessibleDescription(words)
        metrics = self._words.fontMetrics()  # as wide as the widest, so that nothing beside it moves
        self._words.setFixedWidth(max(metrics.horizontalAdvance(speed_words(speed)) for speed in SPEEDS) + 2)
        self.slider.setFixedWidth(theme.px(96))
