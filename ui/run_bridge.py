"""Brings what the engine says into the window: one timer, one batch, at most sixty times a second."""

from PySide6.QtCore import QObject, QTimer, Signal

from explorer.engine.client import EngineClient

INTERVAL_MS = 16


class RunBridge(QObject):
    """Empties the client's queue at a steady pace and hands over everything that came since, in order."""

    events_arrived = Signal(list)  # of Event, never empty
    ticked = Signal()  # after every look into the queue, also an empty one

    def __init__(self, client: EngineClient, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._client = client
        self._timer = QTimer(self, interval=INTERVAL_MS)
        self._timer.timeout.connect(self.drain)
        self._timer.start()

    def drain(self) -> None:
        """Hand over what has arrived."""
        events = self._client.take_events()
        if events:
            self.events_arrived.emit(events)
        self.ticked.emit()

    def stop(self) -> None:
        """The window closes."""
        self._timer.stop()
