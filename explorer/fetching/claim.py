"""Only one window or command fetches the same data at a time."""

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from explorer.fetching.problems import BEING_FETCHED
from explorer.fetching.remote import Fetchable
from explorer.input_problems import FILE_NOT_WRITTEN
from explorer.processes import is_alive, this_process
from models.problem import InputError
from models.text import Text


@contextmanager
def claimed(data: Fetchable, folder: Path) -> Iterator[None]:
    """Hold the claim on these data in the data folder; that of a process which is gone counts for nothing.

    Raises:
        InputError: when somebody else holds it, or the folder cannot be written.
    """
    path = folder / f".{data.id}.fetching"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if _is_held(path):
            raise InputError((BEING_FETCHED.at("data", label=Text(data.label)),))
        path.unlink(missing_ok=True)
        with path.open("x", encoding="utf-8") as file:
            json.dump(this_process(), file)
    except FileExistsError as error:  # somebody else was faster
        raise InputError((BEING_FETCHED.at("data", label=Text(data.label)),)) from error
    except OSError as error:
        cause = error.strerror or str(error)
        raise InputError((FILE_NOT_WRITTEN.at("data", file=str(path), cause=cause),)) from error
    try:
        yield
    finally:
        with suppress(OSError):
            path.unlink()


def _is_held(path: Path) -> bool:
    try:
        pid, start = json.loads(path.read_text(encoding="utf-8"))
        return is_alive(int(pid), float(start))
    except (OSError, ValueError, TypeError):
        return False
