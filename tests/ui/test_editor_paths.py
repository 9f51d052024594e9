"""Paths of blocks, and every command on blocks, over random stacks."""

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from explorer import edits
from explorer.places import sibling
from explorer.spec import Experiment
from models.layer import CompositeSpec, LayerSpec
from models.layers.activation import Activation
from models.layers.dense import Dense
from models.layers.parallel import Branch, Parallel
from models.layers.residual import Residual
from models.network import NetworkSpec, Single
from ui.editors import block_paths
from ui.editors.block_commands import BlockCommands
from ui.editors.facts import block_path, facts_of
from ui.spec_store import SpecStore

TOP = "architecture.network.blocks"


def leaves() -> st.SearchStrategy[LayerSpec]:
    return st.integers(1, 999).map(lambda units: Dense(units=units))


def stacks() -> st.SearchStrategy[list[LayerSpec]]:
    return st.recursive(
        st.lists(leaves(), max_size=4),
        lambda inner: st.lists(leaves() | inner.map(residual) | st.lists(inner, max_size=3).map(parallel), max_size=4),
        max_leaves=6,
    )


def residual(blocks: list[LayerSpec]) -> LayerSpec:
    return Residual(blocks=tuple(blocks))


def parallel(branches: list[list[LayerSpec]]) -> LayerSpec:
    return Parallel(branches=tuple(Branch(blocks=tuple(blocks)) for blocks in branches))


def experiment_of(blocks: list[LayerSpec]) -> Experiment:
    return Experiment(architecture=Single(network=NetworkSpec(blocks=tuple(blocks))))


def paths(experiment: Experiment) -> list[str]:
    return [block.path for network in facts_of(experiment).resolved.networks.values() for block in network.flat()]


def units(experiment: Experiment) -> list[object]:
    """The sizes of all dense blocks, which tell whether any was lost or doubled."""
    return sorted(
        block.layer.units
        for network in facts_of(experiment).resolved.networks.values()
        for block in network.flat()
        if isinstance(block.layer, Dense)
    )


@settings(max_examples=40, deadline=None)
@given(stacks(), st.data())
def test_moves_lose_nothing_and_follow_the_block(
    qapp: QApplication, blocks: list[LayerSpec], data: st.DataObject
) -> None:
    store = SpecStore(experiment_of(blocks))
    before = store.experiment
    if not paths(before):
        return
    path = data.draw(st.sampled_from(paths(before)))
    moved = edits.get(before, path)
    commands = BlockCommands(store)
    seen = [path]
    commands.moved_to.connect(seen.extend)
    name = data.draw(st.sampled_from(["move_up", "move_down", "move_into", "move_out"]))
    getattr(commands, name)(path)
    assert units(store.experiment) == units(before)
    assert edits.get(store.experiment, seen[-1]) == moved
    store.undo_stack.undo()
    assert store.experiment == before


@settings(max_examples=40, deadline=None)
@given(stacks(), st.data())
def test_a_dragged_block_lands_where_it_was_dropped(
    qapp: QApplication, blocks: list[LayerSpec], data: st.DataObject
) -> None:
    store = SpecStore(experiment_of(blocks))
    before = store.experiment
    if not paths(before):
        return
    path, place = data.draw(st.sampled_from(paths(before))), data.draw(st.sampled_from(paths(before)))
    moved, neighbour = edits.get(before, path), edits.get(before, place)
    commands = BlockCommands(store)
    seen = [path]
    commands.moved_to.connect(seen.extend)
    commands.move_before(place, path)
    assert units(store.experiment) == units(before)
    assert edits.get(store.experiment, seen[-1]) == moved
    if seen[-1] != path and not path.startswith(f"{place}."):  # what it was dropped in front of follows it now
        assert edits.get(store.experiment, sibling(seen[-1], 1)) == neighbour


