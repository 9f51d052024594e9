"""Events on their way to the window: training puts them down, a writer thread sends them when the pipe has room.

Whenever the writer wakes, and after every write, it takes the interpreter's lock from training, which then waits for as
long as two threads need to change places. So all that waits goes as one message, and what is put `together` wakes it
once. Snapshots are large, and are pickled where they are put, where the time that it takes counts as that of looking.
"""

import threading
import time
from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection

from explorer.engine.messages import joined as one_message
from explorer.engine.messages import packed
from explorer.events import Event, MetricsRecorded, joined


class Outbox:
    """Kept events arrive all and in order; metrics that wait are merged; of events with one key the latest is sent.

    A window that does not read fills the pipe, but never takes the time of the thread that trains.
    """

    def __init__(self, connection: Connection) -> None:
        self.seconds = 0.0  # of a processor, that messages with snapshots have taken of the writer
        self._connection = connection
        self._waiting: dict[Hashable, list[Event] | bytes] = {}
        self._num_kept = 0
        self._is_held = False
        self._is_closed = False
        self._changed = threading.Condition()
        self._thread = threading.Thread(target=self._write, name="engine outbox", daemon=True)

    def start(self) -> None:
        self._thread.start()

    @contextmanager
    def together(self) -> Iterator[None]:
        """What the thread that trains puts meanwhile is sent afterwards."""
        self._is_held = True
        try:
            yield
        finally:
            self._is_held = False
            self._put()

    def put(self, event: Event) -> None:
        """Send this event, after all that were put before it."""
        self._num_kept += 1
        self._put(self._num_kept, [event])

    def put_latest(self, key: str, event: Event) -> None:
        """Send this event in place of a waiting one with the same key."""
        self._put(key, [event])

    def put_snapshot(self, key: str, event: Event) -> None:
        """Likewise for what is large: it is pickled here and now."""
        self._put(key, packed(event))

    def put_metrics(self, metrics: MetricsRecorded) -> None:
        """Send metrics together with those of the same run that still wait."""
        with self._changed:
            waiting = self._waiting.setdefault(("metrics", metrics.run_id), [])
            assert isinstance(waiting, list)
            waiting.append(metrics)
        self._put()

    def close(self, timeout_s: float) -> None:
        """Send what waits and end the writer; gives up on a window that does not read."""
        self._is_closed = True
        self._put()
        self._thread.join(timeout_s)

    def _put(self, key: Hashable = None, content: list[Event] | bytes = b"") -> None:
        with self._changed:
            if content:
                self._waiting[key] = content
            if not self._is_held:
                self._changed.notify()

    def _write(self) -> None:
        try:
            while waiting := self._collect():
                parts = [part if isinstance(part, bytes) else packed(merged(part)) for part in waiting]
                began = time.thread_time()
                self._connection.send_bytes(one_message(parts))
                if any(isinstance(part, bytes) for part in waiting):
                    self.seconds += time.thread_time() - began
        except OSError:
            return  # nobody is there to read

    def _collect(self) -> list[list[Event] | bytes]:
        with self._changed:
            self._changed.wait_for(lambda: (bool(self._waiting) and not self._is_held) or self._is_closed)
            waiting = list(self._waiting.values())
            self._waiting = {}
        return waiting


def merged(events: list[Event]) -> Event:
    """One event out of those that waited under one key: metrics joined, series by series; else the only one."""
    if len(events) == 1:
        return events[0]
    metrics = [event for event in events if isinstance(event, MetricsRecorded)]
    return MetricsRecorded(metrics[0].run_id, joined(event.series for event in metrics))
