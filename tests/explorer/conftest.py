"""The command line and the engine as tests use them, and an experiment that trains in a moment."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from explorer.cli.app import run
from explorer.engine.client import start_engine
from tests.explorer.talk import Talk

Answer = tuple[int, str, str]


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Callable[..., Answer]:
    """Runs a command in this process: exit code, stdout, stderr."""

    def answer(*arguments: str) -> Answer:
        code = run(list(arguments))
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return answer


@pytest.fixture
def scripted(command: Callable[..., Answer]) -> Callable[..., Any]:
    """Runs a command with --json and returns its value; stdout must hold that one line and nothing else."""

    def refuse(constant: str) -> None:
        raise AssertionError(f"{constant} is not JSON")

    def value(*arguments: str) -> Any:
        code, out, err = command(*arguments, "--json")
        assert code == 0, err
        assert out.endswith("\n")
        assert out.count("\n") == 1
        return json.loads(out, parse_constant=refuse)

    return value


@pytest.fixture
def small(tmp_path: Path) -> Callable[..., str]:
    """Writes the file of a small experiment with these blocks and returns its path."""

    def write(*blocks: dict[str, object]) -> str:
        chosen = blocks or ({"kind": "flatten"}, {"kind": "dense", "units": "classes"})
        architecture = {"kind": "single", "network": {"blocks": list(chosen)}}
        file = tmp_path / "small.json"
        file.write_text(json.dumps({"title": "Small", "data": {"kind": "digits"}, "architecture": architecture}))
        return str(file)

    return write


@pytest.fixture
def talk() -> Iterator[Talk]:
    """An engine on a thread of this process."""
    client = start_engine("thread")
    yield Talk(client)
    client.close()
