"""Remedies for transforms that do not go with the data, the objective or each other."""

from collections.abc import Iterator

from explorer import edits
from explorer.objectives.classify import Classify
from explorer.preparation_check import PLACE, preparation_problems
from explorer.remedy import Attempt, Case
from explorer.spec import Experiment
from explorer.transform import TransformSpec
from models.text import Text


def for_unfit_transform(case: Case) -> Iterator[Attempt]:
    """Without it, or without all that have the same problem."""
    places = [one.place for one in preparation_problems(case.experiment, case.facts) if one.code == case.problem.code]
    if len(places) == 1:
        yield _without(case, places, Text("Remove {transform}", {"transform": case.params["transform"]}))
    yield _without(case, places, Text("Remove all of them"))


def for_transform_without_classes(case: Case) -> Iterator[Attempt]:
    """Without it, or with an objective that names classes."""
    yield from for_unfit_transform(case)
    yield case.turn("training.objective", Classify)


def for_late_transform(case: Case) -> Iterator[Attempt]:
    """At the beginning of the list."""
    index = _index(case.place)

    def edit(experiment: Experiment) -> Experiment:
        transforms = list(experiment.preparation.transforms)
        return edits.replace(experiment, PLACE, [transforms.pop(index), *transforms])

    yield Attempt(Text("Move {transform} to the beginning", {"transform": case.params["transform"]}), edit, "")


def _without(case: Case, places: list[str], label: Text) -> Attempt:
    gone = {_index(place) for place in places}

    def edit(experiment: Experiment) -> Experiment:
        kept: list[TransformSpec] = [
            one for number, one in enumerate(experiment.preparation.transforms) if number not in gone
        ]
        return edits.replace(experiment, PLACE, kept)

    return Attempt(label, edit, "")


def _index(place: str) -> int:
    return int(place.rpartition(".")[2])
