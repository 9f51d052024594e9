"""Input that is wrong: exit code 2, place, cause and remedy on stderr, nothing on stdout, nothing left behind."""

from collections.abc import Callable
from pathlib import Path

import pytest

Command = Callable[..., tuple[int, str, str]]
QUICK = ("--device", "cpu", "--steps", "3")


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (None, "small.json"),
        ("{", "small.json"),
        ("[]", ""),
        ("\x00\xff", "small.json"),
        ('{"surprise": 1}', "surprise"),
        ('{"format_version": 99}', "format_version"),
        ('{"seed": "three"}', "seed"),
        ('{"training": {"optimizer": {"kind": "adam", "learning_rate": -1}}}', "training.optimizer.learning_rate"),
        (
            '{"architecture": {"kind": "single", "network": {"blocks": [{"kind": "nix"}]}}}',
            "architecture.network.blocks.0",
        ),
        ("[" * 100_000, "small.json"),
    ],
)
@pytest.mark.parametrize("verb", ["describe", "train"])
def test_a_bad_file_is_a_problem_with_place_cause_and_remedy(
    command: Command, tmp_path: Path, verb: str, content: str | None, place: str
) -> None:
    file = tmp_path / "small.json"
    if content is not None:
        file.write_bytes(content.encode("latin-1"))
    code, out, err = command(verb, str(file), "--json")
    assert (code, out) == (2, "")
    assert "Traceback" not in err
    first, second, *_ = err.splitlines()
    assert place in first
    assert second.startswith("    ")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("train", "cnn-digit"), "cnn-digits"),
        (("train", "cnn-digits", "--set", "training.batch_size"), "="),
        (("train", "cnn-digits", "--set", "training.nothing=1"), "training.nothing"),
        (("train", "cnn-digits", "--set", "training.batch_size=0"), "training.batch_size"),
        (("train", "cnn-digits", "--set", "training.batch_size=many"), "training.batch_size"),
        (("train", "cnn-digits", "--epochs", "0"), "training.limit.count"),
        (("train", "cnn-digits", "--epochs", "1", "--steps", "1"), "--epochs"),
        (("train", "cnn-digits", "--seconds", "nan"), "training.limit.count"),
        (("train", "cnn-digits", "--seed", "-1"), "seed"),
        (("train", "cnn-digits", "--steps", "1", "--device", "cuda:99"), "cuda:99"),
        (("train", "cnn-digits", "--steps", "1", "--device", "toaster"), "toaster"),
        (("train", "mlp-mnist", "--steps", "1"), "data"),
        (("train", "cnn-two-conv-as-printed", "--steps", "1"), "architecture.network.blocks"),
        (("train", "cnn-digits", "--steps", "one"), "--steps"),
        (("train",), "EXPERIMENT"),
        (("train", "cnn-digits", "--nonsense"), "--nonsense"),
        (("--language", "tlh", "list", "blocks"), "zh_CN"),
    ],
)
def test_wrong_input_exits_with_two_and_leaves_nothing(
    command: Command, tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    code, out, err = command(*arguments)
    assert (code, out) == (2, "")
    assert said in err
    assert "Traceback" not in err
    assert not (tmp_path / "runs").exists()


def test_a_folder_that_holds_something_is_refused(command: Command, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("mine")
    code, _, err = command("train", "cnn-digits", *QUICK, "--out", str(tmp_path))
    assert code == 2
    assert str(tmp_path) in err
    assert [path.name for path in tmp_path.iterdir()] == ["note.txt"]


def test_a_path_through_a_file_is_refused(command: Command, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    code, _, err = command("train", "cnn-digits", *QUICK, "--out", str(tmp_path / "file" / "run"))
    assert code == 2
    assert str(tmp_path / "file") in err
