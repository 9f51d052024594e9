"""Command list: what scripts read, and what people see."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from explorer.runs.run_folder import RunFolder
from explorer.spec import Experiment

Command = Callable[..., tuple[int, str, str]]
Scripted = Callable[..., Any]


LISTS = ("experiments", "blocks", "datasets", "objectives", "probes", "alarms", "views", "devices", "runs")


@pytest.mark.parametrize("what", LISTS)
def test_every_list_is_one_line_of_json(scripted: Scripted, what: str) -> None:
    entries = scripted("list", what)
    assert all({"id", "label", "summary"} <= set(entry) for entry in entries)
    assert len({entry["id"] for entry in entries}) == len(entries)
    assert entries or what == "runs"


def test_experiments_tell_family_and_whether_they_work_offline(scripted: Scripted) -> None:
    entries = {entry["id"]: entry for entry in scripted("list", "experiments")}
    assert (entries["cnn-digits"]["family"], entries["cnn-digits"]["offline"]) == ("CNN", True)
    assert entries["lenet5-cifar10"]["offline"] is False


def test_runs_are_listed_with_their_state(command: Command, scripted: Scripted, tmp_path: Path) -> None:
    path = tmp_path / "runs" / "20260101-000000-test-0000"
    with RunFolder.create(path, Experiment(title="Mine"), device="cpu", num_threads=1) as folder:
        folder.set_status("stopped")
    (path.parent / "20260102-000000-broken-0000").mkdir()
    broken, mine = scripted("list", "runs")
    assert (mine["id"], mine["label"], mine["status"], mine["problem"]) == (path.name, "Mine", "stopped", None)
    assert broken["problem"]["code"] == "run_damaged"
    assert "Mine" in command("list", "runs")[1]


def test_an_unknown_list_is_refused(command: Command) -> None:
    code, out, err = command("list", "nonsense")
    assert (code, out) == (2, "")
    assert "experiments" in err


def test_views_without_qt_are_a_named_problem() -> None:
    code = (
        "import sys; sys.modules['PySide6'] = None; from explorer.cli.app import run;"
        "sys.exit(run(['list', 'views', '--json']))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert "PySide6" in done.stderr
    assert "doctor" in done.stderr
