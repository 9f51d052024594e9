"""A share of samples with its confidence interval, as Wilson found it (1927)."""

import math

from explorer.evaluation.figure import Figure

Z_95 = 1.959963984540054  # so many standard deviations hold 95 % of a normal distribution


def proportion(name: str, hits: int, count: int) -> Figure:
    """hits / count with Wilson's 95 % interval, which stays within 0 and 1 and is right for few samples too."""
    if not count:
        return Figure(name, math.nan)
    share, spread = hits / count, Z_95**2 / count
    middle = (share + spread / 2) / (1 + spread)
    reach = Z_95 * math.sqrt(share * (1 - share) / count + spread / (4 * count)) / (1 + spread)
    # Rounding must not leave the share itself outside, nor the interval reach beyond what a share can be.
    return Figure(name, share, max(0.0, min(share, middle - reach)), min(1.0, max(share, middle + reach)))
