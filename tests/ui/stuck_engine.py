"""An engine in a process of its own that gets stuck in a step for as long as a file is there."""

import multiprocessing
import threading
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from explorer.engine import host
from explorer.engine.host import ProcessHost


class StuckHost(ProcessHost):
    """Starts engines whose step after `step` others does not end while the file `obstacle` exists."""

    def __init__(self, obstacle: Path, step: int) -> None:
        super().__init__()
        self._arguments = str(obstacle), step

    def _spawn(self) -> Connection:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs, *self._arguments), daemon=True)
        process.start()
        theirs.close()
        self._process = process
        return ours


def _serve(connection: Connection, obstacle: str, step: int) -> None:
    from explorer.engine.learner import Learner

    usual = Learner.apply_schedule

    def stuck(self: Learner) -> Any:
        while self.step == step and Path(obstacle).exists():
            threading.Event().wait(0.02)
        return usual(self)

    Learner.apply_schedule = stuck  # type: ignore[method-assign]
    host._serve_in_process(connection)
