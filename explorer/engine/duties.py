"""The duties of a run that moves: what is told, looked at, saved and kept some 30 times a second."""

from explorer.engine.budget import FASTEST_S
from explorer.engine.loop import Moment
from explorer.engine.outbox import Outbox
from explorer.engine.reporter import Reporter
from explorer.engine.saving import Saving
from explorer.engine.timeline import Timeline
from explorer.engine.watching import Watching

PROGRESS_INTERVAL_S = 0.25


class Duties:
    """What has to be done in time, however fast the moments come. Times are those of `time.perf_counter`."""

    def __init__(
        self, watching: Watching, saving: Saving, timeline: Timeline, report: Reporter, outbox: Outbox
    ) -> None:
        self._watching = watching
        self._saving = saving
        self._timeline = timeline
        self._report = report
        self._outbox = outbox
        self._next = 0.0
        self._next_progress = 0.0

    def are_due(self, now: float) -> bool:
        """Whether it is time for them."""
        return now >= self._next

    def do(self, now: float, moment: Moment, *, looks: bool) -> None:
        """Do them; `looks` lets the watched probes look at this moment, if it is their turn.

        Raises:
            InputError: when a loss is not finite any more, or the run cannot be saved.
        """
        self._next = now + FASTEST_S
        with self._outbox.together():
            self._do(now, moment, looks=looks)

    def _do(self, now: float, moment: Moment, *, looks: bool) -> None:
        if now >= self._next_progress:
            self._next_progress = now + PROGRESS_INTERVAL_S
            self._report.progress()
        self._report.metrics(wait=self._saving.is_due(now))
        if moment.name == "step":
            if looks:
                self._watching.capture_due(now)
            if not self._timeline.is_replaying:
                self._saving.save_due(now)
            self._timeline.keep_due(now)
