"""How data are prepared for training: transforms, how many samples are used, and how many labels are wrong."""

from dataclasses import replace
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from explorer.dataset import DataFacts
from explorer.transforms import AnyTransform
from models.spec import Spec


class Preparation(Spec):
    """What is done with the data of an experiment before networks receive them. By default nothing is."""

    label: ClassVar[str] = "Preparation"
    about: ClassVar[str] = "What is done with the training samples before networks receive them."

    transforms: tuple[AnyTransform, ...] = Field(
        (),
        max_length=16,
        title="Transforms",
        description="What every batch goes through, one after the other; evaluation and views see samples normalised "
        "at most.",
    )
    training_samples: Annotated[int, Field(ge=1, le=10**9)] | Literal["all"] = Field(
        "all",
        title="Training samples",
        description="Samples that are used for training, of every class as large a share as in all of them.",
    )
    label_noise: float = Field(
        0.0,
        ge=0,
        le=1,
        title="Label noise",
        description="Share of the training samples that get the name of another class.",
    )

    def facts(self, facts: DataFacts) -> DataFacts:
        """What is known of the data once they are prepared, from what was known before."""
        if self.training_samples == "all":
            return facts
        count = min(self.training_samples, facts.num_samples["train"])
        return replace(facts, num_samples={**facts.num_samples, "train": count})

    def has_label_noise(self, facts: DataFacts) -> bool:
        """Whether samples of these data get names of other classes."""
        return self.label_noise > 0 and facts.target == "class" and (facts.ports.num_classes or 1) > 1
