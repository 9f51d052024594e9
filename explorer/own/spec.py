"""The contract of data of one's own: a path, what a scan has found there, and by what one sees that it has changed."""

from pathlib import Path
from typing import Annotated, ClassVar

from pydantic import Field

from explorer.dataset import Arrays, DatasetSpec, LoadedData, SplitName
from explorer.own.files import fingerprint_of, glance_at
from explorer.own.problems import CHANGED, NOT_CHOSEN, NOT_FOUND, NOT_READ, SAMPLE_DAMAGED
from explorer.own.shares import share_counts
from explorer.source import SourceSplit
from models.problem import InputError, Problem
from models.spec import Spec

PLACE = "data"
Count = Annotated[int, Field(ge=0)]


class Scanned(Spec):
    """What a scan has found: members add what their facts need. `excluded` are files that cannot be read."""

    fingerprint: str = Field("", max_length=64)  # names, sizes and times of all files
    glance: str = Field("", max_length=64)  # what of them can be told in an instant
    excluded: tuple[str, ...] = ()


class OwnSpec(DatasetSpec):
    """The files stay where they are. Facts come from what was scanned, so that they need no disk.

    Members add `scanned`, a Scanned of their own, and say by `file_names` which files the fingerprint is of.
    """

    is_own: ClassVar[bool] = True

    path: str = Field("", max_length=4096)
    validation_share: float = Field(
        0.1,
        ge=0,
        le=0.45,
        title="Validation share",
        description="Share of the training samples that is for validation, where the files do not say it.",
    )
    test_share: float = Field(
        0.2,
        ge=0,
        le=0.45,
        title="Test share",
        description="Share of the training samples that is for the test, where the files do not say it.",
    )

    @property
    def found(self) -> Scanned:
        """What was scanned."""
        raise NotImplementedError

    def file_names(self) -> list[str]:
        """All files of these data, as paths from `folder` on.

        Raises:
            OSError: when they cannot be listed.
        """
        return [Path(self.path).name]

    @property
    def folder(self) -> Path:
        """What the names of files start from."""
        path = Path(self.path)
        return path if path.is_dir() else path.parent

    def problems(self) -> tuple[Problem, ...]:
        if not self.path:
            return (NOT_CHOSEN.at(PLACE),)
        try:
            has_changed = glance_at(Path(self.path)) != self.found.glance
        except (OSError, ValueError):
            return (NOT_FOUND.at(PLACE, path=self.path),)
        return (CHANGED.at(PLACE, path=self.path),) if has_changed else ()

    def load(self) -> LoadedData:
        """In memory, or read by index where that may be too small.

        Raises:
            InputError: when files are missing, have changed since the scan, or cannot be read.
        """
        if problems := self.problems():
            raise InputError(problems)
        try:
            if fingerprint_of(self.folder, self.file_names()) != self.found.fingerprint:
                raise InputError((CHANGED.at(PLACE, path=self.path),))
            return self.read()
        except (OSError, ValueError, TypeError, EOFError, LookupError, ImportError) as error:
            raise unreadable(self.path, error) from error

    def read(self) -> LoadedData:
        """What `load` gives, of files that are there and as they were scanned."""
        return LoadedData(self.read_splits(), *self.scaling())

    def read_splits(self) -> dict[SplitName, Arrays | SourceSplit]:
        """All splits, as `read` gives them; by default those of `splits`."""
        return dict(self.splits())

    def shares(self, given: tuple[int, int, int]) -> dict[SplitName, int]:
        """How many samples each split gets of those that the files hold for it."""
        return share_counts(given, self.validation_share, self.test_share)


def unreadable(path: str, error: Exception) -> InputError:
    """The error of files that could be read when they were scanned."""
    if isinstance(error, FileNotFoundError):
        return InputError((NOT_FOUND.at(PLACE, path=str(error.filename or path)),))
    if isinstance(error, OSError) and error.strerror:
        return InputError((NOT_READ.at(PLACE, file=str(error.filename or path), cause=error.strerror),))
    return InputError((SAMPLE_DAMAGED.at(PLACE, file=path, cause=str(error) or type(error).__name__),))
