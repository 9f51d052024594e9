"""Reads a network from a person's Python file, which is run in a process of its own; torch-free here."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from explorer.files import read_file
from explorer.importing.fitting import fitted
from explorer.importing.problems import FILE_FAILED, IMPORT_PROBLEMS
from explorer.spec import Experiment
from models.problem import InputError

_ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Reading:
    """One reading of a file: the command that runs it, and what its answer means."""

    file: Path
    name: str = ""

    @property
    def arguments(self) -> list[str]:
        """What the interpreter is called with."""
        return ["-m", "explorer.importing.child", str(self.file.absolute()), self.name]

    @property
    def import_path(self) -> str:
        """PYTHONPATH of the process: it has to find this program beside what the person's file imports."""
        return os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH"))))

    def experiment(self, printed: str, told: str) -> Experiment:
        """The experiment that the process has answered with; `printed` is its stdout, `told` its stderr.

        Raises:
            InputError: when the file failed, holds no network or several, or something in it has no block.
        """
        place = str(self.file)
        try:
            answer: dict[str, Any] = json.loads(printed.splitlines()[-1])
            if not isinstance(answer, dict) or not answer.keys() & {"architecture", "problems"}:
                raise ValueError("something else was printed last")
        except (IndexError, ValueError):
            last = (told.strip().splitlines() or ["it ended without an answer"])[-1]
            raise InputError((FILE_FAILED.at(place, file=place, cause=last),)) from None
        if problems := answer.get("problems"):
            kinds = {kind.code: kind for kind in IMPORT_PROBLEMS}
            raise InputError(tuple(kinds[one["code"]].at(one["place"], **one["params"]) for one in problems))
        return fitted(answer["architecture"], self.file.stem, place)


def import_network(file: Path, name: str = "") -> Experiment:
    """Run the file and read its network, or the one of that name. Only for files that a person has agreed to run.

    Raises:
        InputError: when the file cannot be read or run, holds no network or several, or something in it has no block.
    """
    read_file(file)
    reading = Reading(file, name)
    done = subprocess.run(
        [sys.executable, *reading.arguments],
        stdin=subprocess.DEVNULL,  # a file that asks for something finds nobody
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
        env={**os.environ, "PYTHONPATH": reading.import_path},
    )
    return reading.experiment(done.stdout, done.stderr)
