"""Command: import - the network of a person's Python file, which is run for that, as an experiment."""

from pathlib import Path

from explorer.check import check_spec
from explorer.cli.output import err, print_problems, say
from explorer.cli.sentences import WRITTEN
from explorer.files import save_experiment
from explorer.importing.problems import NOT_AGREED
from explorer.importing.reading import import_network
from models.problem import InputError


def import_file(source: str, agreed: bool, path: Path) -> None:
    """Read the network of FILE.py or FILE.py:NAME and save it as an experiment; its problems are told, not refused.

    Raises:
        InputError: when the person has not agreed, or no network can be read.
    """
    file, name = split_name(source)
    if not agreed:
        raise InputError((NOT_AGREED.at(str(file), file=str(file)),))
    experiment = import_network(file, name)
    save_experiment(experiment, path)
    err(say(WRITTEN, file=str(path)))
    print_problems(check_spec(experiment))


def split_name(source: str) -> tuple[Path, str]:
    """FILE.py:NAME as both; a colon in front of a folder, as after the letter of a drive, belongs to the file."""
    file, colon, name = source.rpartition(":")
    return (Path(file), name) if colon and name.isidentifier() else (Path(source), "")
