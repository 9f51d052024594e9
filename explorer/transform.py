"""The contract of a transform: what samples go through between the data and the networks, batch by batch."""

# B batch, the rest of a sample's shape as its port tells it

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from models.port import PortKind
from models.spec import Spec

if TYPE_CHECKING:
    from torch import Generator, Tensor


@dataclass(frozen=True)
class Known:
    """What transforms know of the training samples: mean and deviation of every channel or feature, and its black.

    Each can be broadcast to a batch. Black is what a byte of 0 has become: the value around a picture.
    """

    mean: "Tensor"
    deviation: "Tensor"
    black: "Tensor"


def after_normalise(known: Known) -> Known:
    """The same for transforms that find the samples normalised."""
    return Known(known.mean, known.deviation, (known.black - known.mean) / known.deviation)


class TransformSpec(Spec):
    """A transform as a person chose it; a list of them has each kind once. torch comes in with `draw` and `apply`.

    Members add `kind`, their settings, and the methods. What is left to chance is drawn from a generator of the step's
    own, never from torch's global random state, so that a step can be taken again, wherever its samples come from.
    Exported scripts hold the text of these methods. `accepts` are the kinds of samples it works on, `everywhere` says
    that evaluation and views see it too, `is_of_classes` that it needs an objective that names classes, and
    `needs_range` that it has to see the values as the data give them, before they are normalised.
    """

    accepts: ClassVar[tuple[PortKind, ...]] = ("image",)
    everywhere: ClassVar[bool] = False
    is_of_classes: ClassVar[bool] = False
    needs_range: ClassVar[bool] = False

    kind: str

    def draw(self, generator: "Generator", shape: tuple[int, ...]) -> "tuple[Tensor, ...]":
        """What is left to chance for a batch of this shape (B, ...), on the processor."""
        return ()

    def apply(self, inputs: "Tensor", drawn: "tuple[Tensor, ...]", known: Known) -> "Tensor":
        """The samples (B, ...) changed as was drawn; those that are given stay as they are."""
        raise NotImplementedError

    def answers(self, targets: "Tensor", drawn: "tuple[Tensor, ...]", num_classes: int) -> "Tensor":
        """What is asked for then: the same targets, or shares of every class, (B, classes)."""
        return targets
