"""What flows between two blocks: kind and shape without the batch dimension; torch-free."""

import math
from dataclasses import dataclass, field
from typing import Literal

PortKind = Literal["image", "vector", "sequence", "tokens"]

# Shapes without batch: image (channels, height, width), vector (features,),
# sequence (positions, features), tokens (positions,) of integers below `vocabulary`.
PORT_RANKS: dict[PortKind, int] = {"image": 3, "vector": 1, "sequence": 2, "tokens": 1}


@dataclass(frozen=True)
class Port:
    """What one sample looks like at one place of a network.

    `flattened_from` remembers the shape that a flattened vector had, so that 4 096 can be explained as 64 × 8 × 8.
    """

    kind: PortKind
    shape: tuple[int, ...]
    vocabulary: int | None = None
    flattened_from: tuple[int, ...] = field(default=(), compare=False)

    def __post_init__(self) -> None:
        if len(self.shape) != PORT_RANKS[self.kind] or any(size < 1 for size in self.shape):
            raise ValueError(f"a port of kind {self.kind} cannot have shape {self.shape}")

    @property
    def size(self) -> int:
        """How many numbers one sample has here."""
        return math.prod(self.shape)

    @property
    def features(self) -> int:
        """The last axis of a vector or sequence, the channels of an image."""
        return self.shape[0] if self.kind == "image" else self.shape[-1]

    @property
    def feature_axis(self) -> int:
        """The axis of the features in a batch: 1 for the channels of an image, else the last."""
        return 1 if self.kind == "image" else -1

    @property
    def around(self) -> tuple[int, ...]:
        """Everything but the features: the sides of an image, the positions of a sequence."""
        return self.shape[1:] if self.kind == "image" else self.shape[:-1]

    def with_features(self, features: int) -> "Port":
        """The same kind, sides and positions with another number of features."""
        return Port(self.kind, (features, *self.around) if self.kind == "image" else (*self.around, features))


@dataclass(frozen=True)
class Context:
    """What a block may know beside its input: facts of the data, and the encoder's output for a decoder.

    With `has_encoder`, a `memory` of None means that the encoder's output cannot be told because of a problem there.
    """

    num_classes: int | None = None
    vocabulary: int | None = None
    memory: Port | None = None
    has_encoder: bool = False


@dataclass(frozen=True)
class DataPorts:
    """What a dataset offers to an architecture, known without loading it.

    `input` is what a network receives; `target` is the token sequence that a decoder receives (else None).
    """

    input: Port
    target: Port | None = None
    num_classes: int | None = None
    vocabulary: int | None = None

    @property
    def context(self) -> Context:
        return Context(self.num_classes, self.vocabulary)
