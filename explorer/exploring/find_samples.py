"""Jobs: which samples pass a filter, and what some of them are."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
import numpy.typing as npt

from explorer.dataset import DatasetSpec
from explorer.exploring.filtering import Found, SampleFilter, found
from explorer.exploring.loaded import held
from explorer.exploring.samples import PAGE_SIZE, SamplePage, read_page
from explorer.jobs.job import Job, Report
from explorer.source import Rows
from models.text import Text


@dataclass(frozen=True)
class FoundSamples:
    """Where the samples lie that were looked for, and the first of them."""

    found: Found
    page: SamplePage


@dataclass(frozen=True)
class FindSamples(Job):
    """All samples that pass the filter."""

    title: ClassVar[str] = "Searching samples"

    data: DatasetSpec
    wanted: SampleFilter

    def run(self, report: Report) -> FoundSamples:
        taken = held(self.data)
        searching = Text("Searching …")
        places = found(taken, self.wanted, lambda done: report(done, searching))
        return FoundSamples(places, read_page(taken, places.split_numbers[:PAGE_SIZE], places.indices[:PAGE_SIZE]))


@dataclass(frozen=True, eq=False)
class ReadSamples(Job):
    """Samples at these places (P,): small ones for a gallery, or whole."""

    title: ClassVar[str] = "Reading samples"

    data: DatasetSpec
    split_numbers: npt.NDArray[np.uint8]
    indices: Rows
    is_whole: bool = False

    def run(self, report: Report) -> SamplePage:
        return read_page(held(self.data), self.split_numbers, self.indices, is_whole=self.is_whole)
