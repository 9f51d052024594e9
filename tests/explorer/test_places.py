"""Making anew only what lies around a place gives the same as validating the whole experiment again."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from explorer import edits
from explorer.gallery import load
from explorer.spec import Experiment
from explorer.validation import experiment_from
from models.problem import InputError
from tests.explorer.made_up import EXPERIMENTS, POOL

ODD = (
    -1, 10**30, "", "x", "dense", "gan", "digits", "sgd", float("nan"), float("inf"), [], {}, [[]], {"kind": "dense"},
    [{"kind": "flatten"}], {"kind": "sgd", "learning_rate": 1}, {"blocks": []}, {"kind": "epochs", "count": 0},
)  # fmt: skip
VALUES = st.sampled_from([*(list(value) if isinstance(value, tuple) else value for value in POOL), *ODD])


def places(data: object, path: str = "") -> list[str]:
    """Every place of plain data."""
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    found = [path] if path else []
    for key, inner in items:
        found += places(inner, f"{path}.{key}" if path else str(key))
    return found


def the_long_way(experiment: Experiment, path: str, value: object) -> Experiment:
    """Set the place in the experiment's JSON and read all of it; a new kind loses what it does not allow."""
    data = experiment.model_dump(mode="json")
    *steps, last = path.split(".")
    here = data
    for step in steps:
        here = here[int(step)] if isinstance(here, list) else here[step]
    here[int(last) if isinstance(here, list) else last] = value
    while True:
        try:
            return experiment_from(data)
        except InputError as refused:
            if last != "kind":
                raise
            owner = path.removesuffix("kind")
            found = [problem.place for problem in refused.problems if problem.place.startswith(owner)]
            unfit = {place.removeprefix(owner).split(".")[0] for place in found} & (set(here) - {"kind"})
            if not unfit:
                raise
            for name in unfit:
                del here[name]


def outcome(edit: object, *arguments: object) -> object:
    try:
        return edit(*arguments)  # type: ignore[operator]
    except InputError as refused:
        return [(problem.code, problem.place, str(problem)) for problem in refused.problems]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(EXPERIMENTS, st.data())
def test_the_short_way_is_the_long_way(experiment: Experiment, data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(places(experiment.model_dump(mode="json"))))
    value = data.draw(VALUES)
    assert outcome(edits.replace, experiment, path, value) == outcome(the_long_way, experiment, path, value)


def test_what_does_not_change_stays_the_same_object() -> None:
    before = load("cnn-two-conv")
    after = edits.replace(before, "architecture.network.blocks.3.out_channels", 5)
    old, new = before.architecture.network.blocks, after.architecture.network.blocks  # type: ignore[union-attr]
    assert [index for index, block in enumerate(new) if block is not old[index]] == [3]
    assert after.data is before.data
    assert after.training is before.training


@pytest.mark.parametrize("depth", [200, 10_000])
def test_a_value_nested_without_end_is_refused(depth: int) -> None:
    value: list[object] = []
    for _ in range(depth):
        value = [value]
    for path in ("title", "architecture", "architecture.network.blocks"):
        with pytest.raises(InputError) as refused:
            edits.replace(Experiment(), path, value)
        assert refused.value.problems[0].code == "too_nested"
