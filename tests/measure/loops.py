"""Loops that train: two by hand, as textbooks teach it and as tight as it gets, and the engine's own."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch
from PIL import Image
from torch import Tensor
from torch.utils.data import DataLoader, Dataset

from explorer.engine.headless_run import HeadlessRun
from explorer.engine.learner import Learner
from explorer.engine.saving import Saving
from explorer.runs.run_folder import RunFolder
from tests.measure.workloads import Step


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


def engine(learner: Learner, folder: Path) -> Iterator[int]:
    """Samples per moment of what `train` runs: watched over, recorded and saved in `folder`.

    A validation costs no time: the stopwatch of the learner stands.
    """
    experiment, before = learner.experiment, 0
    with RunFolder.create(folder, experiment, device=str(learner.device), num_threads=torch.get_num_threads()) as kept:
        for _ in HeadlessRun(learner, Saving(learner, kept)).moments():
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
