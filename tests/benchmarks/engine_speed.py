"""How fast the engine trains: five networks, each beside the same network trained by loops that are written by hand.

    python -m tests.benchmarks.engine_speed [WORKLOAD ...] [--seconds 2] [--rounds 7] [--device cpu]

textbook: per-sample PIL -> tensor, a shuffling DataLoader, loss.item() at every step. tight: tensors that already lie
on the device, no .item(), nothing recorded, at one thread or all, whichever is faster. engine: what `train` runs,
metrics recorded and flushed, with its own number of threads. Data are random in the real format and size. The loops
take turns, so that a busy machine slows all of them alike; rates are medians over the turns, ratios medians of the
ratios of each turn.
Prints one JSON object.
"""

import argparse
import json
import math
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from PIL import Image
from torch import Tensor, nn
from torch.nn import functional as F
from torch.utils.data import DataLoader, Dataset

from explorer import idx
from explorer.datasets import ag_news, cifar10
from explorer.edits import replace
from explorer.engine.device_recorder import make_recorder
from explorer.engine.learner import Learner, make_learner
from explorer.engine.loop import train
from explorer.engine.threads import num_cores, num_threads
from explorer.gallery import load
from explorer.spec import Experiment
from tests.explorer.fetched_files import write_fetched_files

FLUSH_S = 0.5
Step = Callable[[Tensor, Tensor], tuple[Tensor, ...]]  # losses of one batch


@dataclass(frozen=True)
class Workload:
    """An experiment, and what makes the step of the same network by hand."""

    experiment: Experiment
    make_step: Callable[[torch.device], Step]


def supervised(network: nn.Module, optimizer: torch.optim.Optimizer) -> Step:
    def step(x: Tensor, y: Tensor) -> tuple[Tensor, ...]:
        optimizer.zero_grad()
        out = network(x)
        loss = F.cross_entropy(out.flatten(0, -2), y.flatten())
        loss.backward()
        optimizer.step()
        return (loss,)

    return step


def mlp(device: torch.device) -> Step:
    network = nn.Sequential(nn.Flatten(), nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10)).to(device)
    return supervised(network, torch.optim.SGD(network.parameters(), 0.01, 0.9))


def lenet(device: torch.device) -> Step:
    features = [nn.Conv2d(3, 6, 5), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(6, 16, 5), nn.ReLU(), nn.MaxPool2d(2)]
    head = [nn.Flatten(), nn.Linear(400, 120), nn.ReLU(), nn.Linear(120, 84), nn.ReLU(), nn.Linear(84, 10)]
    network = nn.Sequential(*features, *head).to(device)
    return supervised(network, torch.optim.SGD(network.parameters(), 0.001, 0.9))


class LastOutput(nn.Module):
    """Embedding, LSTM, dense."""

    def __init__(self) -> None:
        super().__init__()
        self.embedding, self.lstm = nn.Embedding(20_000, 32), nn.LSTM(32, 64, batch_first=True)
        self.head = nn.Linear(64, 4)

    def forward(self, x: Tensor) -> Tensor:
        out: Tensor = self.head(self.lstm(self.embedding(x))[0][:, -1])
        return out


def lstm(device: torch.device) -> Step:
    network = LastOutput().to(device)
    return supervised(network, torch.optim.SGD(network.parameters(), 0.01, 0.9))


class CausalModel(nn.Module):
    """torch's own encoder with a causal mask."""

    def __init__(self, width: int = 64, length: int = 64, vocabulary: int = 96) -> None:
        super().__init__()
        self.width, self.embedding = width, nn.Embedding(vocabulary, width)
        self.positions = nn.Parameter(torch.zeros(length, width))
        layer = nn.TransformerEncoderLayer(width, 4, 4 * width, dropout=0.0, batch_first=True)
        self.blocks = nn.TransformerEncoder(layer, 2, enable_nested_tensor=False)
        self.head = nn.Linear(width, vocabulary)
        self.register_buffer("mask", nn.Transformer.generate_square_subsequent_mask(length), persistent=False)

    def forward(self, x: Tensor) -> Tensor:
        x = self.embedding(x) * math.sqrt(self.width) + self.positions
        out: Tensor = self.head(self.blocks(x, mask=self.mask, is_causal=True))
        return out


