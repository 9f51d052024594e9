"""Which of many states along a timeline is missed least: what is long ago may be kept in wider steps."""

from collections.abc import Sequence


def least_missed(steps: Sequence[int]) -> int:
    """The step to do without, of three or more that ascend; never the first or the last.

    Without it, whoever wants to be just before the next one replays from the one before: a gap that hurts the less the
    longer ago it lies. So the steps that are left end up at distances that grow in proportion to their age.
    """
    last = steps[-1]
    inner = range(1, len(steps) - 1)
    return steps[min(inner, key=lambda place: (steps[place + 1] - steps[place - 1]) / (last - steps[place]))]
