"""Every block, over made-up settings and inputs: what it promises is what torch gives."""

import pickle
import types
import typing
from functools import partial
from typing import Any, Literal

import annotated_types
import pytest
import torch
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from pydantic.fields import FieldInfo

from models.build import build
from models.layer import CompositeSpec, LayerSpec
from models.layers import LAYERS
from models.layers.parallel import Branch
from models.modules.stack import Stack
from models.network import Architecture, EncoderDecoder, Gan, NetworkSpec, Single
from models.options import OPTION_LABELS
from models.port import Context, DataPorts, Port
from models.resolve import Resolved, resolve

LARGE = frozenset({"backbone"})  # takes long to build
SLOW = settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
SMALL = 6  # the span of made-up numbers, so that shapes often fit

LIGHT = [layer for layer in LAYERS if layer.model_fields["kind"].default not in LARGE]

# --- made-up settings, from the annotations of the blocks themselves ---


def values_of(annotation: Any, metadata: tuple[Any, ...], span: int) -> st.SearchStrategy[Any]:
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        inner, *extra = arguments
        return values_of(inner, (*metadata, *(m for e in extra for m in unpacked(e))), span)
    if origin is Literal:
        return st.sampled_from(arguments)
    if origin in (typing.Union, types.UnionType):
        return st.one_of([values_of(argument, (), span) for argument in arguments])
    if origin is tuple:
        return st.lists(values_of(arguments[0], (), span), min_size=1, max_size=3).map(tuple)
    if annotation is bool:
        return st.booleans()
    low, high = bounds(metadata)
    if annotation is int:
        return st.integers(int(low), int(min(high, low + span)))
    assert annotation is float, annotation
    return st.sampled_from([max(low, 0.1), min(high, 0.5)])


def unpacked(metadata: Any) -> tuple[Any, ...]:
    return tuple(metadata.metadata) if isinstance(metadata, FieldInfo) else (metadata,)


def bounds(metadata: tuple[Any, ...]) -> tuple[float, float]:
    low, high = 0.0, 10.0**9
    for item in metadata:
        match item:
            case annotated_types.Ge(ge=value) | annotated_types.Gt(gt=value):
                low = typing.cast(float, value)
            case annotated_types.Le(le=value) | annotated_types.Lt(lt=value):
                high = typing.cast(float, value)
    return low, high


def blocks_of(kind: type[LayerSpec], span: int = SMALL, depth: int = 2) -> st.SearchStrategy[LayerSpec]:
    fields = {
        name: values_of(field.annotation, tuple(field.metadata), span)
        for name, field in kind.model_fields.items()
        if name not in ("kind", "blocks", "branches", "pretrained")
    }
    if issubclass(kind, CompositeSpec):
        leaves = [layer for layer in LAYERS if depth > 1 or not issubclass(layer, CompositeSpec)]
        inner = st.sampled_from(leaves).flatmap(lambda layer: blocks_of(layer, span, depth - 1))
        stack = st.lists(inner, max_size=3).map(tuple)
        if "branches" in kind.model_fields:
            fields["branches"] = st.lists(st.builds(Branch, blocks=stack), max_size=3).map(tuple)
        else:
            fields["blocks"] = stack
    return st.fixed_dictionaries({}, optional=fields).map(lambda chosen: kind(**chosen))


def stacks(span: int = SMALL) -> st.SearchStrategy[NetworkSpec]:
    block = st.sampled_from(LAYERS).flatmap(lambda kind: blocks_of(kind, span))
    return st.lists(block, max_size=6).map(lambda blocks: NetworkSpec(blocks=tuple(blocks)))


def sides(span: int = 2 * SMALL) -> st.SearchStrategy[int]:
    return st.integers(1, span)


