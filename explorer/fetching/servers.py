"""Which servers are asked for a file: its own, or those that a person names instead."""

import os
from urllib.parse import quote, urlsplit

from explorer.fetching.remote import RemoteFile

VARIABLE = "NEURAL_EXPLORER_MIRROR"


def mirrors() -> tuple[str, ...]:
    """The servers that NEURAL_EXPLORER_MIRROR names, divided by blanks: they are asked instead of the official ones.

    Such a server holds the files as they were fetched under the paths that they have in the data folder, such as
    http://localhost:8000/MNIST/raw/train-images-idx3-ubyte.gz for http://localhost:8000/.
    """
    return tuple(os.environ.get(VARIABLE, "").split())


def addresses(file: RemoteFile, servers: tuple[str, ...]) -> tuple[str, ...]:
    """Where to ask for a file, in order: at these servers, or at its own addresses where there are none."""
    return tuple(f"{server.rstrip('/')}/{quote(file.lies_at)}" for server in servers) or file.addresses


def host_of(address: str) -> str:
    """The server's name in an address, for people."""
    return urlsplit(address).netloc.rpartition("@")[2] or address
