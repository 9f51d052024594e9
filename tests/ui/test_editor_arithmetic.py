"""The arithmetic beside a block gives the number of parameters, for every kind of block."""

import re
from typing import get_args

import pytest

from models.layer import LayerSpec
from models.layers import LAYERS
from models.layers.activation import ActivationFunction
from models.layers.backbone import Backbone
from models.layers.conv2d import Conv2d
from models.layers.dense import Dense
from models.layers.layer_norm import LayerNorm
from models.layers.parallel import Branch, Parallel
from models.layers.positions import Positions
from models.layers.recurrent import Recurrent
from models.layers.repeat import Repeat
from models.layers.residual import Residual
from models.layers.skip import Skip
from models.network import NetworkSpec
from models.port import Context, Port
from models.resolve import ResolvedBlock, resolve_network
from models.text import THIN_SPACE
from ui.editors.arithmetic import arithmetic, side_by_side
from ui.editors.formulas import FUNCTIONS, formula

PORTS = (
    Port("image", (3, 12, 12)), Port("sequence", (6, 32)), Port("tokens", (6,), vocabulary=50), Port("vector", (64,)),
)  # fmt: skip
CONTEXT = Context(num_classes=10, vocabulary=50, memory=Port("sequence", (5, 24)))
MORE = (
    Dense(units=10, bias=False), Dense(units=10, in_features=7), Positions(encoding="learned"),
    Repeat(n=3, blocks=(Dense(units=64), LayerNorm())), Repeat(n=2, blocks=(LayerNorm(),)),
    Parallel(branches=(Branch(blocks=(Dense(units=3),)), Branch(blocks=(Dense(units=4), Dense(units=5))))),
    Backbone(model="vit_b_16"), Recurrent(cell="gru", layers=3, bidirectional=True), Recurrent(cell="simple", layers=2),
)  # fmt: skip


def resolved(layer: LayerSpec) -> ResolvedBlock:
    """The block on the first port that it takes."""
    for port in PORTS:
        network = resolve_network("network", NetworkSpec(blocks=(layer,)), port, CONTEXT)
        if network.out_port is not None:
            return network.blocks[0]
    raise AssertionError(f"no port suits {layer}")


def value_of(text: str) -> tuple[int, int]:
    """Both sides of "3 × 3 + 1 = 10"."""
    left, right = text.replace(THIN_SPACE, "").split(" = ")
    assert re.fullmatch(r"[\d ×+()]+", left)
    return eval(left.replace("×", "*")), int(right)


@pytest.mark.parametrize("layer", [*(layer.model_validate({}) for layer in LAYERS), *MORE], ids=repr)
def test_arithmetic_adds_up(layer: LayerSpec) -> None:
    block = resolved(layer)
    text = arithmetic(block, CONTEXT)
    if not block.num_params:
        assert text == ""
        return
    left, right = value_of(text)
    assert left == right == block.num_params


@pytest.mark.parametrize(
    ("layer", "text"),
    [
        (
            Parallel(branches=(Branch(blocks=(Conv2d(out_channels=4, padding=1),)), Branch(), Branch())),
            "4 + 3 + 3 = 10",
        ),
        (Skip(blocks=(Conv2d(out_channels=4, padding=1), Conv2d(out_channels=5, kernel_size=1))), "3 + 5 = 8"),
        (Parallel(join="add"), ""),
        (Residual(), ""),
    ],
)
def test_what_is_put_side_by_side_adds_up(layer: LayerSpec, text: str) -> None:
    assert side_by_side(resolved(layer)) == text


@pytest.mark.parametrize("layer", LAYERS)
def test_every_block_has_a_formula(layer: type[LayerSpec]) -> None:
    assert formula(layer.model_validate({}))


def test_every_function_has_a_formula() -> None:
    assert set(FUNCTIONS) == set(get_args(ActivationFunction))
