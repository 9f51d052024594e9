"""The workloads on which speed is measured: experiments, and the same networks with steps written by hand."""

import math
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from explorer import idx
from explorer.datasets import ag_news, cifar10
from explorer.edits import replace
from explorer.gallery import load
from explorer.spec import Experiment
from tests.explorer.fetched_files import write_fetched_files

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


def points(device: torch.device) -> Step:
    layers = [nn.Linear(2, 4), nn.Tanh(), nn.Linear(4, 2), nn.Tanh(), nn.Linear(2, 2)]
    network = nn.Sequential(*layers).to(device)
    return supervised(network, torch.optim.SGD(network.parameters(), 0.03))


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


def playground(batch_size: int) -> Experiment:
    """TensorFlow Playground's first network: 4 and 2 hidden units (tanh), plain SGD at 0.03, points in the plane."""
    layers = [
        {"kind": "dense", "units": 4},
        TANH,
        {"kind": "dense", "units": 2},
        TANH,
        {"kind": "dense", "units": "classes"},
    ]
    experiment = replace(load("mlp-points"), "architecture.network.blocks", layers)
    experiment = replace(experiment, "training.optimizer", {"kind": "sgd", "learning_rate": 0.03, "momentum": 0.0})
    return replace(experiment, "training.batch_size", batch_size)


TANH = {"kind": "activation", "function": "tanh"}

WORKLOADS: dict[str, Callable[[], Workload]] = {
    "mlp": lambda: Workload(load("mlp-mnist"), mlp),
    "lenet": lambda: Workload(load("lenet5-cifar10"), lenet),
    "lstm": lambda: Workload(replace(load("lstm-agnews"), "data.length", 40), lstm),
    "transformer": lambda: Workload(language_model(), transformer),
    "gan": lambda: Workload(load("gan-mnist"), gan),
    "points": lambda: Workload(playground(128), points),
    "points at batch 10": lambda: Workload(playground(10), points),
}
FIVE = ("mlp", "lenet", "lstm", "transformer", "gan")  # those that the engine's speed is judged by


@contextmanager
def data_at_hand() -> Iterator[Path]:
    """A data folder with everything that the workloads read: random, in the real format and size."""
    with TemporaryDirectory() as folder:
        before = os.environ.get("NEURAL_EXPLORER_DATA")
        os.environ["NEURAL_EXPLORER_DATA"] = folder
        write_fetched_files(
            (idx.NUM_OFFICIAL, idx.NUM_TEST), (ag_news.NUM_OFFICIAL, ag_news.NUM_TEST), cifar10.PER_FILE
        )
        try:
            yield Path(folder)
        finally:
            if before is None:
                del os.environ["NEURAL_EXPLORER_DATA"]
            else:
                os.environ["NEURAL_EXPLORER_DATA"] = before
