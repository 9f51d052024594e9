"""What a person means by EXPERIMENT on the command line: a gallery id, a file, or the folder of a run."""

from pathlib import Path

from explorer.gallery import find, ids
from explorer.spec import Experiment


def open_experiment(text: str) -> tuple[str, Experiment]:
    """The experiment and a short name for it: its id, or the name of its file or run.

    Raises:
        InputError: when there is none or it is wrong, with every place that is.
    """
    path = Path(text)
    if text in ids():
        return text, find(text)
    folder = path.parent if path.name == "experiment.json" else path
    if (folder / "metrics.sqlite").is_file():
        from explorer.runs.run_folder import RunFolder

        with RunFolder.open(folder) as run:
            return folder.absolute().name, run.experiment
    return path.stem, find(text)
