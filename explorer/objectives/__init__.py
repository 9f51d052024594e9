"""The catalogue of objectives: one line to import, one to list."""

from typing import Annotated

from pydantic import Field

from explorer.objective import ObjectiveSpec
from explorer.objectives.classify import Classify

AnyObjective = Annotated[Classify, Field(discriminator="kind")]

OBJECTIVES: tuple[type[ObjectiveSpec], ...] = (Classify,)
