"""Wishes to facts: every misfit is a problem at its place, with its arithmetic and a remedy."""

import subprocess
import sys
from typing import Any

import pytest
from pydantic import ValidationError

from models.build import build
from models.layers import (
    Conv2d,
    ConvTranspose2d,
    DecoderBlock,
    Dense,
    Embedding,
    EncoderBlock,
    Flatten,
    MaxPool2d,
    Positions,
    Recurrent,
    Reshape,
    Residual,
    SelfAttention,
    Upsample,
)
from models.network import EncoderDecoder, NetworkSpec, Single
from models.port import DataPorts, Port
from models.problem import InputError, Problem
from models.resolve import Resolved, resolve
from models.text import THIN_SPACE

IMAGE = DataPorts(Port("image", (3, 8, 8)), num_classes=10)
DOT = DataPorts(Port("image", (1, 1, 1)))
SEQUENCE = DataPorts(Port("sequence", (8, 6)))
TOKENS = DataPorts(Port("tokens", (8,), vocabulary=20))


def resolved(data: DataPorts, *blocks: Any) -> Resolved:
    return resolve(Single(network=NetworkSpec(blocks=blocks)), data)


def only(data: DataPorts, *blocks: Any) -> Problem:
    (problem,) = resolved(data, *blocks).problems
    return problem


def words(problem: Problem) -> str:
    return f"{problem.message} {problem.remedy}".replace(THIN_SPACE, " ")


def test_an_input_size_that_only_fits_another_image_shows_the_arithmetic() -> None:
    data = DataPorts(Port("image", (3, 32, 32)))
    problem = only(
        data, Conv2d(out_channels=64, padding=1), MaxPool2d(), MaxPool2d(), Flatten(), Dense(in_features=2304)
    )
    assert problem.place == "architecture.network.blocks.4"
    assert words(problem) == (
        "Dense expects 2 304 inputs, receives 4 096 = 64 × 8 × 8. Set its inputs to automatic, or make the image "
        "6 × 6 before it is flattened (2 304 = 64 × 6 × 6), such as with one more 3 × 3 convolution without padding "
        "and with 64 channels."
    )


def test_that_remedy_helps() -> None:
    data = DataPorts(Port("image", (3, 32, 32)))
    repaired = resolved(
        data, Conv2d(out_channels=64, padding=1), MaxPool2d(), MaxPool2d(), Conv2d(out_channels=64, kernel_size=3),
        Flatten(), Dense(in_features=2304),
    )  # fmt: skip
    assert repaired.problems == ()


