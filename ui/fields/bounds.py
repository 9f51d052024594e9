"""What a field says about a number that is too small or too large."""

from ui.fields.allowed import Bounds
from ui.fields.line import Unreadable
from ui.text import tr


def refuse_out_of_bounds(value: float, bounds: Bounds) -> None:
    """Do nothing for a number within the bounds.

    Raises:
        Unreadable: with the bound that was overstepped.
    """
    if bounds.at_least is not None and value < bounds.at_least:
        raise Unreadable(tr("{value} is too small: type {bound} or more.", value=value, bound=_bound(bounds.at_least)))
    if bounds.at_most is not None and value > bounds.at_most:
        raise Unreadable(tr("{value} is too large: type {bound} or less.", value=value, bound=_bound(bounds.at_most)))
    if bounds.above is not None and value <= bounds.above:
        raise Unreadable(tr("{value} is too small: type more than {bound}.", value=value, bound=_bound(bounds.above)))
    if bounds.below is not None and value >= bounds.below:
        raise Unreadable(tr("{value} is too large: type less than {bound}.", value=value, bound=_bound(bounds.below)))


def _bound(bound: float) -> int | float:
    return int(bound) if float(bound).is_integer() else bound
