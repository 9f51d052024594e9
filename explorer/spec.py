"""Experiment: data, architecture, training and seed, as one frozen value; torch-free."""

from typing import ClassVar, Literal

from pydantic import Field

from explorer.datasets import AnyDataset
from explorer.datasets.digits import Digits
from explorer.training import Training
from models.network import AnyArchitecture, Single
from models.spec import Spec


class Experiment(Spec):
    """Everything that a run depends on. Saved as JSON with every default written out."""

    label: ClassVar[str] = "Experiment"

    format_version: Literal[1] = 1
    title: str = Field("Untitled", max_length=200, title="Title", description="The experiment's name.")
    summary: str = Field("", max_length=2000, title="Summary", description="What there is to see, in a sentence.")
    data: AnyDataset = Field(Digits(), title="Data", description="What the network learns from.")
    architecture: AnyArchitecture = Field(Single(), title="Architecture", description="Which networks there are.")
    training: Training = Field(Training(), title="Training", description="How they learn.")
    seed: int = Field(
        0, ge=0, le=2**32 - 1, title="Seed", description="Decides initial weights, batch order and dropout."
    )
