"""How often each watched probe may run, so that looking costs no more than its share of training time."""

from collections.abc import Mapping

FASTEST_S = 1 / 30
BUDGET = 0.05


def intervals(costs_s: Mapping[str, float], budget: float = BUDGET, fastest_s: float = FASTEST_S) -> dict[str, float]:
    """Seconds between two captures of every probe, given the seconds that one capture of each takes.

    Cheap probes run at the fastest rate; what they leave of the budget is shared evenly among the others. A budget
    without limit is infinite.
    """
    spaced: dict[str, float] = {}
    left = budget
    waiting = sorted(costs_s, key=costs_s.__getitem__)
    for num_served, name in enumerate(waiting):
        share = left / (len(waiting) - num_served)
        spaced[name] = max(fastest_s, costs_s[name] / share)
        left -= costs_s[name] / spaced[name]
    return spaced
