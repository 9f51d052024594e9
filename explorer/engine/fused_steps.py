"""torch's fused optimisers, each step of which does not ask again what cannot have changed since the last one.

torch sorts weights, gradients and states by device at every step, and counts the steps of every weight apart, which for
small networks takes longer than the arithmetic. That is what is left out: the fused operation gets the same numbers.
"""

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from itertools import repeat
from operator import is_
from typing import Any, ClassVar

import torch
from torch import Tensor
from torch.optim import SGD, Adam, AdamW, Optimizer

COUNT = "step"  # what torch calls the number of steps among a weight's states


class Uncompiled(Optimizer):
    """What torch wraps, to keep a compiler out of it, without the wrapping."""

    add_param_group = inspect.unwrap(Optimizer.add_param_group)
    state_dict = inspect.unwrap(Optimizer.state_dict)
    load_state_dict = inspect.unwrap(Optimizer.load_state_dict)

    def _patch_step_function(self) -> None:
        """torch would wrap every step for its profiler."""

    def zero_grad(self, set_to_none: bool = True) -> None:
        """Forget the gradients."""
        for group in self.param_groups:
            for weight in group["params"]:
                weight.grad = None

    def relist(self) -> None:
        """Ask again, before the next step, which weights and states there are."""


@dataclass(frozen=True)
class Lists:
    """The weights of a network that learn, and their states, in one order; the others are `idle`.

    Weights that have taken as many steps share one tensor in `counts`; `tickers` has each of these once.
    """

    weights: list[Tensor]
    idle: list[Tensor]
    states: dict[str, list[Tensor]]
    counts: list[Tensor]
    tickers: list[Tensor]
    one: Tensor  # to count with: a number of Python's takes four times as long

    def is_for(self, gradients: list[Any]) -> bool:
        """Whether the weights with these gradients, and no others, learn in this step."""
        if any(map(is_, gradients, repeat(None))):
            return False
        return not self.idle or all(weight.grad is None for weight in self.idle)

    def of(self, name: str) -> list[Tensor]:
        """One kind of state; empty where this optimiser keeps none."""
        return self.states.get(name, [])


class Fused(Uncompiled):
    """One group of weights of which the same ones learn at every step; when others do, torch's own step is taken."""

    usual: ClassVar[Callable[[Any], None]]  # torch's own step
    lists: Lists | None = None  # None before the first step, and where torch's own step is taken

    def step(self, closure: None = None) -> None:  # type: ignore[override]
        """Update every weight by its gradient."""
        lists = self.lists
        gradients = [] if lists is None else [weight.grad for weight in lists.weights]
        if lists is None or not lists.is_for(gradients):
            with torch.no_grad():
                self.relist()
                self.usual()
                self.lists = _listed(self)
        else:
            with torch.inference_mode():
                self.update(gradients)

    def update(self, gradients: list[Any]) -> None:
        """Update every weight by these gradients, in the order of the lists, which must be known; without autograd."""
        assert self.lists is not None
        for ticker in self.lists.tickers:
            ticker.add_(self.lists.one)
        self._update(self.param_groups[0], self.lists, gradients)

    def relist(self) -> None:
        """Ask again, before the next step, which weights and states there are; each counts its own steps until then."""
        for weight in self.lists.weights if self.lists is not None and self.lists.counts else ():
            self.state[weight][COUNT] = self.state[weight][COUNT].clone()
        self.lists = None

    def state_dict(self) -> dict[str, Any]:
        """The state as torch keeps it: every weight counts its own steps."""
        saved: dict[str, Any] = super().state_dict()
        for index, state in saved["state"].items() if self.lists is not None and self.lists.counts else ():
            saved["state"][index] = {**state, COUNT: state[COUNT].clone()}
        return saved

    def load_state_dict(self, state_dict: Any) -> None:
        """Go on from a saved state."""
        self.lists = None
        super().load_state_dict(state_dict)

    def _update(self, group: dict[str, Any], lists: Lists, gradients: list[Tensor]) -> None:
        raise NotImplementedError


class FusedSgd(Fused, SGD):
    """torch.optim.SGD, fused."""

    usual = inspect.unwrap(SGD.step)

    def _update(self, group: dict[str, Any], lists: Lists, gradients: list[Tensor]) -> None:
        torch._fused_sgd_(
            lists.weights,
            gradients,
            lists.of("momentum_buffer") if group["momentum"] else [],
            weight_decay=group["weight_decay"],
            momentum=group["momentum"],
            lr=group["lr"],
            dampening=group["dampening"],
            nesterov=group["nesterov"],
            maximize=False,
            is_first_step=False,
        )


class _FusedMoments(Fused):
    """Adam and AdamW differ in what the operation does with the decay."""

    operation: ClassVar[Callable[..., None]]

    def _update(self, group: dict[str, Any], lists: Lists, gradients: list[Tensor]) -> None:
        beta1, beta2 = group["betas"]
        self.operation(
            lists.weights,
            gradients,
            lists.of("exp_avg"),
            lists.of("exp_avg_sq"),
            lists.of("max_exp_avg_sq"),
            lists.counts,
            lr=group["lr"],
            beta1=beta1,
            beta2=beta2,
            weight_decay=group["weight_decay"],
            eps=group["eps"],
            amsgrad=group["amsgrad"],
            maximize=False,
        )


class FusedAdam(_FusedMoments, Adam):
    """torch.optim.Adam, fused."""

    usual = inspect.unwrap(Adam.step)
    operation = staticmethod(torch._fused_adam_)


class FusedAdamW(_FusedMoments, AdamW):
    """torch.optim.AdamW, fused."""

    usual = inspect.unwrap(AdamW.step)
    operation = staticmethod(torch._fused_adamw_)


def _listed(optimizer: Optimizer) -> Lists | None:
    """The lists after a step of torch's own; None where the weights that learn are not all alike, on one device."""
    if len(optimizer.param_groups) != 1:
        return None
    every = optimizer.param_groups[0]["params"]
    weights = [weight for weight in every if weight.grad is not None]
    states = [optimizer.state[weight] for weight in weights]
    if len({(weight.device, weight.dtype, tuple(state)) for weight, state in zip(weights, states, strict=True)}) != 1:
        return None
    names = [name for name, value in states[0].items() if isinstance(value, Tensor)]
    tickers: dict[float, Tensor] = {}
    for state in states if COUNT in names else ():
        state[COUNT] = tickers.setdefault(float(state[COUNT]), state[COUNT])
    by_name = {name: [state[name] for state in states] for name in names}
    idle = [weight for weight in every if weight.grad is None]
    return Lists(
        weights, idle, by_name, by_name.get(COUNT, []), list(tickers.values()), torch.ones((), device=weights[0].device)
    )
