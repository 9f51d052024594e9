"""The job that fetches data: what is missing comes over the network and is unpacked where the datasets look for it."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from explorer.fetching import catalogue
from explorer.fetching.claim import claimed
from explorer.fetching.course import Course
from explorer.fetching.download import download
from explorer.fetching.part import FULL, SUFFIX, DiskFull, has_right_content
from explorer.fetching.problems import ARCHIVE_DAMAGED, NO_ROOM, REFUSED, UNKNOWN_DATA, UNREACHABLE, WRONG_CONTENT
from explorer.fetching.remote import Fetchable, RemoteFile
from explorer.fetching.servers import addresses, mirrors
from explorer.fetching.unpacking import BadArchive, unpack
from explorer.folders import data_folder
from explorer.input_problems import FILE_NOT_WRITTEN
from explorer.jobs.job import Job, Report
from models.problem import InputError, Problem
from models.text import Text, shown_bytes

OF_SERVERS = (REFUSED, UNREACHABLE, WRONG_CONTENT)
SPARE_BYTES = 50_000_000  # that stay free on the disk


@dataclass(frozen=True)
class Fetched:
    """What came of it: how many bytes were received, 0 when all was here already."""

    id: str
    folder: str
    received: int


@dataclass(frozen=True)
class Fetch(Job):
    """Fetch the data of that id into a data folder; from these servers, where there are any, instead of their own."""

    id: str
    folder: str
    servers: tuple[str, ...] = ()

    title: ClassVar[str] = "Fetching"

    @classmethod
    def of(cls, kind: str) -> "Fetch":
        """As the environment says.

        Raises:
            InputError: when there is nothing of that id.
        """
        known(kind)
        return cls(kind, str(data_folder()), mirrors())

    def run(self, report: Report) -> Fetched:
        data, folder = known(self.id), Path(self.folder)
        if not data.missing(folder):
            return Fetched(self.id, self.folder, 0)
        with claimed(data, folder):
            return Fetched(self.id, self.folder, self._fetch_any_way(data, report))

    def _fetch_any_way(self, data: Fetchable, report: Report) -> int:
        """Fetch the files, or what there is instead of them where no server gives them; how many bytes came."""
        found: list[Problem] = []
        for files in filter(None, (data.missing(Path(self.folder)), data.instead)):
            try:
                return self._fetch(data, files, report)
            except InputError as error:
                found += error.problems
                if not all(problem.kind in OF_SERVERS for problem in error.problems):
                    break
        raise InputError(tuple(found))

    def _fetch(self, data: Fetchable, files: tuple[RemoteFile, ...], report: Report) -> int:
        folder = Path(self.folder)
        _refuse_full_disk(data, files, folder)
        received = self._download(data, files, report)
        for file in files:
            try:
                _unpack(file, folder, report)
            except OSError as error:
                raise _not_written(data, files, folder, error) from error
        return received

    def _download(self, data: Fetchable, files: tuple[RemoteFile, ...], report: Report) -> int:
        folder = Path(self.folder)
        course = Course(report, sum(file.num_bytes for file in files))
        received = before = 0
        for file in files:
            course.begin_file(before, _num_here(file, folder))
            if not has_right_content(file, folder / file.lies_at, course.arrived):
                try:
                    received += download(file, folder, addresses(file, self.servers), course)
                except DiskFull as error:
                    raise _no_room(data, files, folder) from error
            before += file.num_bytes
        return received


def known(kind: str) -> Fetchable:
    """What can be fetched under this id.

    Raises:
        InputError: when there is nothing.
    """
    found = catalogue.find(kind)
    if found is None:
        choices = ", ".join(one.id for one in catalogue.FETCHABLES)
        raise InputError((UNKNOWN_DATA.at("data", id=kind[:60], choices=choices),))
    return found


def _unpack(file: RemoteFile, folder: Path, report: Report) -> None:
    plan = file.unpacking
    if plan is None:
        return
    course = Course(report, plan.kept_bytes)
    archive = folder / file.lies_at
    try:
        unpack(archive, plan, folder, lambda done: course.unpacked(file.name, done, plan.kept_bytes))
    except BadArchive as error:
        archive.unlink(missing_ok=True)
        place = str((folder / plan.target).parent)
        raise InputError((ARCHIVE_DAMAGED.at("data", file=file.name, cause=str(error), folder=place),)) from error


def _not_written(data: Fetchable, files: tuple[RemoteFile, ...], folder: Path, error: OSError) -> InputError:
    if error.errno in FULL:
        return _no_room(data, files, folder)
    cause = error.strerror or str(error)
    return InputError((FILE_NOT_WRITTEN.at("data", file=str(error.filename or folder), cause=cause),))


def _num_here(file: RemoteFile, folder: Path) -> int:
    """Bytes of a file that need not come over the network again."""
    for path in (folder / file.lies_at, folder / f"{file.lies_at}{SUFFIX}"):
        if path.is_file():
            return min(path.stat().st_size, file.num_bytes)
    return 0


def _needed(files: tuple[RemoteFile, ...], folder: Path) -> int:
    """Bytes of room that the disk must still have."""
    fetched = sum(file.num_bytes - _num_here(file, folder) for file in files)
    return fetched + sum(file.unpacking.kept_bytes for file in files if file.unpacking)


def _refuse_full_disk(data: Fetchable, files: tuple[RemoteFile, ...], folder: Path) -> None:
    if shutil.disk_usage(folder).free < _needed(files, folder) + SPARE_BYTES:
        raise _no_room(data, files, folder)


def _no_room(data: Fetchable, files: tuple[RemoteFile, ...], folder: Path) -> InputError:
    needed, free = _needed(files, folder) + SPARE_BYTES, shutil.disk_usage(folder).free
    problem = NO_ROOM.at(
        "data", label=Text(data.label), folder=str(folder), needed=shown_bytes(needed), free=shown_bytes(free)
    )
    return InputError((problem,))
