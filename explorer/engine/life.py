"""The life of a run, moment by moment: training, and what is kept of it."""

from explorer.engine.learner import Learner
from explorer.engine.loop import Moment, train
from explorer.engine.reporter import Reporter
from explorer.engine.saving import Saving
from explorer.engine.timeline import Timeline
from models.problem import InputError


class Life:
    """Owns the generator of moments. What is replayed is neither recorded nor saved again."""

    def __init__(self, learner: Learner, timeline: Timeline, report: Reporter, saving: Saving) -> None:
        self.num_moments = 0
        self.is_evaluating = False  # the last moment was within a validation, during which the stopwatch stands
        self.has_ended = False  # at its head the run is finished
        self._learner = learner
        self._timeline = timeline
        self._report = report
        self._saving = saving
        self._moments = train(learner)

    @property
    def is_finished(self) -> bool:
        """Whether the learner stands at the end of the run."""
        return self.has_ended and not self._timeline.is_replaying

    @property
    def is_at_end_of_step(self) -> bool:
        """Whether the last phase of a step is done, so that the step is done with the next moment."""
        learner = self._learner
        return learner.is_in_step and learner.phase is not None and learner.phase.ends_step

    @property
    def counts_time(self) -> bool:
        """Whether what comes now is time of training."""
        return not (self.is_evaluating or self._timeline.is_replaying or self.is_finished)

    def move(self) -> Moment:
        """The next moment; at the head of a replay everything is put back as it was there.

        Raises:
            InputError: when a loss is not finite, samples cannot be read, or the run cannot be saved.
        """
        try:
            moment = next(self._moments)
        except InputError:  # it came from within: what is left of the generator is nothing
            self.restart()
            raise
        self.num_moments += 1
        self.is_evaluating = moment.name == "evaluating"
        if moment.name == "phase" and moment.phase is not None and moment.phase.name != "loss":
            return moment  # most moments are such, of which nothing is kept
        if not self._timeline.is_replaying:
            self._live(moment)
        elif moment.name == "step" and self._learner.step == self._timeline.head:
            self._timeline.arrive()
            self.restart()
        return moment

    def restart(self) -> None:
        """Go on from where the learner has been put."""
        self.num_moments += 1
        self.is_evaluating = False
        self._moments.close()
        self._moments = train(self._learner)
        self._report.restart()

    def end_step(self) -> None:
        """Training may go on elsewhere from what is saved, so that no step may be saved half done."""
        while self._learner.is_in_step:
            self.move()

    def leave_head(self) -> None:
        """Keep the run as it is at its head, unless it stands behind it already, and end whatever is under way.

        Where nothing comes of what it is left for, it can be gone on from here.

        Raises:
            InputError: when it cannot be saved.
        """
        if not self._timeline.is_replaying:
            self.end_step()
            self._report.last_metrics()
            self._timeline.keep_head()
            self._saving.write_checkpoint("last")
        self.restart()

    def _live(self, moment: Moment) -> None:
        self._report.alarms.follow(moment)
        if moment.name in ("phase", "block", "evaluating"):
            return
        self._report.recorder.record(self._learner.step, moment.metrics, moment.before)
        if moment.name == "epoch":
            self._saving.keep_best(moment.metrics)
        if moment.name == "finished":
            self.has_ended = True
            self._report.metrics()
            self._saving.write_checkpoint("last")
            self._report.early_end()
            self._saving.set_status("finished")
