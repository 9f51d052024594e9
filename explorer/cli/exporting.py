"""Command: export - an experiment, or one as it was run, for use without this program; without torch."""

import sys
from pathlib import Path

from explorer.check import check_spec
from explorer.cli.experiments import open_experiment
from explorer.cli.output import err, say
from explorer.cli.problems import EXPORT_TARGET
from explorer.cli.sentences import WRITTEN
from explorer.export.course import Course
from explorer.export.script import python_script
from explorer.files import write_atomically
from explorer.gallery import ids
from explorer.runs.library import find_run
from explorer.runs.marks import as_marks
from explorer.runs.run_folder import RunFolder
from explorer.spec import Experiment
from models.problem import InputError

TARGETS = ("python",)


def export_experiment(name: str, target: str, path: Path | None) -> None:
    """Write the experiment or run of that name as a script into a file, or on stdout.

    Raises:
        InputError: when there is none, something is wrong with it, or the file cannot be written.
    """
    if target not in TARGETS:
        raise InputError((EXPORT_TARGET.at("--to", target=target, targets=", ".join(TARGETS)),))
    experiment, device, threads, course = _opened(name)
    problems = check_spec(experiment)
    if problems:
        raise InputError(problems)
    text = python_script(experiment, device=device, threads=threads, course=course).text
    if path is None:
        sys.stdout.write(text)
    else:
        write_atomically(path, text.encode())
        err(say(WRITTEN, file=str(path)))


def _opened(name: str) -> tuple[Experiment, str, int | None, Course]:
    """The experiment; of a run also the device, the number of threads, and what was changed in its course."""
    if name not in ids():
        try:
            folder = find_run(name)
        except InputError:
            return open_experiment(name)[1], "cpu", None, Course()
        with RunFolder.open(folder) as run:
            changes, paces = run.read_marks(run.last_step())
            return run.experiment, run.record.device, run.record.num_threads, Course(as_marks(changes), paces)
    return open_experiment(name)[1], "cpu", None, Course()
