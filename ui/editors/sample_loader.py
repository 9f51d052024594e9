"""Loads a few samples of a dataset beside the window, which never waits for a disk or an import."""

import threading
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from explorer.dataset import DatasetSpec
from explorer.problems import DATA_FAILED
from models.problem import InputError, Problem
from models.text import Text

NUM_SAMPLES = 1024
LOOK_INTERVAL_MS, PATIENCE_MS = 40, 200


@dataclass(frozen=True)
class Samples:
    """The first samples of the training split; inputs (N, ...) and targets as people know them, not normalised.

    `symbols` are the characters or words of tokens.
    """

    data: DatasetSpec
    inputs: npt.NDArray[np.generic]
    targets: npt.NDArray[np.generic]
    symbols: tuple[str, ...] = ()


Answer = Samples | tuple[Problem, ...]


class SampleLoader(QObject):
    """Loads what was asked for last, once a person stops typing; an answer nobody wants any more is dropped."""

    loaded = Signal(object)  # Samples
    failed = Signal(object)  # tuple[Problem, ...]

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted: DatasetSpec | None = None
        self._answers: list[tuple[DatasetSpec, Answer]] = []  # the loading thread appends, this one takes
        self._thread: threading.Thread | None = None
        self._patience = QTimer(self, interval=PATIENCE_MS, singleShot=True)
        self._patience.timeout.connect(self._on_patience_ended)
        self._look = QTimer(self, interval=LOOK_INTERVAL_MS)
        self._look.timeout.connect(self._on_look)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.finish)

    def load(self, data: DatasetSpec) -> None:
        """Ask for samples of these data."""
        self._wanted = data
        self._patience.start()

    def finish(self) -> None:
        """Wait for what is being loaded: an import that the end of the program breaks off would complain."""
        self._patience.stop()
        if self._thread is not None:
            self._thread.join()

    def _on_patience_ended(self) -> None:
        if self._wanted is None or self._thread is not None:
            return
        self._thread = threading.Thread(target=_load_into, args=(self._answers, self._wanted), name="samples")
        self._thread.start()
        self._look.start()

    def _on_look(self) -> None:
        if self._thread is None or self._thread.is_alive():
            return
        self._thread = None
        self._look.stop()
        if not self._answers:
            return
        data, answer = self._answers.pop()
        if data != self._wanted:
            self._patience.start()
        elif isinstance(answer, Samples):
            self.loaded.emit(answer)
        else:
            self.failed.emit(answer)


def _load_into(answers: list[tuple[DatasetSpec, Answer]], data: DatasetSpec) -> None:
    try:
        answers.append((data, _samples(data)))
    except InputError as problem:
        answers.append((data, problem.problems))
    except Exception as fault:  # else nobody would hear that loading is over
        cause = f"{type(fault).__name__}: {fault}"
        answers.append((data, (DATA_FAILED.at("data", label=Text(data.label), cause=cause),)))


def _samples(data: DatasetSpec) -> Samples:
    loaded = data.load()
    split = loaded.splits["train"]
    inputs, targets = np.array(split.inputs[:NUM_SAMPLES]), np.array(split.targets[:NUM_SAMPLES])
    facts = loaded.told(data.facts())
    if facts.ports.input.kind != "tokens":
        inputs = inputs.astype(np.float32) * loaded.scale + loaded.shift
    if facts.input_units is not None:
        inputs = facts.input_units.restored(inputs)
    if facts.target_units is not None:
        targets = facts.target_units.restored(targets)
    return Samples(data, inputs, targets, facts.symbols)
