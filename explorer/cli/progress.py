"""Progress of training on stderr: a bar on a terminal, a line every few seconds elsewhere."""

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from explorer.cli.output import err, say
from explorer.cli.sentences import PROGRESS, SECONDS_LEFT
from explorer.events import Progress

SECONDS_BETWEEN_LINES = 5.0
MAX_METRICS = 4

Show = Callable[[Progress, Mapping[str, float]], None]


@contextmanager
def shown_progress() -> Iterator[Show]:
    """A function that shows where the run is whenever it is called."""
    if sys.stderr.isatty():
        with _bar() as show:
            yield show
    else:
        yield _lines()


@contextmanager
def _bar() -> Iterator[Show]:
    from rich.console import Console
    from rich.progress import BarColumn, TaskProgressColumn, TextColumn
    from rich.progress import Progress as Bar

    columns = (BarColumn(), TaskProgressColumn(), TextColumn("{task.description}"))
    # Without a refreshing thread of its own, which would take time from training.
    with Bar(*columns, console=Console(stderr=True), auto_refresh=False) as bar:
        task = bar.add_task("", total=1.0)

        def show(progress: Progress, latest: Mapping[str, float]) -> None:
            bar.update(task, completed=_done(progress), description=_sentence(progress, latest), refresh=True)

        yield show


def _lines() -> Show:
    next_at = 0.0

    def show(progress: Progress, latest: Mapping[str, float]) -> None:
        nonlocal next_at
        if progress.seconds >= next_at:
            next_at = progress.seconds + SECONDS_BETWEEN_LINES
            err(_sentence(progress, latest))

    return show


def _done(progress: Progress) -> float:
    """The share of the run that is done, 0 to 1."""
    if progress.seconds_left is None:
        return 0.0
    return progress.seconds / max(progress.seconds + progress.seconds_left, 1e-9)


def _sentence(progress: Progress, latest: Mapping[str, float]) -> str:
    told = [name for name in latest if name.startswith(("train/", "validation/"))][:MAX_METRICS]
    metrics = " · ".join(f"{name} {latest[name]:.4g}" for name in told)
    rate = round(progress.samples_per_second)
    words = say(PROGRESS, step=progress.step, epoch=progress.epoch, metrics=metrics, rate=rate)
    if progress.seconds_left is None:
        return words
    minutes, seconds = divmod(round(progress.seconds_left), 60)
    return f"{words} · {say(SECONDS_LEFT, time=f'{minutes}:{seconds:02d}')}"
