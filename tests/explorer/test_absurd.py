"""Absurd sizes and absurd files: a named problem, before anything is allocated and without a long wait."""

import json
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from explorer import edits
from explorer.check import check_spec
from explorer.datasets.digits import Digits
from explorer.datasets.points import Points
from explorer.datasets.reference import Reference
from explorer.files import load_experiment
from explorer.remedies import remedies
from explorer.spec import Experiment
from models.layer import LayerSpec
from models.layers import LAYERS
from models.layers.dense import Dense
from models.layers.flatten import Flatten
from models.limits import MAX_GIGABYTES, MAX_VALUES
from models.network import NetworkSpec, Single
from models.problem import InputError
from models.resolve import resolve
from tests.explorer.made_up import allowed

Command = Callable[..., tuple[int, str, str]]
TOP = "architecture.network.blocks"
HUGE = (64, 1024, 65_536, 10**3, 10**4, 10**6, 10**8, 10**9)
DATA = (Digits(), Digits(form="rows"), Points(), Reference())
LITTLE_BYTES = 4_000_000  # what the sweep itself may take: values of Python, never tensors


def sizes(layer: type[LayerSpec]) -> list[str]:
    return [
        name for name, values in allowed(layer).items() if any(type(value) is int and value > 1 for value in values)
    ]


@pytest.mark.parametrize("layer", LAYERS, ids=lambda layer: layer.model_fields["kind"].default)
def test_no_size_of_any_block_allocates_anything(layer: type[LayerSpec]) -> None:
    experiments = [Experiment(data=data, architecture=Single(network=NetworkSpec(blocks=(layer(),)))) for data in DATA]
    for experiment in experiments:
        check_spec(experiment)  # what is read once, such as the reference text, is read now
    tracemalloc.start()
    try:
        for experiment in experiments:
            for name in sizes(layer):
                for size in HUGE:
                    sweep(experiment, f"{TOP}.0.{name}", size)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < LITTLE_BYTES


def sweep(experiment: Experiment, path: str, size: int) -> None:
    try:
        changed = edits.replace(experiment, path, size)
    except InputError as refused:
        assert [problem.place for problem in refused.problems] == [path]  # noqa: PT017
        return
    problems = check_spec(changed)
    (network,) = resolve(changed.architecture, changed.data.facts().ports).networks.values()
    if not network.problems:
        assert network.num_params * 16 < (MAX_GIGABYTES + 1) * 10**9
        assert all(block.out_port is not None and block.out_port.size <= MAX_VALUES for block in network.flat())
    for problem in problems:
        assert str(problem)
        if problem.code == "too_large":
            assert "GB of memory" in str(problem.message)
            remedies(changed, problem)


def test_a_thousand_million_outputs_are_a_problem_with_their_memory() -> None:
    network = NetworkSpec(blocks=(Flatten(), Dense(units=10**9), Dense(units="classes")))
    problem = check_spec(Experiment(architecture=Single(network=network)))[0]
    assert (problem.code, problem.place) == ("too_large", f"{TOP}.1")
    assert "65 000 000 000 parameters" in str(problem.message).replace("\u202f", " ")
    assert "about 1 040 GB of memory" in str(problem.message).replace("\u202f", " ")
    with pytest.raises(InputError) as refused:
        edits.replace(Experiment(architecture=Single(network=network)), f"{TOP}.1.units", 10**9 + 1)
    assert refused.value.problems[0].code == "at_most"


def nested(depth: int) -> str:
    return '{"architecture":{"kind":"single","network":{"blocks":[' + (
        '{"kind":"residual","blocks":[' * depth + "]}" * depth + "]}}}"
    )


FILES = {
    "blocks nested 10 000 deep": nested(10_000),
    "blocks nested 100 deep": nested(100),
    "lists nested 100 000 deep": "[" * 100_000,
    "objects nested 100 000 deep": '{"a":' * 100_000,
    "a number of 5 000 digits": '{"seed": ' + "9" * 5000 + "}",
    "a number of 4 000 digits": '{"seed": ' + "9" * 4000 + "}",
    "an infinite number": '{"seed": 1e999}',
    "a key of a million letters": json.dumps({"x" * 10**6: 1}),
    "a title of a million letters": json.dumps({"title": "x" * 10**6}),
    "a hundred thousand unknown keys": json.dumps({f"key{number}": number for number in range(100_000)}),
    "a hundred thousand blocks": nested(0).replace("[]", json.dumps([{"kind": "flatten"}] * 100_000)),
    "nothing": "",
    "a null byte": "\0",
    "half a character": '"\ud83d',
}


@pytest.mark.parametrize("name", FILES)
def test_an_absurd_file_is_a_problem(name: str, tmp_path: Path, command: Command) -> None:
    path = tmp_path / "experiment.json"
    path.write_bytes(FILES[name].encode("utf-8", "surrogatepass"))
    with pytest.raises(InputError) as refused:
        load_experiment(path)
    for problem in refused.value.problems:
        assert len(str(problem.message)) < 500 or name == "a key of a million letters"
    code, out, err = command("describe", str(path))
    assert (code, out) == (2, "")
    assert err
    assert "Traceback" not in err


def test_composites_17_deep_are_read_and_are_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "experiment.json"
    path.write_text(nested(17))
    problems: tuple[Any, ...] = check_spec(load_experiment(path))
    assert "too_deep" in {problem.code for problem in problems}
