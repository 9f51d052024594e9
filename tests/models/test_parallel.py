"""Parallel branches: joined as torch joins them, each where its path says, and misfits with branch and shape."""

from typing import Any

import pytest
import torch

from models.build import build
from models.layers import Activation, AvgPool2d, Conv1d, Conv2d, Dense, Dropout, Flatten, Parallel, Residual
from models.layers.parallel import Branch
from models.network import NetworkSpec, Single
from models.port import DataPorts, Port
from models.resolve import Resolved, resolve

IMAGE = Port("image", (2, 6, 6))
SEQUENCE = Port("sequence", (7, 3))


def resolved(*blocks: Any, port: Port = IMAGE) -> Resolved:
    return resolve(Single(network=NetworkSpec(blocks=blocks)), DataPorts(port, num_classes=3))


def parallel(*branches: tuple[Any, ...], join: str = "concatenate") -> Parallel:
    return Parallel.model_validate({"join": join, "branches": [Branch(blocks=blocks) for blocks in branches]})


def out_shape(facts: Resolved) -> tuple[int, ...]:
    port = facts.networks["network"].out_port
    assert port is not None
    return port.shape


@pytest.mark.parametrize(
    ("port", "branches", "shape"),
    [
        (IMAGE, ((Conv2d(out_channels=5, padding="same"),), (), (Conv2d(out_channels=4, kernel_size=1),)), (11, 6, 6)),
        (SEQUENCE, ((Conv1d(out_channels=5),), (Conv1d(out_channels=4, kernel_size=5),), ()), (7, 12)),
        (Port("vector", (9,)), ((Dense(units=5), Activation()), ()), (14,)),
        (IMAGE, ((Flatten(), Dense(units=5)), (Flatten(),)), (77,)),
    ],
)
def test_concatenated_branches_stand_side_by_side(port: Port, branches: Any, shape: tuple[int, ...]) -> None:
    facts = resolved(parallel(*branches), port=port)
    assert not facts.problems
    assert out_shape(facts) == shape
    module = build(facts)["network"]
    x = torch.randn(2, *port.shape)
    answers = []
    for index in range(len(branches)):
        answer = x
        for block in module.get_submodule(f"blocks.0.branches.{index}.blocks").children():
            answer = block(answer)
        answers.append(answer)
    assert torch.equal(module(x), torch.cat(answers, 1 if len(shape) == 3 else -1))


def test_added_branches_are_a_sum_and_an_empty_one_is_the_input() -> None:
    facts = resolved(parallel((Conv2d(out_channels=2, padding=1),), (), join="add"))
    assert not facts.problems
    assert out_shape(facts) == IMAGE.shape
    module = build(facts)["network"]
    x_BCHW = torch.randn(2, *IMAGE.shape)
    convolution = module.get_submodule("blocks.0.branches.0.blocks.0")
    assert torch.equal(module(x_BCHW), convolution(x_BCHW) + x_BCHW)


def test_two_branches_of_which_one_is_empty_are_a_residual() -> None:
    inner = (Dense(units=9), Activation(function="tanh"))
    port = Port("vector", (9,))
    torch.manual_seed(3)
    one = build(resolved(Residual(blocks=inner), port=port))["network"]
    torch.manual_seed(3)
    other = build(resolved(parallel((), inner, join="add"), port=port))["network"]
    x_BF = torch.randn(4, 9)
    assert torch.equal(one(x_BF), other(x_BF))


def test_a_path_is_the_name_of_a_module() -> None:
    facts = resolved(parallel((Dropout(),), (parallel((), (Conv2d(out_channels=3, padding=1),)),)))
    module = build(facts)["network"]
    paths = [block.path.removeprefix("architecture.network.") for block in facts.networks["network"].flat()]
    assert paths == [
        "blocks.0",
        "blocks.0.branches.0.blocks.0",
        "blocks.0.branches.1.blocks.0",
        "blocks.0.branches.1.blocks.0.branches.1.blocks.0",
    ]
    assert isinstance(module.get_submodule(paths[-1]), torch.nn.Conv2d)
    (block,) = facts.networks["network"].blocks
    assert {
        name: [inner.path.rpartition(".")[2] for inner in stack] for name, stack in block.inner_stacks().items()
    } == {
        "branches.0.blocks": ["0"],
        "branches.1.blocks": ["0"],
    }


@pytest.mark.parametrize(
    ("block", "words"),
    [
        (
            parallel((AvgPool2d(),), (), (Conv2d(out_channels=4),)),
            "branch 1 gives 2 × 3 × 3 and branch 2 gives 2 × 6 × 6: only the channels",
        ),
        (
            parallel((), (), (Conv2d(out_channels=4, padding=1),), join="add"),
            "branch 1 gives 2 × 6 × 6 and branch 3 gives 4 × 6 × 6.",
        ),
        (parallel((), (Flatten(),)), "branch 1 gives 2 × 6 × 6 and branch 2 gives 72"),
        (parallel(), "has no branches"),
    ],
)
def test_what_cannot_be_joined_is_named(block: Parallel, words: str) -> None:
    (problem,) = resolved(block).problems
    assert words in str(problem.message)
    assert problem.place == "architecture.network.blocks.0"


def test_a_problem_inside_a_branch_is_told_there_and_once() -> None:
    (problem,) = resolved(parallel((), (Dense(),)), Flatten()).problems
    assert problem.place == "architecture.network.blocks.0.branches.1.blocks.0"


@pytest.mark.parametrize("depth", [16, 17])
def test_branches_count_as_nesting(depth: int) -> None:
    blocks: tuple[Any, ...] = ()
    for _ in range(depth):
        blocks = (parallel(blocks, join="add"),)
    problems = resolved(*blocks).problems
    assert [problem.code for problem in problems] == (["too_deep"] if depth > 16 else [])
