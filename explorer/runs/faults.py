"""What can go wrong with a folder that is written: a full disk, no permission; as problems for people."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from safetensors import SafetensorError

from explorer.runs.problems import DISK_FULL, NOT_WRITABLE
from models.problem import InputError


@contextmanager
def writing_to(folder: Path) -> Iterator[None]:
    """Turns faults of the disk into problems that name the folder.

    Raises:
        InputError: when the disk is full or the folder cannot be written.
    """
    try:
        yield
    except (OSError, sqlite3.OperationalError, SafetensorError) as fault:
        kind = DISK_FULL if _is_full(fault) else NOT_WRITABLE
        cause = fault.strerror if isinstance(fault, OSError) and fault.strerror else str(fault)
        raise InputError((kind.at(str(folder), folder=str(folder), cause=cause),)) from fault


def _is_full(fault: Exception) -> bool:
    if isinstance(fault, OSError):
        return fault.errno in (errno.ENOSPC, errno.EDQUOT)
    if isinstance(fault, SafetensorError):  # it has no number, only words
        return f"os error {errno.ENOSPC}" in str(fault)
    return getattr(fault, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL
