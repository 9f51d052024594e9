"""The schedules: how the learning rate changes over a run; pure functions of the step, torch-free."""

import math
from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from models.spec import Spec


class Constant(Spec):
    """The learning rate stays as it is."""

    label: ClassVar[str] = "Constant"
    about: ClassVar[str] = "The learning rate stays as it is."

    kind: Literal["constant"] = "constant"

    def factor(self, step: int, num_steps: float, steps_per_epoch: int) -> float:
        """What the learning rate is multiplied with at `step`, counted from 0, of a run of `num_steps`.

        Where the limit is a time, `num_steps` is what the run comes to at its speed so far, infinite at its first step:
        the part of the run that is over is then the part of the time that is over.
        """
        return 1.0


class StepDecay(Spec):
    """gamma^floor(step / every), as torch.optim.lr_scheduler.StepLR."""

    label: ClassVar[str] = "Steps down"
    about: ClassVar[str] = "The learning rate falls by a factor at equal distances."
    live: ClassVar[Mapping[str, str]] = {"every": "", "gamma": ""}

    kind: Literal["step"] = "step"
    every: int = Field(10, ge=1, le=10**9, title="Every", description="Distance between two falls, in the unit below.")
    unit: Literal["epochs", "steps"] = Field("epochs", title="Unit", description="What the distance is counted in.")
    gamma: float = Field(
        0.1, gt=0, le=1, title="Remaining share", description="What remains of the learning rate at each fall."
    )

    def factor(self, step: int, num_steps: float, steps_per_epoch: int) -> float:
        """See Constant.factor."""
        distance = self.every * (steps_per_epoch if self.unit == "epochs" else 1)
        return self.gamma ** (step // distance)


class Cosine(Spec):
    """Half a wave of a cosine from 1 to `end` (Loshchilov and Hutter 2016, arXiv:1608.03983, without restarts)."""

    label: ClassVar[str] = "Cosine"
    about: ClassVar[str] = "The learning rate falls along half a cosine until the end of the run."
    live: ClassVar[Mapping[str, str]] = {"end": ""}

    kind: Literal["cosine"] = "cosine"
    end: float = Field(0.0, ge=0, le=1, title="End", description="Share of the learning rate that is left at the end.")

    def factor(self, step: int, num_steps: float, steps_per_epoch: int) -> float:
        """See Constant.factor."""
        return _cosine(1.0, self.end, step / num_steps)


class WarmUp(Spec):
    """Rises in a straight line for `steps` steps; with the inverse square root it is that of Vaswani et al. 2017.

    There the factor is min(n / steps, sqrt(steps / n)) with n = step + 1 (arXiv:1706.03762, section 5.3, which
    writes the same rate in other units).
    """

    label: ClassVar[str] = "Warm-up"
    about: ClassVar[str] = "The learning rate rises from near zero, and then stays or falls."
    live: ClassVar[Mapping[str, str]] = {"steps": ""}

    kind: Literal["warm_up"] = "warm_up"
    steps: int = Field(100, ge=1, le=10**9, title="Warm-up", description="How many steps the rise takes.")
    then: Literal["constant", "cosine", "inverse_sqrt"] = Field(
        "constant", title="Then", description="What the learning rate does after the rise."
    )

    def factor(self, step: int, num_steps: float, steps_per_epoch: int) -> float:
        """See Constant.factor."""
        if step < self.steps:
            return (step + 1) / self.steps
        match self.then:
            case "constant":
                return 1.0
            case "cosine":
                return _cosine(1.0, 0.0, (step - self.steps) / max(1.0, num_steps - self.steps))
            case "inverse_sqrt":
                return math.sqrt(self.steps / (step + 1))


class OneCycle(Spec):
    """One rise and one fall, both along cosines (Smith and Topin 2017, arXiv:1708.07120).

    As torch.optim.lr_scheduler.OneCycleLR with its own numbers: the optimiser's learning rate is the peak, the run
    begins at 1/25 of it and ends at 1/250 000. Momentum stays as it is.
    """

    label: ClassVar[str] = "One cycle"
    about: ClassVar[str] = "The learning rate rises once to its full height and then falls to almost nothing."
    live: ClassVar[Mapping[str, str]] = {"rise": "", "start": "", "end": ""}

    kind: Literal["one_cycle"] = "one_cycle"
    rise: float = Field(0.3, gt=0, lt=1, title="Rise", description="Share of the run that the rise takes.")
    start: float = Field(0.04, gt=0, le=1, title="Start", description="Share of the learning rate at the first step.")
    end: float = Field(4e-6, ge=0, le=1, title="End", description="Share of the learning rate that is left at the end.")

    def factor(self, step: int, num_steps: float, steps_per_epoch: int) -> float:
        """See Constant.factor."""
        if num_steps == math.inf:
            return self.start
        peak, last = self.rise * num_steps - 1, num_steps - 1
        if step <= peak:
            return _cosine(self.start, 1.0, step / peak if peak > 0 else 1.0)
        return _cosine(1.0, self.end, (step - peak) / (last - peak))


def _cosine(start: float, end: float, share: float) -> float:
    """From start to end along half a cosine; before and after it stays at its ends."""
    share = min(1.0, max(0.0, share))
    return end + (start - end) * (1 + math.cos(math.pi * share)) / 2


def counts_epochs(schedule: "AnySchedule") -> bool:
    """Whether only the number of whole epochs makes a difference to it."""
    return isinstance(schedule, StepDecay) and schedule.unit == "epochs"


SCHEDULES = (Constant, StepDecay, Cosine, WarmUp, OneCycle)
AnySchedule = Annotated[Constant | StepDecay | Cosine | WarmUp | OneCycle, Field(discriminator="kind")]
