"""What goes over the pipe at once: several events, each pickled by itself, one behind the other."""

import pickle
from collections.abc import Iterable, Iterator
from io import BytesIO

from explorer.events import Event


def packed(event: Event) -> bytes:
    """One event, as a part of a message."""
    return pickle.dumps(event, protocol=5)


def joined(parts: Iterable[bytes]) -> bytes:
    """A message out of its parts."""
    return b"".join(parts)


def events_of(message: bytes) -> Iterator[Event]:
    """The events of a message, in order."""
    stream = BytesIO(message)
    while stream.tell() < len(message):
        yield pickle.load(stream)
