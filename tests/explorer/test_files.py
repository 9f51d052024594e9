"""Experiment files: a round trip, nothing half written, and a named problem for everything else."""

import json
from pathlib import Path
from typing import Any

import pytest

from explorer import files
from explorer.files import load_experiment, save_experiment
from explorer.gallery import ids, load
from explorer.spec import Experiment
from models.problem import InputError, Problem


def problems_of(path: Path, content: object) -> tuple[Problem, ...]:
    path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    with pytest.raises(InputError) as caught:
        load_experiment(path)
    return caught.value.problems


@pytest.mark.parametrize("experiment_id", ids())
def test_every_experiment_of_the_gallery_makes_the_round_trip(experiment_id: str, tmp_path: Path) -> None:
    experiment = load(experiment_id)
    save_experiment(experiment, tmp_path / "new" / "a file.json")
    assert load_experiment(tmp_path / "new" / "a file.json") == experiment
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["a file.json"]


def test_every_default_is_written(tmp_path: Path) -> None:
    save_experiment(Experiment(), tmp_path / "experiment.json")
    written = json.loads((tmp_path / "experiment.json").read_text(encoding="utf-8"))
    assert written == Experiment().model_dump(mode="json")
    assert written["training"]["optimizer"]["beta1"] == 0.9


def test_a_failure_while_writing_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "experiment.json"
    save_experiment(Experiment(title="old"), path)

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(InputError, match="No space left") as caught:
        save_experiment(Experiment(title="new"), path)
    assert caught.value.problems[0].code == "file_not_written"
    assert load_experiment(path).title == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_a_file_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(InputError) as caught:
        save_experiment(Experiment(), tmp_path / "file" / "experiment.json")
    assert caught.value.problems[0].code == "file_not_written"


@pytest.mark.parametrize("name", ["absent.json", ".", "null\0character"])
def test_a_file_that_cannot_be_read_is_a_problem(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError) as caught:
        load_experiment(f"{tmp_path}/{name}")
    assert caught.value.problems[0].code == "file_not_read"


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b'{"seed": }', b"\xff\xfe\x00", b"\x89PNG", b'{"seed": ' + b"9" * 5000 + b"}", b'{"a": "\x01"}'],
)
def test_what_is_not_json_is_a_problem_with_a_line(tmp_path: Path, content: bytes) -> None:
    (problem,) = problems_of(tmp_path / "experiment.json", content)
    assert problem.code == "not_json"
    assert "line 1" in str(problem)


FIRST = "architecture.network.blocks.0"


def with_first(block: dict[str, Any]) -> dict[str, Any]:
    return {"architecture": {"kind": "single", "network": {"blocks": [block]}}}


@pytest.mark.parametrize(
    ("content", "code", "place"),
    [
        ({"format_version": 2}, "wrong_version", "format_version"),
        ({"format_version": None}, "wrong_version", "format_version"),
        ({"colour": 1}, "unknown_key", "colour"),
        ({"data": {"kind": "digits", "size": 3}}, "unknown_key", "data.size"),
        ({"data": {"kind": "clouds"}}, "unknown_kind", "data"),
        ({"data": {}}, "key_missing", "data"),
        ({"data": None}, "wrong_type", "data"),
        ({"training": {"optimizer": {"kind": "adam", "beta1": 2}}}, "below", "training.optimizer.beta1"),
        ({"training": {"limit": {"kind": "epochs", "count": 1.5}}}, "wrong_type", "training.limit.count"),
        (
            {
                "architecture": {
                    "kind": "single",
                    "network": {"blocks": [{"kind": "flatten"}, {"kind": "dense", "unit": 1}]},
                }
            },
            "unknown_key",
            "architecture.network.blocks.1.unit",
        ),
        (
            {
                "architecture": {
                    "kind": "single",
                    "network": {"blocks": [{"kind": "residual", "blocks": [{"kind": "no"}]}]},
                }
            },
            "unknown_kind",
            "architecture.network.blocks.0.blocks.0",
        ),
        ({"title": "\ud800"}, "wrong_type", "title"),
        ({"title": "x" * 201}, "text_too_long", "title"),
        (with_first({"kind": "reshape", "shape": []}), "too_few", f"{FIRST}.shape"),
        (with_first({"kind": "reshape", "shape": [1] * 4}), "too_many", f"{FIRST}.shape"),
        (with_first({"kind": "parallel", "branches": [{}] * 65}), "too_many", f"{FIRST}.branches"),
        ({"a\x1b[31mb\rc": 1}, "unknown_key", "a [31mb c"),
        ({"data": {"kind": "a\x1b[31mb\rc\x9b"}}, "unknown_kind", "data"),
        ({"seed": -1}, "at_least", "seed"),
    ],
)
def test_a_wrong_place_is_named(tmp_path: Path, content: object, code: str, place: str) -> None:
    (problem,) = problems_of(tmp_path / "experiment.json", content)
    assert (problem.code, problem.place) == (code, place)
    assert str(problem).isprintable()
    assert "should" not in str(problem), "those are the words of a library"


@pytest.mark.parametrize("content", [[], 7, "text", None, True])
def test_json_that_is_no_object_is_no_experiment(tmp_path: Path, content: object) -> None:
    (problem,) = problems_of(tmp_path / "experiment.json", content)
    assert (problem.code, problem.place) == ("not_an_experiment", str(tmp_path / "experiment.json"))


@pytest.mark.parametrize("depth", [60, 200, 5000])
def test_absurd_nesting_is_a_problem(tmp_path: Path, depth: int) -> None:
    blocks = '{"kind": "residual", "blocks": [' * depth + "]}" * depth
    content = '{"architecture": {"kind": "single", "network": {"blocks": [%s]}}}' % blocks  # noqa: UP031
    (problem,) = problems_of(tmp_path / "experiment.json", content.encode())
    assert problem.code == "too_nested"


def test_nesting_that_is_only_too_deep_for_a_network_is_read(tmp_path: Path) -> None:
    blocks = '{"kind": "residual", "blocks": [' * 40 + "]}" * 40
    path = tmp_path / "experiment.json"
    path.write_text('{"architecture": {"kind": "single", "network": {"blocks": [' + blocks + "]}}}")
    save_experiment(load_experiment(path), path)
    assert load_experiment(path).architecture.kind == "single"


def test_several_problems_are_told_at_once(tmp_path: Path) -> None:
    problems = problems_of(tmp_path / "experiment.json", {"seed": -1, "colour": 1, "title": 3})
    assert {problem.place for problem in problems} == {"seed", "colour", "title"}


def test_a_huge_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST_FILE_BYTES", 2**20)
    (problem,) = problems_of(tmp_path / "experiment.json", b" " * (2**20 + 1))
    assert problem.code == "file_too_large"
