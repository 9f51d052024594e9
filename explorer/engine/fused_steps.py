"""torch's fused optimisers, each step of which does not ask again what cannot have changed since the last one.

torch sorts weights, gradients and states by device at every step, and counts the steps of every weight apart, which for
small networks takes longer than the arithmetic. That is what is left out: the fused operation gets the same numbers.
"""

import inspect
from collections.abc import Callable
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Lists:
    """The weights of a network and their states, in one order. `counts` is the same tensor again and again."""

    weights: list[Tensor]
    states: dict[str, list[Tensor]]
    counts: list[Tensor]

    def of(self, name: str) -> list[Tensor]:
        """One kind of state; empty where this optimiser keeps none."""
        return self.states.get(name, [])


class _Fused(Uncompiled):
    """One group of weights that all learn at every step; whatever else there is, is left to torch's own step."""

    usual: ClassVar[Callable[[Any], None]]  # torch's own step
    _lists: Lists | None = None

    @property
    def lists(self) -> Lists | None:
        """What the fused operation works on; None before the first step, and where torch's own step is taken."""
        return self._lists

    def step(self, closure: None = None) -> None:  # type: ignore[override]
        """Update every weight by its gradient."""
        lists = self._lists
        with torch.no_grad():
            if lists is not None:
                gradients: list[Any] = [weight.grad for weight in lists.weights]
                if all(gradient is not None for gradient in gradients):
                    if lists.counts:
                        lists.counts[0].add_(1)
                    self._update(self.param_groups[0], lists, gradients)
                    return
            self.usual()
            self._lists = _listed(self)

    def state_dict(self) -> dict[str, Any]:
        """The state as torch keeps it: every weight counts its own steps."""
        saved: dict[str, Any] = super().state_dict()
        for index, state in saved["state"].items() if self._lists is not None and self._lists.counts else ():
            saved["state"][index] = {**state, COUNT: state[COUNT].clone()}
        return saved

    def load_state_dict(self, state_dict: Any) -> None:
        """Go on from a saved state."""
        self._lists = None
        super().load_state_dict(state_dict)

    def _update(self, group: dict[str, Any], lists: Lists, gradients: list[Tensor]) -> None:
        raise NotImplementedError


class FusedSgd(_Fused, SGD):
    """torch.optim.SGD, fused."""

    usual = inspect.unwrap(SGD.step)

    def _update(self, group: dict[str, Any], lists: Lists, gradients: list[Tensor]) -> None:
        torch._fused_sgd_(
            lists.weights,
            gradients,
            lists.of("momentum_buffer"),
            weight_decay=group["weight_decay"],
            momentum=group["momentum"],
            lr=group["lr"],
            dampening=group["dampening"],
            nesterov=group["nesterov"],
            maximize=False,
            is_first_step=False,
        )


class _FusedMoments(_Fused):
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
    """The lists after a step of torch's own; None where not every weight has taken part in all steps, on one device."""
    weights = [weight for group in optimizer.param_groups for weight in group["params"]]
    states = [optimizer.state[weight] for weight in weights]
    kinds = {(weight.device, weight.dtype, tuple(state)) for weight, state in zip(weights, states, strict=True)}
    counts = {float(state.get(COUNT, 0)) for state in states}
    if len(kinds) != 1 or len(counts) != 1 or len(optimizer.param_groups) != 1:
        return None
    names = [name for name, value in states[0].items() if isinstance(value, Tensor)]
    for state in states if COUNT in names else ():
        state[COUNT] = states[0][COUNT]  # one count for all: they are never taken apart here
    by_name = {name: [state[name] for state in states] for name in names}
    return Lists(weights, by_name, by_name.get(COUNT, []))
