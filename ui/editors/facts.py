"""What follows from an experiment - shapes, parameters, problems, idle settings - worked out once for all."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from explorer.check import check_resolved
from explorer.dataset import DataFacts
from explorer.no_effect import no_effect
from explorer.spec import Experiment
from models.costs import Cost, costs, total
from models.problem import Problem
from models.resolve import Resolved, ResolvedBlock, resolve
from models.text import Text


@dataclass(frozen=True)
class Facts:
    """The facts of one experiment."""

    data: DataFacts
    resolved: Resolved
    problems: tuple[Problem, ...]
    no_effect: Mapping[str, Text]

    def block(self, path: str) -> ResolvedBlock | None:
        """The block at a path, such as "architecture.network.blocks.3"; None when there is none."""
        return self._blocks.get(path)

    def problems_of(self, path: str) -> tuple[Problem, ...]:
        """What is wrong at a block itself or at one of its fields, not at the blocks inside it."""
        return tuple(self._problems.get(path, ()))

    def cost(self, path: str) -> Cost | None:
        """What the block at a path costs; None where its output cannot be told."""
        return self._costs.get(path)

    def network_cost(self, name: str) -> Cost | None:
        """What a network costs; None as long as it has problems."""
        return total(self.resolved.networks[name], self._costs)

    @cached_property
    def _costs(self) -> dict[str, Cost]:
        return {path: cost for network in self.resolved.networks.values() for path, cost in costs(network).items()}

    @cached_property
    def _blocks(self) -> dict[str, ResolvedBlock]:
        return {block.path: block for network in self.resolved.networks.values() for block in network.flat()}

    @cached_property
    def _problems(self) -> dict[str, list[Problem]]:
        found: dict[str, list[Problem]] = {}
        for problem in self.problems:
            found.setdefault(block_path(problem.place), []).append(problem)
        return found


def facts_of(experiment: Experiment) -> Facts:
    """The facts of an experiment; asked again for the same one, they are the same."""
    known = _last.get("facts")
    if known is None or known[0] is not experiment:
        data = experiment.facts()
        resolved = resolve(experiment.architecture, data.ports)
        problems = (*experiment.data.problems(), *check_resolved(experiment, data, resolved))
        known = experiment, Facts(data, resolved, problems, no_effect(experiment))
        _last["facts"] = known
    return known[1]


def forget_facts() -> None:
    """What lies on the disk is another thing now: the facts are worked out anew when somebody asks."""
    _last.clear()


def block_path(place: str) -> str:
    """The block that a place lies in: "architecture.network.blocks.3.units" -> "architecture.network.blocks.3"."""
    keys = place.split(".")
    numbered = [index for index, key in enumerate(keys) if key.isdecimal() and keys[index - 1] == "blocks"]
    return ".".join(keys[: numbered[-1] + 1]) if numbered else place


_last: dict[str, tuple[Experiment, Facts]] = {}
