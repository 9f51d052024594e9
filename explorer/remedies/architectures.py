"""Remedies for an objective that does not go with the data or with the architecture."""

from collections.abc import Iterator

from explorer.objectives import OBJECTIVES
from explorer.remedy import Attempt, Case


def for_wrong_target(case: Case) -> Iterator[Attempt]:
    """The objectives that these data have targets for, first those for this architecture."""
    yield from _objectives(case, same=True)
    yield from _objectives(case, same=False)


def for_wrong_architecture(case: Case) -> Iterator[Attempt]:
    """The objectives that go with this architecture and these data, else the architecture that this one needs."""
    yield from _objectives(case, same=True)
    yield case.choose("architecture.kind", case.experiment.training.objective.architecture)


def _objectives(case: Case, *, same: bool) -> Iterator[Attempt]:
    for objective in OBJECTIVES:
        fits = (objective.architecture == case.experiment.architecture.kind) == same
        if fits and case.facts.target in objective.targets:
            yield case.choose("training.objective.kind", objective.model_fields["kind"].default)
