"""Sequences that are all different, so that none is in two splits."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

Tokens = npt.NDArray[np.uint8]


def distinct_rows(num_rows: int, length: int, draw: Callable[[int], Tokens]) -> Tokens:
    """(num_rows, length): the first different ones of what `draw` gives, which is asked for more until they are enough.

    `draw` takes a number and gives about as many sequences (N, length); there must be many more than are wanted.
    """
    found: dict[bytes, None] = {}
    while len(found) < num_rows:
        found.update(dict.fromkeys(map(bytes, draw(num_rows))))
    return np.frombuffer(b"".join(list(found)[:num_rows]), dtype=np.uint8).reshape(num_rows, length)
