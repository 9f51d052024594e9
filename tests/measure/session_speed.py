"""How fast the engine's session trains, saving and telling included, beside the bare training loop."""

import multiprocessing
import tempfile
import threading
from collections import deque
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

import torch

from explorer import edits
from explorer.commands import Command, Pause
from explorer.dataset import LoadedData
from explorer.engine.building import make_learner
from explorer.engine.loop import train
from explorer.engine.outbox import Outbox
from explorer.engine.saving import Saving
from explorer.engine.session import Session
from explorer.engine.threads import num_cores, num_threads
from explorer.engine.timeline import Timeline
from explorer.engine.watching import Watching
from explorer.runs.run_folder import RunFolder
from explorer.spec import Experiment


def session_and_plain(experiment: Experiment, rounds: int, spell_s: float = 2.0) -> list[tuple[float, float]]:
    """Steps per second of the session and of the bare loop, by turns, at as many threads as the engine takes."""
    experiment = edits.replace(experiment, "training.limit", {"kind": "seconds", "count": 86_400})
    data, threads = experiment.data.load(), torch.get_num_threads()
    torch.set_num_threads(num_threads(experiment, num_cores()))
    try:
        return [
            (session_speed(experiment, data, spell_s), plain_speed(experiment, data, spell_s)) for _ in range(rounds)
        ]
    finally:
        torch.set_num_threads(threads)


def plain_speed(experiment: Experiment, data: LoadedData, spell_s: float) -> float:
    """Steps per second of the bare loop."""
    learner = make_learner(experiment, data, torch.device("cpu"))
    learner.stopwatch.start()
    for moment in train(learner):
        if moment.name == "step" and learner.stopwatch.seconds > spell_s:
            break
    return learner.step / learner.stopwatch.seconds


def session_speed(experiment: Experiment, data: LoadedData, spell_s: float) -> float:
    """Steps per second of the session, with a run folder and somebody who listens."""
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
        threading.Timer(spell_s, pending.append, (Pause("run"),)).start()
        session.play()
        session.advance(pending, deque())
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
