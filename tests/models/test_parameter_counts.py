"""Well-known networks have the number of parameters that their authors state."""

import pytest

from models.build import build
from models.layers import (
    Activation,
    BatchNorm,
    Conv2d,
    DecoderBlock,
    Dense,
    Embedding,
    EncoderBlock,
    Flatten,
    MaxPool2d,
    Recurrent,
)
from models.network import Architecture, EncoderDecoder, Gan, NetworkSpec, Single
from models.port import DataPorts, Port
from models.resolve import resolve

RELU = Activation()
DIGITS = DataPorts(Port("image", (1, 28, 28)), num_classes=10)
COLOURS = DataPorts(Port("image", (3, 32, 32)), num_classes=10)


def single(*blocks: object) -> Single:
    return Single(network=NetworkSpec(blocks=blocks))


def two_conv(dense: Dense) -> Single:
    return single(
        Conv2d(out_channels=32, padding=1),
        RELU,
        MaxPool2d(),
        Conv2d(out_channels=64, padding=1),
        RELU,
        MaxPool2d(),
        Flatten(),
        dense,
        RELU,
        Dense(units="classes"),
    )


LENET = single(
    Conv2d(out_channels=6, kernel_size=5),
    RELU,
    MaxPool2d(),
    Conv2d(out_channels=16, kernel_size=5),
    RELU,
    MaxPool2d(),
    Flatten(),
    Dense(units=120),
    RELU,
    Dense(units=84),
    RELU,
    Dense(units=10),
)
THREE_CONV = single(
    Conv2d(out_channels=32),
    MaxPool2d(),
    Conv2d(out_channels=64),
    MaxPool2d(),
    Conv2d(out_channels=64),
    Flatten(),
    Dense(units=64),
    Dense(units=10),
)
GAN = Gan(
    noise=100,
    generator=NetworkSpec(
        blocks=(Dense(units=256), BatchNorm(), RELU, Dense(units=512), BatchNorm(), RELU, Dense(units=784))
    ),
    discriminator=NetworkSpec(blocks=(Flatten(), Dense(units=512), RELU, Dense(units=256), RELU, Dense(units=1))),
)
CASES: dict[str, tuple[Architecture, DataPorts, tuple[int, ...]]] = {
    "multilayer perceptron": (single(Flatten(), Dense(units=128), RELU, Dense(units="classes")), DIGITS, (101_770,)),
    "two convolutions": (two_conv(Dense(units=128)), COLOURS, (545_098,)),
    "LeNet-5 on CIFAR-10": (LENET, COLOURS, (62_006,)),
    "three convolutions": (THREE_CONV, DIGITS, (93_322,)),
    "LSTM classifier": (
        single(Recurrent(units=128, layers=2), Dense(units="classes")),
        DataPorts(Port("sequence", (28, 28)), num_classes=10),
        (214_282,),
    ),
    "LSTM on news": (
        single(Embedding(units=32), Recurrent(units=64), Dense(units=4)),
        DataPorts(Port("tokens", (40,), vocabulary=20_000)),
        (665_348,),
    ),
    "Transformer": (
        EncoderDecoder(encoder=NetworkSpec(blocks=(EncoderBlock(),)), decoder=NetworkSpec(blocks=(DecoderBlock(),))),
        DataPorts(Port("sequence", (8, 64))),
        (49_984, 66_752),
    ),
    "GAN on MNIST": (GAN, DIGITS, (561_168, 533_505)),
}


@pytest.mark.parametrize("name", CASES)
def test_the_count_is_the_stated_one_and_that_of_torch(name: str) -> None:
    architecture, data, counts = CASES[name]
    resolved = resolve(architecture, data)
    assert resolved.problems == ()
    assert tuple(network.num_params for network in resolved.networks.values()) == counts
    built = build(resolved).values()
    assert tuple(sum(weights.numel() for weights in module.parameters()) for module in built) == counts


def test_explicit_sizes_count_as_written_although_they_do_not_fit() -> None:
    resolved = resolve(two_conv(Dense(units=128, in_features=2304)), COLOURS)
    assert resolved.num_params == 315_722
    assert resolved.networks["network"].out_port == Port("vector", (10,))
    assert [problem.place for problem in resolved.problems] == ["architecture.network.blocks.7"]


def test_explicit_sizes_that_fit_are_no_problem() -> None:
    resolved = resolve(two_conv(Dense(units=128, in_features=4096)), COLOURS)
    assert resolved.problems == ()
    assert resolved.num_params == 545_098
