"""The catalogue of probes: one line to import, one to list."""

from typing import Annotated

from pydantic import Field

from explorer.probe import ProbeSpec
from explorer.probes.activations import Activations

AnyProbe = Annotated[Activations, Field(discriminator="kind")]

PROBES: tuple[type[ProbeSpec], ...] = (Activations,)
