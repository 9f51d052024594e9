"""How many numbers a block learns, written out as products to be added: 3 × 3 × 1 × 16 + 16."""

from collections.abc import Iterable
from math import prod

Factor = int | tuple[int, ...]  # a number, or a sum of numbers
Product = tuple[Factor, ...]


def total(products: Iterable[Product]) -> int:
    """What the products are together."""
    return sum(prod(factor if isinstance(factor, int) else sum(factor) for factor in product) for product in products)


def bias(units: int, is_learned: bool) -> list[Product]:
    """One number for every unit, if it is learned."""
    return [(units,)] if is_learned else []
