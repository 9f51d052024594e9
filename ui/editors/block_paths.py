"""Arithmetic on the paths of blocks, such as "architecture.network.blocks.3.blocks.0"; changes nothing itself."""

from collections.abc import Sequence

from explorer import edits
from explorer.places import index_of, sibling, stack_of
from explorer.spec import Experiment
from models.layer import CompositeSpec, LayerSpec
from ui.editors.facts import block_path


def parent_of(path: str) -> str | None:
    """The composite that a block lies in; None at the top of a network."""
    stack = stack_of(path)
    owner = block_path(stack)
    return None if owner == stack else owner


def network_of(path: str) -> str:
    """The name of the network that a place lies in: "architecture.encoder.blocks.0" -> "encoder"."""
    keys = path.split(".")
    return keys[1] if len(keys) > 1 and keys[0] == "architecture" else ""


def after_removal(path: str, removed: str) -> str:
    """What `path` is called once the block `removed` is gone; `path` must not lie inside it."""
    stack = f"{stack_of(removed)}."
    if not path.startswith(stack):
        return path
    index, dot, rest = path.removeprefix(stack).partition(".")
    return f"{stack}{int(index) - (int(index) > index_of(removed))}{dot}{rest}"


def outermost(paths: Sequence[str]) -> list[str]:
    """These blocks without those that lie inside another one of them."""
    return [path for path in paths if not any(path.startswith(f"{other}.") for other in paths)]


def side_by_side(path: str, count: int) -> list[str]:
    """What so many blocks are called that follow each other from `path` on."""
    return [sibling(path, distance) for distance in range(count)]


def copies_of(paths: Sequence[str]) -> list[str]:
    """What the copies of blocks, given from first to last, are called: those side by side are copied together."""
    copies: list[str] = []
    run: list[str] = []
    for path in reversed(outermost(paths)):
        if run and sibling(path, 1) != run[-1]:
            copies, run = _copied(run, copies), []
        run.append(path)
    return _copied(run, copies)


def _copied(run: Sequence[str], later: Sequence[str]) -> list[str]:
    """The copies of neighbours, last one first, and what the `later` copies are called now."""
    place = sibling(run[0], 1)
    return [*side_by_side(place, len(run)), *(_after_insertion(path, place, len(run)) for path in later)]


def _after_insertion(path: str, place: str, count: int) -> str:
    """What `path` is called once so many blocks are put in at `place`."""
    stack = f"{stack_of(place)}."
    if not path.startswith(stack):
        return path
    index, dot, rest = path.removeprefix(stack).partition(".")
    return f"{stack}{int(index) + (count if int(index) >= index_of(place) else 0)}{dot}{rest}"


def one_up(experiment: Experiment, path: str) -> str | None:
    """Where a block goes when it is moved up: past its neighbour, into the branch above, or out of its composite.

    None at the top.
    """
    if index_of(path) > 0:
        return sibling(path, -1)
    branch = _branch_beside(experiment, path, -1)
    return f"{branch}.{len(edits.get(experiment, branch))}" if branch else parent_of(path)


def one_down(experiment: Experiment, path: str) -> str | None:
    """Where a block goes when it is moved down: past its neighbour, into the branch below, or out of its composite.

    None at the end.
    """
    if index_of(path) + 1 < len(_stack(experiment, path)):
        return sibling(path, 1)
    branch = _branch_beside(experiment, path, 1)
    return f"{branch}.0" if branch else out_of(path)


def out_of(path: str) -> str | None:
    """The place right after the composite that a block lies in; None where there is none."""
    parent = parent_of(path)
    return None if parent is None else sibling(parent, 1)


def into_neighbour(experiment: Experiment, path: str) -> str | None:
    """The end of the composite above, or the start of the one below; None where there is none."""
    stack, index = _stack(experiment, path), index_of(path)
    above = stack[index - 1] if index > 0 else None
    if isinstance(above, CompositeSpec) and (stacks := above.stacks()):
        name, blocks = list(stacks.items())[-1]
        return f"{sibling(path, -1)}.{name}.{len(blocks)}"
    below = stack[index + 1] if index + 1 < len(stack) else None
    if isinstance(below, CompositeSpec) and (stacks := below.stacks()):
        return after_removal(f"{sibling(path, 1)}.{next(iter(stacks))}.0", path)
    return None


def after_removed(experiment: Experiment, path: str) -> str | None:
    """The block to select once this one is removed: the next, else the one before, else the composite around."""
    count = len(_stack(experiment, path))
    if index_of(path) + 1 < count:
        return path
    return sibling(path, -1) if count > 1 else parent_of(path)


def _branch_beside(experiment: Experiment, path: str, distance: int) -> str:
    """The stack so many places further in the composite that a block lies in; "" where there is none."""
    parent = parent_of(path)
    if parent is None:
        return ""
    composite: CompositeSpec = edits.get(experiment, parent)
    names = list(composite.stacks())
    place = names.index(stack_of(path).removeprefix(f"{parent}.")) + distance
    return f"{parent}.{names[place]}" if 0 <= place < len(names) else ""


def _stack(experiment: Experiment, path: str) -> Sequence[LayerSpec]:
    stack: Sequence[LayerSpec] = edits.get(experiment, stack_of(path))
    return stack
