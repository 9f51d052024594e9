"""A run's folder holds what interfaces promise, refuses what it must, and survives its writer."""

import json
import re
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from explorer import edits
from explorer.events import Series
from explorer.runs.history import read_history
from explorer.runs.run_folder import RunFolder
from explorer.runs.run_paths import RUN_ID, new_run_path
from explorer.spec import Experiment
from models.problem import InputError


def create(path: Path, **more: object) -> RunFolder:
    return RunFolder.create(path, Experiment(title="Test", seed=7), device="cpu", num_threads=2, **more)  # type: ignore[arg-type]


def code_of(caught: pytest.ExceptionInfo[InputError]) -> str:
    return caught.value.problems[0].code


def test_experiment_json_holds_the_spec_and_the_facts_of_the_run(tmp_path: Path) -> None:
    create(tmp_path / "run", parent="older", parent_step=12).close()
    content = json.loads((tmp_path / "run" / "experiment.json").read_text())
    assert content["title"] == "Test"
    assert content["seed"] == 7
    assert content["architecture"]["kind"] == "single"
    assert content["device"] == "cpu"
    assert content["num_threads"] == 2
    assert (content["parent"], content["parent_step"]) == ("older", 12)
    assert {"python", "torch", "numpy"} <= set(content["versions"])


def test_a_run_opens_as_it_was_made(tmp_path: Path) -> None:
    create(tmp_path / "run").close()
    with RunFolder.open(tmp_path / "run") as run:
        assert run.experiment == Experiment(title="Test", seed=7)
        assert (run.record.device, run.record.num_threads, run.record.parent) == ("cpu", 2, None)
        assert run.run_id == "run"


