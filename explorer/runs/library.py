"""The library of runs: what lies in the runs folder, at a glance; rename, delete."""

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from explorer.folders import runs_folder
from explorer.runs.faults import writing_to
from explorer.runs.metrics import FILE_NAME as METRICS_FILE
from explorer.runs.metrics import Metrics
from explorer.runs.problems import RUN_IN_USE, RUN_UNKNOWN
from explorer.runs.record import FILE_NAME as EXPERIMENT_FILE
from explorer.runs.record import read_record, write_record
from explorer.runs.run_folder import refuse_used
from explorer.runs.run_paths import RUN_ID
from explorer.runs.status import Status, status_of
from models.problem import InputError, Problem

# Metrics of which less is better, and more; of others, such as what a discriminator answers, there is no best.
LESS_IS_BETTER = frozenset({"loss", "perplexity", "mean_absolute_error"})
MORE_IS_BETTER = frozenset({"accuracy", "exact_match"})
JUDGED_SPLITS = ("validation", "test")


@dataclass(frozen=True)
class RunSummary:
    """One run at a glance. `best` has the best value of every validation and test metric; `problem` what is damaged.

    A fork names its `parent` and the step at which it left it. `started` is ISO 8601 in UTC, `steps` the last step with
    a value, `num_bytes` the folder's size on disk.
    """

    id: str
    folder: Path
    title: str = ""
    family: str = ""
    started: str = ""
    device: str = ""
    parent: str | None = None
    parent_step: int | None = None
    status: Status | None = None
    steps: int = 0
    best: Mapping[str, float] = field(default_factory=dict)
    num_bytes: int = 0
    problem: Problem | None = None


def list_runs(folder: Path | None = None) -> tuple[RunSummary, ...]:
    """Every run, the newest first; a damaged one is listed with its problem, whatever is wrong with it."""
    folder = folder or runs_folder()
    if not folder.is_dir():
        return ()
    return tuple(summarise(path) for path in sorted(folder.iterdir(), reverse=True) if is_run(path))


def summarise(path: Path) -> RunSummary:
    """One run at a glance; never raises for what is wrong inside."""
    summary = RunSummary(path.name, path, title=path.name, num_bytes=size_on_disk(path))
    try:
        content, record = read_record(path)
        summary = replace(
            summary,
            title=str(content.get("title") or path.name),
            family=record.family,
            started=record.started,
            device=record.device,
            parent=record.parent,
            parent_step=record.parent_step,
        )
        return _with_metrics(summary)
    except InputError as damage:
        return replace(summary, problem=damage.problems[0])


def find_run(text: str) -> Path:
    """The folder of a run that is named by its id or its folder.

    Raises:
        InputError: when there is no such run.
    """
    for path in (runs_folder() / text, Path(text)):
        with suppress(OSError, ValueError):  # a name that no file can have
            if is_run(path):
                return path.absolute()
    raise InputError((RUN_UNKNOWN.at(text, run=text),))


def is_run(path: Path) -> bool:
    """Whether a folder holds a run, be it a damaged one."""
    if not path.is_dir():
        return False
    has_files = (path / EXPERIMENT_FILE).is_file() and (path / METRICS_FILE).is_file()
    return has_files or RUN_ID.fullmatch(path.name) is not None


def rename_run(path: Path, title: str) -> None:
    """Give a run another title.

    Raises:
        InputError: when the run is damaged or cannot be written.
    """
    content, record = read_record(path)
    write_record(path, {**content, "title": title}, record)


def delete_run(path: Path) -> None:
    """Remove a run from the disk, for good.

    Raises:
        InputError: when it is not a run, a living process is writing it, or the disk refuses.
    """
    if not is_run(path):
        raise InputError((RUN_UNKNOWN.at(str(path), run=str(path)),))
    try:
        refuse_used(path)
    except InputError as refusal:
        if refusal.problems[0].kind == RUN_IN_USE:
            raise
    with writing_to(path):
        shutil.rmtree(path)


def size_on_disk(path: Path) -> int:
    """Bytes of all files in a folder; files that vanish meanwhile count nothing."""
    return sum(_sizes(path))


def _sizes(path: Path) -> Iterator[int]:
    with suppress(OSError):
        for entry in os.scandir(path):
            with suppress(OSError):
                if entry.is_dir(follow_symlinks=False):
                    yield from _sizes(Path(entry.path))
                else:
                    yield entry.stat(follow_symlinks=False).st_size


def _with_metrics(summary: RunSummary) -> RunSummary:
    metrics = Metrics(summary.folder)
    try:
        judged = [name for name in metrics.names() if name.startswith(JUDGED_SPLITS)]
        best = {name: best for name in judged if (best := _best(metrics, name)) is not None}
        return replace(summary, status=status_of(metrics), steps=metrics.last_step(), best=best)
    finally:
        metrics.close()


def _best(metrics: Metrics, name: str) -> float | None:
    low, high = metrics.extremes(name)
    what = name.split("/")[1]  # validation/loss/generator is a loss
    return low if what in LESS_IS_BETTER else high if what in MORE_IS_BETTER else None