def transformer(device: torch.device) -> Step:
    network = CausalModel().to(device)
    return supervised(network, torch.optim.Adam(network.parameters(), 1e-3))


def gan(device: torch.device) -> Step:
    hidden = [nn.Linear(100, 256), nn.BatchNorm1d(256), nn.ReLU(), nn.Linear(256, 512), nn.BatchNorm1d(512), nn.ReLU()]
    generator = nn.Sequential(*hidden, nn.Linear(512, 784), nn.Tanh()).to(device)
    judging = [nn.Linear(784, 512), nn.LeakyReLU(0.2), nn.Linear(512, 256), nn.LeakyReLU(0.2), nn.Linear(256, 1)]
    judge = nn.Sequential(nn.Flatten(), *judging).to(device)
    of_generator, of_judge = (torch.optim.Adam(one.parameters(), 2e-4, (0.5, 0.999)) for one in (generator, judge))

    def step(x: Tensor, _: Tensor) -> tuple[Tensor, ...]:
        real, made_up = x.new_ones(len(x), 1), x.new_zeros(len(x), 1)
        made = generator(torch.randn(len(x), 100, device=x.device))
        of_judge.zero_grad()
        loss = F.binary_cross_entropy_with_logits
        judged = loss(judge(x), real) + loss(judge(made.detach()), made_up)
        judged.backward()
        of_judge.step()
        of_generator.zero_grad()
        fooled = loss(judge(made), real)
        fooled.backward()
        of_generator.step()
        return judged, fooled

    return step


def language_model() -> Experiment:
    experiment = load("transformer-lm")
    block = {"kind": "encoder_block", "heads": 4, "ff_units": 256, "causal": True, "dropout": 0.0, "norm": "last"}
    blocks: list[dict[str, Any]] = [{"kind": "embedding", "units": 64, "scale": True}]
    blocks += [{"kind": "positions", "encoding": "learned", "length": 64}, block, block]
    blocks += [{"kind": "dense", "units": "vocabulary"}]
    experiment = replace(experiment, "architecture", {"kind": "single", "network": {"blocks": blocks}})
    experiment = replace(experiment, "training.optimizer", {"kind": "adam", "learning_rate": 1e-3})
    experiment = replace(experiment, "training.schedule", {"kind": "constant"})
    experiment = replace(experiment, "training.batch_size", 64)
    return replace(experiment, "data.length", 64)


WORKLOADS: dict[str, Callable[[], Workload]] = {
    "mlp": lambda: Workload(load("mlp-mnist"), mlp),
    "lenet": lambda: Workload(load("lenet5-cifar10"), lenet),
    "lstm": lambda: Workload(replace(load("lstm-agnews"), "data.length", 40), lstm),
    "transformer": lambda: Workload(language_model(), transformer),
    "gan": lambda: Workload(load("gan-mnist"), gan),
}


class OneByOne(Dataset[tuple[Tensor, Tensor]]):
    """Samples as a textbook's data set gives them: pictures pass through PIL, one by one."""

    def __init__(self, learner: Learner) -> None:
        self.learner, self.split = learner, learner.splits["train"]
        self.is_pictures = learner.data.facts.ports.input.kind == "image"
        self.pictures: Any = self.split.inputs.cpu().numpy() if self.is_pictures else None

    def __len__(self) -> int:
        return len(self.split)

    def __getitem__(self, index: int) -> tuple[Tensor, Tensor]:
        if not self.is_pictures:
            one = self.learner.data.batch("train", slice(index, index + 1))
            return one.inputs[0], one.targets[0]
        picture = np.moveaxis(self.pictures[index], 0, -1)
        loaded = np.array(Image.fromarray(picture[:, :, 0] if picture.shape[2] == 1 else picture), dtype=np.uint8)
        x = torch.from_numpy(loaded.reshape(picture.shape)).permute(2, 0, 1).contiguous().float().div(255)
        return x.sub_(0.5).div_(0.5), self.split.targets[index]


def textbook(learner: Learner, step: Step) -> Iterator[int]:
    """Samples per step, for ever."""
    batch_size = learner.experiment.training.batch_size
    while True:
        for x, y in DataLoader(OneByOne(learner), batch_size=batch_size, shuffle=True):
            for loss in step(x.to(learner.device), y.to(learner.device)):
                loss.item()
            yield len(x)


