"""How a run stands, and whether the process that writes it is still alive."""

from typing import Literal

from explorer.processes import is_alive, this_process
from explorer.runs.metrics import Metrics

# "interrupted" is never written: it is what a reader calls a running run whose process is gone.
Status = Literal["running", "finished", "stopped", "failed", "interrupted"]


def claim(metrics: Metrics) -> None:
    """Note that this process writes the run from now on."""
    metrics.note(status="running", writer=this_process())


def status_of(metrics: Metrics) -> Status:
    """How the run stands, as far as its files and the living processes tell."""
    status: Status = metrics.fact("status") or "running"
    return "interrupted" if status == "running" and not _is_written(metrics) else status


def writer_of(metrics: Metrics) -> int:
    """The number of the process that writes the run, or wrote it last."""
    return int((metrics.fact("writer") or (0, 0))[0])


def _is_written(metrics: Metrics) -> bool:
    writer = metrics.fact("writer")
    return bool(writer) and is_alive(*writer)
