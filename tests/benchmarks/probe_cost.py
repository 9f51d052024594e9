"""What one look of every probe costs the engine: `python -m tests.benchmarks.probe_cost [--quick]`.

Milliseconds of a capture and of making it ready for the pipe, and its bytes, beside a step of the same run.
"""

import pickle
import statistics
import time
from typing import Any

import torch

from explorer.engine.building import make_learner
from explorer.engine.learner import Learner
from explorer.engine.look import Look
from explorer.engine.loop import train
from explorer.engine.threads import num_cores, num_threads
from explorer.events import SnapshotTaken
from explorer.gallery import load
from explorer.probe import ProbeSpec
from explorer.probes import PROBES
from models.problem import InputError
from tests.measure.command_line import is_quick, tell

# Together they have something for every probe, and need no download.
EXPERIMENTS = (
    "mlp-spirals", "cnn-digits", "lstm-digits", "transformer-reversal", "gan-digits", "autoencoder-digits",
    "lstm-waves", "transformer-lm", "word2vec-skipgram", "bert-mini",
)  # fmt: skip
WARM_UP = 2


def main() -> None:
    num_steps, num_looks = (3, 3) if is_quick() else (20, 20)
    result: dict[str, dict[str, Any]] = {}
    for experiment_id in EXPERIMENTS:
        experiment = load(experiment_id)
        probes = [
            probe
            for probe in PROBES
            if probe.applies_to(experiment) and probe.model_fields["kind"].default not in result
        ]
        if not probes:
            continue
        torch.set_num_threads(num_threads(experiment, num_cores()))
        learner = make_learner(experiment, experiment.data.load(), torch.device("cpu"))
        step_ms = milliseconds_of_a_step(learner, num_steps)
        for probe in probes:
            found = cost(probe(), learner, num_looks)
            if found is not None:
                result[probe().kind] = {"experiment": experiment_id, "step_ms": step_ms, **found}
    assert set(result) == set(map(kind_of, PROBES)), set(map(kind_of, PROBES)) - set(result)
    tell(result)


def kind_of(probe: type[ProbeSpec]) -> str:
    """What the catalogue calls it."""
    return str(probe.model_fields["kind"].default)


def milliseconds_of_a_step(learner: Learner, num_steps: int) -> float:
    """The median over so many steps, after which the learner stands between two steps."""
    seconds, began = [], time.perf_counter()
    for moment in train(learner):
        if moment.name == "step":
            seconds.append(time.perf_counter() - began)
            if len(seconds) == num_steps + WARM_UP:
                break
            began = time.perf_counter()
    return round(statistics.median(seconds[WARM_UP:]) * 1e3, 3)


def cost(probe: ProbeSpec, learner: Learner, num_looks: int) -> dict[str, float] | None:
    """Of one look: milliseconds of capturing and of pickling, and bytes; None where it needs a choice first."""
    captured, pickled, sealed, memory = [], [], b"", {}
    for _ in range(num_looks + WARM_UP):
        look = Look(learner, "validation", 0, at_leisure=False)
        look.memory = memory
        began = time.perf_counter()
        try:
            snapshot = probe.capture(look)
        except InputError:
            return None
        taken = time.perf_counter()
        sealed = pickle.dumps(SnapshotTaken("r", "w", learner.step, snapshot), pickle.HIGHEST_PROTOCOL)
        captured.append(taken - began)
        pickled.append(time.perf_counter() - taken)
    return {
        "capture_ms": round(statistics.median(captured[WARM_UP:]) * 1e3, 3),
        "pickle_ms": round(statistics.median(pickled[WARM_UP:]) * 1e3, 3),
        "bytes": len(sealed),
    }


if __name__ == "__main__":
    main()
