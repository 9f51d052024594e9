"""The job that scans a person's data beside the window, while a network trains."""

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from explorer.jobs.job import Job, Report
from explorer.own.scan import Scan, scan


@dataclass(frozen=True)
class ScanData(Job):
    """Its result is a Scan, whose problems say why data cannot be used."""

    title: ClassVar[str] = "Scanning"

    path: str

    def run(self, report: Report) -> Scan:
        return scan(Path(self.path), report)
