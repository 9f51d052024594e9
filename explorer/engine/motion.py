"""How a run moves: towards what was asked for, at the speed that was asked for, and what is told of it on the way."""

import math
import time

from explorer.engine.aim import Aim, Kind
from explorer.engine.duties import Duties
from explorer.engine.learner import Learner
from explorer.engine.life import Life
from explorer.engine.loop import Moment
from explorer.engine.pacing import Pace
from explorer.engine.reporter import Reporter
from explorer.engine.timeline import Timeline
from explorer.events import RunState
from explorer.objective import Phase


class Motion:
    """Lets a life move as far as `aim` says, as fast as `pace` allows."""

    def __init__(self, learner: Learner, life: Life, timeline: Timeline, duties: Duties, report: Reporter) -> None:
        self.aim = Aim()
        self.pace = Pace()
        self.phase: Phase | None = None  # the last one of the step under way, or of the one that was just shown
        self._learner = learner
        self._life = life
        self._timeline = timeline
        self._duties = duties
        self._report = report
        if learner.compiler is not None:
            learner.compiler.tell = self._tell_compiling

    @property
    def is_asked_for(self) -> bool:
        """Whether there is anything to move on to."""
        return self.aim.kind != "stand"

    @property
    def rest_s(self) -> float | None:
        """For how many seconds there is nothing to do unless a command comes; None as long as none comes."""
        return self.pace.rest_s if self.is_asked_for else None

    def set_out(self, kind: Kind) -> None:
        """Move on to something else, unless the run is finished."""
        if self._life.is_finished:
            self.tell("finished")
            return
        if not self.is_asked_for:
            self._count_time()
            self._report.restart()
        self.aim.set(kind)
        self.set_stops()
        self.tell_moving()

    def set_stops(self) -> None:
        """Let training stop as often as somebody wants to stand, and no more often."""
        kind, learner = self.aim.kind, self._learner
        is_slow = self.pace.is_limited and kind != "rewind"
        learner.stops_at_blocks = is_slow or kind == "block"
        learner.stops_at_phases = is_slow or self.aim.shows_phases
        learner.goes_until = {"play": math.inf, "epoch": math.inf, "rewind": self.aim.target}.get(kind, 0)

    def settle(self) -> None:
        """Move no further."""
        self.aim.set("stand")
        self.pace.wake()
        self._learner.stopwatch.stop()

    def wake(self) -> None:
        """The rest under way, if there is one, is over."""
        if self.pace.is_resting and self.is_asked_for:
            self.pace.wake()
            self._count_time()

    def move(self) -> bool:
        """Go on by one moment; whether the run has to stand there.

        Raises:
            InputError: when training met a named problem.
        """
        was_replaying = self._timeline.is_replaying
        moment = self._life.move()
        if moment.name in ("phase", "block"):
            self.phase = moment.phase
            if self.aim.kind == "play" and not self.pace.is_limited:
                return False  # nobody stands here, and there are a thousand such moments a second
        else:
            self._on_moment(moment)
        if was_replaying and not self._timeline.is_replaying and self.aim.kind != "rewind":
            self._count_time()
        if self._life.is_finished or self.aim.is_reached(moment, self._learner.step):
            if self._life.is_finished or not self.aim.next_step():
                return True
            self.set_stops()
        elif self.pace.is_limited and moment.is_stop and self.aim.kind in ("play", "batch", "epoch"):
            self._rest()
        return False

    def tell_moving(self) -> None:
        """Tell what the run does while it moves."""
        self.tell(self.aim.state)

    def tell(self, state: RunState) -> None:
        """With the phase where somebody can follow it: while the run stands, and in slow motion."""
        is_followed = state == "paused" or (state in ("running", "stepping") and self.pace.is_limited)
        self._report.state(state, self.phase if is_followed else None)

    def _on_moment(self, moment: Moment) -> None:
        if moment.name == "step":
            is_followed = self.pace.is_limited or self.aim.shows_phases
            self.phase = moment.phase if is_followed else None
        now = time.perf_counter()
        if self._duties.are_due(now) or not moment.is_sound:  # a run stands at the step that broke it, not later
            looks = self.aim.kind != "rewind" and not self._shows(moment)
            self._duties.do(now, moment, looks=looks)

    def _shows(self, moment: Moment) -> bool:
        """Whether all are about to look at this moment, at leisure: in slow motion, or because the run stands here."""
        return self.pace.is_slow or self.aim.ends(moment, self._learner.step)

    def _count_time(self) -> None:
        if self._life.counts_time:
            self._learner.stopwatch.start()

    def _rest(self) -> None:
        """Slow motion: let what has just been computed be seen for a while, which is no time of training."""
        self._learner.stopwatch.stop()
        if self.pace.rest():
            self.tell_moving()

    def _tell_compiling(self, is_compiling: bool) -> None:
        if is_compiling:
            self.tell("compiling")
        else:
            self.tell_moving()
