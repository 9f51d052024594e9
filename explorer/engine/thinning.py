"""Which of many states along a timeline is missed least: what is long ago may be kept in wider steps."""

import math
from collections.abc import Sequence


def least_missed(steps: Sequence[int], needed: int) -> int | None:
    """The step to do without, of steps that ascend; never the first, the last, or the one that is needed.

    Without it, whoever wants to be just before the next one replays from the one before: a gap that hurts the less the
    longer ago it lies. Weighed by the root of the age, the longest gap is but twice that of steps at equal distances,
    while what happened a moment ago is at hand nearly step by step. None where there is none to do without.
    """
    inner = [place for place in range(1, len(steps) - 1) if steps[place] != needed]
    if not inner:
        return None

    def harm(place: int) -> float:
        gap, age = steps[place + 1] - steps[place - 1], steps[-1] - steps[place]
        return gap / math.sqrt(age)

    return steps[min(inner, key=harm)]


def most_missed_first(steps: Sequence[int]) -> list[int]:
    """Steps that ascend, ordered so that the first few of them are those to be content with: the last one first."""
    left, dropped = list(steps), []
    while (missed := least_missed(left, needed=-1)) is not None:
        left.remove(missed)
        dropped.append(missed)
    return [*reversed(left), *reversed(dropped)]
