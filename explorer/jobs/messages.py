"""What crosses the pipe between the window and the jobs process; each job has a number."""

from dataclasses import dataclass

from explorer.jobs.job import Job
from models.problem import Problem
from models.text import Text


@dataclass(frozen=True)
class Begin:
    number: int
    job: Job


@dataclass(frozen=True)
class Cancel:
    number: int


@dataclass(frozen=True)
class End:
    """Cancel everything, and end."""


@dataclass(frozen=True)
class Progressed:
    number: int
    done: float | None
    text: Text | None
    part: object


@dataclass(frozen=True)
class Done:
    number: int
    result: object


@dataclass(frozen=True)
class Failed:
    number: int
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class WasCancelled:
    number: int


Outcome = Done | Failed | WasCancelled
Request = Begin | Cancel | End
Answer = Progressed | Outcome
