"""Channels that are divided into groups."""

from math import gcd
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
    fitting = max(number for number in range(1, min(groups, common) + 1) if common % number == 0)
    return Misfit(GROUPS_LEAVE_A_REST, groups=groups, channels=left[0], fitting=fitting)
