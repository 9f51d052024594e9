"""Probe: samples with truth and answer, and which classes the network takes for which."""

# N samples of the split, K shown samples, C classes

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

import numpy as np
import numpy.typing as npt
from pydantic import Field

from explorer.dataset import SplitName
from explorer.probe import ProbeSpec
from explorer.run_length import EVALUATION_BATCH
from explorer.snapshots import PredictionsSnapshot
from explorer.spec import Experiment

if TYPE_CHECKING:
    from explorer.engine.look import Look

FIRST_SLICE = 64
SMALLEST_SLICE = 16
SLICE_S = 0.001  # what the slice of one capture may take while training runs
LEISURE_S = 0.2  # and those of one capture while training waits: commands must not wait for a whole split


@dataclass
class Answers:
    """The newest answer to every sample of a split, gathered slice by slice.

    predicted (N,) class numbers; steps (N,) at which they were given, -1 before the first.
    """

    predicted: npt.NDArray[np.int64]
    steps: npt.NDArray[np.int64]
    start: int = 0  # of the next slice
    slice_size: int = FIRST_SLICE


class Predictions(ProbeSpec):
    """The first samples of a split from `start` on, and the confusion matrix over all of it.

    While training waits, the matrix becomes that of this step; while it runs, a large split is answered in slices.
    """

    label: ClassVar[str] = "Predictions"
    about: ClassVar[str] = "Samples with what the network takes them for, and which classes it mixes up."

    kind: Literal["predictions"] = "predictions"
    split: SplitName = Field("validation", title="Split", description="Which samples: train, validation or test.")
    start: int = Field(0, ge=0, title="First sample", description="Number of the first sample that is shown.")
    num_samples: int = Field(24, ge=1, le=256, title="Samples", description="Number of samples that are shown.")

    @classmethod
    def applies_to(cls, experiment: Experiment) -> bool:
        return experiment.training.objective.kind in ("classify", "fit")

    def capture(self, look: "Look") -> PredictionsSnapshot:
        from explorer.engine.sample import array, text

        split = look.learner.splits[self.split]
        start = max(0, min(self.start, len(split) - self.num_samples))
        shown = slice(start, start + self.num_samples)
        batch = look.samples(self.split, shown)
        probabilities_KC = look.answer(batch).softmax(-1)
        confidence_K, predicted_K = probabilities_KC.max(-1)
        answers = self._answers(look, len(split))
        truth_N: npt.NDArray[np.int64] = split.targets.cpu().numpy()
        known = answers.steps >= 0
        return PredictionsSnapshot(
            self.split,
            look.facts.class_names,
            np.arange(len(split))[shown],
            array(batch.inputs),
            truth_N[shown].copy(),
            predicted_K.cpu().numpy(),
            array(confidence_K),
            confusion(truth_N[known], answers.predicted[known], len(look.facts.class_names)),
            int(answers.steps[known].min()),
            tuple(text(row, look.facts) for row in batch.inputs) if look.facts.ports.input.kind == "tokens" else (),
        )

    def _answers(self, look: "Look", num_samples: int) -> Answers:
        empty = np.full(num_samples, -1, dtype=np.int64)
        answers: Answers = look.memory.setdefault("answers", Answers(empty, empty.copy()))
        started = time.perf_counter()
        if look.at_leisure:
            first, answers.start = answers.start if look.goes_on else 0, 0
            for start in range(first, num_samples, EVALUATION_BATCH):
                if start > first and time.perf_counter() - started > LEISURE_S:
                    answers.start, look.is_complete = start, False
                    break
                self._answer(look, answers, slice(start, start + EVALUATION_BATCH))
            return answers
        end = answers.start + answers.slice_size
        self._answer(look, answers, slice(answers.start, end))
        answers.start = end if end < num_samples else 0
        answers.slice_size = _adapted(answers.slice_size, time.perf_counter() - started)
        return answers

    def _answer(self, look: "Look", answers: Answers, rows: slice) -> None:
        answers.predicted[rows] = look.answer(look.samples(self.split, rows)).argmax(-1).cpu().numpy()
        answers.steps[rows] = look.step


def confusion(
    truth: npt.NDArray[np.int64], predicted: npt.NDArray[np.int64], num_classes: int
) -> npt.NDArray[np.int64]:
    """(num_classes, num_classes) counts: rows true, columns predicted."""
    cells = truth * num_classes + predicted
    return np.bincount(cells, minlength=num_classes**2).reshape(num_classes, num_classes)


def _adapted(size: int, seconds: float) -> int:
    """The next slice's size, so that it takes about the time that it may; at most doubled or halved."""
    wished = int(size * SLICE_S / max(seconds, 1e-6))
    return min(max(wished, size // 2, SMALLEST_SLICE), size * 2, EVALUATION_BATCH)
