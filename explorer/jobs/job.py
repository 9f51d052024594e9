"""The contract of a job: work that takes longer than a moment, tells how far it is, and can be cancelled."""

from abc import ABC, abstractmethod
from typing import ClassVar, Protocol

from models.text import Text


class Cancelled(Exception):
    """Raised inside a job when the person has cancelled it; the job leaves nothing half-made behind."""


class Report(Protocol):
    """What a job is given to tell how far it is."""

    def __call__(self, done: float | None, text: Text | None = None, part: object = None) -> None:
        """Tell the share that is done, in [0, 1], None where nobody knows; what is being done, in words; and a part of
        the result that may be shown already, which is pickled.

        Raises:
            Cancelled: when the person does not want the job any more.
        """


class Job(ABC):
    """What shall be done, as a frozen value that is pickled to the process where `run` is called.

    Importing a job's module brings neither torch nor Qt: `run` imports what it needs.
    """

    title: ClassVar[str]  # English source text, such as "Scanning"

    @abstractmethod
    def run(self, report: Report) -> object:
        """Do it, and return the result, which is pickled too.

        Raises:
            InputError: when the input is wrong; its problems are shown.
            Cancelled: from `report`.
        """
