"""Wishes to facts: shape, parameters and problem of every block, in pure Python."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models.layer import CompositeSpec, LayerSpec
from models.network import Architecture, EncoderDecoder, Gan, NetworkSpec
from models.port import PORT_RANKS, Context, DataPorts, Port
from models.problem import Misfit, Problem
from models.problems import EMPTY_NETWORK, NO_MEMORY, TOO_DEEP, WRONG_KIND
from models.text import Text

MAX_DEPTH = 16


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
            seen = Context(data.num_classes, data.vocabulary, memory=read.out_port)
            return _resolved(read, resolve_network("decoder", decoder, data.target or data.input, seen))
        case Gan(noise=noise, generator=generator, discriminator=discriminator):
            made = resolve_network("generator", generator, Port("vector", (noise,)), context)
            return _resolved(made, resolve_network("discriminator", discriminator, data.input, context))
        case single:
            return _resolved(resolve_network("network", single.network, data.input, context))


def resolve_network(name: str, network: NetworkSpec, in_port: Port, context: Context) -> ResolvedNetwork:
    """The facts of one stack that receives `in_port`; never raises."""
    path = f"architecture.{name}"
    blocks, out_port = _resolve_stack(network.blocks, in_port, context, f"{path}.blocks", depth=1)
    problems = [block.problem for top in blocks for block in top.flat() if block.problem is not None]
    if not blocks:
        problems.append(EMPTY_NETWORK.at(path, network=Text(name)))
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
    if depth > MAX_DEPTH:
        return ResolvedBlock(path, layer, port, None, 0, TOO_DEEP.at(path, limit=MAX_DEPTH))
    if isinstance(layer, CompositeSpec):
        return _resolve_composite(layer, port, context, path, depth)
    if port is None:
        return ResolvedBlock(path, layer, None, None, 0)
    try:
        _refuse_wrong_kind(layer, port, context)
        out_port = layer.out_port(port, context)
        num_params = layer.num_params(port, context)
        misfit = layer.misfit(port, context)
    except Misfit as problem:
        return ResolvedBlock(path, layer, port, None, 0, problem.at(path))
    return ResolvedBlock(path, layer, port, out_port, num_params, misfit.at(path) if misfit else None)


def _resolve_composite(
    layer: CompositeSpec, port: Port | None, context: Context, path: str, depth: int
) -> ResolvedBlock:
    inner, inner_port = _resolve_stack(layer.inner(), port, context, f"{path}.blocks", depth + 1)
    num_params = sum(block.num_params for block in inner)
    if port is None or inner_port is None:
        return ResolvedBlock(path, layer, port, None, num_params, inner=inner)
    try:
        out_port = layer.combine(port, inner_port, context)
    except Misfit as problem:
        return ResolvedBlock(path, layer, port, None, num_params, problem.at(path), inner)
    return ResolvedBlock(path, layer, port, out_port, num_params, inner=inner)


def _refuse_wrong_kind(layer: LayerSpec, port: Port, context: Context) -> None:
    if layer.needs_memory and context.memory is None:
        raise Misfit(NO_MEMORY, label=Text(layer.label))
    if port.kind not in layer.accepts:
        accepted = " / ".join(kind for kind in PORT_RANKS if kind in layer.accepts)
        raise Misfit(WRONG_KIND, label=Text(layer.label), accepted=accepted, received=port.kind, shape=port.shape)
