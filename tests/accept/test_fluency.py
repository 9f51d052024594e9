"""Acceptance: the window stays fluent at full speed, keeps the training speed, and its memory does not grow."""

import json
import multiprocessing
import os
import statistics
import subprocess
import sys
import tempfile
import threading
from collections import deque
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest
import torch

from explorer import edits
from explorer.commands import Command, Pause
from explorer.dataset import LoadedData
from explorer.engine.learner import make_learner
from explorer.engine.loop import train
from explorer.engine.outbox import Outbox
from explorer.engine.saving import Saving
from explorer.engine.session import Session
from explorer.engine.timeline import Timeline
from explorer.engine.watching import Watching
from explorer.gallery import find
from explorer.runs.run_folder import RunFolder
from explorer.spec import Experiment

pytestmark = pytest.mark.accept

ROOT = Path(__file__).resolve().parents[2]
MEMORY_MINUTES = float(os.environ.get("NEURAL_EXPLORER_MEMORY_MINUTES", "10"))
SPELL_S = 2.0  # of one measurement of speed


def in_window(experiment: str, seconds: float, views: str = "", turns: int = 0) -> dict[str, Any]:
    script = ROOT / "tests" / "accept" / "window_load.py"
    command = [
        "xvfb-run",
        "-a",
        "-s",
        "-screen 0 1600x1000x24",
        sys.executable,
        script,
        experiment,
        str(seconds),
        views,
        str(turns),
    ]
    environment = os.environ | {"QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    print(done.stdout.splitlines()[-1])
    result: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return result


def test_fluency_at_full_speed() -> None:
    """Speeds are compared within one process, turn about, since the machine's own speed changes all the time."""
    window = in_window("mlp-digits", 20, "curves,feature_maps,predictions", turns=12)
    looking = statistics.median(shown / hidden for shown, hidden in window["steps_per_second"])
    engine = statistics.median(engine_speed_and_plain_speed("mlp-digits", rounds=8))
    print(f"kept with all views: {looking:.3f}; the engine's own share of plain training: {engine:.3f}")
    assert window["state"] == "running"
    assert window["work_ms"]["p99"] <= 16
    assert window["interval_ms"]["p99"] <= 50
    assert window["interval_ms"]["max"] <= 100
    assert looking * engine >= 0.8


def engine_speed_and_plain_speed(name: str, rounds: int) -> list[float]:
    """How fast the engine's session trains, saving and telling included, as a share of the bare training loop."""
    experiment = edits.replace(find(name), "training.limit", {"kind": "seconds", "count": 86_400})
    data, threads = experiment.data.load(), torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        return [_session_speed(experiment, data) / _plain_speed(experiment, data) for _ in range(rounds)]
    finally:
        torch.set_num_threads(threads)


def _plain_speed(experiment: Experiment, data: LoadedData) -> float:
    learner = make_learner(experiment, data, torch.device("cpu"))
    learner.stopwatch.start()
    for moment in train(learner):
        if moment.name == "step" and learner.stopwatch.seconds > SPELL_S:
            break
    return learner.step / learner.stopwatch.seconds


def _session_speed(experiment: Experiment, data: LoadedData) -> float:
    learner = make_learner(experiment, data, torch.device("cpu"))
    ours, theirs = multiprocessing.Pipe()
    drain = threading.Thread(target=_drain, args=(ours,))
    drain.start()
    outbox = Outbox(theirs)
    outbox.start()
    with tempfile.TemporaryDirectory() as path:
        folder = RunFolder.create(Path(path) / "run", experiment, device="cpu", num_threads=1)
        watching, saving = Watching("run", learner, outbox), Saving(learner, folder)
        session = Session("run", watching, outbox, saving, Timeline(learner, folder))
        pending: deque[Command] = deque()
        threading.Timer(SPELL_S, pending.append, (Pause("run"),)).start()
        session.play()
        session.advance(pending)
        session.close()
    outbox.close(1.0)
    theirs.close()
    drain.join()
    ours.close()
    return learner.step / learner.stopwatch.seconds


def _drain(connection: Connection) -> None:
    with suppress(EOFError, OSError):
        while True:
            connection.recv_bytes()


@pytest.mark.parametrize("experiment", ["cnn-digits"])
def test_memory_does_not_grow(experiment: str) -> None:
    window = in_window(experiment, MEMORY_MINUTES * 60)
    first = next(row for row in window["memory"] if row[0] >= 60)
    last = window["memory"][-1]
    assert window["state"] == "running"
    assert last[1] - first[1] <= 20, "the window's memory grows"
    assert last[2] - first[2] <= 20, "the engine's memory grows"
