"""Remedies for networks that are empty, or give something else than the objective needs."""

from collections.abc import Iterator
from math import prod

from explorer.objectives.masked import Masked
from explorer.objectives.predict_words import PredictWords
from explorer.objectives.reconstruct import Reconstruct
from explorer.remedies.kinds import bridges
from explorer.remedy import Attempt, Case
from models.layer import LayerSpec
from models.layers.conv2d import Conv2d
from models.layers.dense import Dense
from models.layers.reshape import KIND_OF_RANK, Reshape
from models.network import Gan
from models.port import Port


def for_wrong_output(case: Case) -> Iterator[Attempt]:
    """Another size of the last block where it is a dense one, else blocks at the end that give what is needed."""
    name = case.place.rpartition(".")[2]
    network, wanted = case.resolved.networks[name], case.params["wanted"]
    if not isinstance(wanted, tuple) or network.out_port is None:
        return
    stack = f"{case.place}.blocks"
    last = network.blocks[-1] if network.blocks else None
    if last is not None and isinstance(last.layer, Dense):
        yield case.choose(f"{last.path}.units", _units(case, wanted[-1]))
        yield case.choose(f"{last.path}.units", _units(case, prod(wanted)))
    for head in _heads(case, network.out_port, wanted):
        yield case.put_at_end(stack, *head)
    if last is not None and len(network.blocks) > 1:
        yield case.remove(last.path)


def for_empty_network(case: Case) -> Iterator[Attempt]:
    """The shortest way to what the objective needs, for networks without blocks or without weights."""
    name = case.place.rpartition(".")[2]
    network = case.resolved.networks[name]
    for wanted in _wishes(case, name):
        for head in _heads(case, network.out_port or network.in_port, wanted):
            yield case.put_at_end(f"{case.place}.blocks", *head)
    yield case.put_at_end(f"{case.place}.blocks", Dense())


def _heads(case: Case, port: Port, wanted: tuple[int, ...]) -> Iterator[tuple[LayerSpec, ...]]:
    """Blocks that turn a port into one of the wanted shape, ending with a dense block or what makes an image."""
    kind = KIND_OF_RANK[len(wanted)]
    if kind == "image" and not isinstance(case.experiment.architecture, Gan):
        yield from _image_heads(port, wanted)
        return
    if kind == "image":  # a generator's values are taken in the shape of the data
        kind, wanted = "vector", (prod(wanted),)
    dense = Dense.model_validate({"units": _units(case, wanted[-1])})
    ways = [()] if port.kind == kind else list(bridges(port, kind))
    for way in ways:
        yield (*way, dense)


def _image_heads(port: Port, wanted: tuple[int, ...]) -> Iterator[tuple[LayerSpec, ...]]:
    reshape = Reshape.model_validate({"shape": wanted})
    if port.size == prod(wanted):
        yield (reshape,)
    if port.kind == "image" and port.shape[1:] == wanted[1:]:
        yield (Conv2d(out_channels=wanted[0], kernel_size=1),)
    for way in [()] if port.kind == "vector" else list(bridges(port, "vector")):
        yield (*way, Dense(units=prod(wanted)), reshape)


def _wishes(case: Case, name: str) -> Iterator[tuple[int, ...]]:
    """The shapes that the objective may need of a network, the likeliest first."""
    ports, values = case.facts.ports, len(case.facts.value_names)
    objective = case.experiment.training.objective
    if isinstance(case.experiment.architecture, Gan):
        yield ports.input.shape if name == "generator" and ports.input.kind != "tokens" else (1,)
    elif isinstance(objective, Reconstruct | Masked | PredictWords) and objective.suits(case.facts):
        yield objective.wanted_output(case.facts).shape
    elif case.facts.target in ("next", "tokens"):
        target = ports.target if name == "decoder" and ports.target else ports.input
        yield (*target.shape[:1], ports.vocabulary or 1)
    else:
        yield (ports.num_classes or values or 1,)


def _units(case: Case, size: int) -> int | str:
    """A number as the data's own word for it."""
    if size == case.facts.ports.num_classes:
        return "classes"
    return "vocabulary" if size == case.facts.ports.vocabulary else size
