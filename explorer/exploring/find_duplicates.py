"""Job: which samples are there twice."""

from dataclasses import dataclass
from typing import ClassVar

from explorer.dataset import DatasetSpec
from explorer.exploring.duplicates import Duplicates, duplicates
from explorer.exploring.loaded import held
from explorer.jobs.job import Job, Report
from models.text import Text


@dataclass(frozen=True)
class FindDuplicates(Job):
    """Compare all samples with each other."""

    title: ClassVar[str] = "Looking for duplicates"

    data: DatasetSpec

    def run(self, report: Report) -> Duplicates:
        words = Text("Comparing the samples …")
        return duplicates(held(self.data), lambda done: report(done, words))