PORTS: dict[str, st.SearchStrategy[Port]] = {
    "image": st.builds(lambda *shape: Port("image", shape), st.sampled_from([1, 2, 3, 4, 8]), sides(), sides()),
    "vector": st.builds(lambda size: Port("vector", (size,)), sides(24) | st.sampled_from([24, 48, 60])),
    "sequence": st.builds(lambda *shape: Port("sequence", shape), st.integers(1, 6), sides()),
    "tokens": st.builds(lambda size, words: Port("tokens", (size,), words), st.integers(1, 6), st.integers(1, 9)),
}
ANY_PORT = st.one_of(list(PORTS.values()))
DATA = st.builds(
    DataPorts, ANY_PORT, st.none() | ANY_PORT, st.none() | st.integers(1, 5), st.none() | st.integers(1, 9)
)
ARCHITECTURES: st.SearchStrategy[Architecture] = st.one_of(
    st.builds(Single, network=stacks()),
    st.builds(EncoderDecoder, encoder=stacks(), decoder=stacks()),
    st.builds(Gan, noise=sides(), generator=stacks(), discriminator=stacks()),
)


@st.composite
def fitting_stacks(draw: st.DrawFn) -> tuple[NetworkSpec, DataPorts]:
    """Blocks that each take what the one before gives."""
    start = draw(ANY_PORT)
    data = DataPorts(start, num_classes=3, vocabulary=7)
    chosen = NetworkSpec()
    port: Port | None = start
    for _ in range(draw(st.integers(1, 8))):
        takers = [kind for kind in LIGHT if port is not None and port.kind in kind.accepts and not kind.needs_memory]
        block = draw(st.sampled_from(takers).flatmap(blocks_of))
        longer = NetworkSpec(blocks=(*chosen.blocks, block))
        facts = resolve(Single(network=longer), data)
        if not facts.problems:
            chosen, port = longer, facts.networks["network"].out_port
    assume(chosen.blocks)
    return chosen, data


def samples(port: Port, count: int) -> torch.Tensor:
    if port.kind == "tokens":
        return torch.zeros(count, *port.shape, dtype=torch.long)
    return torch.randn(count, *port.shape)


def run(resolved: Resolved) -> None:
    """Build what was resolved, run samples through it, and compare every shape and every count, nested ones too."""
    is_large = any(block.layer.kind in LARGE for network in resolved.networks.values() for block in network.flat())
    with torch.device("meta" if is_large else "cpu"):  # shapes and counts need no values
        modules = build(resolved)
        for name, network in resolved.networks.items():
            num_params = sum(weights.numel() for weights in modules[name].parameters())
            assert num_params == network.num_params
            for block in network.flat():
                part = modules[name].get_submodule(block.path.removeprefix(f"architecture.{name}."))
                assert sum(weights.numel() for weights in part.parameters()) == block.num_params
        pass_through(resolved, modules, training=True, count=2)
        pass_through(resolved, modules, training=True, count=1)
        pass_through(resolved, modules, training=False, count=1)


def pass_through(resolved: Resolved, modules: dict[str, Stack], *, training: bool, count: int) -> None:
    """Compare what every block gives, wherever it is nested, with what was promised."""
    memory = None
    for name, network in resolved.networks.items():
        module = modules[name].train(training)
        shapes: dict[str, tuple[int, ...]] = {}
        for block in network.flat():
            part = module.get_submodule(block.path.removeprefix(f"architecture.{name}."))
            part.register_forward_hook(partial(keep_shape, shapes, block.path))
        memory = module(samples(network.in_port, count), memory)
        assert shapes == {block.path: (count, *block.out_port.shape) for block in network.flat() if block.out_port}


def keep_shape(shapes: dict[str, tuple[int, ...]], path: str, _module: object, _inputs: object, output: Any) -> None:
    shapes[path] = tuple(output.shape)


def say_problems(resolved: Resolved) -> None:
    """Every problem can be said: all parameters of its templates are there."""
    for problem in resolved.problems:
        assert problem.place.startswith("architecture.")
        assert str(problem.message).endswith(".")
        assert str(problem.remedy).endswith(".")