@settings(max_examples=40, deadline=None)
@given(stacks(), st.data())
def test_removing_selects_a_block_that_is_there(
    qapp: QApplication, blocks: list[LayerSpec], data: st.DataObject
) -> None:
    store = SpecStore(experiment_of(blocks))
    if not paths(store.experiment):
        return
    path = data.draw(st.sampled_from(paths(store.experiment)))
    commands = BlockCommands(store)
    seen: list[str] = []
    commands.moved_to.connect(seen.extend)
    commands.remove(path)
    assert set(seen) <= set(paths(store.experiment))
    assert bool(seen) == bool(paths(store.experiment))


@settings(max_examples=40, deadline=None)
@given(stacks(), st.data())
def test_duplicating_selects_the_copies(qapp: QApplication, blocks: list[LayerSpec], data: st.DataObject) -> None:
    store = SpecStore(experiment_of(blocks))
    before = store.experiment
    if not paths(before):
        return
    drawn = data.draw(st.sets(st.sampled_from(paths(before)), min_size=1))
    chosen = [path for path in paths(before) if path in drawn]
    commands = BlockCommands(store)
    seen: list[str] = []
    commands.moved_to.connect(seen.extend)
    commands.duplicate(*chosen)
    copied = block_paths.outermost(chosen)
    assert [edits.get(store.experiment, path) for path in seen] == [edits.get(before, path) for path in copied]
    assert edits.remove_blocks(store.experiment, seen) == before


def test_a_composite_cannot_be_dropped_into_itself(qapp: QApplication) -> None:
    store = SpecStore(experiment_of([Residual(blocks=(Dense(),))]))
    before = store.experiment
    BlockCommands(store).move_before(f"{TOP}.0.blocks.0", f"{TOP}.0")
    assert store.experiment == before


def test_into_and_out_of_a_composite(qapp: QApplication) -> None:
    store = SpecStore(experiment_of([Dense(units=1), Residual(blocks=(Dense(units=2),)), Activation()]))
    commands = BlockCommands(store)
    commands.move_into(f"{TOP}.0")
    inside = edits.get(store.experiment, f"{TOP}.0")
    assert isinstance(inside, CompositeSpec)
    assert [getattr(block, "units", None) for block in inside.inner()] == [1, 2]
    commands.move_out(f"{TOP}.0.blocks.0")
    assert edits.get(store.experiment, f"{TOP}.1.units") == 1


def test_through_the_branches_of_a_parallel_block(qapp: QApplication) -> None:
    store = SpecStore(experiment_of([Parallel(), Dense(units=1)]))
    commands = BlockCommands(store)
    seen = [f"{TOP}.1"]
    commands.moved_to.connect(seen.extend)
    for command in (commands.move_up, commands.move_down, commands.move_into, commands.move_up, commands.move_up):
        command(seen[-1])
    assert seen[1:] == [
        f"{TOP}.0", f"{TOP}.1", f"{TOP}.0.branches.1.blocks.0", f"{TOP}.0.branches.0.blocks.0", f"{TOP}.0",
    ]  # fmt: skip
    for command in (commands.move_into, commands.move_down, commands.move_down):
        command(seen[-1])
    assert seen[-3:] == [f"{TOP}.0.branches.0.blocks.0", f"{TOP}.0.branches.1.blocks.0", f"{TOP}.1"]


def test_a_place_belongs_to_the_block_around_it() -> None:
    assert block_path("architecture.network.blocks.3.units") == f"{TOP}.3"
    assert block_path("architecture.network.blocks.3.blocks.1") == f"{TOP}.3.blocks.1"
    assert block_path(f"{TOP}.3.branches.1.blocks.2.units") == f"{TOP}.3.branches.1.blocks.2"
    assert block_paths.parent_of(f"{TOP}.3.branches.1.blocks.2") == f"{TOP}.3"
    assert block_path("architecture.network") == "architecture.network"
    assert block_path("training.batch_size") == "training.batch_size"
    assert block_paths.network_of("architecture.encoder.blocks.0") == "encoder"
    assert block_paths.network_of("training") == ""
