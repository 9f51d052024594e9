"""torch's optimisers without its compiler, which their first step would import (1.6 s) though nothing is compiled."""

import inspect
from collections.abc import Callable
from typing import Any

import torch
from torch import nn
from torch.optim import Optimizer

from explorer.engine.fused_steps import FusedAdam, FusedAdamW, FusedSgd, Uncompiled
from explorer.optimizers import AnyOptimizer


def make_optimizer(spec: AnyOptimizer, network: nn.Module) -> Optimizer:
    """The optimiser of a network, fused where torch can do that; the numbers are torch's own to the last bit."""
    code = spec.code()
    params: Any = network.parameters()
    return _UNCOMPILED[code.target](params, **code.options)


class _RmsProp(Uncompiled, torch.optim.RMSprop):
    step = torch.no_grad()(inspect.unwrap(torch.optim.RMSprop.step))


_UNCOMPILED: dict[str, Callable[..., Optimizer]] = {
    "torch.optim.SGD": FusedSgd,
    "torch.optim.Adam": FusedAdam,
    "torch.optim.AdamW": FusedAdamW,
    "torch.optim.RMSprop": _RmsProp,
}
