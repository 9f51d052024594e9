"""Data: Gaussians on a circle, the classic test of whether a GAN finds all modes or collapses onto a few."""

from typing import ClassVar, Literal

import numpy as np
from pydantic import Field

from explorer.dataset import Arrays, DataFacts, DatasetSpec, SplitName
from explorer.splitting import no_targets, split_counts, stratified_rows
from models.port import DataPorts, Port


class Ring(DatasetSpec):
    """Points around `num_modes` centres on the circle of radius 1, in turn (Metz et al. 2016)."""

    label: ClassVar[str] = "Ring"
    about: ClassVar[str] = "Points around centres on a circle, all of which a GAN should find."

    kind: Literal["ring"] = "ring"
    num_modes: int = Field(8, ge=1, le=32, title="Modes", description="Number of centres on the circle.")
    num_samples: int = Field(
        5000, ge=100, le=1_000_000, title="Points", description="Number of points in all splits together."
    )
    spread: float = Field(
        0.05, gt=0, le=1, title="Spread", description="Standard deviation around each centre; the circle's radius is 1."
    )

    def facts(self) -> DataFacts:
        return DataFacts(DataPorts(Port("vector", (2,))), "none", split_counts(self.num_samples))

    def splits(self) -> dict[SplitName, Arrays]:
        rng = np.random.default_rng(self.split_seed)
        modes_N = np.arange(self.num_samples) % self.num_modes
        points_N2 = self.centres()[modes_N] + rng.normal(0, self.spread, (self.num_samples, 2))
        inputs_N2 = points_N2.astype(np.float32)
        rows = stratified_rows(modes_N, self.split_seed)
        return {name: Arrays(inputs_N2[part], no_targets(len(part))) for name, part in rows.items()}

    def centres(self) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
        """(num_modes, 2): where the modes lie."""
        angle_M = 2 * np.pi * np.arange(self.num_modes) / self.num_modes
        return np.column_stack([np.cos(angle_M), np.sin(angle_M)])
