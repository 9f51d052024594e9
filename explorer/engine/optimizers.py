"""torch's optimisers without its compiler, which their first step would import (1.6 s) though nothing is compiled."""

import inspect
from collections.abc import Callable
from typing import Any

import torch
from torch import nn
from torch.optim import Optimizer

from explorer.optimizers import AdamW, AnyOptimizer, RmsProp, Sgd


def make_optimizer(spec: AnyOptimizer, network: nn.Module) -> Optimizer:
    """The optimiser of a network, fused where torch can do that; the numbers are torch's own to the last bit."""
    params: Any = network.parameters()
    options: dict[str, Any] = {"lr": spec.learning_rate, "weight_decay": spec.weight_decay}
    match spec:
        case Sgd():
            nesterov = spec.nesterov and spec.momentum > 0  # torch refuses it where there is no momentum to look along
            return _Sgd(params, momentum=spec.momentum, nesterov=nesterov, fused=True, **options)
        case RmsProp():
            options |= {"alpha": spec.alpha, "eps": spec.epsilon, "momentum": spec.momentum}
            return _RmsProp(params, centered=spec.centered, **options)
        case _:
            make = _AdamW if isinstance(spec, AdamW) else _Adam
            options |= {"betas": (spec.beta1, spec.beta2), "eps": spec.epsilon, "amsgrad": spec.amsgrad}
            return make(params, fused=True, **options)


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
