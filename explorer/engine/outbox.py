"""Events on their way to the window: training puts them down, a writer thread sends them when the pipe has room.

Snapshots are large, and are pickled where they are put: the writer would hold the interpreter's lock for as long, which
would take as much of training's time, but nobody could tell whose looking it was.
"""

import pickle
import threading
from collections.abc import Hashable
from multiprocessing.connection import Connection

from explorer.events import Event, MetricsRecorded, joined


class Outbox:
    """Kept events arrive all and in order; metrics that wait are merged; of events with one key the latest is sent.

    A window that does not read fills the pipe, but never takes the time of the thread that trains.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._waiting: dict[Hashable, list[Event] | bytes] = {}
        self._num_kept = 0
        self._is_closed = False
        self._changed = threading.Condition()
        self._thread = threading.Thread(target=self._write, name="engine outbox", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def put(self, event: Event) -> None:
        """Send this event, after all that were put before it."""
        with self._changed:
            self._num_kept += 1
            self._waiting[self._num_kept] = [event]
            self._changed.notify()

    def put_latest(self, key: str, event: Event) -> None:
        """Send this event in place of a waiting one with the same key."""
        with self._changed:
            self._waiting[key] = [event]
            self._changed.notify()

    def put_snapshot(self, key: str, event: Event) -> None:
        """Likewise for what is large: it is pickled here and now."""
        message = pickle.dumps(event, protocol=5)
        with self._changed:
            self._waiting[key] = message
            self._changed.notify()

    def put_metrics(self, metrics: MetricsRecorded) -> None:
        """Send metrics together with those of the same run that still wait."""
        with self._changed:
            waiting = self._waiting.setdefault(("metrics", metrics.run_id), [])
            assert isinstance(waiting, list)
            waiting.append(metrics)
            self._changed.notify()

    def close(self, timeout_s: float) -> None:
        """Send what waits and end the writer; gives up on a window that does not read."""
        with self._changed:
            self._is_closed = True
            self._changed.notify()
        self._thread.join(timeout_s)

    def _write(self) -> None:
        try:
            while waiting := self._collect():
                for events in waiting:
                    message = events if isinstance(events, bytes) else pickle.dumps(merged(events), protocol=5)
                    self._connection.send_bytes(message)
        except OSError:
            return  # nobody is there to read

    def _collect(self) -> list[list[Event] | bytes]:
        with self._changed:
            self._changed.wait_for(lambda: bool(self._waiting) or self._is_closed)
            waiting = list(self._waiting.values())
            self._waiting = {}
        return waiting


def merged(events: list[Event]) -> Event:
    """One event out of those that waited under one key: metrics joined, series by series; else the only one."""
    if len(events) == 1:
        return events[0]
    metrics = [event for event in events if isinstance(event, MetricsRecorded)]
    return MetricsRecorded(metrics[0].run_id, joined(event.series for event in metrics))
