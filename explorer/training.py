"""How an experiment is trained: objective, optimiser, schedule, batch size, limit; torch-free."""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from explorer.early_stopping import AnyStopping, NotEarly
from explorer.objectives import AnyObjective
from explorer.objectives.classify import Classify
from explorer.optimizers import Adam, AnyOptimizer
from explorer.schedules import AnySchedule, Constant
from models.spec import Spec


class Epochs(Spec):
    """Training ends after so many passes over the training samples."""

    label: ClassVar[str] = "Epochs"
    about: ClassVar[str] = "Training ends after so many passes over the training samples."

    kind: Literal["epochs"] = "epochs"
    count: int = Field(10, ge=1, le=10**9, title="Epochs", description="Passes over the training samples.")


class Steps(Spec):
    """Training ends after so many steps."""

    label: ClassVar[str] = "Steps"
    about: ClassVar[str] = "Training ends after so many updates of the weights."

    kind: Literal["steps"] = "steps"
    count: int = Field(1000, ge=1, le=10**15, title="Steps", description="Updates of the weights.")


class Seconds(Spec):
    """Training ends after so many seconds."""

    label: ClassVar[str] = "Seconds"
    about: ClassVar[str] = "Training ends after so many seconds of training."

    kind: Literal["seconds"] = "seconds"
    count: float = Field(60.0, gt=0, le=1e9, title="Seconds", description="Wall time of training, in seconds.")


LIMITS = (Epochs, Steps, Seconds)
AnyLimit = Annotated[Epochs | Steps | Seconds, Field(discriminator="kind")]


class Training(Spec):
    """What a training run does with networks and data."""

    label: ClassVar[str] = "Training"
    live: ClassVar[Mapping[str, str]] = {"batch_size": "", "clip_norm": ""}

    objective: AnyObjective = Field(Classify(), title="Objective", description="What training means.")
    optimizer: AnyOptimizer = Field(Adam(), title="Optimiser", description="How a gradient becomes a step.")
    discriminator_optimizer: AnyOptimizer | None = Field(
        None,
        title="Discriminator's optimiser",
        description="The discriminator's own optimiser; without one it uses the same settings.",
    )
    clip_norm: float = Field(
        0.0,
        ge=0,
        title="Gradient clipping",
        description="Greatest length of a step's gradient, a longer one is shortened to it; zero switches it off.",
    )
    schedule: AnySchedule = Field(Constant(), title="Schedule", description="How the learning rate changes.")
    batch_size: int = Field(64, ge=1, le=65536, title="Batch size", description="Samples per step.")
    limit: AnyLimit = Field(Epochs(), title="Limit", description="When training ends.")
    early_stopping: AnyStopping = Field(
        NotEarly(), title="Early stopping", description="Whether training may end before its limit."
    )
    num_threads: Annotated[int, Field(ge=1, le=256)] | Literal["auto"] = Field(
        "auto", title="Threads", description="Processor threads that torch uses; automatic suits the network's size."
    )
    precision: Literal["fp32", "bf16"] = Field(
        "fp32",
        title="Precision",
        description="Number format of the networks' arithmetic in training; weights, validation and views stay 32-bit.",
    )

    compiled: bool = Field(
        False,
        title="Compile",
        description="torch.compile makes faster code of the networks at the first step; the last bits become others.",
    )

    @property
    def samples_per_step(self) -> int:
        """How many training samples one step takes."""
        return self.batch_size * self.objective.batches_per_step

    def optimizer_of(self, network: str) -> AnyOptimizer:
        """The optimiser of the network of that name."""
        own = self.discriminator_optimizer if network == "discriminator" else None
        return own or self.optimizer