@pytest.mark.parametrize(
    ("data", "blocks", "code", "message"),
    [
        (
            IMAGE,
            (Dense(),),
            "wrong_kind",
            "Dense takes a vector or a sequence, but receives an image of shape 3 × 8 × 8",
        ),
        (IMAGE, (Flatten(), Dense(in_features=100)), "input_mismatch", "expects 100 inputs, receives 192 = 3 × 8 × 8."),
        (SEQUENCE, (Dense(in_features=7),), "input_mismatch", "Dense expects 7 inputs, receives 6."),
        (IMAGE, (Conv2d(in_channels=1),), "input_mismatch", "Conv expects 1 channels, receives 3."),
        (IMAGE, (Conv2d(kernel_size=9),), "window_too_large", "uses a window of 9 × 9, but the image is only 8 × 8."),
        (IMAGE, (MaxPool2d(padding=2),), "padding_too_large", "Max pool pads by 2, more than half of its window"),
        (IMAGE, (ConvTranspose2d(padding=12),), "padding_too_large", "cuts 12 from every side"),
        (DOT, (ConvTranspose2d(kernel_size=2, padding=1),), "padding_too_large", "leaves nothing of the image"),
        (DOT, (MaxPool2d(),), "window_too_large", "uses a window of 2 × 2, but the image is only 1 × 1."),
        (IMAGE, (ConvTranspose2d(output_padding=2),), "output_padding_too_large", "an output padding of 2"),
        (IMAGE, (Conv2d(padding="same", stride=2),), "same_with_stride", "with a stride of 2"),
        (SEQUENCE, (Dense(units="classes"),), "size_unknown", "from the data's classes, but these data have none"),
        (SEQUENCE, (SelfAttention(heads=4),), "not_divisible", "6 features cannot be divided evenly among 4 heads"),
        (SEQUENCE, (Residual(blocks=(Dense(units=5),)),), "shape_changed", "turn 8 × 6 into 8 × 5"),
        (IMAGE, (Reshape(shape=(10, 10)),), "reshape_mismatch", "cannot turn 192 values into 10 × 10 = 100 values"),
        (SEQUENCE, (DecoderBlock(heads=2),), "no_memory", "this network has no encoder"),
        (SEQUENCE, (Positions(length=7),), "too_long", "has 7 positions, but the sequence has 8"),
        (IMAGE, (Embedding(),), "wrong_kind", "Embedding takes tokens, but receives an image"),
        (TOKENS, (Recurrent(),), "wrong_kind", "Put an Embedding block before it"),
        (IMAGE, (Recurrent(),), "wrong_kind", "Put a Reshape block before it"),
        (IMAGE, (Flatten(), *[Dense(units=10**6)] * 2), "too_large", "about 16 000 GB of memory"),
        (IMAGE, (Upsample(factor=64), Upsample(factor=64)), "too_large", "gives 3 221 225 472 values"),
        (IMAGE, (), "empty_network", "The network has no blocks. Add a block."),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_misfit_says_what_and_why(data: DataPorts, blocks: tuple[Any, ...], code: str, message: str) -> None:
    problem = only(data, *blocks)
    assert problem.code == code
    assert message in words(problem)


def test_a_network_of_many_large_blocks_is_too_large_as_a_whole() -> None:
    blocks = (Flatten(), Dense(units=40_000), Dense(units=40_000), Dense(units=40_000), Dense(units=40_000))
    problem = only(IMAGE, *blocks)
    assert (problem.code, problem.place) == ("too_large", "architecture.network")


def test_attention_over_too_many_positions_is_too_large() -> None:
    data = DataPorts(Port("sequence", (100_000, 4)))
    assert only(data, SelfAttention(heads=1)).code == "too_large"
    assert only(data, EncoderBlock(heads=1)).code == "too_large"


def test_blocks_after_a_fatal_one_have_no_shape_and_no_problem_of_their_own() -> None:
    facts = resolved(IMAGE, Conv2d(kernel_size=9), Flatten(), Dense())
    assert [block.out_port for block in facts.networks["network"].blocks] == [None, None, None]
    assert len(facts.problems) == 1


def test_a_block_with_a_wrong_input_size_still_tells_its_output() -> None:
    facts = resolved(IMAGE, Flatten(), Dense(units=5, in_features=100), Dense())
    assert facts.networks["network"].out_port == Port("vector", (64,))
    assert facts.networks["network"].blocks[1].num_params == 505


def test_building_what_has_problems_is_refused_with_these_problems() -> None:
    facts = resolved(IMAGE, Dense())
    with pytest.raises(InputError) as refused:
        build(facts)
    assert refused.value.problems == facts.problems


# --- encoder and decoder ---


def translator(encoder: tuple[Any, ...], decoder: tuple[Any, ...]) -> Resolved:
    data = DataPorts(TOKENS.input, Port("tokens", (9,), vocabulary=21))
    return resolve(EncoderDecoder(encoder=NetworkSpec(blocks=encoder), decoder=NetworkSpec(blocks=decoder)), data)


def test_a_decoder_looks_at_an_encoder_of_another_width_and_length() -> None:
    facts = translator(
        (Embedding(units=10), EncoderBlock(heads=2)), (Embedding(units=6), Residual(blocks=(DecoderBlock(heads=2),)))
    )
    assert facts.problems == ()
    assert facts.networks["decoder"].context.memory == Port("sequence", (8, 10))
    assert facts.networks["decoder"].out_port == Port("sequence", (9, 6))


def test_an_encoder_that_gives_a_vector_is_a_problem_of_the_decoder() -> None:
    facts = translator((Embedding(), Recurrent()), (Embedding(), DecoderBlock()))
    assert [problem.code for problem in facts.problems] == ["memory_not_sequence"]
    assert "the encoder gives a vector of shape 64" in words(facts.problems[0])


def test_a_broken_encoder_is_reported_once() -> None:
    facts = translator((Embedding(), SelfAttention(heads=5)), (Embedding(), DecoderBlock()))
    assert [problem.place for problem in facts.problems] == ["architecture.encoder.blocks.1"]
    assert facts.networks["decoder"].out_port is None


# --- nesting ---


def nested(depth: int, innermost: tuple[Any, ...] = ()) -> Single:
    blocks = innermost
    for _ in range(depth):
        blocks = (Residual(blocks=blocks),)
    return Single(network=NetworkSpec(blocks=blocks))


def nested_json(depth: int) -> str:
    opening, closing = '{"kind": "residual", "blocks": [', "]}"
    return f'{{"kind": "single", "network": {{"blocks": [{opening * depth}{closing * depth}]}}}}'


def test_sixteen_composites_deep_is_fine() -> None:
    facts = resolve(nested(16, (Conv2d(out_channels=3, padding=1),)), IMAGE)
    assert facts.problems == ()
    assert len(list(facts.networks["network"].flat())) == 17
    build(facts)


@pytest.mark.parametrize("depth", [17, 60, 3000])
def test_deeper_is_a_problem(depth: int) -> None:
    (problem,) = resolve(nested(depth), IMAGE).problems
    assert problem.code == "too_deep"
    assert problem.place == "architecture.network" + 17 * ".blocks.0"


def test_nested_json_reads_as_deep_as_it_resolves() -> None:
    assert Single.model_validate_json(nested_json(60)) == nested(60)


@pytest.mark.parametrize("depth", [200, 100_000])
def test_absurdly_nested_json_is_refused(depth: int) -> None:
    with pytest.raises(ValidationError, match="recursion limit"):
        Single.model_validate_json(nested_json(depth))


def test_absurdly_nested_values_are_refused() -> None:
    blocks: list[Any] = []
    for _ in range(100_000):
        blocks = [{"kind": "residual", "blocks": blocks}]
    with pytest.raises(ValidationError, match="recursion"):
        Single.model_validate({"kind": "single", "network": {"blocks": blocks}})
    while blocks:  # Python itself overflows when it frees so deep a value at once
        blocks = blocks[0]["blocks"]


def test_blocks_are_torch_free() -> None:
    code = (
        "import sys, models.network, models.resolve, models.options;"
        "print([name for name in ('torch', 'numpy', 'scipy', 'sklearn') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
