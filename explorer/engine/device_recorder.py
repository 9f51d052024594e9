"""Keeps every step's metrics of a run on an accelerator: they wait in a ring there and come over in bulk."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from explorer.engine.learner import Learner, Metrics
from explorer.engine.recorder import Recorder
from explorer.engine.ring import Ring, Row
from explorer.events import Series


@dataclass
class _Waiting:
    """Rows of a ring that have been recorded and not come over yet, ascending, and their steps."""

    numbers: list[int] = field(default_factory=list)
    steps: list[int] = field(default_factory=list)


class DeviceRecorder(Recorder):
    """A Recorder that leaves what lies in rings where it is until a flush."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: dict[Ring, _Waiting] = {}

    def record(self, step: int, metrics: Metrics, before: Sequence[Metrics] = ()) -> None:
        if not isinstance(metrics, Row):
            super().record(step, metrics, before)
            return
        super().record(step, metrics.known)
        waiting = self._rows.get(metrics.ring)
        if waiting is None:
            waiting = self._rows[metrics.ring] = _Waiting()
        waiting.numbers.append(metrics.number)
        waiting.steps.append(step)

    def flush(self, *, wait: bool = True) -> tuple[Series, ...]:
        found = list(super().flush())
        for ring, waiting in self._rows.items():
            first, rows_NM = ring.take(wait=wait)
            end = int(np.searchsorted(waiting.numbers, first + len(rows_NM)))
            if end == 0:
                continue
            rows_NM = rows_NM[np.asarray(waiting.numbers[:end]) - first]
            steps = np.asarray(waiting.steps[:end], dtype=np.int64)
            del waiting.numbers[:end], waiting.steps[:end]
            found += (Series(name, steps, rows_NM[:, column]) for column, name in enumerate(ring.names))
            self.latest.update(zip(ring.names, rows_NM[-1].tolist(), strict=True))
        return tuple(found)


def make_recorder(learner: Learner) -> Recorder:
    """The recorder that suits the learner's device."""
    return Recorder() if learner.fast_path is None else DeviceRecorder()
