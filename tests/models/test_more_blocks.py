"""Grouped and causal convolutions, normalisation without a batch, noise and adaptive pooling, against torch."""

import pytest
import torch
from torch import nn

from models.build import build
from models.layers import (
    AdaptiveAvgPool2d,
    AvgPool2d,
    Conv1d,
    Conv2d,
    CosineHead,
    Flatten,
    GlobalMaxPool,
    GroupNorm,
    InstanceNorm,
    MaxPositions,
    Noise,
    PatchEmbedding,
    Skip,
    SqueezeExcite,
    Unflatten,
    Upsample,
)
from models.network import NetworkSpec, Single
from models.port import Context, DataPorts, Port
from models.resolve import Resolved, resolve

NOTHING = Context()
IMAGE = Port("image", (8, 6, 6))
SEQUENCE = Port("sequence", (9, 4))


def resolved(*blocks: object, port: Port = IMAGE) -> Resolved:
    return resolve(Single(network=NetworkSpec(blocks=blocks)), DataPorts(port, num_classes=3))  # type: ignore[arg-type]


@pytest.mark.parametrize("groups", [8, "channels"])
def test_as_many_groups_as_channels_filter_every_channel_alone(groups: int | str) -> None:
    block = Conv2d.model_validate({"out_channels": 8, "kernel_size": 3, "groups": groups})
    conv = block.build(IMAGE, NOTHING)
    assert sum(weights.numel() for weights in conv.parameters()) == block.num_params(IMAGE, NOTHING) == 8 * (9 + 1)
    x_BCHW = torch.randn(2, 8, 6, 6)
    before = conv(x_BCHW)
    x_BCHW[:, 3] += 1
    changed_C = (conv(x_BCHW) != before).flatten(2).any(-1).any(0)
    assert changed_C.tolist() == [channel == 3 for channel in range(8)]


@pytest.mark.parametrize("kernel_size", [3, 4])
def test_grouped_convolutions_keep_the_size_with_any_window(kernel_size: int) -> None:
    block = Conv2d(out_channels=4, kernel_size=kernel_size, padding="same", groups=2)
    assert block.build(IMAGE, NOTHING)(torch.randn(1, 8, 6, 6)).shape == (1, 4, 6, 6)


@pytest.mark.parametrize("block", [Conv2d(out_channels=8, kernel_size=1, groups=3), GroupNorm(groups=3),
                                   Conv2d(out_channels=6, kernel_size=1, groups=4)])  # fmt: skip
def test_groups_that_leave_a_rest_are_named_with_what_fits(block: Conv2d | GroupNorm) -> None:
    (problem,) = resolved(block).problems
    assert problem.code == "groups_leave_a_rest"
    fitting = str(problem.remedy).split("Set the groups to ")[1].split(",")[0]
    assert not resolved(block.model_copy(update={"groups": int(fitting)})).problems


@pytest.mark.parametrize("kernel_size", [1, 2, 5])
@pytest.mark.parametrize("stride", [1, 2])
def test_a_causal_convolution_never_looks_ahead(kernel_size: int, stride: int) -> None:
    block = Conv1d(out_channels=3, kernel_size=kernel_size, stride=stride, padding="causal")
    conv = block.build(SEQUENCE, NOTHING)
    x_BTF = torch.randn(2, 9, 4)
    before_BTC = conv(x_BTF)
    assert tuple(before_BTC.shape[1:]) == block.out_port(SEQUENCE, NOTHING).shape
    x_BTF[:, 6:] += 1
    same_T = (conv(x_BTF) == before_BTC).all(-1).all(0)
    assert same_T.tolist() == [position * stride < 6 for position in range(before_BTC.shape[1])]


def test_a_convolution_along_a_sequence_is_torchs() -> None:
    conv = Conv1d(out_channels=3, kernel_size=4, padding="same").build(SEQUENCE, NOTHING)
    assert isinstance(conv, nn.Conv1d)
    x_BTF = torch.randn(2, 9, 4)
    padded = nn.functional.pad(x_BTF.mT, (1, 2))
    wanted = nn.functional.conv1d(padded, conv.weight, conv.bias).mT
    assert torch.equal(conv(x_BTF), wanted)