def test_a_new_run_takes_an_empty_folder_only(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    create(tmp_path / "empty").close()
    with pytest.raises(InputError) as caught:
        create(tmp_path / "empty")
    assert code_of(caught) == "folder_not_empty"


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(InputError) as caught:
        create(tmp_path / "file")
    assert code_of(caught) == "not_writable"


@pytest.mark.parametrize("text", [None, "", "[]", "{", "{}", '{"title": 3}', "[" * 100_000])
def test_a_damaged_record_is_a_named_problem(tmp_path: Path, text: str | None) -> None:
    create(tmp_path / "run").close()
    file = tmp_path / "run" / "experiment.json"
    file.unlink() if text is None else file.write_text(text)
    with pytest.raises(InputError) as caught:
        RunFolder.open(tmp_path / "run")
    assert code_of(caught) == "run_damaged"


def test_an_experiment_of_another_version_is_a_named_problem(tmp_path: Path) -> None:
    create(tmp_path / "run").close()
    file = tmp_path / "run" / "experiment.json"
    content = json.loads(file.read_text())
    file.write_text(json.dumps({**content, "seed": "seven"}))
    with RunFolder.open(tmp_path / "run") as run, pytest.raises(InputError) as caught:
        _ = run.experiment
    assert caught.value.problems[0].place == "seed"


def test_a_run_is_running_until_its_writer_says_otherwise(tmp_path: Path) -> None:
    run = create(tmp_path / "run")
    assert run.status == "running"
    run.set_status("finished")
    run.close()
    with RunFolder.open(tmp_path / "run") as reader:
        assert reader.status == "finished"


def test_a_run_that_is_being_written_is_not_written_twice(tmp_path: Path) -> None:
    with create(tmp_path / "run"), pytest.raises(InputError) as caught:
        RunFolder.resume(tmp_path / "run")
    assert code_of(caught) == "run_in_use"


def test_a_resumed_run_goes_on(tmp_path: Path) -> None:
    with create(tmp_path / "run") as run:
        run.write_metrics((Series("train/loss", np.array([1]), np.array([1.0])),))
        run.set_status("stopped")
    with RunFolder.resume(tmp_path / "run") as run:
        assert run.status == "running"
        run.write_metrics((Series("train/loss", np.array([2]), np.array([0.5])),))
        assert run.metrics("train/loss").values.tolist() == [1.0, 0.5]


def test_a_resumed_run_records_its_larger_limit(tmp_path: Path) -> None:
    with create(tmp_path / "run") as run:
        run.set_status("finished")
        started, experiment = run.record.started, run.experiment
    longer = edits.replace(experiment, "training.limit", {"kind": "epochs", "count": 123})
    with RunFolder.resume(tmp_path / "run", longer, device="cuda:0", num_threads=2) as run:
        assert (run.record.device, run.record.num_threads) == ("cuda:0", 2)
        assert run.experiment == longer
    with RunFolder.open(tmp_path / "run") as reader:
        assert reader.experiment == longer
        assert reader.record.started == started


def test_the_log_has_a_line_for_every_call(tmp_path: Path) -> None:
    with create(tmp_path / "run") as run:
        run.log("loaded")
        run.log("finished")
    lines = (tmp_path / "run" / "log.txt").read_text().splitlines()
    assert [line.split(" ", 1)[1] for line in lines] == ["loaded", "finished"]


def test_history_has_every_curve(tmp_path: Path) -> None:
    with create(tmp_path / "run") as run:
        steps = np.arange(500)
        run.write_metrics((Series("train/loss", steps, steps / 7), Series("learning_rate", steps[:3], steps[:3] / 2)))
        early = {curve.name: curve.steps for curve in read_history(run.path, last_step=7)}
        assert early["train/loss"].max() <= 7
        curves = {curve.name: curve for curve in read_history(run.path, max_points=100)}
    assert curves["learning_rate"].steps.tolist() == [0, 1, 2]
    assert 50 <= len(curves["train/loss"].steps) <= 100


@pytest.mark.parametrize("name", ["cnn-digits", "Feature maps of a digit", "../../etc", "二つの", "", "-" * 300])
def test_run_ids_are_names_of_folders_and_sorted_by_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("NEURAL_EXPLORER_RUNS", str(tmp_path))
    path = new_run_path(name)
    assert path.parent == tmp_path
    assert RUN_ID.fullmatch(path.name)
    assert re.match(r"\d{8}-\d{6}-", path.name)
    assert path != new_run_path(name)


WRITER = """
import sys, itertools
from pathlib import Path
import numpy as np
from explorer import edits
from explorer.events import Series
from explorer.runs.run_folder import RunFolder
from explorer.spec import Experiment

run = RunFolder.create(Path(sys.argv[1]), Experiment(), device="cpu", num_threads=1)
for step in itertools.count(1):
    run.write_metrics((Series("train/loss", np.array([step]), np.array([step / 3])),))
    if step % 10 == 0:
        run.write_checkpoint(step, {"w": np.full(1000, step)}, {"s": np.full(1000, step)}, {"step": step})
    print(step, flush=True)
"""


def test_killed_while_writing_it_has_everything_and_can_go_on(tmp_path: Path) -> None:
    folder = tmp_path / "run"
    command = [sys.executable, "-c", WRITER, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        said = 0
        while said < 57:
            said = int(writer.stdout.readline())
        with RunFolder.open(folder) as run:
            assert run.status == "running"
            assert run.last_step() >= said
        writer.send_signal(signal.SIGKILL)
        said = int(([*writer.stdout] or [str(said)])[-1])
    with RunFolder.open(folder) as run:
        assert run.status == "interrupted"
        loss = run.metrics("train/loss")
        assert loss.steps.tolist() == list(range(1, len(loss.steps) + 1))
        assert len(loss.steps) >= said
        np.testing.assert_array_equal(loss.values, loss.steps / 3)
        last = run.checkpoints()[-1]
        weights, state, scalars = run.read_checkpoint(last)
        assert (weights["w"] == last).all()
        assert (state["s"] == last).all()
        assert scalars == {"step": last}
    with RunFolder.resume(folder) as run:
        run.forget_after(last)
        assert run.last_step() == last


def test_runs_are_read_without_torch() -> None:
    code = (
        "import sys, explorer.runs.library, explorer.runs.history, explorer.runs.run_folder;"
        "bad = {'torch', 'PySide6', 'sklearn'} & set(sys.modules); assert not bad, bad"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
