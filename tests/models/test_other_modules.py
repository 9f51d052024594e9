"""Positions, embeddings, normalisation, pooling and padding are their formulas."""

import math

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import nn
from torch.nn import functional as F

from models.code import made
from models.layers import (
    AvgPool2d,
    BatchNorm,
    Conv2d,
    Embedding,
    Flatten,
    GlobalAvgPool,
    LayerNorm,
    MaxPool2d,
    MeanPositions,
    Positions,
    Reshape,
    Residual,
)
from models.layers.dense import Dense
from models.modules.positions import sinusoidal_table
from models.modules.residual import ResidualStack
from models.port import Context, Port

NOTHING = Context()


@settings(deadline=None, max_examples=20)
@given(st.integers(1, 30), st.integers(1, 17))
def test_sinusoidal_positions_are_their_formula(length: int, features: int) -> None:
    table = sinusoidal_table(length, features)
    assert table.shape == (length, features)
    for position in range(length):
        for feature in range(features):
            angle = position / 10000 ** ((feature - feature % 2) / features)
            expected = math.cos(angle) if feature % 2 else math.sin(angle)
            assert table[position, feature].item() == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize("encoding", ["sinusoidal", "learned"])
def test_positions_are_added_and_shorter_sequences_fit(encoding: str) -> None:
    port = Port("sequence", (6, 4))
    module = Positions.model_validate({"encoding": encoding}).build(port, NOTHING)
    x_BTD = torch.randn(2, 6, 4)
    added = module(x_BTD) - x_BTD
    torch.testing.assert_close(added[0], added[1], atol=1e-6, rtol=0)
    assert len({tuple(row.tolist()) for row in added[0]}) == 6
    torch.testing.assert_close(module(x_BTD[:, :2]), module(x_BTD)[:, :2])


def test_fixed_positions_are_no_part_of_the_saved_weights() -> None:
    assert not Positions().build(Port("sequence", (6, 4)), NOTHING).state_dict()


@pytest.mark.parametrize("scale", [False, True])
def test_embeddings_start_with_deviation_one(scale: bool) -> None:
    torch.manual_seed(0)
    module = Embedding(units=64, scale=scale).build(Port("tokens", (5,), 1000), NOTHING)
    assert isinstance(module, nn.Embedding)
    tokens_BT = torch.arange(1000).view(200, 5)
    out_BTD = module(tokens_BT)
    assert out_BTD.std().item() == pytest.approx(1, abs=0.02)
    factor = 8.0 if scale else 1.0
    torch.testing.assert_close(out_BTD.view(1000, 64), module.weight * factor)


SHAPES: dict[str, tuple[int, ...]] = {"image": (3, 4, 5), "vector": (6,), "sequence": (4, 6)}


@pytest.mark.parametrize("kind", SHAPES)
def test_batch_norm_has_mean_zero_and_deviation_one_per_feature(kind: str) -> None:
    port = Port(kind, SHAPES[kind])  # type: ignore[arg-type]
    module = BatchNorm().build(port, NOTHING)
    x = 3 + 2 * torch.randn(50, *port.shape)
    out = module(x)
    axis = 1 if kind == "image" else -1
    by_feature = out.movedim(axis, 0).flatten(1)
    torch.testing.assert_close(by_feature.mean(1), torch.zeros(port.features), atol=1e-5, rtol=0)
    torch.testing.assert_close(by_feature.std(1, correction=0), torch.ones(port.features), atol=1e-3, rtol=0)
    module.eval()
    assert not torch.allclose(module(x), out)


@pytest.mark.parametrize("kind", SHAPES)
def test_batch_norm_takes_a_last_batch_of_one_sample(kind: str) -> None:
    shape = {"image": (3, 1, 1), "vector": (3,), "sequence": (1, 3)}[kind]
    module = BatchNorm().build(Port(kind, shape), NOTHING)  # type: ignore[arg-type]
    assert module.training
    x = torch.randn(1, *shape)
    before = module.running_var.clone()
    torch.testing.assert_close(module(x), x / math.sqrt(1 + 1e-5))
    assert torch.equal(module.running_var, before)


@pytest.mark.parametrize("kind", SHAPES)
def test_layer_norm_normalises_each_sample(kind: str) -> None:
    port = Port(kind, SHAPES[kind])  # type: ignore[arg-type]
    x = 3 + 2 * torch.randn(5, *port.shape)
    out = LayerNorm().build(port, NOTHING)(x)
    together = out.flatten(0, 1) if kind == "sequence" else out.flatten(1)
    torch.testing.assert_close(together.mean(1), torch.zeros(len(together)), atol=1e-5, rtol=0)
    torch.testing.assert_close(together.std(1, correction=0), torch.ones(len(together)), atol=1e-3, rtol=0)


@pytest.mark.parametrize("kernel_size", [1, 2, 3, 4, 5])
@pytest.mark.filterwarnings("ignore:Using padding='same' with even kernel lengths")
def test_same_padding_equals_torchs(kernel_size: int) -> None:
    module = Conv2d(out_channels=2, kernel_size=kernel_size, padding="same").build(Port("image", (3, 6, 7)), NOTHING)
    assert isinstance(module, nn.Conv2d)
    x_BCHW = torch.randn(2, 3, 6, 7)
    expected = F.conv2d(x_BCHW, module.weight, module.bias, padding="same")
    torch.testing.assert_close(module(x_BCHW), expected)


def test_pooling_uses_its_window_stride_and_padding() -> None:
    x_BCHW, port = torch.randn(2, 3, 7, 9), Port("image", (3, 7, 9))
    largest = MaxPool2d(kernel_size=3, stride=2, padding=1).build(port, NOTHING)(x_BCHW)
    assert torch.equal(largest, F.max_pool2d(x_BCHW, 3, 2, 1))
    mean = AvgPool2d(kernel_size=3, stride=2, padding=1).build(port, NOTHING)(x_BCHW)
    assert torch.equal(mean, F.avg_pool2d(x_BCHW, 3, 2, 1))
    assert torch.equal(MaxPool2d(kernel_size=3).build(port, NOTHING)(x_BCHW), F.max_pool2d(x_BCHW, 3))


def test_means_are_over_pixels_and_positions() -> None:
    x_BCHW, x_BTD = torch.randn(2, 3, 4, 5), torch.randn(2, 4, 6)
    mean_BC = GlobalAvgPool().build(Port("image", (3, 4, 5)), NOTHING)(x_BCHW)
    torch.testing.assert_close(mean_BC, x_BCHW.flatten(2).sum(2) / 20)
    mean_BD = MeanPositions().build(Port("sequence", (4, 6)), NOTHING)(x_BTD)
    torch.testing.assert_close(mean_BD, sum(x_BTD.unbind(1)) / 4)


def test_reshape_and_flatten_keep_the_order() -> None:
    x = torch.arange(24.0).view(1, 24)
    image = Reshape(shape=(2, 3, 4)).build(Port("vector", (24,)), NOTHING)(x)
    assert torch.equal(image, torch.arange(24.0).view(1, 2, 3, 4))
    assert torch.equal(Flatten().build(Port("image", (2, 3, 4)), NOTHING)(image), x)


def test_residual_adds_its_input() -> None:
    port = Port("vector", (4,))
    inner = Dense(units=4).build(port, NOTHING)
    module = made(Residual().code_around(lambda path: [inner], port, NOTHING))
    assert isinstance(module, ResidualStack)
    x_BF = torch.randn(2, 4)
    torch.testing.assert_close(module(x_BF), x_BF + inner(x_BF))
