"""Wishes to facts: shape, parameters and problem of every block, in pure Python."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import reduce

from models.layer import CompositeSpec, LayerSpec
from models.limits import BYTES_PER_PARAM, MAX_DEPTH, MAX_GIGABYTES, MAX_RUNS, MAX_VALUES, value_gigabytes
from models.network import Architecture, Baseline, EncoderDecoder, Gan, NetworkSpec
from models.options import PORT_LABELS
from models.port import Context, DataPorts, Port
from models.problem import Misfit, Problem
from models.problems import (
    EMPTY_NETWORK,
    NEEDS_TOKENS,
    NETWORK_TOO_LARGE,
    OUTPUT_TOO_LARGE,
    TOO_DEEP,
    TOO_LARGE,
    TOO_MANY_RUNS,
    WRONG_KIND,
)
from models.text import Text


@dataclass(frozen=True)
class ResolvedBlock:
    """One block with everything that follows from the data and the blocks before it.

    `path` names its place in the experiment. Ports are None from the first block on whose output cannot be told.
    `num_params` counts the blocks inside too.
    """

    path: str
    layer: LayerSpec
    in_port: Port | None
    out_port: Port | None
    num_params: int
    problem: Problem | None = None
    inner: tuple["ResolvedBlock", ...] = ()

    def flat(self) -> Iterator["ResolvedBlock"]:
        """This block, then those inside it."""
        yield self
        for block in self.inner:
            yield from block.flat()

    @property
    def num_copies(self) -> int:
        """How often the blocks inside are there, each time with weights of their own."""
        return self.layer.num_copies if isinstance(self.layer, CompositeSpec) else 1

    def inner_stacks(self) -> dict[str, list["ResolvedBlock"]]:
        """The blocks inside by stack, under the paths that the layer's own `stacks` has; {} for a plain block."""
        stacks: dict[str, list[ResolvedBlock]] = {}
        if isinstance(self.layer, CompositeSpec):
            stacks = {name: [] for name in self.layer.stacks()}
        for block in self.inner:
            stacks[block.path.removeprefix(f"{self.path}.").rpartition(".")[0]].append(block)
        return stacks


@dataclass(frozen=True)
class ResolvedNetwork:
    """One network of an architecture: its blocks, its ports and what it may know."""

    name: str
    in_port: Port
    out_port: Port | None
    context: Context
    blocks: tuple[ResolvedBlock, ...]
    problems: tuple[Problem, ...]

    @property
    def num_params(self) -> int:
        return sum(block.num_params for block in self.blocks)

    def flat(self) -> Iterator[ResolvedBlock]:
        """All blocks, nested ones too, parents first."""
        for block in self.blocks:
            yield from block.flat()


@dataclass(frozen=True)
class Resolved:
    """All networks of an architecture, in order."""

    networks: dict[str, ResolvedNetwork]

    @property
    def num_params(self) -> int:
        return sum(network.num_params for network in self.networks.values())

    @property
    def problems(self) -> tuple[Problem, ...]:
        return tuple(problem for network in self.networks.values() for problem in network.problems)


def resolve(architecture: Architecture, data: DataPorts) -> Resolved:
    """The facts of every network of `architecture` on data with these ports; never raises."""
    context = data.context
    match architecture:
        case EncoderDecoder(encoder=encoder, decoder=decoder):
            read = resolve_network("encoder", encoder, data.input, context)
            seen = replace(context, has_encoder=True, memory=read.out_port)
            return _resolved(read, resolve_network("decoder", decoder, data.target or data.input, seen))
        case Gan(noise=noise, generator=generator, discriminator=discriminator):
            made = resolve_network("generator", generator, Port("vector", (noise,)), context)
            return _resolved(made, resolve_network("discriminator", discriminator, data.input, context))
        case Baseline():
            return _resolved()
        case single:
            return _resolved(resolve_network("network", single.network, data.input, context))


def resolve_network(name: str, network: NetworkSpec, in_port: Port, context: Context) -> ResolvedNetwork:
    """The facts of one stack that receives `in_port`; never raises."""
    path = f"architecture.{name}"
    blocks, out_port = _resolve_stack(network.blocks, in_port, context, f"{path}.blocks", depth=1)
    problems = [block.problem for top in blocks for block in top.flat() if block.problem is not None]
    if not blocks:
        problems.append(EMPTY_NETWORK.at(path, network=Text(name)))
    elif not problems and (gigabytes := _training_gigabytes(num_params := _num_params(blocks))) > MAX_GIGABYTES:
        problems.append(NETWORK_TOO_LARGE.at(path, network=Text(name), num_params=num_params, gigabytes=gigabytes))
    elif not problems and (num_runs := _num_runs(blocks)) > MAX_RUNS:
        problems.append(TOO_MANY_RUNS.at(path, network=Text(name), num_runs=num_runs, limit=MAX_RUNS))
    return ResolvedNetwork(name, in_port, out_port, context, blocks, tuple(problems))


