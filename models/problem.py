"""What is wrong, where, why, and what helps: the one shape of every message about bad input."""

from dataclasses import dataclass

from models.text import Text


@dataclass(frozen=True)
class ProblemKind:
    """A catalogued problem: its code and the two English templates that are filled and translated."""

    code: str
    message: str
    remedy: str

    def at(self, place: str, **params: object) -> "Problem":
        """This problem at `place`, a path such as "architecture.network.blocks.3"."""
        return Problem(self, place, Text(self.message, params), Text(self.remedy, params))


@dataclass(frozen=True)
class Problem:
    """One problem found at one place of an experiment."""

    kind: ProblemKind
    place: str
    message: Text
    remedy: Text

    @property
    def code(self) -> str:
        return self.kind.code

    def __str__(self) -> str:
        return f"{self.place}: {self.message} {self.remedy}"


class Misfit(Exception):
    """Raised by a block whose output cannot be told for the input it is given; its `label` is filled in by `at`."""

    def __init__(self, kind: ProblemKind, **params: object) -> None:
        super().__init__(kind.code)
        self.kind = kind
        self.params = params

    def at(self, place: str, label: str) -> Problem:
        """The problem at the block `place` whose name on screen is `label`."""
        return self.kind.at(place, label=Text(label), **self.params)


class InputError(Exception):
    """The input is wrong: carries the problems that a person has to read (exit code 2 on the command line)."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(str(problem) for problem in problems))
        self.problems = problems

    def __reduce__(self) -> tuple[type["InputError"], tuple[tuple[Problem, ...]]]:
        return InputError, (self.problems,)
