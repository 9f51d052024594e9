"""Events on their way to the window: training puts them down, a writer thread sends them when the pipe has room."""

import pickle
import threading
import time
from collections.abc import Hashable
from multiprocessing.connection import Connection

from explorer.events import Event, MetricsRecorded, SnapshotTaken, joined


class Outbox:
    """Kept events arrive all and in order; metrics that wait are merged; of events with one key the latest is sent.

    A window that does not read fills the pipe, but never takes the time of the thread that trains.
    """

    def __init__(self, connection: Connection) -> None:
        self.snapshot_seconds: dict[str, float] = {}
        self._connection = connection
        self._waiting: dict[Hashable, list[Event]] = {}
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

    def put_metrics(self, metrics: MetricsRecorded) -> None:
        """Send metrics together with those of the same run that still wait."""
        with self._changed:
            self._waiting.setdefault(("metrics", metrics.run_id), []).append(metrics)
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
                    self._connection.send_bytes(self._sealed(events))
        except OSError:
            return  # nobody is there to read

    def _collect(self) -> list[list[Event]]:
        with self._changed:
            self._changed.wait_for(lambda: bool(self._waiting) or self._is_closed)
            waiting = list(self._waiting.values())
            self._waiting = {}
        return waiting

    def _sealed(self, events: list[Event]) -> bytes:
        event = merged(events)
        started = time.perf_counter()
        message = pickle.dumps(event, protocol=5)
        if isinstance(event, SnapshotTaken):
            self.snapshot_seconds[event.watch_id] = time.perf_counter() - started
        return message


def merged(events: list[Event]) -> Event:
    """One event out of those that waited under one key: metrics joined, series by series; else the only one."""
    if len(events) == 1:
        return events[0]
    metrics = [event for event in events if isinstance(event, MetricsRecorded)]
    return MetricsRecorded(metrics[0].run_id, joined(event.series for event in metrics))
