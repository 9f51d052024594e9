"""What can be changed while a run goes on; every change is a mark on its timeline and part of its record."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from explorer.changes.freeze import Freeze
from explorer.changes.learning_rate import LearningRate
from explorer.changes.setting import Setting
from explorer.changes.silence import Silence
from explorer.changes.weight_edit import WeightEdit

CHANGES = (LearningRate, Setting, Freeze, Silence, WeightEdit)
AnyChange = Annotated[LearningRate | Setting | Freeze | Silence | WeightEdit, Field(discriminator="kind")]


@dataclass(frozen=True)
class Mark:
    """A change that was made after `step` steps: the step that follows is the first one that it counts for."""

    step: int
    change: AnyChange
