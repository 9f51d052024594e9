"""The gallery: ready experiments, with cards that are read in a millisecond and without any spec's class."""

import difflib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from explorer.assets import assets_folder

if TYPE_CHECKING:
    from explorer.spec import Experiment


@dataclass(frozen=True)
class Card:
    """What the gallery shows of an experiment.

    `family` and `data` are labels; `seconds` is what a run takes on two processor cores, None where it was never
    measured; `fetch_bytes` is what must be downloaded first, 0 for experiments that work offline. `alarm` is the kind
    of alarm that an experiment is there to raise, empty for sound ones, which raise none.
    """

    id: str
    title: str
    summary: str
    family: str
    data: str
    offline: bool
    fetch_bytes: int
    seconds: float | None
    alarm: str = ""


@cache
def cards() -> tuple[Card, ...]:
    """All cards in the order in which they are shown."""
    return tuple(_cards())


def ids() -> tuple[str, ...]:
    """The ids of all experiments, in order of the cards."""
    return tuple(card.id for card in cards())


def load(experiment_id: str) -> "Experiment":
    """The experiment behind a card.

    Raises:
        InputError: when there is none of that id.
    """
    from explorer.files import load_experiment
    from explorer.input_problems import UNKNOWN_EXPERIMENT
    from models.problem import InputError

    if experiment_id not in ids():
        near = difflib.get_close_matches(experiment_id, ids(), n=3, cutoff=0.4) or ids()
        raise InputError((UNKNOWN_EXPERIMENT.at(experiment_id, id=experiment_id[:60], choices=", ".join(near)),))
    return load_experiment(experiment_path(experiment_id))


def find(name_or_path: str) -> "Experiment":
    """The experiment of that id, or else in the file of that name.

    Raises:
        InputError: when there is neither, or the file is no experiment.
    """
    from explorer.files import load_experiment

    path = Path(name_or_path)
    is_file_name = path.suffix == ".json" or len(path.parts) > 1 or path.is_file()
    return load_experiment(path) if is_file_name and name_or_path not in ids() else load(name_or_path)


def experiment_path(experiment_id: str) -> Path:
    """Where the experiment of that id lies."""
    return assets_folder() / "experiments" / f"{experiment_id}.json"


def _cards() -> Iterator[Card]:
    for entry in _read(experiment_path("index")):
        experiment = _read(experiment_path(entry["id"]))
        yield Card(title=experiment["title"], summary=experiment["summary"], **entry)


def _read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))
