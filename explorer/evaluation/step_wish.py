"""Which of a run's saved weights are meant: those of a step, the newest, or the best by validation."""

from typing import Literal

from explorer.evaluation.problems import NOT_A_STEP
from models.problem import InputError

StepWish = int | Literal["newest", "best"]


def step_wish(text: str) -> StepWish:
    """What a person has typed.

    Raises:
        InputError: when it is neither a step nor one of the two words.
    """
    if text in ("newest", "best"):
        return "newest" if text == "newest" else "best"
    if text.isascii() and text.isdecimal() and len(text) < 19:
        return int(text)
    raise InputError((NOT_A_STEP.at("--step", value=text),))
