"""The tree of runs around one of them, as the runs folder tells it."""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from explorer.events import Series
from explorer.runs.branches import Branch, branches_of
from explorer.runs.run_folder import RunFolder
from explorer.spec import Experiment


def make(folder: Path, name: str, head: int, parent: str | None = None, step: int | None = None) -> Path:
    path = folder / name
    with RunFolder.create(
        path, Experiment(title=name.upper()), device="cpu", num_threads=1, parent=parent, parent_step=step
    ) as run:
        run.write_metrics((Series("train/loss", np.arange(1, head + 1), np.ones(head)),))
        run.set_status("stopped")
    return path


def test_a_run_knows_its_parent_and_its_forks(tmp_path: Path) -> None:
    first = make(tmp_path, "a", 20)
    second = make(tmp_path, "b", 15, "a", 5)
    third = make(tmp_path, "c", 9, "b", 7)
    make(tmp_path, "alone", 3)
    assert branches_of(first) == (Branch("b", "B", 5, 15),)
    assert branches_of(second) == (Branch("a", "A", 5, 20, is_parent=True), Branch("c", "C", 7, 9))
    assert branches_of(third) == (Branch("b", "B", 7, 15, is_parent=True),)


def test_a_parent_that_is_gone_still_has_its_place(tmp_path: Path) -> None:
    parent = make(tmp_path, "a", 20)
    fork = make(tmp_path, "b", 15, "a", 5)
    shutil.rmtree(parent)
    assert branches_of(fork) == (Branch("a", "a", 5, 5, is_parent=True),)


@pytest.mark.parametrize(("parent", "step"), [("../a", 5), ("a", "five"), (7, 5), (None, None)])
def test_what_is_no_parent_is_none(tmp_path: Path, parent: object, step: object) -> None:
    make(tmp_path, "a", 20)
    fork = make(tmp_path, "b", 15)
    file = fork / "experiment.json"
    file.write_text(json.dumps({**json.loads(file.read_text()), "parent": parent, "parent_step": step}, indent=2))
    assert branches_of(fork) == ()


def test_where_there_is_no_run_there_are_no_branches(tmp_path: Path) -> None:
    assert branches_of(tmp_path / "absent" / "run") == ()
