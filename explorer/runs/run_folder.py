"""A run on disk: its experiment, every step's metrics, checkpoints and a log; readable while it is written."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, replace
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from explorer.events import Series
from explorer.runs.checkpoints import MOMENTS_FOLDER_NAME, Checkpoints, Keep, Kept
from explorer.runs.faults import writing_to
from explorer.runs.marks import Changes, Paces, as_facts, from_facts
from explorer.runs.metrics import Metrics
from explorer.runs.problems import RUN_DAMAGED, RUN_IN_USE
from explorer.runs.record import RunRecord, installed_versions, now, read_record, write_record
from explorer.runs.run_paths import refuse_occupied
from explorer.runs.status import Status, claim, status_of, writer_of
from explorer.spec import Experiment, family
from explorer.validation import experiment_from
from models.problem import InputError


def refuse_used(path: Path) -> None:
    """Leave a run that is being written alone.

    Raises:
        InputError: when a living process is writing this run, or the run is damaged.
    """
    with RunFolder.open(path) as run:
        if run.status == "running":
            pid = writer_of(run.metrics_file)
            raise InputError((RUN_IN_USE.at(run.run_id, run=run.run_id, pid=str(pid)),))


class RunFolder:
    """One run's folder, opened for writing by `create` and `resume`, for reading by `open`; by one thread at a time.

    Everything but the loaded experiment is torch-free and quick.
    """

    def __init__(self, path: Path, writing: bool) -> None:
        self.path = path
        self.metrics_file = Metrics(path, writing)
        self.checkpoint_files = Checkpoints(path)
        self.moment_files = Checkpoints(path, MOMENTS_FOLDER_NAME)
        self._writing = writing

    @classmethod
    def create(
        cls,
        path: Path,
        experiment: Experiment,
        *,
        device: str,
        num_threads: int,
        parent: str | None = None,
        parent_step: int | None = None,
    ) -> Self:
        """A new run in a folder that is absent or empty; a fork names the run and step it continues.

        Raises:
            InputError: when the folder holds something or cannot be written.
        """
        path = path.absolute()
        refuse_occupied(path)
        with writing_to(path):
            path.mkdir(parents=True, exist_ok=True)
        record = RunRecord(
            started=now(),
            family=family(experiment),
            device=device,
            num_threads=num_threads,
            versions=installed_versions(),
            parent=parent,
            parent_step=parent_step,
        )
        write_record(path, experiment.model_dump(mode="json"), record)
        folder = cls(path, writing=True)
        claim(folder.metrics_file)
        return folder

    @classmethod
    def open(cls, path: Path) -> Self:
        """A run to read from, also while another process writes it.

        Raises:
            InputError: when there is no run in the folder or it is damaged.
        """
        folder = cls(path.absolute(), writing=False)
        _ = folder.record
        return folder

    @classmethod
    def resume(
        cls,
        path: Path,
        experiment: Experiment | None = None,
        *,
        device: str | None = None,
        num_threads: int | None = None,
    ) -> Self:
        """A run to write to again; what is given replaces what is recorded, such as a larger limit.

        Raises:
            InputError: when there is no run, it is damaged, or another process is writing it.
        """
        refuse_used(path)
        content, record = read_record(path)
        changes: dict[str, Any] = {"device": device or record.device, "num_threads": num_threads or record.num_threads}
        wanted = replace(record, versions=installed_versions(), **changes)
        if experiment is not None:
            content = experiment.model_dump(mode="json")
        write_record(path, content, wanted)
        folder = cls(path.absolute(), writing=True)
        for files in (folder.checkpoint_files, folder.moment_files):
            files.sweep()
        claim(folder.metrics_file)
        return folder

    @property
    def run_id(self) -> str:
        return self.path.name

    @cached_property
    def record(self) -> RunRecord:
        """Device, threads, versions and parent."""
        return read_record(self.path)[1]

    @cached_property
    def experiment(self) -> Experiment:
        """The experiment as run.

        Raises:
            InputError: when it cannot be read by this version of the program.
        """
        return experiment_from(read_record(self.path)[0])

    def write_metrics(self, series: tuple[Series, ...]) -> None:
        """Add every value; in the file when this returns, so that killing the process loses nothing of it.

        Raises:
            InputError: when the disk is full or the folder can no longer be written.
        """
        self.metrics_file.write(series)

    def metrics(self, name: str, max_points: int | None = None) -> Series:
        """One metric; when longer than `max_points`, its first, last and most extreme points."""
        return self.metrics_file.read(name, max_points)

    def metric_names(self) -> tuple[str, ...]:
        return self.metrics_file.names()

    def last_step(self) -> int:
        """The last step with a value."""
        return self.metrics_file.last_step()

    def write_checkpoint(
        self,
        step: int,
        weights: Mapping[str, Any],
        state: Mapping[str, Any],
        scalars: Mapping[str, Any],
        keep: Keep = "last",
    ) -> None:
        """Write weights and state (tensors or numpy arrays) and scalars (JSON values); it is the last one now.

        The one before goes, unless it was kept for being the best (until there is a better) or a minute's (for ever).

        Raises:
            InputError: when the disk is full or the folder cannot be written; older checkpoints stay.
        """
        self.checkpoint_files.write(step, weights, state, scalars)
        self._keep(self.kept.after_writing(step, keep))
        if keep == "minute":
            self.checkpoint_files.force_to_disk(step)

    def checkpoints(self) -> tuple[int, ...]:
        """The steps that have a checkpoint, ascending."""
        return self.checkpoint_files.steps()

    def read_checkpoint(self, step: int) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
        """Weights and state as numpy arrays, and scalars.

        Raises:
            InputError: when that step has no checkpoint or it is damaged.
        """
        return self.checkpoint_files.read(step)

    def moments(self) -> tuple[int, ...]:
        """The steps of the timeline whose states were kept when the run was let go, ascending."""
        return self.moment_files.steps()

    def read_moment(self, step: int) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
        """What a moment, or else a checkpoint of that step, holds: weights and state as numpy arrays, and scalars.

        Raises:
            InputError: when there is neither, or both are damaged.
        """
        with suppress(InputError):
            return self.moment_files.read(step)
        return self.checkpoint_files.read(step)

    def write_marks(self, changes: Changes, paces: Paces) -> None:
        """Write down what was changed on the way, and with how many steps the run counted when."""
        self.metrics_file.note(**as_facts(changes, paces))

    def read_marks(self, last_step: int) -> tuple[Changes, Paces]:
        """What was written, as far as it counts for a run that goes on after `last_step`.

        Raises:
            InputError: when it is damaged.
        """
        try:
            marks, paces = (self.metrics_file.fact(key) or [] for key in ("marks", "paces"))
            return from_facts(marks, paces, last_step)
        except (ValueError, TypeError) as fault:
            raise InputError((RUN_DAMAGED.at(str(self.path), folder=str(self.path), cause=str(fault)),)) from fault

    def take_over(self, parent: Path, step: int) -> None:
        """Begin with what another run recorded up to `step`.

        Raises:
            InputError: when it cannot be read, or this one cannot be written.
        """
        self.metrics_file.copy(parent)
        self.metrics_file.forget_after(step)

    def forget_after(self, step: int) -> None:
        """Before training goes on from `step`: remove the metrics, checkpoints and moments of later steps."""
        self.metrics_file.forget_after(step)
        for files in (self.checkpoint_files, self.moment_files):
            for later in files.steps():
                if later > step:
                    files.remove(later)
        self._keep(self.kept.until(step))

    @property
    def kept(self) -> Kept:
        """Which checkpoint is the last, the best by validation, and which are the minutes'."""
        facts = self.metrics_file.fact("kept") or {}
        return Kept(facts.get("last"), facts.get("best"), tuple(facts.get("minutes", ())))

    @property
    def status(self) -> Status:
        """How the run stands; a running one whose process is gone is "interrupted"."""
        return status_of(self.metrics_file)

    def set_status(self, status: Status) -> None:
        self.metrics_file.note(status=status)

    def give_back(self) -> None:
        """Let go of a run that could not begin: nobody writes it."""
        with suppress(InputError):
            self.set_status("failed")
        self.close()

    def log(self, line: str) -> None:
        """Add a line to log.txt, with the time."""
        with writing_to(self.path), (self.path / "log.txt").open("a", encoding="utf-8") as file:
            file.write(f"{now()} {line}\n")

    def close(self) -> None:
        """Close the files; a writer's checkpoints now survive a loss of power too."""
        if self._writing:
            for step in self.checkpoints()[-1:]:
                self.checkpoint_files.force_to_disk(step)
        self.metrics_file.close()

    def _keep(self, kept: Kept) -> None:
        superseded = self.kept.steps - kept.steps
        self.metrics_file.note(kept=asdict(kept))
        for step in superseded:
            self.checkpoint_files.remove(step)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()
