"""A checkup: the figures of a learner's health, measured between two steps without disturbing training."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import torch
from torch import Tensor

from explorer.engine.activity import tallies
from explorer.engine.blocks import Blocks
from explorer.engine.diversity import Kinds
from explorer.engine.learner import Learner
from explorer.engine.look import undisturbed
from explorer.engine.passing import pass_samples
from explorer.health import Health, Learning, Rivalry
from explorer.objectives.adversarial import Adversarial

MAX_COPIED = 1_000_000  # of every weight


@dataclass(frozen=True)
class Before:
    """The weights as they were after `step`, to tell what the next step changes."""

    step: int
    weights: dict[str, dict[str, Tensor]]  # by network and name


class Checkup:
    """Measures one learner. First `begin`, then after exactly one further step `end`."""

    def __init__(self, learner: Learner, blocks: Blocks) -> None:
        self._learner = learner
        self._blocks = blocks
        self._before: Before | None = None
        self._kinds: Kinds | None = None

    @property
    def begun_at(self) -> int | None:
        """The step after which a checkup has begun."""
        return None if self._before is None else self._before.step

    def begin(self) -> None:
        """Remember the weights of this moment, between two steps."""
        weights = {
            network: {
                name: _thinned(weight).clone() for name, weight in stack.named_parameters() if weight.requires_grad
            }
            for network, stack in self._learner.networks.items()
        }
        self._before = Before(self._learner.step, weights)

    def give_up(self) -> None:
        """Forget what was begun."""
        self._before = None

    def end(self) -> Health:
        """The figures of this moment, exactly one step after `begin`."""
        before, self._before = self._before, None
        assert before is not None
        learner = self._learner
        with undisturbed(learner):
            norms = _Norms(self._blocks, before, learner)
            with tallies(learner, self._blocks) as counted:
                rivalry = self._pass_samples()
            shares = [tally.share() for tally in counted if tally.num_values]
            figures = iter(_moved([*norms.tensors, *shares, *rivalry]))
        return Health(
            learner.step,
            tuple(norms.learning(figures)),
            tuple(tally.told(next(figures)) for tally in counted if tally.num_values),
            self._rivalry(figures) if rivalry else None,
            self._rate_factor(),
        )

    def _pass_samples(self) -> list[Tensor]:
        """Let training samples through the networks; of a GAN, what diversity and the mean judgements are."""
        passed = pass_samples(self._learner)
        if passed is None:
            return []
        real, made, *judged = passed
        self._kinds = self._kinds or Kinds(real.flatten(1))
        return [self._kinds.diversity(made.flatten(1)), *(judgement.mean() for judgement in judged)]

    def _rivalry(self, figures: Iterator[float]) -> Rivalry:
        diversity, real, made = next(figures), next(figures), next(figures)
        objective = self._learner.objective
        assert isinstance(objective, Adversarial)
        return Rivalry(diversity, real, made) if objective.judges_in_probabilities else Rivalry(diversity)

    def _rate_factor(self) -> float:
        learner = self._learner
        name = next(iter(learner.optimizers))
        rate = learner.learning_rates[name]
        now: float = learner.optimizers[name].param_groups[0]["lr"]
        return now / rate if rate else 0.0


class _Norms:
    """Norms per weight: of its gradient, itself and its change; all on the device."""

    def __init__(self, blocks: Blocks, before: Before, learner: Learner) -> None:
        # Of every weight: its block, how many numbers it has, and how many of them one stands for that is looked at.
        self._owners: list[tuple[str, int, float]] = []
        self.tensors: list[Tensor] = []
        for network, stack in learner.networks.items():
            for name, weight in stack.named_parameters():
                old, gradient = before.weights[network].get(name), weight.grad
                if old is not None and gradient is not None:
                    new = _thinned(weight)
                    self._owners.append((blocks.owner(network, name), weight.numel(), weight.numel() / new.numel()))
                    self.tensors += map(torch.linalg.vector_norm, (_thinned(gradient), new, new - old))

    def learning(self, figures: Iterator[float]) -> Iterator[Learning]:
        """The blocks, given the norms as they came from the device, in the order of `tensors`."""
        totals: dict[str, list[float]] = {}
        for path, count, thinning in self._owners:
            norms = next(figures), next(figures), next(figures)
            squares = [float(count), *(thinning * norm * norm for norm in norms)]
            totals[path] = [one + more for one, more in zip(totals.get(path, [0.0] * 4), squares, strict=True)]
        for path, (num_weights, gradient, weights, change) in totals.items():
            update = math.sqrt(change / weights) if weights else 0.0
            yield Learning(path, round(num_weights), math.sqrt(gradient / num_weights), update)


def _thinned(values: Tensor) -> Tensor:
    """At most MAX_COPIED of the numbers, evenly spaced: a copy of all might not fit beside a step of training."""
    return values.detach().flatten()[:: -(-values.numel() // MAX_COPIED)]


def _moved(figures: list[Tensor]) -> list[float]:
    """All figures in one transfer from the device."""
    moved: list[float] = torch.stack([figure.float() for figure in figures]).tolist() if figures else []
    return moved
