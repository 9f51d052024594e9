"""Remedies for an objective that does not go with the data or with the architecture."""

from collections.abc import Iterator

from explorer.objectives import OBJECTIVES
from explorer.remedy import Attempt, Case
from models.network import ARCHITECTURES


def for_wrong_target(case: Case) -> Iterator[Attempt]:
    """The objectives for this architecture that these data have targets for, else those for another one."""
    yield from list(_objectives(case, same=True)) or _objectives(case, same=False)


def for_wrong_architecture(case: Case) -> Iterator[Attempt]:
    """The objectives that go with this architecture and these data, else the architecture that this one needs."""
    yield from _objectives(case, same=True)
    needed = case.experiment.training.objective.architecture
    for architecture in ARCHITECTURES:
        if architecture.model_fields["kind"].default == needed:
            yield case.turn("architecture", architecture)


def _objectives(case: Case, *, same: bool) -> Iterator[Attempt]:
    for objective in OBJECTIVES:
        fits = (objective.architecture == case.experiment.architecture.kind) == same
        if fits and objective.suits(case.facts):
            yield case.turn("training.objective", objective)
