"""Perplexity: the number of tokens among which a network would be choosing if it were guessing."""

import math

from explorer.evaluation.figure import Figure


def perplexity(loss: Figure) -> Figure:
    """e^loss of a mean loss per token; its interval is that of the loss, likewise raised."""
    low = None if loss.low is None else _exp(loss.low)
    high = None if loss.high is None else _exp(loss.high)
    return Figure("perplexity", _exp(loss.value), low, high)


def _exp(value: float) -> float:
    """e^value, infinite where a float cannot hold it."""
    return math.exp(value) if not value >= 700 else math.inf
