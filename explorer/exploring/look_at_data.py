"""Job: what a person wants to know of data first, with the samples that a gallery begins with."""

from dataclasses import dataclass
from typing import ClassVar

from explorer.dataset import DatasetSpec
from explorer.exploring.filtering import Found, SampleFilter, found
from explorer.exploring.loaded import held
from explorer.exploring.overview import Overview, overview_of
from explorer.exploring.samples import PAGE_SIZE, SamplePage, read_page
from explorer.jobs.job import Job, Report
from models.text import Text


@dataclass(frozen=True)
class FirstLook:
    """The overview, where all samples lie, and the first of them."""

    overview: Overview
    found: Found
    page: SamplePage


@dataclass(frozen=True)
class LookAtData(Job):
    """Load these data, or take them as they were loaded, and look at them."""

    title: ClassVar[str] = "Looking at the data"

    data: DatasetSpec

    def run(self, report: Report) -> FirstLook:
        report(None, Text("Loading the data …"))
        taken = held(self.data)
        everything = found(taken, SampleFilter())
        page = read_page(taken, everything.split_numbers[:PAGE_SIZE], everything.indices[:PAGE_SIZE])
        measuring = Text("Measuring the data …")
        return FirstLook(overview_of(taken, lambda done: report(done, measuring)), everything, page)
