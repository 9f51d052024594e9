"""Job: evaluate a run's saved weights on a split."""

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from explorer.dataset import SplitName
from explorer.evaluation.step_wish import StepWish
from explorer.evaluation.verdict import Verdict
from explorer.jobs.job import Job, Report


@dataclass(frozen=True)
class EvaluateRun(Job):
    """The weights of a step, the newest or the best ones; the run's folder is read only, also while it is written."""

    title: ClassVar[str] = "Evaluating"

    folder: Path
    step: StepWish = "newest"
    split: SplitName = "test"

    def run(self, report: Report) -> Verdict:
        """The verdict.

        Raises:
            InputError: when run, weights or data cannot be read, or there is nothing to evaluate.
            Cancelled: when the person has had enough.
        """
        from explorer.engine.verdicts import verdict_on

        return verdict_on(self.folder, self.step, self.split, report)
