"""What a person does to a network while it learns: weights are held fast, units and heads answer nothing.

B batch, T positions, D features, H heads, E features per head. Exported scripts hold this text as it is.
"""

from collections.abc import Callable, Sequence
from typing import Any

import torch
from torch import Tensor, nn


class Interventions:
    """Those that are in force in one run, each a hook on a module: where there is none, nothing is spent on them."""

    def __init__(self) -> None:
        self._lifting: list[Callable[[], None]] = []

    def lift(self) -> None:
        """Let everything learn and answer again."""
        for lift in self._lifting:
            lift()
        self._lifting.clear()

    def freeze(self, module: nn.Module) -> None:
        """Hold the weights of a module fast, whatever the optimiser is.

        Their gradients are forgotten as soon as they are there. Batch normalisation works with its running averages,
        and leaves them as they are.
        """
        for weight in module.parameters():
            if weight.requires_grad:
                self._lifting.append(weight.register_post_accumulate_grad_hook(_forget_gradient).remove)
        for part in module.modules():
            if hasattr(part, "running_mean"):
                modes: list[bool] = []
                self._lifting.append(part.register_forward_pre_hook(_begin_evaluation(modes)).remove)
                self._lifting.append(part.register_forward_hook(_end_evaluation(modes)).remove)

    def silence(self, module: nn.Module, numbers: Sequence[int], shape: tuple[int, ...], device: torch.device) -> None:
        """Multiply these features of what a module answers by 0; (features,), or (channels, 1, 1) for images."""
        mask = _mask(numbers, shape[0]).view(shape).to(device)

        def masked(module: nn.Module, inputs: Any, output: Tensor) -> Tensor:
            return output * mask.to(output.dtype)

        self._lifting.append(module.register_forward_hook(masked).remove)

    def silence_heads(self, attention: nn.Module, numbers: Sequence[int]) -> None:
        """Multiply what these heads of an attention have gathered by 0, before the heads are mixed."""
        mix: Any = attention.out
        num_heads: Any = attention.num_heads
        mask_D = _mask(numbers, num_heads).repeat_interleave(mix.in_features // num_heads).to(mix.weight.device)

        def masked(module: nn.Module, inputs: tuple[Tensor]) -> Tensor:
            return inputs[0] * mask_D.to(inputs[0].dtype)

        self._lifting.append(mix.register_forward_pre_hook(masked).remove)


def set_everywhere(module: nn.Module, name: str, value: float) -> None:
    """Set an attribute of a module and of all those inside it that have it, such as the `p` of every dropout."""
    for part in module.modules():
        if hasattr(part, name):
            setattr(part, name, value)


def set_options(optimizer: torch.optim.Optimizer, **options: object) -> None:
    """Go on with other options; a velocity that is asked for where there was none begins at zero."""
    for group in optimizer.param_groups:
        group.update(options)
    begin_velocities(optimizer)


def begin_velocities(optimizer: torch.optim.Optimizer) -> None:
    """Give weights a velocity of zero that have none, as when they thaw: torch cannot tell first steps apart there."""
    is_plain = isinstance(optimizer, torch.optim.SGD)  # others begin everything at a weight's first step
    for group in optimizer.param_groups:
        for weight in group["params"] if group.get("momentum") else ():
            state = optimizer.state[weight]
            if state.get("momentum_buffer") is None and (state or is_plain):
                state["momentum_buffer"] = torch.zeros_like(weight)


def set_weight(module: nn.Module, name: str, index: tuple[int, ...], value: float) -> None:
    """Set one number of a weight."""
    with torch.no_grad():
        module.get_parameter(name)[index] = value


def _mask(numbers: Sequence[int], count: int) -> Tensor:
    """(count,): 0 for these numbers, 1 for all others."""
    mask = torch.ones(count)
    mask[list(numbers)] = 0
    return mask


def _forget_gradient(weight: Tensor) -> None:
    weight.grad = None


def _begin_evaluation(modes: list[bool]) -> Callable[..., None]:
    def begin(module: nn.Module, inputs: Any) -> None:
        modes.append(module.training)
        module.training = False

    return begin


def _end_evaluation(modes: list[bool]) -> Callable[..., None]:
    def end(module: nn.Module, inputs: Any, output: Any) -> None:
        module.training = modes.pop()

    return end
