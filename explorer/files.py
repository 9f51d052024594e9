"""Experiments on disk: read with named problems, written so that a crash never leaves half a file."""

import json
import os
import tempfile
from pathlib import Path

from explorer.input_problems import FILE_NOT_READ, FILE_NOT_WRITTEN, FILE_TOO_LARGE, NOT_JSON, TOO_NESTED
from explorer.spec import Experiment
from explorer.validation import MAX_NESTING, experiment_from, shortened
from models.problem import InputError

LARGEST_FILE_BYTES = 16 * 2**20


def load_experiment(path: str | Path) -> Experiment:
    """The experiment in a JSON file.

    Raises:
        InputError: when the file cannot be read, is not JSON, or is no experiment; places name keys of the file.
    """
    return experiment_from(parse_json(read_file(Path(path)), str(path)), str(path))


def save_experiment(experiment: Experiment, path: str | Path) -> None:
    """Write the experiment with all defaults under a temporary name, then rename it.

    Raises:
        InputError: when the file cannot be written; what was there before is still there.
    """
    text = json.dumps(experiment.model_dump(mode="json"), indent=1, ensure_ascii=False, allow_nan=False)
    write_atomically(Path(path), (text + "\n").encode("utf-8", "backslashreplace"))


def parse_json(content: bytes, place: str) -> object:
    """Plain data from JSON text; `place` names it in problems.

    Raises:
        InputError: when it is not JSON.
    """
    try:
        return json.loads(content)
    except json.JSONDecodeError as error:
        problem = NOT_JSON.at(place, cause=error.msg, line=error.lineno, column=error.colno)
    except RecursionError:
        problem = TOO_NESTED.at(place, limit=MAX_NESTING)
    except ValueError as error:  # not UTF-8, or a number of thousands of digits
        problem = NOT_JSON.at(place, cause=shortened(error), line=1, column=1)
    raise InputError((problem,))


def write_atomically(path: Path, content: bytes) -> None:
    """Write a file in full or not at all, making its folder if there is none.

    Raises:
        InputError: when the folder or the file cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_and_rename(path, content)
    except OSError as error:
        problem = FILE_NOT_WRITTEN.at(str(path), file=str(path), cause=error.strerror or str(error))
        raise InputError((problem,)) from error


def _write_and_rename(path: Path, content: bytes) -> None:
    handle, temporary = tempfile.mkstemp(prefix=f".{path.name[:100]}.", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(_mode(path))
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _mode(path: Path) -> int:
    """The permissions of the file that is replaced, or those of a new file; mkstemp's own are for its owner alone."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def read_file(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE_BYTES + 1)
    except (OSError, ValueError) as error:  # a ValueError for a null character in the name
        cause = getattr(error, "strerror", None) or str(error)
        raise InputError((FILE_NOT_READ.at(str(path), file=str(path), cause=cause),)) from None
    if len(content) > LARGEST_FILE_BYTES:
        raise InputError((FILE_TOO_LARGE.at(str(path), file=str(path), limit=LARGEST_FILE_BYTES // 2**20),))
    return content
