"""The catalogue of objectives: one line to import, one to list."""

from typing import Annotated

from pydantic import Field

from explorer.objective import ObjectiveSpec
from explorer.objectives.adversarial import Adversarial
from explorer.objectives.classify import Classify
from explorer.objectives.fit import Fit
from explorer.objectives.masked import Masked
from explorer.objectives.predict_next import PredictNext
from explorer.objectives.predict_words import PredictWords
from explorer.objectives.reconstruct import Reconstruct
from explorer.objectives.regress import Regress
from explorer.objectives.translate import Translate

AnyObjective = Annotated[
    Classify | Regress | Reconstruct | PredictNext | Masked | PredictWords | Translate | Adversarial | Fit,
    Field(discriminator="kind"),
]

OBJECTIVES: tuple[type[ObjectiveSpec], ...] = (
    Classify, Regress, Reconstruct, PredictNext, Masked, PredictWords, Translate, Adversarial, Fit,
)  # fmt: skip
