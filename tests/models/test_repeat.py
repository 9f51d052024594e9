"""Repeat: copies in a row with weights of their own, counted and drawn one after the other."""

from typing import Any

import pytest
import torch
from torch import nn

from explorer.engine.threads import multiplications
from models.build import build
from models.layers import Activation, BatchNorm, Conv2d, Dense, Dropout, Parallel, Repeat, Residual
from models.layers.parallel import Branch
from models.network import NetworkSpec, Single
from models.port import DataPorts, Port
from models.resolve import Resolved, resolve

VECTOR = Port("vector", (9,))


def resolved(*blocks: Any, port: Port = VECTOR) -> Resolved:
    return resolve(Single(network=NetworkSpec(blocks=blocks)), DataPorts(port, num_classes=3))


def built(facts: Resolved, seed: int = 3) -> nn.Module:
    torch.manual_seed(seed)
    return build(facts)["network"]


def test_a_repeat_is_the_same_blocks_written_out() -> None:
    inner = (Dense(units=9), Activation(function="tanh"))
    once, repeated = resolved(*inner * 3), resolved(Repeat(n=3, blocks=inner))
    assert repeated.num_params == once.num_params == 3 * 9 * 10
    assert multiplications(repeated) == multiplications(once)
    one, other = built(once), built(repeated)
    x_BF = torch.randn(4, 9)
    assert torch.equal(one(x_BF), other(x_BF))


def test_a_block_inside_is_found_in_the_first_copy() -> None:
    inner = Residual(blocks=(BatchNorm(), Dense(units=9)))
    facts = resolved(Repeat(n=2, blocks=(inner,)))
    module = built(facts)
    names = [block.path.removeprefix("architecture.network.") for block in facts.networks["network"].flat()]
    assert names[-1] == "blocks.0.blocks.0.blocks.1"
    first, second = module.get_submodule(names[-1]), module.get_submodule("blocks.0.copies.0.blocks.0.blocks.1")
    assert isinstance(first, nn.Linear)
    assert not torch.equal(first.weight, second.weight)  # type: ignore[arg-type]
    assert [block.num_params for block in facts.networks["network"].flat()] == [216, 108, 18, 90]


@pytest.mark.parametrize("n", [1, 2])
def test_the_shape_must_stay_when_there_is_a_second_time(n: int) -> None:
    facts = resolved(Repeat(n=n, blocks=(Conv2d(out_channels=4),)), port=Port("image", (3, 8, 8)))
    if n == 1:
        assert facts.networks["network"].out_port == Port("image", (4, 6, 6))
        return
    (problem,) = facts.problems
    assert problem.code == "shape_changed"
    assert "2 times in a row, but they turn 3 × 8 × 8 into 4 × 6 × 6" in str(problem.message)


def test_repeats_of_repeats_that_never_end_are_a_problem() -> None:
    blocks: tuple[Any, ...] = (Dropout(),)
    for _ in range(12):
        blocks = (Repeat(n=64, blocks=blocks),)
    (problem,) = resolved(*blocks).problems
    assert (problem.code, problem.place) == ("too_large", "architecture.network")
    assert "at most 10\u202f000 are possible" in str(problem.message)


def test_repeats_hold_branches_and_branches_repeats() -> None:
    inner = Parallel(join="add", branches=(Branch(), Branch(blocks=(Repeat(n=2, blocks=(Dense(units=9),)),))))
    facts = resolved(Repeat(n=3, blocks=(inner,)))
    assert facts.num_params == 3 * 2 * 90
    module = built(facts)
    assert sum(weights.numel() for weights in module.parameters()) == facts.num_params
    assert module(torch.randn(2, 9)).shape == (2, 9)