def test_a_sequence_that_is_too_short_is_named() -> None:
    (problem,) = resolved(Conv1d(kernel_size=20, padding=2), port=SEQUENCE).problems
    assert problem.code == "window_too_large"
    assert "only 9" in str(problem.message)
    (problem,) = resolved(Conv1d(stride=2), port=SEQUENCE).problems
    assert problem.code == "same_with_stride"


def test_instance_norm_is_torchs_and_takes_a_single_pixel() -> None:
    x_BCHW = torch.randn(2, 8, 6, 6)
    found = InstanceNorm().build(IMAGE, NOTHING)(x_BCHW)
    torch.testing.assert_close(found, nn.InstanceNorm2d(8, affine=True)(x_BCHW))
    pixel = Port("image", (8, 1, 1))
    assert InstanceNorm().build(pixel, NOTHING)(torch.randn(2, 8, 1, 1)).isfinite().all()


def test_group_norm_brings_every_group_to_mean_zero() -> None:
    y_BCHW = GroupNorm(groups=2).build(IMAGE, NOTHING)(5 + 3 * torch.randn(4, 8, 6, 6))
    groups_BG = y_BCHW.reshape(4, 2, -1)
    torch.testing.assert_close(groups_BG.mean(-1), torch.zeros(4, 2), atol=1e-5, rtol=0)
    torch.testing.assert_close(groups_BG.std(-1, correction=0), torch.ones(4, 2), atol=1e-3, rtol=0)


def test_noise_is_there_while_training_only() -> None:
    noise = Noise(deviation=0.5).build(IMAGE, NOTHING)
    x = torch.zeros(100, 8, 6, 6)
    assert noise(x).std().item() == pytest.approx(0.5, rel=0.02)
    assert torch.equal(noise.eval()(x), x)


def test_adaptive_pooling_gives_the_wished_side_from_any_image() -> None:
    block = AdaptiveAvgPool2d(side=3)
    for height, width in ((6, 6), (2, 7)):
        port = Port("image", (8, height, width))
        found = block.build(port, NOTHING)(torch.randn(2, 8, height, width))
        assert tuple(found.shape[1:]) == block.out_port(port, NOTHING).shape == (8, 3, 3)
    mean = block.model_copy(update={"side": 1}).build(IMAGE, NOTHING)(torch.ones(1, 8, 6, 6))
    assert torch.equal(mean, torch.ones(1, 8, 1, 1))


def test_a_patch_is_a_linear_function_of_its_square_alone() -> None:
    block = PatchEmbedding(side=3, units=5)
    patches = block.build(IMAGE, NOTHING)
    x_BCHW = torch.randn(2, 8, 6, 6)
    y_BTF = patches(x_BCHW)
    assert tuple(y_BTF.shape[1:]) == block.out_port(IMAGE, NOTHING).shape == (4, 5)
    upper_right_BP = x_BCHW[:, :, :3, 3:].flatten(1)
    wanted_BF = upper_right_BP @ patches.weight.flatten(1).T + patches.bias
    torch.testing.assert_close(y_BTF[:, 1], wanted_BF)


def test_squares_that_leave_a_rest_are_named() -> None:
    (problem,) = resolved(PatchEmbedding(side=4)).problems
    assert problem.code == "patches_leave_a_rest"
    assert "4 × 4" in str(problem.message)
    assert "6 × 6" in str(problem.message)


def test_squeeze_and_excite_scales_whole_channels_by_shares() -> None:
    x_BCHW = torch.rand(2, 8, 6, 6) + 1
    shares = SqueezeExcite(units=3).build(IMAGE, NOTHING)(x_BCHW) / x_BCHW
    assert ((shares > 0) & (shares < 1)).all()
    torch.testing.assert_close(shares, shares.mean((-2, -1), keepdim=True).expand_as(shares))


