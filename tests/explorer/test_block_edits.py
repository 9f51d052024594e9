"""Edits of several blocks: they do what the same edit of the experiment's plain JSON would, and undo one another."""

import contextlib
import json
from collections.abc import Sequence
from itertools import groupby
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer import edits
from explorer.block_edits import outermost
from explorer.gallery import load
from explorer.spec import Experiment
from explorer.validation import experiment_from
from models.layer import CompositeSpec, LayerSpec
from models.layers import COMPOSITES, LAYERS
from models.layers.dense import Dense
from models.layers.flatten import Flatten
from models.layers.residual import Residual
from models.limits import MAX_BLOCKS, MAX_DEPTH
from models.network import NetworkSpec, Single
from models.problem import InputError

TOP = "architecture.network.blocks"


def leaves() -> st.SearchStrategy[LayerSpec]:
    return st.integers(1, 999).map(lambda units: Dense(units=units))


def stacks() -> st.SearchStrategy[list[LayerSpec]]:
    return st.recursive(
        st.lists(leaves(), max_size=4),
        lambda inner: st.lists(leaves() | inner.map(lambda blocks: Residual(blocks=tuple(blocks))), max_size=4),
        max_leaves=8,
    )


def experiment_of(*blocks: LayerSpec) -> Experiment:
    return Experiment(architecture=Single(network=NetworkSpec(blocks=tuple(blocks))))


EXPERIMENTS = stacks().map(lambda blocks: experiment_of(*blocks))


def paths_in(experiment: Experiment, stack: str = TOP) -> list[str]:
    """The paths of all blocks, in order, those inside others too."""
    found = []
    for index, block in enumerate(edits.get(experiment, stack)):
        found.append(f"{stack}.{index}")
        if isinstance(block, CompositeSpec):
            found += paths_in(experiment, f"{stack}.{index}.blocks")
    return found


def some_paths(data: st.DataObject, experiment: Experiment) -> list[str]:
    paths = paths_in(experiment)
    return data.draw(st.lists(st.sampled_from(paths), min_size=1, max_size=5)) if paths else []


def codes(call: Any, *arguments: Any) -> list[str]:
    with pytest.raises(InputError) as caught:
        call(*arguments)
    return [f"{problem.code} {problem.place}" for problem in caught.value.problems]


# --- the same edits on plain JSON, the long way ---


def plain(experiment: Experiment) -> dict[str, Any]:
    data: dict[str, Any] = experiment.model_dump(mode="json")
    return data


def stack_in(data: Any, path: str) -> tuple[list[Any], int]:
    *steps, last = path.split(".")
    for step in steps:
        data = data[int(step)] if isinstance(data, list) else data[step]
    return data, int(last)


def without(data: dict[str, Any], paths: Sequence[str]) -> list[Any]:
    """Take blocks out, marking first and deleting afterwards, so that no index has to be counted."""
    gone = {id(stack[index]) for stack, index in (stack_in(data, path) for path in paths)}
    taken: list[Any] = []

    def sweep(blocks: list[Any]) -> None:
        for block in blocks:
            if id(block) in gone:
                taken.append(block)
            else:
                sweep(block.get("blocks", []))
        blocks[:] = [block for block in blocks if id(block) not in gone]

    sweep(data["architecture"]["network"]["blocks"])
    return taken


def with_doubles(data: dict[str, Any], paths: Sequence[str]) -> None:
    """Put copies of all that lie side by side after the last of them."""
    copied = {id(stack[index]) for stack, index in (stack_in(data, path) for path in paths)}

    def sweep(blocks: list[Any]) -> None:
        runs = [(marked, list(run)) for marked, run in groupby(blocks, lambda block: id(block) in copied)]
        for block in (block for marked, run in runs if not marked for block in run):
            sweep(block.get("blocks", []))
        blocks[:] = [block for marked, run in runs for block in run * (1 + marked)]

    sweep(data["architecture"]["network"]["blocks"])


@settings(max_examples=60, deadline=None)
@given(EXPERIMENTS, st.data())
def test_removing_any_set_is_removing_it_from_the_json(experiment: Experiment, data: st.DataObject) -> None:
    paths = some_paths(data, experiment)
    expected = plain(experiment)
    without(expected, paths)
    assert edits.remove_blocks(experiment, paths) == experiment_from(expected)


