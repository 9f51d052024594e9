"""Edits of branches: pure functions that add and remove a branch of a parallel block."""

from explorer.places import no_such_place, value_at, with_value
from explorer.spec import Experiment
from models.layers.parallel import Branch, Parallel


def insert_branch(experiment: Experiment, path: str, index: int) -> Experiment:
    """The experiment with an empty branch more in the parallel block at `path`, which is branch `index` then.

    Raises:
        InputError: when there is no parallel block, no such place in it, or no room for another branch.
    """
    branches = _branches(experiment, path)
    if not 0 <= index <= len(branches):
        raise no_such_place(f"{path}.branches.{index}")
    return with_value(experiment, f"{path}.branches", (*branches[:index], Branch(), *branches[index:]))


def remove_branch(experiment: Experiment, path: str, index: int) -> Experiment:
    """The experiment without one branch of the parallel block at `path`, with all that is in it.

    Raises:
        InputError: when there is no parallel block, or no such branch.
    """
    branches = _branches(experiment, path)
    if not 0 <= index < len(branches):
        raise no_such_place(f"{path}.branches.{index}")
    return with_value(experiment, f"{path}.branches", (*branches[:index], *branches[index + 1 :]))


def _branches(experiment: Experiment, path: str) -> tuple[Branch, ...]:
    block = value_at(experiment, path)
    if not isinstance(block, Parallel):
        raise no_such_place(f"{path}.branches")
    return block.branches