def tight(learner: Learner, step: Step) -> Iterator[int]:
    """Samples per step, for ever."""
    whole = learner.data.batch("train", slice(None))
    x, y = whole.inputs, whole.targets
    while True:
        for rows in torch.randperm(len(x), device=x.device).split(learner.experiment.training.batch_size):
            step(x[rows], y[rows])
            yield len(rows)


def engine(learner: Learner) -> Iterator[int]:
    """Samples per step, for ever; a validation costs no time (the stopwatch of the learner stands)."""
    recorder, flush_at = make_recorder(learner), 0.0
    before = 0
    for moment in train(learner):
        if moment.name in ("step", "epoch"):
            recorder.record(learner.step, moment.metrics)
        if moment.name == "step":
            if time.perf_counter() >= flush_at:
                recorder.flush()
                flush_at = time.perf_counter() + FLUSH_S
            yield learner.num_samples - before
            before = learner.num_samples


def rate(samples: Iterator[int], seconds: float, clock: Callable[[], float], device: torch.device) -> float:
    """Samples per second over about so many seconds."""
    started, done = clock(), 0
    while clock() - started < seconds:
        done += next(samples)
    if device.type == "cuda":
        torch.cuda.synchronize()
    return done / (clock() - started)


def measure(name: str, seconds: float, rounds: int, device: torch.device) -> dict[str, object]:
    """Rates of all loops for one workload."""
    workload = WORKLOADS[name]()
    experiment = replace(workload.experiment, "training.limit", {"kind": "epochs", "count": 100_000})
    learner = make_learner(experiment, experiment.data.load(), device)
    auto = num_threads(experiment, num_cores())
    learner.stopwatch.start()
    engine_steps = engine(learner)
    hand = {"textbook": textbook(learner, workload.make_step(device))}
    all_threads = sorted({1, num_cores()}) if device.type == "cpu" else [num_cores()]
    hand |= {f"tight at {count}": tight(learner, workload.make_step(device)) for count in all_threads}
    found: dict[str, list[float]] = {"engine": [], **{kind: [] for kind in hand}}
    for _ in range(rounds + 1):  # the first warms up
        for kind, loop in hand.items():
            torch.set_num_threads(int(kind.rpartition(" ")[2]) if "at" in kind else num_cores())
            found[kind].append(rate(loop, seconds, time.perf_counter, device))
        torch.set_num_threads(auto)
        found["engine"].append(rate(engine_steps, seconds, lambda: learner.stopwatch.seconds, device))
    rates = {kind: statistics.median(ones[1:]) for kind, ones in found.items()}
    best = max((kind for kind in hand if kind != "textbook"), key=rates.__getitem__)
    pairs = {"against tight": best, "against textbook": "textbook"}
    if f"tight at {auto}" in hand:
        pairs["against tight at as many threads"] = f"tight at {auto}"
    ratios = {label: round(_ratio(found["engine"][1:], found[kind][1:]), 3) for label, kind in pairs.items()}
    ways = [str(words) for words in learner.computing]
    facts = {"threads of the engine": auto, "computing": ways} if ways else {"threads of the engine": auto}
    return {**{kind: round(one) for kind, one in rates.items()}, **facts, **ratios}


def _ratio(ours: list[float], others: list[float]) -> float:
    return statistics.median(one / other for one, other in zip(ours, others, strict=True))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("workloads", nargs="*", default=list(WORKLOADS))
    parser.add_argument("--seconds", type=float, default=2.0)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--device", default="cpu")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["NEURAL_EXPLORER_DATA"] = str(Path(folder))
        news = ag_news.NUM_OFFICIAL, ag_news.NUM_TEST
        write_fetched_files((idx.NUM_OFFICIAL, idx.NUM_TEST), news, cifar10.PER_FILE)
        device = torch.device(options.device)
        result = {name: measure(name, options.seconds, options.rounds, device) for name in options.workloads}
    ratios = [float(str(one["against tight"])) for one in result.values()]
    mean = math.exp(sum(map(math.log, ratios)) / len(ratios))
    print(json.dumps({**result, "geometric mean against tight": round(mean, 3)}, indent=1))


if __name__ == "__main__":
    main()
