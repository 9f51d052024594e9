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
from explorer.optimizers import OPTIMIZERS, AnyOptimizer, Sgd

SPECS: dict[str, dict[str, Any]] = {
    "sgd": {"kind": "sgd", "learning_rate": 0.1, "momentum": 0.9, "weight_decay": 0.01},
    "nesterov": {"kind": "sgd", "learning_rate": 0.1, "momentum": 0.9, "nesterov": True},
    "adam": {"kind": "adam", "learning_rate": 0.01, "beta1": 0.5, "weight_decay": 0.01},
    "amsgrad": {"kind": "adam", "learning_rate": 0.01, "epsilon": 0.001, "amsgrad": True},
    "adamw": {"kind": "adamw", "learning_rate": 0.01, "weight_decay": 0.1},
    "rmsprop": {"kind": "rmsprop", "alpha": 0.9, "weight_decay": 0.01},
    "centred": {"kind": "rmsprop", "learning_rate": 0.02, "epsilon": 0.001, "momentum": 0.5, "centered": True},
}


def torchs_own(name: str, params: Any) -> torch.optim.Optimizer:
    match name:
        case "sgd":
            return torch.optim.SGD(params, lr=0.1, momentum=0.9, weight_decay=0.01, fused=True)
        case "nesterov":
            return torch.optim.SGD(params, lr=0.1, momentum=0.9, nesterov=True, fused=True)
        case "adam":
            return torch.optim.Adam(params, lr=0.01, betas=(0.5, 0.999), weight_decay=0.01, fused=True)
        case "amsgrad":
            return torch.optim.Adam(params, lr=0.01, eps=0.001, amsgrad=True, fused=True)
        case "adamw":
            return torch.optim.AdamW(params, lr=0.01, weight_decay=0.1, fused=True)
        case "rmsprop":
            return torch.optim.RMSprop(params, lr=0.01, alpha=0.9, weight_decay=0.01)
        case _:
            return torch.optim.RMSprop(params, lr=0.02, eps=0.001, momentum=0.5, centered=True)


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


@pytest.mark.parametrize("name", SPECS)
def test_steps_are_torchs_own(name: str) -> None:
    spec: AnyOptimizer = TypeAdapter(AnyOptimizer).validate_python(SPECS[name])
    ours, theirs = network(), network()
    found = weights_after(ours, make_optimizer(spec, ours), 7)
    wanted = weights_after(theirs, torchs_own(name, theirs.parameters()), 7)
    assert all(torch.equal(one, other) for one, other in zip(found, wanted, strict=True))
    assert not torch.equal(found[0], network().weight)


@pytest.mark.parametrize("name", SPECS)
def test_the_state_is_torchs_own(name: str) -> None:
    spec: AnyOptimizer = TypeAdapter(AnyOptimizer).validate_python(SPECS[name])
    one = network()
    ours = make_optimizer(spec, one)
    weights_after(one, ours, 3)
    other = network()
    theirs = torchs_own(name, other.parameters())
    theirs.load_state_dict(deepcopy(ours.state_dict()))
    other.load_state_dict(one.state_dict())
    found, wanted = weights_after(one, ours, 2), weights_after(other, theirs, 2)
    assert all(torch.equal(a, b) for a, b in zip(found, wanted, strict=True))


@pytest.mark.parametrize("kind", [optimizer.model_fields["kind"].default for optimizer in OPTIMIZERS])
def test_the_defaults_are_torchs_own(kind: str) -> None:
    """Only the learning rate is always given, since torch asks for it as well."""
    own = {"sgd": torch.optim.SGD, "adam": torch.optim.Adam, "adamw": torch.optim.AdamW, "rmsprop": torch.optim.RMSprop}
    spec: AnyOptimizer = TypeAdapter(AnyOptimizer).validate_python({"kind": kind})
    found, wanted = make_optimizer(spec, network()).defaults, own[kind](network().parameters()).defaults
    assert {**found, "fused": None, "lr": 0} == {**wanted, "fused": None, "lr": 0}


def test_nesterov_without_momentum_is_plain_descent() -> None:
    """torch refuses the two together; a person who types one after the other shall not meet an error."""
    ours, theirs = network(), network()
    found = weights_after(ours, make_optimizer(Sgd(nesterov=True), ours), 3)
    wanted = weights_after(theirs, torch.optim.SGD(theirs.parameters(), lr=0.01, fused=True), 3)
    assert all(torch.equal(one, other) for one, other in zip(found, wanted, strict=True))


@pytest.mark.parametrize("kind", ["adam", "rmsprop"])
def test_the_first_step_imports_no_compiler(kind: str) -> None:
    code = (
        "import sys, torch; from explorer.gallery import load; from explorer.engine.headless import train_headless; "
        "from explorer.edits import replace; from explorer.training import Steps; "
        f"experiment = replace(load('mlp-digits'), 'training.optimizer.kind', '{kind}'); "
        "experiment = replace(replace(experiment, 'training.clip_norm', 1.0), 'training.precision', 'bf16'); "
        "train_headless(experiment, limit=Steps(count=2)); "
        "print([name for name in ('torch._dynamo', 'sympy', 'sklearn') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
