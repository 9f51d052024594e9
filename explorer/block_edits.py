"""Edits of blocks: pure functions that put blocks in, take them out, move, copy, wrap and unwrap them.

A block's path ends in the name of its stack and its place there: "architecture.network.blocks.3.blocks.0". Where
several paths are given, a block inside another one that is given goes with it.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from explorer.extent import refuse_growth
from explorer.input_problems import NOT_A_COMPOSITE, NOT_SIDE_BY_SIDE, UNKNOWN_KIND
from explorer.places import is_index, no_such_place, sibling, value_at, with_value
from explorer.spec import Experiment
from explorer.validation import shortened
from models.layer import CompositeSpec, LayerSpec
from models.layers import COMPOSITES
from models.problem import InputError
from models.text import Text

Blocks = tuple[LayerSpec, ...]


def insert_block(experiment: Experiment, path: str, block: LayerSpec) -> Experiment:
    """The experiment with one more block, whose path is `path` afterwards; also into a composite.

    Raises:
        InputError: when there is no such place, or too much is in it then.
    """
    return insert_blocks(experiment, path, (block,))


def insert_blocks(experiment: Experiment, path: str, blocks: Sequence[LayerSpec]) -> Experiment:
    """The experiment with more blocks side by side, the first of which has the path `path` afterwards.

    Raises:
        InputError: when there is no such place, or too much is in it then.
    """
    changed = _inserted(experiment, path, tuple(blocks))
    refuse_growth(experiment, changed, path)
    return changed


def remove_block(experiment: Experiment, path: str) -> Experiment:
    """The experiment without one block.

    Raises:
        InputError: when there is no such block.
    """
    return remove_blocks(experiment, (path,))


def remove_blocks(experiment: Experiment, paths: Iterable[str]) -> Experiment:
    """The experiment without these blocks and all that is inside them.

    Raises:
        InputError: when one of them does not exist.
    """
    for path in reversed(outermost(experiment, paths)):
        experiment = _with_stack(experiment, path, lambda blocks, index: (*blocks[:index], *blocks[index + 1 :]))
    return experiment


def move_block(experiment: Experiment, path: str, to: str) -> Experiment:
    """The experiment with a block taken out at `path` and then put in at `to`, also into or out of a composite.

    `to` is the block's path afterwards: it counts the stacks without the moved block, which so cannot enter itself.

    Raises:
        InputError: when one of the places does not exist, or too much is in it then.
    """
    return move_blocks(experiment, (path,), to)


def move_blocks(experiment: Experiment, paths: Iterable[str], to: str) -> Experiment:
    """The experiment with blocks taken out and put in side by side, in the order they had, the first at `to`.

    `to` counts the stacks without the moved blocks.

    Raises:
        InputError: when one of the places does not exist, or too much is in it then.
    """
    moved = outermost(experiment, paths)
    blocks = [block_at(experiment, path) for path in moved]
    changed = _inserted(remove_blocks(experiment, moved), to, tuple(blocks)) if moved else experiment
    refuse_growth(experiment, changed, to)
    return changed


def duplicate_block(experiment: Experiment, path: str) -> Experiment:
    """The experiment with a copy of a block right after it.

    Raises:
        InputError: when there is no such block, or too many are there then.
    """
    return duplicate_blocks(experiment, (path,))


def duplicate_blocks(experiment: Experiment, paths: Iterable[str]) -> Experiment:
    """The experiment with copies: blocks side by side are copied together, right after the last of them.

    Raises:
        InputError: when one of them does not exist, or too many are there then.
    """
    changed = experiment
    copied = outermost(experiment, paths)
    for run in reversed(_runs(copied)):
        blocks = tuple(block_at(experiment, path) for path in run)
        changed = _inserted(changed, sibling(run[-1], 1), blocks)
    refuse_growth(experiment, changed, copied[0] if copied else "")
    return changed


def wrap_blocks(experiment: Experiment, paths: Iterable[str], kind: str) -> Experiment:
    """The experiment with blocks that lie side by side put into a new composite, at the path of the first of them.

    Raises:
        InputError: when they do not lie side by side, no composite is of that kind, or it would nest too deep.
    """
    run = outermost(experiment, paths)
    if len(_runs(run)) != 1:
        raise InputError((NOT_SIDE_BY_SIDE.at(run[0] if run else "architecture"),))
    composite = _around(tuple(block_at(experiment, path) for path in run), kind, run[0])
    changed = _inserted(remove_blocks(experiment, run), run[0], (composite,))
    refuse_growth(experiment, changed, run[0])
    return changed


def unwrap_block(experiment: Experiment, path: str) -> Experiment:
    """The experiment with the blocks inside a composite in its place.

    Raises:
        InputError: when there is no such block, or it is no composite.
    """
    composite = block_at(experiment, path)
    if not isinstance(composite, CompositeSpec):
        raise InputError((NOT_A_COMPOSITE.at(path, label=Text(composite.label)),))
    return _inserted(remove_block(experiment, path), path, tuple(composite.inner()))


def outermost(experiment: Experiment, paths: Iterable[str]) -> list[str]:
    """These blocks in order and once, without those that lie inside another one of them.

    Raises:
        InputError: when one of them does not exist.
    """
    found: list[str] = []
    for path in sorted(set(paths), key=_order):
        block_at(experiment, path)
        if not (found and path.startswith(f"{found[-1]}.")):
            found.append(path)
    return found


def block_at(experiment: Experiment, path: str) -> LayerSpec:
    """The block at a path.

    Raises:
        InputError: when there is no such block.
    """
    block = value_at(experiment, path)
    if not isinstance(block, LayerSpec):
        raise no_such_place(path)
    return block


def _inserted(experiment: Experiment, path: str, added: Blocks) -> Experiment:
    def change(blocks: Blocks, index: int) -> Blocks:
        return (*blocks[:index], *added, *blocks[index:])

    return _with_stack(experiment, path, change)


def _with_stack(experiment: Experiment, path: str, change: Callable[[Blocks, int], Blocks]) -> Experiment:
    """The experiment with another stack where `path` lies in, or would lie after the last block."""
    stack, _, index = path.rpartition(".")
    if not is_index(index) or stack.rpartition(".")[2] != "blocks":
        raise no_such_place(path)
    blocks: Blocks = value_at(experiment, stack)
    if int(index) > len(blocks):
        raise no_such_place(path)
    return with_value(experiment, stack, change(blocks, int(index)))


def _around(blocks: Blocks, kind: str, place: str) -> CompositeSpec:
    for composite in COMPOSITES:
        if composite.model_fields["kind"].default == kind:
            return composite.around(blocks)
    kinds = ", ".join(composite.model_fields["kind"].default for composite in COMPOSITES)
    raise InputError((UNKNOWN_KIND.at(place, kind=shortened(kind), choices=kinds),))


def _runs(paths: Sequence[str]) -> list[list[str]]:
    """Blocks in order, those that lie side by side together."""
    runs = [[path] for path in paths[:1]]
    for path, following in pairwise(paths):
        if sibling(path, 1) == following:
            runs[-1].append(following)
        else:
            runs.append([following])
    return runs


def _order(path: str) -> list[tuple[int, str]]:
    """What sorts paths as their blocks follow one another: numbers by size."""
    return [(int(step), "") if is_index(step) else (-1, step) for step in path.split(".")]