@settings(max_examples=60, deadline=None)
@given(EXPERIMENTS, st.data())
def test_moving_any_set_keeps_its_order_and_loses_nothing(experiment: Experiment, data: st.DataObject) -> None:
    paths = some_paths(data, experiment)
    rest = edits.remove_blocks(experiment, paths)
    stacks = [TOP, *(f"{path}.blocks" for path in paths_in(rest) if edits.get(rest, path).kind == "residual")]
    stack = data.draw(st.sampled_from(stacks))
    to = f"{stack}.{data.draw(st.integers(0, len(edits.get(rest, stack))))}"
    expected = plain(experiment)
    taken = without(expected, paths)
    if taken:
        blocks, index = stack_in(expected, f"{to[: to.rindex('.')]}.0")[0], int(to.rpartition(".")[2])
        blocks[index:index] = taken
    assert edits.move_blocks(experiment, paths, to) == experiment_from(expected)


@settings(max_examples=60, deadline=None)
@given(EXPERIMENTS, st.data())
def test_duplicating_any_set_is_doubling_it_in_the_json(experiment: Experiment, data: st.DataObject) -> None:
    paths = some_paths(data, experiment)
    expected = plain(experiment)
    with_doubles(expected, paths)
    assert edits.duplicate_blocks(experiment, paths) == experiment_from(expected)


@settings(max_examples=80, deadline=None)
@given(EXPERIMENTS, st.data(), st.sampled_from(COMPOSITES))
def test_unwrapping_undoes_wrapping(experiment: Experiment, data: st.DataObject, composite: type[LayerSpec]) -> None:
    paths = paths_in(experiment)
    if not paths:
        return
    first = data.draw(st.sampled_from(paths))
    stack, _, start = first.rpartition(".")
    count = data.draw(st.integers(1, len(edits.get(experiment, stack)) - int(start)))
    run = [f"{stack}.{int(start) + number}" for number in range(count)]
    kind = composite.model_fields["kind"].default
    wrapped = edits.wrap_blocks(experiment, data.draw(st.permutations(run)), kind)
    assert edits.get(wrapped, first).kind == kind
    assert tuple(edits.get(wrapped, first).inner()) == tuple(edits.get(experiment, path) for path in run)
    assert edits.unwrap_block(wrapped, first) == experiment


@settings(max_examples=60, deadline=None)
@given(EXPERIMENTS, st.data())
def test_blocks_come_back_from_their_text(experiment: Experiment, data: st.DataObject) -> None:
    paths = outermost(experiment, some_paths(data, experiment))
    text = edits.blocks_as_text(experiment, paths)
    blocks = edits.blocks_from_text(text)
    assert blocks == tuple(edits.get(experiment, path) for path in paths)
    pasted = edits.insert_blocks(experiment, f"{TOP}.0", blocks)
    assert edits.remove_blocks(pasted, [f"{TOP}.{index}" for index in range(len(blocks))]) == experiment


@pytest.mark.parametrize("layer", LAYERS)
def test_every_kind_of_block_comes_back_from_its_text(layer: type[LayerSpec]) -> None:
    block = layer.model_validate({})
    assert edits.blocks_from_text(edits.blocks_as_text(experiment_of(block), [f"{TOP}.0"])) == (block,)


def test_a_network_and_a_whole_experiment_are_blocks_too() -> None:
    blocks = (Flatten(), Residual(blocks=(Dense(),)))
    network = NetworkSpec(blocks=blocks)
    assert edits.blocks_from_text(network.model_dump_json()) == blocks
    assert edits.blocks_from_text(experiment_of(*blocks).model_dump_json()) == blocks
    assert edits.blocks_from_text("[]") == ()
    gan = load("gan-ring")
    both = (*gan.architecture.generator.blocks, *gan.architecture.discriminator.blocks)  # type: ignore[union-attr]
    assert edits.blocks_from_text(gan.model_dump_json()) == both


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "not_blocks text"),
        ("hello {braces}", "not_blocks text"),
        ("null", "not_blocks text"),
        ("7", "not_blocks text"),
        ("9" * 5000, "not_blocks text"),
        ("[" * 100_000, "not_blocks text"),
        ("[" * 200 + "]" * 200, "too_nested text"),
        ('{"kind": "dense", "units": 0}', "at_least text.units"),
        ('[{"kind": "flatten"}, {"kind": "dense", "units": 1e999}]', "number_or_choice text.1.units"),
        ('{"blocks": [{"kind": "dens"}]}', "unknown_kind text.blocks.0"),
        ('{"blocks": [1]}', "wrong_type text.blocks.0"),
        ("{}", "key_missing text"),
        ("[[]]", "wrong_type text.0"),
        ('{"architecture": {}}', "key_missing architecture"),
    ],
)
def test_other_text_is_a_problem_that_says_what_is_wrong(text: str, code: str) -> None:
    assert codes(edits.blocks_from_text, text) == [code]


