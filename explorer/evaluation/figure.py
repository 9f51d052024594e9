"""One measure of a whole split."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """A value, and where one is known its 95 % interval; `name` is the metric's, such as "accuracy"."""

    name: str
    value: float
    low: float | None = None
    high: float | None = None
