"""Which transforms do not go with the data, the objective or each other; torch-free."""

from collections.abc import Iterator

from explorer.dataset import DataFacts
from explorer.problems import TRANSFORM_NEEDS_CLASSES, TRANSFORM_NEEDS_RANGE, TRANSFORM_TWICE, TRANSFORM_UNFIT
from explorer.spec import Experiment
from models.problem import Problem
from models.text import Text

KINDS = {
    "image": Text("pictures"),
    "vector": Text("vectors"),
    "sequence": Text("sequences of numbers"),
    "tokens": Text("tokens"),
}
PLACE = "preparation.transforms"


def preparation_problems(experiment: Experiment, facts: DataFacts) -> Iterator[Problem]:
    """At most one problem for every transform, at its place."""
    objective, kind = experiment.training.objective, facts.ports.input.kind
    before: list[str] = []
    for number, transform in enumerate(experiment.preparation.transforms):
        place, label = f"{PLACE}.{number}", Text(transform.label)
        if kind not in transform.accepts:
            yield TRANSFORM_UNFIT.at(place, transform=label, data=Text(experiment.data.label), kind=KINDS[kind])
        elif transform.kind in before:
            yield TRANSFORM_TWICE.at(place, transform=label)
        elif transform.is_of_classes and objective.kind != "classify":
            yield TRANSFORM_NEEDS_CLASSES.at(place, transform=label, objective=Text(objective.label))
        elif transform.needs_range and "normalise" in before:
            yield TRANSFORM_NEEDS_RANGE.at(place, transform=label)
        before.append(transform.kind)


def reads_classes(experiment: Experiment, facts: DataFacts) -> bool:
    """Whether the objective compares answers with the classes of the data."""
    return facts.target == "class" and experiment.training.objective.targets == ("class",)
