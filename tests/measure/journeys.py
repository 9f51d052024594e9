"""How long a run takes to pause, and to come to another step: an engine that is talked to as the window does."""

import random
import time
from pathlib import Path

from explorer import edits
from explorer.commands import Load, Pause, Play, Rewind
from explorer.events import Progress, StateChanged
from explorer.gallery import load
from explorer.spec import Experiment
from tests.explorer.talk import Talk


def lived(experiment_id: str, steps: int) -> Experiment:
    """An experiment of the gallery that lasts so many steps."""
    return edits.replace(load(experiment_id), "training.limit", {"kind": "steps", "count": steps})


def rewind_seconds(talk: Talk, experiment_id: str, steps: int, count: int, folder: Path) -> list[float]:
    """How long each of so many rewinds takes, to any step of a run that has ended, from wherever it stands."""
    draw = random.Random(4)
    talk.send(Load("r", lived(experiment_id, steps), "cpu", str(folder)), Play("r"))
    stands(talk, "r", "finished")
    took = []
    for _ in range(count):
        step = draw.randrange(steps + 1)
        began = time.perf_counter()
        talk.send(Rewind("r", step))
        stands(talk, "r", "rewinding")
        stands(talk, "r", "paused", "finished")
        took.append(time.perf_counter() - began)
        assert where(talk) == step
    return took


def pause_seconds(talk: Talk, experiment_id: str, count: int) -> list[float]:
    """How long each of so many pauses takes, anywhere in a step, an epoch or a validation."""
    draw, took = random.Random(6), []
    talk.send(Load("r", lived(experiment_id, 10**9), "cpu", ""))
    stands(talk, "r", "paused")
    for _ in range(count):
        talk.send(Play("r"))
        stands(talk, "r", "running")
        time.sleep(draw.uniform(0.0, 0.2))
        began = time.perf_counter()
        talk.send(Pause("r"))
        stands(talk, "r", "paused")
        took.append(time.perf_counter() - began)
    return took


def stands(talk: Talk, run_id: str, *states: str) -> None:
    """Wait until the run is in one of these states."""
    talk.until(lambda event: isinstance(event, StateChanged) and event.run_id == run_id and event.state in states)


def where(talk: Talk) -> int:
    """The step at which the run was seen last."""
    return next(event.step for event in reversed(talk.heard) if isinstance(event, Progress))
