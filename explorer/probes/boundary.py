"""Probe: what a network answers over the whole plane, for data that are points of the plane."""

from typing import TYPE_CHECKING, ClassVar, Literal

import numpy as np
from pydantic import Field

from explorer.objectives.adversarial import Adversarial
from explorer.objectives.classify import Classify
from explorer.probe import ProbeSpec
from explorer.snapshots import BoundarySnapshot
from explorer.spec import Experiment

if TYPE_CHECKING:
    from torch import Tensor

    from explorer.engine.look import Look

MARGIN = 0.15  # of the data's width, on each side
MAX_POINTS = 1000

Extent = tuple[float, float, float, float]


class Boundary(ProbeSpec):
    """The probability of every class, or of "real" in the eyes of a discriminator, on a grid around the data."""

    label: ClassVar[str] = "Decision boundary"
    about: ClassVar[str] = "What the network answers everywhere in the plane."

    kind: Literal["boundary"] = "boundary"
    resolution: int = Field(80, ge=16, le=200, title="Resolution", description="Grid points along each side.")

    @classmethod
    def applies_to(cls, experiment: Experiment) -> bool:
        port = experiment.data.facts().ports.input
        objective = experiment.training.objective
        answers = isinstance(objective, Classify) or (
            isinstance(objective, Adversarial) and objective.judges_in_probabilities
        )
        return answers and (port.kind, port.shape) == ("vector", (2,))

    def capture(self, look: "Look") -> BoundarySnapshot:
        from explorer.engine.sample import array
        from explorer.objective import Batch

        if "grid" not in look.memory:
            look.memory["grid"] = _grid(look, self.resolution)
        extent, grid_N2 = look.memory["grid"]
        logits_NC = look.answer(Batch(grid_N2, grid_N2))
        is_judgement = "discriminator" in look.learner.networks
        probabilities_NC = logits_NC.sigmoid() if is_judgement else logits_NC.softmax(-1)
        points = look.samples(look.split, slice(MAX_POINTS))
        classes = np.zeros(len(points), dtype=np.int64) if is_judgement else points.targets.cpu().numpy()
        return BoundarySnapshot(
            extent,
            array(probabilities_NC.T.reshape(-1, self.resolution, self.resolution)),
            array(points.inputs),
            classes,
            array(points.inputs[:0] if look.given is None else look.given.inputs),
        )


def _grid(look: "Look", resolution: int) -> "tuple[Extent, Tensor]":
    """The square region around the training data, and its grid points (resolution^2, 2), row by row from below."""
    import torch

    points_N2 = look.samples("train", slice(None)).inputs
    low_2, high_2 = points_N2.amin(0), points_N2.amax(0)
    centre_2, reach = (low_2 + high_2) / 2, (high_2 - low_2).max().item() * (0.5 + MARGIN)
    (x, y) = centre_2.tolist()
    steps = torch.linspace(-reach, reach, resolution)
    y_N, x_N = (axis.flatten() for axis in torch.meshgrid(steps + y, steps + x, indexing="ij"))
    return (x - reach, x + reach, y - reach, y + reach), torch.stack([x_N, y_N], -1).to(points_N2.device)
