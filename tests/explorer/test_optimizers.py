"""The optimisers are torch's own to the last bit, and import no compiler."""

import subprocess
import sys
from copy import deepcopy
from typing import Any

import pytest
import torch
from pydantic import TypeAdapter
from torch import Tensor, nn

from explorer.engine.optimizers import make_optimizer
from explorer.training import AnyOptimizer

SPECS: dict[str, dict[str, Any]] = {
    "sgd": {"kind": "sgd", "learning_rate": 0.1, "momentum": 0.9, "weight_decay": 0.01},
    "adam": {"kind": "adam", "learning_rate": 0.01, "beta1": 0.5, "weight_decay": 0.01},
}


def torchs_own(kind: str, params: Any) -> torch.optim.Optimizer:
    if kind == "sgd":
        return torch.optim.SGD(params, lr=0.1, momentum=0.9, weight_decay=0.01, fused=True)
    return torch.optim.Adam(params, lr=0.01, betas=(0.5, 0.999), weight_decay=0.01, fused=True)


def network() -> nn.Linear:
    torch.manual_seed(3)
    return nn.Linear(5, 3)


def weights_after(net: nn.Linear, optimizer: torch.optim.Optimizer, num_steps: int) -> list[Tensor]:
    generator = torch.Generator().manual_seed(1)
    for _ in range(num_steps):
        optimizer.zero_grad()
        net(torch.randn(8, 5, generator=generator)).square().sum().backward()
        optimizer.step()
    return [weight.detach().clone() for weight in net.parameters()]


@pytest.mark.parametrize("kind", SPECS)
def test_steps_are_torchs_own(kind: str) -> None:
    spec: AnyOptimizer = TypeAdapter(AnyOptimizer).validate_python(SPECS[kind])
    ours, theirs = network(), network()
    found = weights_after(ours, make_optimizer(spec, ours), 7)
    wanted = weights_after(theirs, torchs_own(kind, theirs.parameters()), 7)
    assert all(torch.equal(one, other) for one, other in zip(found, wanted, strict=True))
    assert not torch.equal(found[0], network().weight)


@pytest.mark.parametrize("kind", SPECS)
def test_the_state_is_torchs_own(kind: str) -> None:
    spec: AnyOptimizer = TypeAdapter(AnyOptimizer).validate_python(SPECS[kind])
    one = network()
    ours = make_optimizer(spec, one)
    weights_after(one, ours, 3)
    other = network()
    theirs = torchs_own(kind, other.parameters())
    theirs.load_state_dict(deepcopy(ours.state_dict()))
    other.load_state_dict(one.state_dict())
    found, wanted = weights_after(one, ours, 2), weights_after(other, theirs, 2)
    assert all(torch.equal(a, b) for a, b in zip(found, wanted, strict=True))


def test_the_first_step_imports_no_compiler() -> None:
    code = (
        "import sys, torch; from explorer.gallery import load; from explorer.engine.headless import train_headless; "
        "from explorer.training import Steps; "
        "train_headless(load('mlp-digits'), limit=Steps(count=2)); "
        "print([name for name in ('torch._dynamo', 'sympy', 'sklearn') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
