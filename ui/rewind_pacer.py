"""Paces rewinds: a hand that drags asks for a hundred steps a second, and the engine is asked for twenty."""

from PySide6.QtCore import QObject, QTimer, Signal

PACE_MS = 50


class RewindPacer(QObject):
    """Passes the first step on at once, then the newest one every PACE_MS; the last one always."""

    passed = Signal(int)  # the step to rewind to

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: int | None = None
        self._timer = QTimer(self, singleShot=True, interval=PACE_MS)
        self._timer.timeout.connect(self.flush)

    def ask(self, step: int) -> None:
        """Pass this step on as soon as its turn has come; it replaces one that waits."""
        self._waiting = step
        if not self._timer.isActive():
            self.flush()

    def flush(self) -> None:
        """Pass on what waits, now."""
        self._timer.stop()
        if self._waiting is not None:
            step, self._waiting = self._waiting, None
            self._timer.start()
            self.passed.emit(step)

    def forget(self) -> None:
        """Nothing of what was asked for matters any more."""
        self._waiting = None
        self._timer.stop()
