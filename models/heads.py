"""What all attention with several heads has in common: sizes that fit, and how many numbers it learns."""

from typing import Annotated, Literal

from pydantic import Field

from models.limits import MAX_VALUES, value_gigabytes
from models.port import Port
from models.problem import Misfit
from models.problems import ATTENTION_TOO_LARGE, NOT_DIVISIBLE, ODD_ROTARY
from models.products import Product

Heads = Annotated[int, Field(ge=1, le=1024)]
HeadPositions = Annotated[
    Literal["none", "rotary"],
    Field(
        title="Positions",
        description="Rotary turns what a position asks for and offers by an angle that grows with its place, so that "
        "attention can tell distances.",
    ),
]


def refuse_heads(heads: int, port: Port, num_sources: int) -> None:
    """Check that `heads` heads fit a sequence of this port that looks at `num_sources` positions.

    Raises:
        Misfit: when the features cannot be divided evenly, or the weights would fill the memory.
    """
    if port.features % heads:
        raise Misfit(NOT_DIVISIBLE, width=port.features, heads=heads)
    pairs = (port.shape[0], num_sources)
    num_values = heads * pairs[0] * pairs[1]
    if num_values > MAX_VALUES:
        raise Misfit(ATTENTION_TOO_LARGE, pairs=pairs, num_values=num_values, gigabytes=value_gigabytes(num_values))


def refuse_odd_rotary(positions: HeadPositions, heads: int, port: Port) -> None:
    """Check that rotary positions find pairs of features in every head (Su et al. 2021, arXiv:2104.09864).

    Raises:
        Misfit: when a feature is left over.
    """
    width = port.features // heads
    if positions == "rotary" and width % 2:
        raise Misfit(ODD_ROTARY, width=width, features=port.features, heads=heads)


def attention_products(features: int, source_features: int | None = None) -> list[Product]:
    """Weights and biases of query, key, value and output; keys and values may come from another width."""
    if source_features in (None, features):
        return [(4, features, features), (4, features)]
    return [(2, features, features), (2, source_features, features), (4, features)]


def attention_macs(port: Port, source: Port) -> int:
    """Multiply-adds of query, key, value and output, of the scores, and of the weighted sums."""
    projections = 2 * port.size * port.features + 2 * source.size * port.features
    return projections + 2 * port.size * source.shape[0]


def attention_values(heads: int, port: Port, source: Port) -> int:
    """Queries, keys, values and the weights of all heads."""
    return port.size + 2 * source.shape[0] * port.features + heads * port.shape[0] * source.shape[0]