# --- the tests ---


@pytest.mark.parametrize("kind", LAYERS, ids=lambda kind: kind.__name__)
def test_a_block_gives_the_shape_and_the_parameters_it_promises(kind: type[LayerSpec]) -> None:
    num_built = 0

    @settings(SLOW, max_examples=6 if kind not in LIGHT else SLOW.max_examples)
    @given(st.data())
    def check(data: st.DataObject) -> None:
        nonlocal num_built
        block = data.draw(blocks_of(kind))
        port = data.draw(PORTS[data.draw(st.sampled_from(kind.accepts))])
        network = NetworkSpec(blocks=(block,))
        if kind.needs_memory:
            memory = data.draw(PORTS["sequence"])
            # An encoder that gives what arrives, beside a decoder of this one block.
            same = NetworkSpec(blocks=(LAYERS_BY_KIND["dropout"](),))
            resolved = resolve(EncoderDecoder(encoder=same, decoder=network), DataPorts(memory, port))
        else:
            resolved = resolve(Single(network=network), DataPorts(port, num_classes=3, vocabulary=7))
        say_problems(resolved)
        if not resolved.problems:
            num_built += 1
            run(resolved)

    check()
    assert num_built >= 3


LAYERS_BY_KIND: dict[str, type[LayerSpec]] = {kind.model_fields["kind"].default: kind for kind in LAYERS}


@SLOW
@given(ARCHITECTURES, DATA)
def test_any_architecture_resolves_and_what_has_no_problem_runs(architecture: Architecture, data: DataPorts) -> None:
    resolved = resolve(architecture, data)
    say_problems(resolved)
    if not resolved.problems:
        run(resolved)


@SLOW
@given(fitting_stacks())
def test_any_stack_without_problems_runs(fitting: tuple[NetworkSpec, DataPorts]) -> None:
    network, data = fitting
    run(resolve(Single(network=network), data))


@SLOW
@given(stacks(span=10**9), st.builds(DataPorts, ANY_PORT, num_classes=st.integers(1, 10**6)))
def test_absurd_sizes_are_problems_and_never_errors(network: NetworkSpec, data: DataPorts) -> None:
    resolved = resolve(Single(network=network), data)
    say_problems(resolved)
    assert resolved.num_params >= 0


@SLOW
@given(stacks())
def test_a_stack_survives_json_and_pickle(network: NetworkSpec) -> None:
    assert NetworkSpec.model_validate_json(network.model_dump_json()) == network
    assert pickle.loads(pickle.dumps(network)) == network


@pytest.mark.parametrize("kind", LAYERS, ids=lambda kind: kind.__name__)
def test_a_block_is_ready_for_the_screen(kind: type[LayerSpec]) -> None:
    block = kind()
    assert kind.model_validate_json(block.model_dump_json()) == block
    assert len(block.caption()) <= 16
    assert kind.about.endswith(".")
    for name, field in kind.model_fields.items():
        if name != "kind":
            assert field.title, f"{kind.__name__}.{name} has no title"
            assert field.description, f"{kind.__name__}.{name} has no description"
            assert field.description.endswith(".")
            for option in options(field.annotation):
                assert option in OPTION_LABELS, f"{kind.__name__}.{name}: option {option!r} has no label"


def options(annotation: Any) -> list[str]:
    if typing.get_origin(annotation) is Literal:
        return list(typing.get_args(annotation))
    return [option for argument in typing.get_args(annotation) for option in options(argument)]


def test_a_context_without_classes_is_a_problem_and_not_an_error() -> None:
    dense = LAYERS_BY_KIND["dense"](units="classes")  # type: ignore[call-arg]
    resolved = resolve(Single(network=NetworkSpec(blocks=(dense,))), DataPorts(Port("vector", (4,))))
    assert [problem.code for problem in resolved.problems] == ["size_unknown"]
    assert resolved.networks["network"].context == Context()
