"""Watches over a run: checkups at a low rate, losses as they come, and alarms when what they show lasts."""

import math
import time
import traceback
from collections import deque
from collections.abc import Callable
from dataclasses import replace

import numpy as np

from explorer.alarm import Alarm
from explorer.alarm_board import Board
from explorer.alarms import ALARMS
from explorer.engine.blocks import Blocks
from explorer.engine.breakdown import find_breakdown
from explorer.engine.checkup import Checkup
from explorer.engine.learner import Learner
from explorer.engine.loop import Moment
from explorer.events import Series
from explorer.health import Breakdown, Course, Health
from explorer.loss_curve import LossCurve
from explorer.objective import Phase
from models.problem import InputError

FASTEST_S = 0.25
SHARE = 0.01  # of the time may go into checkups; where one takes long they come less often
EARLY_SHARE, NUM_EARLY = 0.02, 4  # the first ones come sooner: most faults show at once
MAX_HEALTHS = 64
UNREADABLE_S = 10.0  # until samples that could not be read are asked for again

# The seconds that something took, and which share of the time such things may take from now on.
Charge = Callable[[float, float], None]
Tell = Callable[[tuple[Alarm, ...]], None]


class AlarmWatch:
    """Follows one run by its moments and metrics; tells all of its alarms whenever one is raised or over.

    A checkup lies between two steps, or in the case of a loss that is not finite after the phase that brought it, and
    leaves no trace in the run: the same losses come out to the last bit.
    """

    def __init__(
        self, learner: Learner, tell: Tell, charge: Charge | None = None, fastest_s: float | None = None
    ) -> None:
        self._learner, self._tell, self._charge = learner, tell, charge
        self._fastest_s = FASTEST_S if fastest_s is None else fastest_s
        self._blocks = Blocks.of(learner)
        self._checkup = Checkup(learner, self._blocks)
        self._healths: deque[Health] = deque(maxlen=MAX_HEALTHS)
        self._losses, self._validations = LossCurve(), LossCurve()
        self._breakdown: Breakdown | None = None
        self._board = Board()
        self._due_at = 0.0
        self._cost_s = 0.0
        self._is_broken = False
        self._sees_each_loss = learner.fast_path is None  # on an accelerator a look at a loss would wait for the device

    @property
    def alarms(self) -> tuple[Alarm, ...]:
        """Every alarm of the run, in the order in which they were raised."""
        return self._board.alarms

    def fork(self, tell: Tell) -> None:
        """Another life begins where the learner stands; `tell` hears of it, first what of the alarms is true there."""
        step, self._tell = self._learner.step, tell
        self._checkup.give_up()
        self._learner.is_examined = False
        for curve in (self._losses, self._validations):
            curve.forget_from(step + 1)
        self._go_back(step)
        self._tell(self._board.alarms)

    def follow(self, moment: Moment) -> None:
        """Training has come to this moment."""
        if self._is_broken:
            return
        try:
            if moment.name == "step":
                self._after_step()
            elif moment.phase is not None and self._sees_each_loss and moment.phase.name == "loss":
                self._after_loss(moment.phase)
        except InputError:  # samples that are streamed could not be read; where training needs them, it will tell
            self._checkup.give_up()
            self._cost_s, self._due_at = 0.0, time.perf_counter() + UNREADABLE_S
        except Exception:
            self._give_up()

    def take(self, series: tuple[Series, ...]) -> None:
        """Metrics have become known."""
        if self._is_broken:
            return
        try:
            self._keep(series)
        except Exception:
            self._give_up()

    def _keep(self, series: tuple[Series, ...]) -> None:
        for one in series:
            if one.name == "train/loss":
                self._losses.add(one.steps.tolist(), one.values.tolist())
            elif one.name == "validation/loss":
                self._validations.add(one.steps.tolist(), one.values.tolist())
            if one.name.startswith("train/loss") and not self._sees_each_loss:
                self._look_back(one)

    def _give_up(self) -> None:
        """As when there is no memory left for a checkup: training goes on without being watched over."""
        traceback.print_exc()
        self._is_broken, self._learner.is_examined = True, False
        self._checkup.give_up()

    def _after_step(self) -> None:
        now = time.perf_counter()
        begun_at = self._checkup.begun_at
        if begun_at is None and now < self._due_at:
            return
        step = self._learner.step
        if begun_at == step - 1:
            self._end(now)
        elif begun_at != step and self._learner.networks:
            self._forget_after(step)
            self._checkup.begin()
            self._learner.is_examined = True
            self._cost_s += time.perf_counter() - now  # a part of what the whole will take

    def _end(self, now: float) -> None:
        self._healths.append(self._checkup.end())
        self._judge()
        ended = time.perf_counter()
        seconds = ended - now + self._cost_s
        self._cost_s = 0.0
        share = EARLY_SHARE if len(self._healths) < NUM_EARLY else SHARE
        interval = max(self._fastest_s, seconds / share) if self._fastest_s else 0.0
        self._due_at = ended + interval
        self._learner.is_examined = interval == 0  # the next one follows at once
        if self._charge is not None:
            self._charge(seconds, seconds / interval if interval else 0.0)

    def _after_loss(self, phase: Phase) -> None:
        values = (float(value) for name, value in phase.metrics.items() if name.startswith("loss"))
        bad = [value for value in values if not math.isfinite(value)]
        if bad:
            self._break_down(bad[0])

    def _look_back(self, losses: Series) -> None:
        """Find the step at which losses that have come over from the device stopped being finite."""
        bad = np.flatnonzero(~np.isfinite(losses.values))
        if len(bad):
            self._break_down(float(losses.values[bad[0]]), int(losses.steps[bad[0]]))

    def _break_down(self, value: float, step: int | None = None) -> None:
        """A loss is not finite: that of the step under way, or of one that has passed."""
        if self._breakdown is None:
            sound = [health for health in self._healths if step is None or health.step < step]
            found = find_breakdown(self._learner, self._blocks, value, sound[-1] if sound else None)
            self._breakdown = found if step is None else replace(found, step=step)
            self._judge()

    def _judge(self) -> None:
        before = self._board.alarms
        course = Course(
            tuple(self._healths), self._losses.early, self._losses.curve, self._validations.curve, self._breakdown
        )
        self._board = self._board.after(course, ALARMS)
        if self._board.alarms != before:
            self._tell(self._board.alarms)

    def _forget_after(self, step: int) -> None:
        """Training may have gone back: what was known of later steps is not true any more."""
        if not self._healths or self._healths[-1].step <= step:
            return
        before = self._board.alarms
        self._go_back(step)
        if self._board.alarms != before:
            self._tell(self._board.alarms)

    def _go_back(self, step: int) -> None:
        kept = [health for health in self._healths if health.step <= step]
        self._healths = deque(kept, maxlen=MAX_HEALTHS)
        self._breakdown = None
        self._board = self._board.before(step)
