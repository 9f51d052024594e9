"""The verdict on a run's saved weights: rebuilt, asked about every sample of a split, and measured."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import torch

from explorer.dataset import SplitName
from explorer.engine.diversity import Kinds
from explorer.engine.failures import memory_problem
from explorer.engine.judging import Judged, joined, judge
from explorer.engine.learner import Learner
from explorer.engine.live_changes import ahead
from explorer.engine.returning import learner_at
from explorer.evaluation.answers import AnyAnswers, ClassAnswers
from explorer.evaluation.conclude import Conclusion, conclude
from explorer.evaluation.figure import Figure
from explorer.evaluation.problems import NO_SAMPLES
from explorer.evaluation.step_wish import StepWish
from explorer.evaluation.verdict import ShownSamples, Verdict
from explorer.evaluation.worst import worst, worst_of_each
from explorer.jobs.job import Report
from explorer.objectives.adversarial import EVALUATION_SEED, fixed_noise, generate
from explorer.run_length import EVALUATION_BATCH
from explorer.runs.run_folder import RunFolder
from models.problem import InputError
from models.text import Text

REPLAY_SHARE = 0.5  # of the progress, where steps are replayed
MOST_PROBABILITIES = 2**24  # 64 MB; where samples times classes are more, only the answers' are kept
SHOWN_BYTES, MOST_SHOWN = 32 * 2**20, 4096  # of samples that go with the verdict
WORST, OF_EACH_CELL = 64, 24  # samples worth being looked at: of all, and of each cell of the confusion matrix
NUM_MADE = 2048  # samples of a generator whose variety is counted


def verdict_on(folder: Path, wish: StepWish, split: SplitName, report: Report) -> Verdict:
    """Evaluate; the same folder, step and split give the same verdict however often it is done.

    Raises:
        InputError: when the run, its weights or its data cannot be read, or there is nothing to evaluate.
        Cancelled: when the person has had enough.
    """

    def on_step(taken: int, count: int) -> None:
        report(REPLAY_SHARE * taken / count, Text("Replaying {count} steps", {"count": count}))

    report(None, Text("Reading the run"))
    try:
        with _as_it_was(folder):
            learner = learner_at(folder, wish, on_step)
            try:
                with ahead(learner):
                    return _verdict(learner, folder.name, split, report)
            finally:
                learner.data.close()
    except (RuntimeError, MemoryError) as fault:
        problem = memory_problem(fault)
        if problem is None:
            raise
        raise InputError((problem,)) from fault


@contextmanager
def _as_it_was(folder: Path) -> Iterator[None]:
    """As many threads as the run had, on which the last bits depend; torch is left as it was found."""
    before = torch.get_num_threads()
    with RunFolder.open(folder) as run:
        threads = run.record.num_threads
    with torch.random.fork_rng(devices=[]):
        torch.set_num_threads(threads)
        try:
            yield
        finally:
            torch.set_num_threads(before)


def _verdict(learner: Learner, run: str, split: SplitName, report: Report) -> Verdict:
    if not len(learner.splits[split]):
        raise InputError((NO_SAMPLES.at(f"data.{split}", split=Text(split)),))
    learner.train_mode(False)
    parts, totals = _answered(learner, split, report)
    facts, objective = learner.data.facts, learner.objective.kind
    found = conclude(joined(parts), objective, facts) if parts[0] else _summarised(learner, split, totals)
    rows = _rows_to_show(found, len(learner.splits[split]), _bytes_of_one(learner, split))
    return Verdict(
        run=run,
        title=learner.experiment.title,
        objective=objective,
        split=split,
        step=learner.step,
        num_samples=len(learner.splits[split]),
        facts=facts,
        figures=found.figures,
        losses=found.losses,
        answers=found.answers,
        shown=_read(learner, split, rows),
    )


def _answered(learner: Learner, split: SplitName, report: Report) -> tuple[list[Judged], Counter[str]]:
    """What is answered to every batch; where samples cannot be judged by themselves, the added-up scores instead."""
    size = len(learner.splits[split])
    keeps_all = size * (learner.num_classes or 1) <= MOST_PROBABILITIES
    parts: list[Judged] = []
    totals: Counter[str] = Counter()
    for number, batch in enumerate(learner.data.evaluation_batches(split)):
        report(number * EVALUATION_BATCH / size, Text("Evaluating {count} samples", {"count": size}))
        with torch.no_grad():
            judged = dict(judge(learner, batch))
            if not judged:
                totals.update(learner.objective.score(learner, batch))
        if not keeps_all:
            judged.pop("probabilities", None)
        parts.append(judged)
    return parts, totals


def _summarised(learner: Learner, split: SplitName, totals: Counter[str]) -> Conclusion:
    """The objective's own metrics of the whole split; of a generator also how varied its samples are."""
    figures = [Figure(name, value) for name, value in learner.objective.summarise(totals).items()]
    if "generator" in learner.networks:
        size = min(NUM_MADE, len(learner.splits[split]))
        with torch.no_grad():
            made = generate(learner, fixed_noise(learner, size, EVALUATION_SEED))
            real = learner.data.batch(split, slice(0, size)).inputs
            figures.insert(0, Figure("diversity", Kinds(real.flatten(1)).diversity(made.flatten(1)).item()))
    return Conclusion(tuple(figures), np.zeros(0, np.float32))


def _rows_to_show(found: Conclusion, size: int, num_bytes: int) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
    """The worst samples first, then the worst of each cell of the confusion matrix, as far as there is room."""
    most = max(1, min(MOST_SHOWN, SHOWN_BYTES // max(1, num_bytes)))
    if not len(found.losses):
        return np.zeros(0, np.int64)
    first = worst(found.losses, min(WORST, most))
    kinds = _kinds(found.answers, size)
    others = worst_of_each(found.losses, kinds, OF_EACH_CELL, most)
    return np.concatenate([first, others[~np.isin(others, first)]])[:most]


def _kinds(answers: AnyAnswers | None, size: int) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
    if isinstance(answers, ClassAnswers):
        return answers.targets * answers.num_classes + answers.answers
    return np.zeros(size, np.int64)


def _bytes_of_one(learner: Learner, split: SplitName) -> int:
    inputs = learner.data.batch(split, slice(0, 1)).inputs
    return inputs.element_size() * inputs.numel()


def _read(learner: Learner, split: SplitName, rows: "np.ndarray[tuple[int], np.dtype[np.int64]]") -> ShownSamples:
    numbers = torch.from_numpy(rows).to(learner.data.order_device)
    return ShownSamples(rows, learner.data.batch(split, numbers).inputs.cpu().numpy())
