"""The command export: a gallery id, a file, a run; into a file or on stdout; what it refuses."""

import ast
from collections.abc import Callable
from pathlib import Path

from explorer.export.script import python_script
from explorer.gallery import load

Command = Callable[..., tuple[int, str, str]]


def test_a_script_goes_into_a_file_or_on_stdout(command: Command, tmp_path: Path) -> None:
    file = tmp_path / "folder" / "mine.py"
    code, out, err = command("export", "mlp-moons", "--to", "python", "--out", str(file))
    assert (code, out) == (0, "")
    assert str(file) in err
    assert file.read_text(encoding="utf-8") == python_script(load("mlp-moons")).text
    code, out, err = command("export", "mlp-moons", "--to", "python")
    assert (code, out, err) == (0, file.read_text(encoding="utf-8"), "")


def test_a_run_is_written_as_it_was_run(command: Command, small: Callable[..., str], tmp_path: Path) -> None:
    run = str(tmp_path / "run")
    wishes = ("--steps", "2", "--seed", "5", "--set", "training.num_threads=2", "--device", "cpu", "--out", run)
    assert command("train", small(), *wishes)[0] == 0
    code, out, _ = command("export", run, "--to", "python")
    assert code == 0
    for line in ("SEED = 5 ", "NUM_STEPS = 2\n", "NUM_THREADS = 2 ", 'DEVICE = torch.device("cpu")'):
        assert line in out
    ast.parse(out)


def test_what_cannot_be_written_is_a_named_problem(command: Command, tmp_path: Path) -> None:
    code, out, err = command("export", "cnn-two-conv-as-printed", "--to", "python")
    assert (code, out) == (2, "")
    assert "expects 2\u202f304 inputs" in err
    code, _, err = command("export", "mlp-moons", "--to", "onnx")
    assert code == 2
    assert "does not export to onnx" in err
    assert command("export", "nothing-like-this", "--to", "python")[0] == 2
    assert command("export", "mlp-moons", "--to", "python", "--out", str(tmp_path))[0] == 2
