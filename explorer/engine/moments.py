"""Keeps the timeline of a run that is let go in its folder, so that it can be wound back when it is taken up again."""

import time
from collections.abc import Mapping

from explorer.engine.state import LearnerState, num_bytes
from explorer.engine.thinning import most_missed_first
from explorer.runs.run_folder import RunFolder

MOST_BYTES = 64 * 2**20  # of every run on disk


def write_moments(
    folder: RunFolder, states: Mapping[int, LearnerState], longest_s: float, most_bytes: int = MOST_BYTES
) -> None:
    """Write the states that would be missed most, as far as there is room and time for them; step 0 is made anew.

    Those of an earlier life are there already, and count. Nothing later than the last checkpoint is kept: weights that
    were spoilt after it are nobody's.

    Raises:
        InputError: when the disk is full or the folder cannot be written; what was written before is whole.
    """
    ends = time.perf_counter() + longest_s
    last = max(folder.checkpoints(), default=0)
    stored = set(folder.moments())
    steps = sorted(step for step in {*states, *stored} if 0 < step <= last)
    room = most_bytes // max((num_bytes(state) for state in states.values()), default=1)
    wanted = most_missed_first(steps)[:room]
    for step in stored.difference(wanted):
        folder.moment_files.remove(step)
    for step in wanted:
        if time.perf_counter() >= ends:
            break
        if step not in stored:
            state = states[step]
            folder.moment_files.write(step, state.weights, state.state, state.scalars)
