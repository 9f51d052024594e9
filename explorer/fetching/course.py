"""How far fetching is: bytes, rate and the time that is left, in words and as a share."""

import time
from collections import deque

from explorer.jobs.job import Report
from models.text import Text, clock, shown_bytes

LEAST_S, WINDOW_S = 0.2, 5.0  # over which the rate is told
SLICE_S = 0.1  # after which a person who waits may cancel

ARRIVED = Text("{done} of {total}")
ARRIVING = Text("{done} of {total} · {rate}/s · {time} left")
CHECKING = Text("Looking at what is here already: {done}")
WAITING = Text("{host}: {cause}. Trying again …")
UNPACKING = Text("Unpacking {file}: {done}")


class Pace:
    """Bytes per second over the last few seconds."""

    def __init__(self) -> None:
        self._marks: deque[tuple[float, int]] = deque()

    def note(self, now: float, num_bytes: int) -> None:
        """So many bytes were here then."""
        self._marks.append((now, num_bytes))
        while len(self._marks) > 2 and self._marks[1][0] < now - WINDOW_S:
            self._marks.popleft()

    @property
    def rate(self) -> float:
        """0 as long as nothing can be told."""
        (start, first), (end, last) = self._marks[0], self._marks[-1]
        return max(0.0, (last - first) / (end - start)) if end - start >= LEAST_S else 0.0


class Course:
    """Tells a report of a download of several files; `total` bytes will come in all."""

    def __init__(self, report: Report, total: int) -> None:
        self._report, self._total = report, max(total, 1)
        self._before = 0  # bytes of the files that are done
        self._first = 0  # bytes of this file that were here already, and are looked at
        self._latest = 0
        self._pace = Pace()

    def begin_file(self, num_before: int, num_here: int) -> None:
        """The next file begins, of which so many bytes are here."""
        self._before, self._first, self._latest, self._pace = num_before, num_here, 0, Pace()

    def arrived(self, num_bytes: int) -> None:
        """So many bytes of the file are here."""
        if num_bytes < self._latest:  # what was here was of no use
            self._first, self._pace = 0, Pace()
        now, done, self._latest = time.monotonic(), self._before + num_bytes, num_bytes
        if num_bytes <= self._first:
            self._report(done / self._total, Text(CHECKING.source, {"done": shown_bytes(num_bytes)}))
            return
        self._pace.note(now, num_bytes)
        self._report(min(1.0, done / self._total), self._words(done))

    def _words(self, done: int) -> Text:
        params = {"done": shown_bytes(done), "total": shown_bytes(self._total)}
        rate = self._pace.rate
        if not rate:
            return Text(ARRIVED.source, params)
        left = clock(max(0, self._total - done) / rate)
        return Text(ARRIVING.source, {**params, "rate": shown_bytes(round(rate)), "time": left})

    def wait(self, seconds: float, host: str, cause: str) -> None:
        """Wait, while the person may cancel."""
        until = time.monotonic() + seconds
        words = Text(WAITING.source, {"host": host, "cause": cause})
        while True:
            self._report(None, words)
            left = until - time.monotonic()
            if left <= 0:
                return
            time.sleep(min(SLICE_S, left))

    def unpacked(self, file: str, num_bytes: int, most: int) -> None:
        """So many bytes of at most `most` came out of a file."""
        self._report(min(1.0, num_bytes / most), Text(UNPACKING.source, {"file": file, "done": shown_bytes(num_bytes)}))
