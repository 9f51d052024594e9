"""Time as a dimension at its full size: rewinds, forks and replays of ten thousand steps, and pauses.

pytest -m accept -s tests/accept/test_time.py
"""

import random
import statistics
from collections.abc import Iterator
from pathlib import Path

import pytest

from explorer.commands import Fork, Load, Play, Rewind, Stop
from explorer.engine.client import EngineClient, start_engine
from explorer.runs.run_folder import RunFolder
from tests.explorer.talk import Talk
from tests.measure.figures import Verdicts
from tests.measure.journeys import lived, pause_seconds, rewind_seconds, stands

pytestmark = pytest.mark.accept

NUM_STEPS, NUM_REWINDS, NUM_FORKS, NUM_PAUSES = 10_000, 200, 12, 200
LONGEST_REWIND_S, LONGEST_PAUSE_S = 1.0, 0.1
PAUSED = ("mlp-digits", "cnn-digits", "lstm-digits", "transformer-digits", "gan-ring")  # phases last less than 50 ms


@pytest.fixture
def client() -> Iterator[EngineClient]:
    client = start_engine("process")
    yield client
    client.close()


def test_any_of_ten_thousand_steps_within_a_second(client: EngineClient, tmp_path: Path) -> None:
    took = sorted(rewind_seconds(Talk(client), "cnn-digits", NUM_STEPS, NUM_REWINDS, tmp_path / "run"))
    tell = f"median {statistics.median(took):.3f}, p99 {took[-1 - len(took) // 100]:.3f}, most {took[-1]:.3f} s"
    print(f"\n{NUM_REWINDS} rewinds: {tell}")
    verdicts = Verdicts()
    verdicts.at_most(f"rewind to any of {NUM_STEPS} steps, longest, s", took[-1], LONGEST_REWIND_S)
    verdicts.check()


@pytest.mark.parametrize("experiment_id", ["cnn-digits", "lstm-digits", "transformer-reversal", "gan-ring"])
def test_forks_and_replays_live_the_same_life(client: EngineClient, tmp_path: Path, experiment_id: str) -> None:
    talk, draw, steps = Talk(client), random.Random(5), 300
    talk.send(Load("r", lived(experiment_id, steps), "cpu", str(tmp_path / "r")), Play("r"))
    stands(talk, "r", "finished")
    run_id = "r"
    for number in range(NUM_FORKS):
        talk.send(*(Rewind(run_id, draw.randrange(steps)) for _ in range(3)))
        stands(talk, run_id, "paused")
        if number % 2:
            talk.send(Play(run_id))
            stands(talk, run_id, "finished")
            talk.send(Rewind(run_id, draw.randrange(steps)))
            stands(talk, run_id, "paused")
        other = f"fork-{number}"
        talk.send(Fork(run_id, other, str(tmp_path / other)), Play(other))
        stands(talk, other, "finished")
        run_id = other
    talk.send(Stop(run_id))
    stands(talk, run_id, "finished")
    lives = [recorded(folder) for folder in tmp_path.iterdir()]
    assert len(lives) == NUM_FORKS + 1
    assert all(life == lives[0] for life in lives)
    print(f"\n{experiment_id}: {NUM_FORKS} forks of {steps} steps, every value of every metric equal")


def test_a_pause_takes_effect_at_once() -> None:
    took: list[float] = []
    for experiment_id in PAUSED:
        client = start_engine("process")
        own = sorted(pause_seconds(Talk(client), experiment_id, NUM_PAUSES // len(PAUSED)))
        client.close()
        print(f"\n{experiment_id}: pause median {statistics.median(own) * 1000:.0f}, most {own[-1] * 1000:.0f} ms")
        took += own
    verdicts = Verdicts()
    verdicts.at_most(f"{len(took)} pauses, p99, s", sorted(took)[-1 - len(took) // 100], LONGEST_PAUSE_S)
    verdicts.check()


def recorded(folder: Path) -> dict[str, list[tuple[int, float]]]:
    with RunFolder.open(folder) as run:
        found = {name: run.metrics(name) for name in run.metric_names()}
    return {name: list(zip(one.steps.tolist(), one.values.tolist(), strict=True)) for name, one in found.items()}
