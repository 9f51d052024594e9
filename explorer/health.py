"""How a network is, inside: the figures of a checkup at one step, and the course of a run, for alarms to judge."""

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True)
class Learning:
    """How a block learns. `path` is its place in the experiment.

    gradient: the root mean square of its last gradient, after clipping. update: how far the last step moved its
    weights, as a share of their norm (0.001 is a thousandth).
    """

    path: str
    num_weights: int
    gradient: float
    update: float

    @property
    def network(self) -> str:
        """The name of the network that the block belongs to."""
        return self.path.split(".")[1]


@dataclass(frozen=True)
class Activity:
    """How the units of an activation, itself a block or inside one, answer a few hundred training samples.

    dead: the share of units that no sample wakes; None where the function cannot die (only ReLU, GELU and SiLU do).
    saturated: the share of units on a flat end of tanh or sigmoid for nearly all samples; None for other functions.
    """

    path: str
    function: str
    num_units: int
    dead: float | None = None
    saturated: float | None = None


@dataclass(frozen=True)
class Rivalry:
    """How generator and discriminator stand.

    diversity: the share of the kinds of real samples that the generator makes too, 0 to 1.
    real, made: what the discriminator takes real and made samples for, as a mean probability of "real"; None where its
    scores are no probabilities.
    """

    diversity: float
    real: float | None = None
    made: float | None = None


@dataclass(frozen=True)
class Health:
    """The figures of one checkup, after `step` steps, blocks in the order in which they are passed."""

    step: int
    learning: tuple[Learning, ...] = ()
    activities: tuple[Activity, ...] = ()
    rivalry: Rivalry | None = None
    rate_factor: float = 1.0  # what the schedule leaves of the learning rate that is set, 0 to 1

    def gradient_shares(self) -> Iterator[tuple[Learning, float]]:
        """Every block with its gradient as a multiple of that of its network's last block, where that has any."""
        last = {block.network: block.gradient for block in self.learning}
        for block in self.learning:
            if last[block.network] > 0:
                yield block, block.gradient / last[block.network]

    def median_update(self, network: str) -> float:
        """The middle one of the updates of the blocks of a network that learns."""
        updates = sorted(block.update for block in self.learning if block.network == network)
        return updates[len(updates) // 2]

    def most_moved(self) -> str:
        """The block whose weights the last step moved farthest; "" where nothing learns."""
        return max(self.learning, key=lambda block: block.update).path if self.learning else ""

    def least_moved(self) -> str:
        """The block whose weights the last step moved least; "" where nothing learns."""
        return min(self.learning, key=lambda block: block.update).path if self.learning else ""

    def largest(self) -> str:
        """The block with the most weights; "" where nothing learns."""
        return max(self.learning, key=lambda block: block.num_weights).path if self.learning else ""

    @property
    def networks(self) -> tuple[str, ...]:
        """The networks that learn, by name."""
        return tuple(dict.fromkeys(block.network for block in self.learning))


@dataclass(frozen=True)
class Curve:
    """Means of a metric over equal stretches of steps, and the step that each stretch ends at; oldest first."""

    steps: tuple[int, ...] = ()
    values: tuple[float, ...] = ()

    def recent(self) -> float | None:
        """The mean over the last sixteenth, at least four points; None while there are fewer."""
        count = max(4, len(self.values) // 16)
        return _mean(self.values[-count:]) if len(self.values) >= count else None

    def halves(self) -> tuple[float, float] | None:
        """The means over an eighth in the middle and over the last one; None with fewer than 32 points."""
        half, width = len(self.values) // 2, len(self.values) // 8
        return (_mean(self.values[half : half + width]), _mean(self.values[-width:])) if width >= 4 else None

    def near(self, step: int) -> float | None:
        """The mean over a sixteenth around a step, at least four points; None where nothing is known."""
        place = bisect_left(self.steps, step)
        reach = max(2, len(self.values) // 32)
        around = self.values[max(0, place - reach) : place + reach]
        return _mean(around) if around else None

    def smoothed(self, count: int) -> "Curve":
        """Means over so many points, each at the step of the last of them."""
        ends = range(count, len(self.values) + 1)
        return Curve(self.steps[count - 1 :], tuple(_mean(self.values[end - count : end]) for end in ends))


@dataclass(frozen=True)
class Breakdown:
    """A loss that is not finite, and the block where it comes from.

    block: its output or weights were the first that were not finite. loss: everything was finite but the loss itself.
    spread: the update has spoilt every block already; this one was moved farthest before.
    """

    step: int
    path: str
    value: float
    origin: Literal["block", "loss", "spread"] = "block"

    @property
    def shown(self) -> str:
        """The loss in a word."""
        return "NaN" if math.isnan(self.value) else "infinite"


@dataclass(frozen=True)
class Course:
    """What is known of a run so far.

    loss and validation are empty where a network does not simply lower one loss, as in a GAN. early: the losses of the
    first steps, one by one, the first of them an untrained network's; empty where the run was not seen to begin.
    """

    healths: tuple[Health, ...] = ()
    early: tuple[float, ...] = ()
    loss: Curve = field(default_factory=Curve)
    validation: Curve = field(default_factory=Curve)
    breakdown: Breakdown | None = None

    @property
    def health(self) -> Health | None:
        """The last checkup, if there was one."""
        return self.healths[-1] if self.healths else None

    @property
    def start(self) -> float | None:
        """The loss before anything was learned, where it is known and can be compared with."""
        return self.early[0] if self.early and self.early[0] > 0 else None


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
