"""The library lists every run, also damaged ones, quickly; it renames, deletes, and counts bytes."""

import shutil
from pathlib import Path

import numpy as np
import pytest

from explorer.events import Series
from explorer.runs.library import delete_run, find_run, list_runs, rename_run, summarise
from explorer.runs.run_folder import RunFolder
from explorer.runs.run_paths import new_run_path
from explorer.spec import Experiment
from models.problem import InputError


@pytest.fixture(autouse=True)
def runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NEURAL_EXPLORER_RUNS", str(tmp_path / "runs"))
    return tmp_path / "runs"


def make(title: str = "Test", status: str = "finished") -> Path:
    with RunFolder.create(new_run_path(title), Experiment(title=title), device="cpu", num_threads=1) as run:
        steps = np.array([10, 20, 30])
        run.write_metrics((
            Series("train/loss", np.arange(31), np.linspace(2, 1, 31)),
            Series("validation/loss", steps, np.array([1.5, 1.1, 1.3])),
            Series("validation/accuracy", steps, np.array([0.5, 0.75, float("nan")])),
        ))  # fmt: skip
        run.set_status(status)  # type: ignore[arg-type]
    return run.path


def test_without_runs_the_list_is_empty() -> None:
    assert list_runs() == ()


def test_a_run_at_a_glance() -> None:
    path = make("Feature maps")
    (run,) = list_runs()
    assert (run.id, run.folder, run.title, run.status, run.steps) == (path.name, path, "Feature maps", "finished", 30)
    assert run.family == "MLP"
    assert dict(run.best) == {"validation/loss": 1.1, "validation/accuracy": 0.75}
    assert run.num_bytes == sum(file.stat().st_size for file in path.rglob("*"))
    assert run.problem is None


def test_the_best_of_a_metric_is_what_training_wants() -> None:
    wanted = {"validation/mean_absolute_error": 0.1, "validation/loss/generator": 0.1, "validation/exact_match": 0.9}
    with RunFolder.create(new_run_path("t"), Experiment(), device="cpu", num_threads=1) as run:
        steps, values = np.array([1, 2]), np.array([0.1, 0.9])
        run.write_metrics(tuple(Series(name, steps, values) for name in (*wanted, "validation/d_real")))
    (found,) = list_runs()
    assert dict(found.best) == wanted, "what a discriminator answers has no best"


def test_a_run_without_metrics_yet_is_listed() -> None:
    RunFolder.create(new_run_path("new"), Experiment(), device="cpu", num_threads=1).close()
    (run,) = list_runs()
    assert (run.steps, dict(run.best), run.status) == (0, {}, "running")


def test_the_newest_comes_first(runs: Path) -> None:
    for name in ("20260101-000000-a-0000", "20260301-000000-a-0000", "20260201-000000-a-0000"):
        shutil.move(make(), runs / name)
    assert [run.id[4:6] for run in list_runs()] == ["03", "02", "01"]


def test_damaged_runs_are_listed_with_their_problem(runs: Path) -> None:
    kept = make("Good")
    for damage in ("record", "metrics", "metrics gone", "everything gone"):
        path = make(damage)
        if damage == "record":
            (path / "experiment.json").write_text('{"title": ')
        elif damage == "metrics":
            (path / "metrics.sqlite").write_bytes(b"x" * 5000)
        elif damage == "metrics gone":
            (path / "metrics.sqlite").unlink()
        else:
            shutil.rmtree(path)
            path.mkdir()
    listed = {run.id: run for run in list_runs()}
    assert len(listed) == 5
    assert listed[kept.name].problem is None
    damaged = [run.problem for run in listed.values() if run.problem is not None]
    assert [problem.code for problem in damaged] == ["run_damaged"] * 4


def test_other_folders_and_files_are_no_runs(runs: Path) -> None:
    make()
    (runs / "log").mkdir()
    (runs / "notes.txt").write_text("")
    assert len(list_runs()) == 1


def test_a_run_is_found_by_its_id_and_by_its_folder(tmp_path: Path) -> None:
    path = make()
    elsewhere = tmp_path / "elsewhere"
    shutil.copytree(path, elsewhere)
    assert find_run(path.name) == path
    assert find_run(str(path)) == path
    assert find_run(str(elsewhere)) == elsewhere


@pytest.mark.parametrize("name", ["nothing", "", "a" * 5000, "nul\0l", "/"])
def test_an_unknown_run_is_a_named_problem(name: str) -> None:
    make()
    with pytest.raises(InputError) as caught:
        find_run(name)
    assert caught.value.problems[0].code == "run_unknown"


def test_a_renamed_run_has_another_title_and_nothing_else() -> None:
    path = make("Old")
    before = summarise(path)
    rename_run(path, "Neu 漢")
    after = summarise(path)
    assert after.title == "Neu 漢"
    assert (after.id, after.started, after.steps) == (before.id, before.started, before.steps)
    with RunFolder.open(path) as run:
        assert run.experiment.title == "Neu 漢"


def test_a_deleted_run_is_gone(runs: Path) -> None:
    path, kept = make("Go"), make("Stay")
    delete_run(path)
    assert [run.folder for run in list_runs()] == [kept]


def test_a_damaged_run_can_be_deleted() -> None:
    path = make()
    (path / "experiment.json").write_text("")
    delete_run(path)
    assert list_runs() == ()


def test_a_run_that_is_being_written_is_not_deleted() -> None:
    with RunFolder.create(new_run_path("live"), Experiment(), device="cpu", num_threads=1) as run:
        with pytest.raises(InputError) as caught:
            delete_run(run.path)
        assert caught.value.problems[0].code == "run_in_use"
    assert run.path.is_dir()


def test_what_is_no_run_is_not_deleted(tmp_path: Path) -> None:
    (tmp_path / "precious").mkdir()
    with pytest.raises(InputError):
        delete_run(tmp_path / "precious")
    assert (tmp_path / "precious").is_dir()
