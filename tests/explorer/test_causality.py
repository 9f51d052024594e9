"""Which blocks see the future is what torch shows: a change of later positions changes earlier answers, or not."""

import pytest
import torch
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from explorer import edits
from explorer.causality import looking_ahead
from explorer.check import check_spec
from explorer.gallery import ids, load
from models.build import build
from models.layer import CompositeSpec, LayerSpec
from models.network import EncoderDecoder, NetworkSpec, Single
from models.port import DataPorts, Port
from models.resolve import Resolved, resolve
from tests.models.test_any_block import LAYERS_BY_KIND, LIGHT, PORTS, SLOW, blocks_of, fitting_stacks

MEMORY = Port("sequence", (3, 4))
FEW_WEIGHTS = 5  # a function that is flat somewhere hides the future from some; normalising two features hides it too
OVER_POSITIONS = [
    kind for kind in LIGHT if {"sequence", "tokens"} & set(kind.accepts) and not issubclass(kind, CompositeSpec)
]


def sees_later(resolved: Resolved, name: str) -> bool:
    """Whether any answer at a position changes when a later position does."""
    port = resolved.networks[name].in_port
    for seed in range(FEW_WEIGHTS):
        torch.manual_seed(seed)
        module = build(resolved)[name].eval().double()
        memory = [torch.randn(1, *MEMORY.shape, dtype=torch.float64)] if name == "decoder" else []
        x, other = different(port), different(port, 1)
        with torch.no_grad():
            before = module(x, *memory)
            for position in range(1, port.shape[0]):
                after = module(torch.cat([x[:, :position], other[:, position:]], 1), *memory)
                if not torch.allclose(after[:, :position], before[:, :position], rtol=0, atol=1e-12):
                    return True
    return False


def different(port: Port, distance: int = 0) -> torch.Tensor:
    """A sample that differs at every position from the one of another distance."""
    if port.kind == "tokens":
        return (torch.arange(port.shape[0])[None] + distance) % (port.vocabulary or 1)
    return torch.randn(1, *port.shape, dtype=torch.float64) + distance


def gives_sequence(resolved: Resolved, name: str) -> bool:
    out = resolved.networks[name].out_port
    return not resolved.problems and out is not None and out.kind == "sequence"


def ahead(resolved: Resolved, name: str) -> bool:
    return bool(looking_ahead(resolved.networks[name], "Predict next"))


@pytest.mark.parametrize("kind", OVER_POSITIONS, ids=lambda kind: kind.__name__)
def test_a_block_says_whether_it_looks_ahead(kind: type[LayerSpec]) -> None:
    @settings(SLOW, max_examples=25)
    @given(st.data())
    def check(data: st.DataObject) -> None:
        port = data.draw(PORTS["tokens" if kind.accepts == ("tokens",) else "sequence"])
        block = data.draw(blocks_of(kind))
        network = NetworkSpec(blocks=(block,))
        if kind.needs_memory:
            same = NetworkSpec(blocks=(LAYERS_BY_KIND["dropout"](),))
            resolved = resolve(EncoderDecoder(encoder=same, decoder=network), DataPorts(MEMORY, port))
        else:
            resolved = resolve(Single(network=network), DataPorts(port, num_classes=3, vocabulary=7))
        name = "decoder" if kind.needs_memory else "network"
        if gives_sequence(resolved, name) and port.vocabulary != 1 and (port.kind == "tokens" or port.features > 2):
            may_be_dead = getattr(block, "nonlinearity", "") == "relu"  # a few such units can be 0 whatever comes
            assert sees_later(resolved, name) == ahead(resolved, name) or (may_be_dead and ahead(resolved, name))

    check()


@SLOW
@given(fitting_stacks())
def test_without_such_a_block_nothing_later_is_seen(fitting: tuple[NetworkSpec, DataPorts]) -> None:
    resolved = resolve(Single(network=fitting[0]), fitting[1])
    if fitting[1].input.kind in ("sequence", "tokens") and gives_sequence(resolved, "network"):
        assert ahead(resolved, "network") or not sees_later(resolved, "network")


@given(st.integers(2, 6), st.integers(1, 6), st.integers(1, 36))
def test_a_sequence_of_another_shape_looks_ahead_where_its_positions_are_fewer(
    length: int, features: int, num_positions: int
) -> None:
    assume(length * features % num_positions == 0)
    block = {"kind": "reshape", "shape": (num_positions, length * features // num_positions)}
    network = NetworkSpec.model_validate({"blocks": [block]})
    resolved = resolve(Single(network=network), DataPorts(Port("sequence", (length, features))))
    assert sees_later(resolved, "network") == ahead(resolved, "network") == (num_positions < length)


@pytest.mark.parametrize("experiment_id", ids())
def test_no_experiment_of_the_gallery_copies_the_future(experiment_id: str) -> None:
    assert "looks_ahead" not in [problem.code for problem in check_spec(load(experiment_id))]


def test_a_network_that_could_copy_the_next_token_is_told_where() -> None:
    experiment = load("transformer-lm")
    blocks = experiment.architecture.network.blocks  # type: ignore[union-attr]
    number = next(number for number, block in enumerate(blocks) if block.kind == "encoder_block")
    place = f"architecture.network.blocks.{number}"
    problems = check_spec(edits.replace(experiment, f"{place}.causal", False))
    assert [(problem.code, problem.place) for problem in problems] == [("looks_ahead", place)]