def test_skips_inside_each_other_are_a_u_net() -> None:
    inner = Skip(blocks=(AvgPool2d(kernel_size=3), Conv2d(out_channels=7, kernel_size=1), Upsample(factor=3)))
    outer = Skip(blocks=(AvgPool2d(kernel_size=2), Upsample(factor=2), inner))
    facts = resolved(outer)
    assert not facts.problems
    port = facts.networks["network"].out_port
    assert port is not None
    assert port.shape == (8 + 8 + 7, 6, 6)
    x_BCHW = torch.randn(2, 8, 6, 6)
    y_BCHW = build(facts)["network"](x_BCHW)
    assert tuple(y_BCHW.shape[1:]) == port.shape
    assert torch.equal(y_BCHW[:, :8], x_BCHW), "the input is there unchanged"


@pytest.mark.parametrize("port", [Port("vector", (5,)), SEQUENCE])
def test_skips_put_features_beside_each_other(port: Port) -> None:
    facts = resolved(Skip(blocks=(Noise(),)), port=port)
    out = facts.networks["network"].out_port
    assert out is not None
    assert out.shape == (*port.shape[:-1], 2 * port.features)
    x = torch.randn(2, *port.shape)
    assert torch.equal(build(facts)["network"].eval()(x), torch.cat((x, x), -1))


def test_what_cannot_stand_beside_its_input_is_named() -> None:
    (problem,) = resolved(Skip(blocks=(AvgPool2d(kernel_size=2),))).problems
    assert problem.code == "not_beside"
    assert "8 × 3 × 3" in str(problem.message)


def test_depthwise_gives_every_channel_as_many_filters_as_the_next() -> None:
    (problem,) = resolved(Conv2d(out_channels=12, groups="channels")).problems
    assert "8 groups, but 12 channels leave a rest" in str(problem.message)
    assert resolved(Conv2d(out_channels=16, kernel_size=2, padding="same", groups="channels")).num_params == 16 * 5


@pytest.mark.parametrize(("block", "port", "axes"), [(MaxPositions(), SEQUENCE, 1), (GlobalMaxPool(), IMAGE, (2, 3))])
def test_the_largest_value_is_kept_wherever_it_is(block: MaxPositions | GlobalMaxPool, port: Port, axes: int) -> None:
    x = -torch.rand(2, *port.shape) - 1
    found = block.build(port, NOTHING)(x)
    assert tuple(found.shape[1:]) == block.out_port(port, NOTHING).shape
    assert torch.equal(found, torch.from_numpy(x.numpy().max(axes)))


@pytest.mark.parametrize("channels", ["auto", 8])
def test_unflatten_undoes_flatten(channels: str | int) -> None:
    block = Unflatten.model_validate({"channels": channels, "height": 6, "width": 6})
    facts = resolved(Flatten(), block)
    assert facts.networks["network"].out_port == IMAGE
    x_BCHW = torch.randn(2, *IMAGE.shape)
    assert torch.equal(build(facts)["network"](x_BCHW), x_BCHW)


@pytest.mark.parametrize(
    ("block", "words"),
    [
        (Unflatten(height=5, width=7), "divide 288 values into channels of 5 × 7 = 35 values"),
        (Unflatten(channels=2, height=6, width=6), "turn 288 values into 2 × 6 × 6 = 72 values"),
        (Unflatten(height=1000, width=1000), "1\u202f000 × 1\u202f000 = 1\u202f000\u202f000 values"),
    ],
)
def test_what_cannot_be_unflattened_is_named(block: Unflatten, words: str) -> None:
    (problem,) = resolved(Flatten(), block).problems
    assert problem.code == "reshape_mismatch"
    assert words in str(problem.message)


@pytest.mark.parametrize("port", [Port("vector", (5,)), SEQUENCE])
@pytest.mark.parametrize("learn_scale", [True, False])
def test_a_cosine_head_is_torchs_cosine_times_its_scale(port: Port, learn_scale: bool) -> None:
    block = CosineHead(units=3, scale=7.0, learn_scale=learn_scale)
    head = block.build(port, NOTHING)
    assert sum(weights.numel() for weights in head.parameters()) == block.num_params(port, NOTHING)
    x = torch.randn(2, *port.shape)
    wanted = 7 * nn.functional.cosine_similarity(x.unsqueeze(-2), head.weight, dim=-1)  # type: ignore[arg-type]
    torch.testing.assert_close(head(x), wanted)
    torch.testing.assert_close(head(100 * x), head(x))
    assert head(torch.zeros_like(x)).isfinite().all()