def _resolved(*networks: ResolvedNetwork) -> Resolved:
    return Resolved({network.name: network for network in networks})


def _resolve_stack(
    layers: Sequence[LayerSpec], in_port: Port | None, context: Context, path: str, depth: int
) -> tuple[tuple[ResolvedBlock, ...], Port | None]:
    blocks = []
    port = in_port
    for index, layer in enumerate(layers):
        block = _resolve_block(layer, port, context, f"{path}.{index}", depth)
        blocks.append(block)
        port = block.out_port
    return tuple(blocks), port


def _resolve_block(layer: LayerSpec, port: Port | None, context: Context, path: str, depth: int) -> ResolvedBlock:
    if isinstance(layer, CompositeSpec):
        return _resolve_composite(layer, port, context, path, depth)
    if port is None or (layer.needs_memory and context.has_encoder and context.memory is None):
        return ResolvedBlock(path, layer, port, None, 0)
    try:
        _refuse_wrong_kind(layer, port)
        out_port = layer.out_port(port, context)
        num_params = layer.num_params(port, context)
        _refuse_too_large(out_port, num_params)
        misfit = layer.misfit(port, context)
    except Misfit as fatal:
        return ResolvedBlock(path, layer, port, None, 0, fatal.at(path, layer.label))
    return ResolvedBlock(path, layer, port, out_port, num_params, misfit.at(path, layer.label) if misfit else None)


def _resolve_composite(
    layer: CompositeSpec, port: Port | None, context: Context, path: str, depth: int
) -> ResolvedBlock:
    if depth > MAX_DEPTH:
        return ResolvedBlock(path, layer, port, None, 0, TOO_DEEP.at(path, label=Text(layer.label), limit=MAX_DEPTH))
    inner: tuple[ResolvedBlock, ...] = ()
    outs = []
    for name, stack in layer.stacks().items():
        blocks, out = _resolve_stack(stack, port, context, f"{path}.{name}", depth + 1)
        inner += blocks
        outs.append(out)
    num_params = layer.num_copies * _num_params(inner)
    known = [out for out in outs if out is not None]
    if port is None or len(known) < len(outs):
        return ResolvedBlock(path, layer, port, None, num_params, inner=inner)
    try:
        _refuse_wrong_kind(layer, port)
        out_port = layer.combine(port, known, context)
        _refuse_too_large(out_port, 0)
    except Misfit as misfit:
        return ResolvedBlock(path, layer, port, None, num_params, misfit.at(path, layer.label), inner)
    return ResolvedBlock(path, layer, port, out_port, num_params, inner=inner)


def _num_params(blocks: Sequence[ResolvedBlock]) -> int:
    return sum(block.num_params for block in blocks)


def _num_runs(blocks: Sequence[ResolvedBlock]) -> int:
    """How many blocks one sample runs through, repeated ones counted each time."""
    return sum(1 + block.num_copies * _num_runs(block.inner) for block in blocks)


def _training_gigabytes(num_params: int) -> int:
    return num_params * BYTES_PER_PARAM // 10**9


def _refuse_wrong_kind(layer: LayerSpec, port: Port) -> None:
    if port.kind in layer.accepts:
        return
    received = PORT_LABELS[port.kind]
    if layer.accepts == ("tokens",):
        raise Misfit(NEEDS_TOKENS, received=received, shape=port.shape)
    accepted = reduce(_either, (label for kind, label in PORT_LABELS.items() if kind in layer.accepts))
    raise Misfit(WRONG_KIND, accepted=accepted, received=received, shape=port.shape, bridge=_bridge(layer, port))


def _either(one: Text, other: Text) -> Text:
    return Text("{one} or {other}", {"one": one, "other": other})


def _bridge(layer: LayerSpec, port: Port) -> Text:
    """The name of a block that turns this port into one that the layer takes."""
    if port.kind == "tokens":
        return Text("an Embedding block")
    return Text("a Flatten block") if "vector" in layer.accepts else Text("a Reshape block")


def _refuse_too_large(out_port: Port, num_params: int) -> None:
    gigabytes = _training_gigabytes(num_params)
    if gigabytes > MAX_GIGABYTES:
        raise Misfit(TOO_LARGE, num_params=num_params, gigabytes=gigabytes)
    if out_port.size > MAX_VALUES:
        raise Misfit(OUTPUT_TOO_LARGE, num_values=out_port.size, gigabytes=value_gigabytes(out_port.size))
