"""Probe: the output of one block for the pinned sample - feature maps, features of a sequence, activations."""

from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field

from explorer.probe import ProbeSpec
from explorer.snapshots import ActivationsSnapshot
from explorer.spec import Experiment

if TYPE_CHECKING:
    from explorer.engine.look import Look


class Activations(ProbeSpec):
    """The output of the block at `path`, such as "architecture.network.blocks.0"; empty takes the first block."""

    label: ClassVar[str] = "Activations"
    about: ClassVar[str] = "What one block answers for the pinned sample."

    kind: Literal["activations"] = "activations"
    path: str = Field("", title="Block", description="Which block to look at.")

    @classmethod
    def applies_to(cls, experiment: Experiment) -> bool:
        return True

    def capture(self, look: "Look") -> ActivationsSnapshot:
        raise NotImplementedError("the probe's helper writes this")