@settings(max_examples=100, deadline=None)
@given(
    st.text(max_size=60)
    | st.recursive(
        st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(["kind", "blocks", "architecture", "units", "shape"]), inner, max_size=3)
        ),
        max_leaves=8,
    ).map(json.dumps)
)
def test_any_text_gives_blocks_or_a_named_problem(text: str) -> None:
    with contextlib.suppress(InputError):
        assert all(isinstance(block, LayerSpec) for block in edits.blocks_from_text(text))


# --- what is refused ---


def nested(depth: int) -> Residual:
    block = Residual()
    for _ in range(depth - 1):
        block = Residual(blocks=(block,))
    return block


def test_nothing_nests_deeper_than_the_limit_unless_it_did_already() -> None:
    deepest = experiment_of(nested(MAX_DEPTH), Dense())
    too_deep = f"too_deep {TOP}.0"
    assert codes(edits.wrap_blocks, deepest, [f"{TOP}.0"], "skip") == [too_deep]
    assert codes(edits.insert_block, deepest, f"{TOP}.0", nested(MAX_DEPTH + 1)) == [too_deep]
    inside = f"{TOP}.1.blocks.0"
    assert codes(
        edits.move_block,
        experiment_of(Residual(), deepest.architecture.network.blocks[0]),  # type: ignore[union-attr]
        f"{TOP}.1",
        f"{TOP}.0.blocks.0",
    ) == [f"too_deep {TOP}.0.blocks.0"]
    assert codes(edits.replace, deepest, TOP, [nested(MAX_DEPTH + 1)]) == [f"too_deep {TOP}"]
    deeper = experiment_of(nested(MAX_DEPTH + 2), Residual())
    assert edits.insert_block(deeper, inside, Dense()) != deeper
    assert edits.unwrap_block(deeper, f"{TOP}.0") == experiment_of(nested(MAX_DEPTH + 1), Residual())


def test_blocks_are_not_doubled_without_end() -> None:
    experiment = experiment_of(*[Dense()] * MAX_BLOCKS)
    assert codes(edits.duplicate_block, experiment, f"{TOP}.3") == [f"too_many_blocks {TOP}.3"]
    assert edits.remove_block(experiment, f"{TOP}.3") == experiment_of(*[Dense()] * (MAX_BLOCKS - 1))


def test_only_blocks_side_by_side_are_wrapped_and_only_composites_unwrapped() -> None:
    experiment = experiment_of(Dense(), Flatten(), Dense(), Residual(blocks=(Dense(),)))
    assert codes(edits.wrap_blocks, experiment, [], "skip") == ["not_side_by_side architecture"]
    assert codes(edits.wrap_blocks, experiment, [f"{TOP}.0", f"{TOP}.2"], "skip") == [f"not_side_by_side {TOP}.0"]
    apart = [f"{TOP}.2", f"{TOP}.3.blocks.0"]
    assert codes(edits.wrap_blocks, experiment, apart, "skip") == [f"not_side_by_side {TOP}.2"]
    assert codes(edits.wrap_blocks, experiment, [f"{TOP}.0"], "dense") == [f"unknown_kind {TOP}.0"]
    assert codes(edits.wrap_blocks, experiment, ["training"], "skip") == ["no_such_place training"]
    assert codes(edits.unwrap_block, experiment, f"{TOP}.1") == [f"not_a_composite {TOP}.1"]


@pytest.mark.parametrize("path", ["", "training", f"{TOP}.9", f"{TOP}.-1", f"{TOP}.01", f"{TOP}.{'9' * 5000}", TOP])
def test_places_without_a_block(path: str) -> None:
    experiment = experiment_of(Dense())
    for call in (edits.remove_blocks, edits.duplicate_blocks, edits.blocks_as_text):
        assert codes(call, experiment, [f"{TOP}.0", path]) == [f"no_such_place {path}"]
    assert codes(edits.unwrap_block, experiment, path) == [f"no_such_place {path}"]
    assert codes(edits.insert_blocks, experiment, path, []) == [f"no_such_place {path}"]
    assert codes(edits.move_blocks, experiment, [f"{TOP}.0"], path) == [f"no_such_place {path}"]
