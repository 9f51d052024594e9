"""How fast the engine trains: every workload beside the same network trained by loops that are written by hand.

    python -m tests.benchmarks.engine_speed [WORKLOAD ...] [--seconds 0.8] [--rounds 5] [--device cpu] [--threads N ...]

textbook: per-sample PIL -> tensor, a shuffling DataLoader, loss.item() at every step. tight: tensors that already lie
on the device, no .item(), nothing recorded. engine: what `train` runs, metrics recorded and flushed. All of them at
each number of threads (by default one and all), and the engine with its own choice, "auto", too. Data are random in
the real format and size. The loops take turns, so that a busy machine slows all of them alike; rates are medians over
the turns, ratios medians of the ratios of each turn.

"against tight" is the engine's own choice against tight at one thread or all, whichever is faster; "against tight at
equal threads" gives the ratio for each number. Prints one JSON object.
"""

import argparse
import math
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import torch

from explorer.dataset import LoadedData
from explorer.edits import replace
from explorer.engine.building import make_learner
from explorer.engine.threads import num_cores, num_threads
from explorer.spec import Experiment
from tests.measure.command_line import tell
from tests.measure.loops import engine, rate, textbook, tight
from tests.measure.workloads import FIVE, WORKLOADS, data_at_hand

AUTO = "auto"


def measure(
    name: str, seconds: float, rounds: int, device: torch.device, counts: list[int], folder: Path
) -> dict[str, Any]:
    """Rates of all loops for one workload, and the ratios between them."""
    workload = WORKLOADS[name]()
    experiment = replace(workload.experiment, "training.limit", {"kind": "epochs", "count": 100_000})
    data = experiment.data.load()
    learner = make_learner(experiment, data, device)
    auto = num_threads(experiment, num_cores())
    loops: dict[str, tuple[int, Callable[[], float]]] = {}

    def add(loop: str, threads: int, samples: Iterator[int], clock: Callable[[], float] = time.perf_counter) -> None:
        loops[loop] = threads, lambda: rate(samples, seconds, clock, device)

    add("textbook", num_cores(), textbook(learner, workload.make_step(device)))
    for count in counts:
        add(f"tight at {count}", count, tight(learner, workload.make_step(device)))
        add(f"engine at {count}", count, *_engine(experiment, data, device, count, folder))
    if auto not in counts:
        add(f"engine at {auto}", auto, *_engine(experiment, data, device, auto, folder))
    found: dict[str, list[float]] = {loop: [] for loop in loops}
    for _ in range(rounds + 1):  # the first warms up
        for loop, (threads, measured) in loops.items():
            torch.set_num_threads(threads)
            found[loop].append(measured())
    return _figures({loop: ones[1:] for loop, ones in found.items()}, auto, counts)


def _engine(
    experiment: Experiment, data: LoadedData, device: torch.device, threads: int, folder: Path
) -> tuple[Iterator[int], Callable[[], float]]:
    """The engine's loop with so many threads, and its clock, which stands while it validates."""
    torch.set_num_threads(threads)
    learner = make_learner(replace(experiment, "training.num_threads", threads), data, device)
    learner.stopwatch.start()
    return engine(learner, Path(mkdtemp(dir=folder)) / "run"), lambda: learner.stopwatch.seconds


def _figures(found: dict[str, list[float]], auto: int, counts: list[int]) -> dict[str, Any]:
    ours = found[f"engine at {auto}"]
    rates = {loop: statistics.median(ones) for loop, ones in found.items()}
    best = max((f"tight at {count}" for count in counts), key=rates.__getitem__)
    equal = {str(count): _ratio(found[f"engine at {count}"], found[f"tight at {count}"]) for count in counts}
    return {
        "samples per second": {loop: round(one) for loop, one in rates.items()},
        "threads of the engine": auto,
        "engine": round(rates[f"engine at {auto}"]),
        "tight": round(rates[best]),
        "textbook": round(rates["textbook"]),
        "against tight": _ratio(ours, found[best]),
        "against textbook": _ratio(ours, found["textbook"]),
        "against tight at equal threads": equal,
    }


def _ratio(ours: list[float], others: list[float]) -> float:
    return round(statistics.median(one / other for one, other in zip(ours, others, strict=True)), 3)


def _mean(ratios: list[float]) -> float:
    return round(math.exp(sum(map(math.log, ratios)) / len(ratios)), 3)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("workloads", nargs="*", default=list(WORKLOADS))
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--seconds", type=float)
    parser.add_argument("--rounds", type=int)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--threads", type=int, nargs="*", help="numbers at which engine and tight are compared")
    options = parser.parse_args()
    seconds, rounds = options.seconds or (0.15 if options.quick else 0.8), options.rounds or (3 if options.quick else 5)
    device = torch.device(options.device)
    counts = options.threads or (sorted({1, num_cores()}) if device.type == "cpu" else [num_cores()])
    with data_at_hand() as folder:
        result: dict[str, Any] = {
            name: measure(name, seconds, rounds, device, counts, folder) for name in options.workloads
        }
    five = [result[name] for name in FIVE if name in result]
    if five:
        equal = [[one["against tight at equal threads"][str(count)] for one in five] for count in counts]
        result["geometric mean against tight"] = _mean([one["against tight"] for one in five])
        result["geometric mean at equal threads"] = {
            str(count): _mean(ratios) for count, ratios in zip(counts, equal, strict=True)
        }
    tell(result)


if __name__ == "__main__":
    main()
