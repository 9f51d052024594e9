"""Where a run is kept: the name of its folder is its id."""

import re
import secrets
from datetime import UTC, datetime
from pathlib import Path

from explorer.folders import runs_folder
from explorer.runs.faults import writing_to
from explorer.runs.problems import FOLDER_NOT_EMPTY
from models.problem import InputError

SLUG_LENGTH = 40
RUN_ID = re.compile(r"\d{8}-\d{6}-[\w-]+-[0-9a-f]{4}")


def new_run_path(name: str) -> Path:
    """A folder of its own for a new run among the runs: its name is the run's id, sorted by time, told by `name`."""
    moment = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    slug = re.sub(r"[\W_]+", "-", name.lower()).strip("-")[:SLUG_LENGTH].strip("-") or "run"
    return runs_folder() / f"{moment}-{slug}-{secrets.token_hex(2)}"


def refuse_occupied(path: Path) -> None:
    """Leave what is there alone.

    Raises:
        InputError: when a new run cannot be kept there, because the folder holds something or is a file.
    """
    with writing_to(path):
        if path.exists() and any(path.iterdir()):
            raise InputError((FOLDER_NOT_EMPTY.at(str(path), folder=str(path)),))
