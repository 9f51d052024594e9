"""Job: the data as points of a plane."""

from dataclasses import dataclass
from typing import ClassVar

from explorer.dataset import DatasetSpec
from explorer.exploring.loaded import held
from explorer.exploring.projection import Method, Projection, project
from explorer.jobs.job import Job, Report
from models.text import Text


@dataclass(frozen=True)
class ProjectData(Job):
    """Evenly spaced samples as points; the picture so far is told while it is being made."""

    title: ClassVar[str] = "Projecting the data"

    data: DatasetSpec
    method: Method

    def run(self, report: Report) -> Projection:
        words = Text("Arranging the samples …")
        return project(held(self.data), self.method, lambda done, part: report(done, words, part))
