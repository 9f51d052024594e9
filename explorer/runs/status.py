"""How a run stands, and whether the process that writes it is still alive."""

import os
from typing import Literal

from explorer.runs.metrics import Metrics

# "interrupted" is never written: it is what a reader calls a running run whose process is gone.
Status = Literal["running", "finished", "stopped", "failed", "interrupted"]
CLOCK_SLACK_SECONDS = 2.0


def claim(metrics: Metrics) -> None:
    """Note that this process writes the run from now on."""
    metrics.note(status="running", writer=(os.getpid(), _start_of(os.getpid())))


def status_of(metrics: Metrics) -> Status:
    """How the run stands, as far as its files and the living processes tell."""
    status: Status = metrics.fact("status") or "running"
    return "interrupted" if status == "running" and not _is_written(metrics) else status


def writer_of(metrics: Metrics) -> int:
    """The number of the process that writes the run, or wrote it last."""
    return int((metrics.fact("writer") or (0, 0))[0])


def _is_written(metrics: Metrics) -> bool:
    writer = metrics.fact("writer")
    start = _start_of(writer[0]) if writer else None
    return start is not None and abs(start - writer[1]) < CLOCK_SLACK_SECONDS


def _start_of(pid: int) -> float | None:
    """When a process began, which tells it from a later one of the same number; None when it is gone."""
    import psutil

    try:
        process = psutil.Process(pid)
        return None if process.status() == psutil.STATUS_ZOMBIE else process.create_time()
    except psutil.Error:
        return None
