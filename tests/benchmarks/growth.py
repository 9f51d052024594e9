"""How speed and memory follow the size of things: `python -m tests.benchmarks.growth [--quick]`.

With the size of the network and of the dataset, headless: samples per second of the engine's session with everything
that it records, its share of the bare loop's speed, milliseconds of taking a state for the timeline, and memory. With
the number of views that are watched, in the window: samples per second, the cost that is told, and frames.
"""

import time
from collections.abc import Sequence
from typing import Any

import psutil
import torch

from explorer.edits import replace
from explorer.engine.building import make_learner
from explorer.engine.state import state_of
from explorer.gallery import load
from explorer.spec import Experiment
from tests.measure.command_line import is_quick, tell
from tests.measure.screen import on_screen
from tests.measure.session_speed import session_and_plain

UNITS = (32, 128, 512, 2048)
SAMPLES = (1_000, 10_000, 100_000)
VIEWS = ("curves", "feature_maps", "predictions", "model", "weights")


def main() -> None:
    quick = is_quick()
    rounds, spell_s, seconds = (1, 0.5, 3) if quick else (3, 2.0, 8)
    numbers_of_views = (1, len(VIEWS)) if quick else (1, 3, len(VIEWS))
    tell({
        "units in each of two hidden layers": {str(units): headless(wide(units), rounds, spell_s) for units in UNITS},
        "samples": {str(count): headless(many(count), rounds, spell_s) for count in SAMPLES},
        "watched views": {str(count): watched(VIEWS[:count], seconds) for count in numbers_of_views},
    })  # fmt: skip


def wide(units: int) -> Experiment:
    """mlp-digits with two hidden layers of so many units."""
    hidden: list[dict[str, Any]] = [{"kind": "dense", "units": units}, {"kind": "activation"}] * 2
    blocks = [{"kind": "flatten"}, *hidden, {"kind": "dense", "units": "classes"}]
    return replace(load("mlp-digits"), "architecture", {"kind": "single", "network": {"blocks": blocks}})


def many(num_samples: int) -> Experiment:
    """mlp-spirals with so many points."""
    return replace(load("mlp-spirals"), "data.num_samples", num_samples)


def headless(experiment: Experiment, rounds: int, spell_s: float) -> dict[str, float]:
    """Without a window."""
    pairs = session_and_plain(experiment, rounds, spell_s)
    steps = sorted(ours for ours, _ in pairs)[len(pairs) // 2]
    shares = sorted(ours / bare for ours, bare in pairs)
    learner = make_learner(experiment, experiment.data.load(), torch.device("cpu"))
    began = time.perf_counter()
    state_of(learner)
    return {
        "parameters": sum(weight.numel() for one in learner.networks.values() for weight in one.parameters()),
        "samples_per_second": round(steps * experiment.training.batch_size),
        "share_of_the_bare_loop": round(shares[len(shares) // 2], 3),
        "state_ms": round((time.perf_counter() - began) * 1e3, 3),
        "memory_mb": round(psutil.Process().memory_info().rss / 1e6, 1),
    }


def watched(views: Sequence[str], seconds: float) -> dict[str, Any]:
    """In the window, these views being shown."""
    found = on_screen("window_load", "cnn-digits", "--seconds", seconds, "--views", ",".join(views))
    names = ("samples_per_second", "watching_cost", "work_ms", "interval_ms", "peak_mb")
    return {"last": views[-1], **{name: found[name] for name in names}}


if __name__ == "__main__":
    main()
