"""Progress of a job on stderr: a bar on a terminal, a line every few seconds elsewhere."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from explorer.cli.output import err, say
from explorer.cli.progress import SECONDS_BETWEEN_LINES
from explorer.jobs.job import Report
from models.text import Text

SECONDS_BETWEEN_FRAMES = 0.1


@contextmanager
def shown_report() -> Iterator[Report]:
    """What a job is given to tell how far it is."""
    if sys.stderr.isatty():
        with _bar() as report:
            yield report
    else:
        yield _lines()


@contextmanager
def _bar() -> Iterator[Report]:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

    columns = (BarColumn(), TaskProgressColumn(), TextColumn("{task.description}", markup=False))
    with Progress(*columns, console=Console(stderr=True), auto_refresh=False) as bar:
        task, next_at = bar.add_task("", total=1.0), 0.0

        def report(done: float | None, text: Text | None = None, part: object = None) -> None:
            nonlocal next_at
            if time.monotonic() >= next_at:
                next_at = time.monotonic() + SECONDS_BETWEEN_FRAMES
                bar.update(task, completed=done, description=say(text) if text else "", refresh=True)

        yield report


def _lines() -> Report:
    next_at = 0.0

    def report(done: float | None, text: Text | None = None, part: object = None) -> None:
        nonlocal next_at
        if text is not None and time.monotonic() >= next_at:
            next_at = time.monotonic() + SECONDS_BETWEEN_LINES
            err(say(text))

    return report
