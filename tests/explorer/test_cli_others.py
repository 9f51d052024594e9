"""The way to the window, languages, doctor, failures of ours."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from explorer.__main__ import main

Command = Callable[..., tuple[int, str, str]]


def program(*arguments: str, **more: Any) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "explorer", *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **more)


def test_a_mistyped_command_is_answered_with_the_nearest(tmp_path: Path) -> None:
    process = program("trian", "cnn-digits")
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (2, "")
    assert "train" in err


def test_without_a_display_the_window_is_a_named_problem() -> None:
    unset = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in unset}
    process = program("gui", env=environment)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (2, "")
    assert "tour" in err


@pytest.mark.parametrize("arguments", ["--language zh_CN describe nix", "describe nix --language=zh_CN"])
def test_messages_are_in_the_language_that_was_asked_for(
    command: Command, monkeypatch: pytest.MonkeyPatch, arguments: str
) -> None:
    words = {"There is no experiment {id} in the gallery, and no file of that name.": "没有实验 {id}"}
    files = {"zh_CN": words, "en": {}}
    monkeypatch.setattr("explorer.translations.load_translations", files.__getitem__)
    assert "没有实验 nix" in command(*arguments.split())[2]
    assert "没有实验" not in command("describe", "nix")[2]


def test_version_and_help(command: Command) -> None:
    assert command("--version")[1].strip()[0].isdigit()
    code, out, _ = command("--help")
    assert code == 0
    assert all(verb in out for verb in ("list", "describe", "train", "tour", "doctor", "gui"))


def test_doctor_names_versions_devices_and_folders(command: Command, tmp_path: Path) -> None:
    code, out, _ = command("doctor")
    assert code == 0
    for word in ("torch", "PySide6-Essentials", "cpu", str(tmp_path / "runs")):
        assert word in out


def test_a_failure_of_ours_is_reported(command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*arguments: object) -> None:
        raise RuntimeError("an unforeseen fault")

    monkeypatch.setattr("explorer.cli.app.print_list", broken)
    code, out, err = command("list", "blocks", "--json")
    (report,) = (tmp_path / "runs" / "log").iterdir()
    assert (code, out) == (1, "")
    assert str(report) in err
    assert "an unforeseen fault" in report.read_text()
    assert "Traceback" in report.read_text()


def test_without_a_place_for_the_report_it_is_printed(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("explorer.cli.app.print_list", lambda *arguments: 1 / 0)
    (tmp_path / "runs").write_text("a file where the folder should be")
    code, _, err = command("list", "blocks")
    assert code == 1
    assert "ZeroDivisionError" in err


@pytest.mark.parametrize(
    ("typed", "handed_on"),
    [
        ([], []),
        (["gui"], []),
        (["cnn-digits", "--theme", "light"], ["cnn-digits", "--theme", "light"]),
        (["gui", "--engine", "thread", "cnn-digits"], ["--engine", "thread", "cnn-digits"]),
        (["--language", "zh_CN", "gui", "cnn-digits"], ["--language", "zh_CN", "cnn-digits"]),
        (["--language=zh_CN"], ["--language=zh_CN"]),
    ],
)
def test_the_window_gets_its_arguments(monkeypatch: pytest.MonkeyPatch, typed: list[str], handed_on: list[str]) -> None:
    received: list[list[str]] = []
    monkeypatch.setattr("explorer.cli.window.window_part", lambda name: received.append)
    monkeypatch.setattr(sys, "argv", ["neural-explorer", *typed])
    assert main() == 0
    assert received == [handed_on]


def test_an_unknown_experiment_does_not_open_the_window(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("explorer.cli.window.window_part", lambda name: pytest.fail("the window was opened"))
    monkeypatch.setattr(sys, "argv", ["neural-explorer", "gui", "cnn-digit"])
    assert main() == 2
    assert "cnn-digits" in capsys.readouterr().err


def test_the_tour_needs_no_display(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    received: list[list[str]] = []
    monkeypatch.setattr("explorer.cli.window.window_part", lambda name: received.append)
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("QT_QPA_PLATFORM", "")
    assert command("--language", "zh_CN", "tour", "--out", "pictures", "cnn-digits")[0] == 0
    assert received == [["--language", "zh_CN", "--out", "pictures", "cnn-digits"]]
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen" or sys.platform != "linux"
