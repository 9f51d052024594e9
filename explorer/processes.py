"""Tells a process from a later one of the same number: by when it began."""

import os

CLOCK_SLACK_SECONDS = 2.0


def this_process() -> tuple[int, float]:
    """The number of this process and when it began, to be written down beside what only it may write."""
    return os.getpid(), _start_of(os.getpid()) or 0.0


def is_alive(pid: int, start: float) -> bool:
    """Whether the process that wrote this down still runs."""
    found = _start_of(pid)
    return found is not None and abs(found - start) < CLOCK_SLACK_SECONDS


def _start_of(pid: int) -> float | None:
    """In seconds since 1970; None when the process is gone."""
    import psutil

    try:
        process = psutil.Process(pid)
        return None if process.status() == psutil.STATUS_ZOMBIE else process.create_time()
    except psutil.Error:
        return None
