"""Files that are whole or absent: written under a temporary name, then renamed."""

import os
from collections.abc import Callable
from pathlib import Path

TEMPORARY = ".tmp"


def write_whole(path: Path, write: Callable[[Path], object], durable: bool = False) -> None:
    """Let `write` fill a temporary file, then give it the name `path`; `durable` survives a loss of power too."""
    temporary = path.with_name(path.name + TEMPORARY)
    try:
        write(temporary)
        if durable:
            force_to_disk(temporary)
        os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


def force_to_disk(path: Path) -> None:
    """Wait until the file's contents are on the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())
