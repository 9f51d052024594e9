"""torch's optimisers without its compiler, which their first step would import (1.6 s) though nothing is compiled."""

import inspect
from collections.abc import Callable
from typing import Any

import torch
from torch import nn
from torch.optim import Optimizer

from explorer.optimizers import AnyOptimizer


def make_optimizer(spec: AnyOptimizer, network: nn.Module) -> Optimizer:
    """The optimiser of a network, fused where torch can do that; the numbers are torch's own to the last bit."""
    code = spec.code()
    params: Any = network.parameters()
    return _UNCOMPILED[code.target](params, **code.options)


def _plain_step(optimizer: type[Optimizer]) -> Callable[..., Any]:
    step: Callable[..., Any] = inspect.unwrap(optimizer.step)
    return torch.no_grad()(step)


class _Uncompiled(Optimizer):
    """What torch wraps, to keep a compiler out of it, without the wrapping."""

    add_param_group = inspect.unwrap(Optimizer.add_param_group)
    zero_grad = inspect.unwrap(Optimizer.zero_grad)
    state_dict = inspect.unwrap(Optimizer.state_dict)
    load_state_dict = inspect.unwrap(Optimizer.load_state_dict)


class _Sgd(_Uncompiled, torch.optim.SGD):
    step = _plain_step(torch.optim.SGD)


class _Adam(_Uncompiled, torch.optim.Adam):
    step = _plain_step(torch.optim.Adam)


class _AdamW(_Uncompiled, torch.optim.AdamW):
    step = _plain_step(torch.optim.AdamW)


class _RmsProp(_Uncompiled, torch.optim.RMSprop):
    step = _plain_step(torch.optim.RMSprop)


_UNCOMPILED: dict[str, Callable[..., Optimizer]] = {
    "torch.optim.SGD": _Sgd,
    "torch.optim.Adam": _Adam,
    "torch.optim.AdamW": _AdamW,
    "torch.optim.RMSprop": _RmsProp,
}
