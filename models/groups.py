"""Channels that are divided into groups."""

from math import gcd, isqrt
from typing import Annotated

from pydantic import Field

from models.problem import Misfit
from models.problems import GROUPS_LEAVE_A_REST

Groups = Annotated[int, Field(ge=1, le=1_000_000)]


def groups_misfit(groups: int, *channels: int) -> Misfit | None:
    """The misfit of groups that do not divide one of these numbers of channels."""
    left = [count for count in channels if count % groups]
    if not left:
        return None
    common = gcd(*channels)
    return Misfit(GROUPS_LEAVE_A_REST, groups=groups, channels=left[0], fitting=largest_divisor(common, groups))


def largest_divisor(number: int, limit: int) -> int:
    """The largest divisor of a number that is not above a limit; quick also for a thousand millions."""
    small = [divisor for divisor in range(1, isqrt(number) + 1) if number % divisor == 0]
    return max(divisor for divisor in (*small, *(number // divisor for divisor in small)) if divisor <= limit)
