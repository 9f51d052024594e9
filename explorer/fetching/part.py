"""The beginning of a file, which lies beside its place as NAME.part until it is whole and its checksum is right."""

import errno
import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from explorer.fetching.remote import RemoteFile
from explorer.input_problems import FILE_NOT_WRITTEN
from models.problem import InputError

SUFFIX = ".part"
CHUNK = 1 << 20
FULL = (errno.ENOSPC, errno.EDQUOT)  # what a disk without room answers


class DiskFull(Exception):
    """There was no room for what arrived; what lies there already can be gone on with."""


class Part:
    """Open for appending; `size` bytes are here and have gone into the checksum. Closed by `with`.

    Raises:
        InputError: when it cannot be opened.
    """

    def __init__(self, file: RemoteFile, folder: Path, told: Callable[[int], None]) -> None:
        self._path, self._wanted = folder / file.lies_at, file.digest
        self.path = self._path.with_name(self._path.name + SUFFIX)
        self.size = 0
        self._digest = _digest(file.digest)
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._file = self.path.open("a+b", buffering=0)
        except OSError as error:
            raise self._not_written(error) from error
        try:
            self._read(told)
        except BaseException:
            self._file.close()
            raise

    def append(self, chunk: bytes) -> None:
        """Write what arrived.

        Raises:
            DiskFull, InputError: when it cannot be written.
        """
        left = memoryview(chunk)
        try:
            while left:
                written = self._file.write(left) or 0
                self._digest.update(left[:written])
                self.size += written
                left = left[written:]
        except OSError as error:
            if error.errno in FULL:
                raise DiskFull from error
            raise self._not_written(error) from error

    def restart(self) -> None:
        """Throw away what is here."""
        self._file.truncate(0)
        self.size, self._digest = 0, _digest(self._wanted)

    @property
    def is_right(self) -> bool:
        """Whether the checksum is that of the whole file."""
        return self._digest.hexdigest() == self._wanted.partition(":")[2]

    def finish(self) -> None:
        """The file is whole: it gets its name, and is on the disk by then."""
        try:
            os.fsync(self._file.fileno())
            self._file.close()
            self.path.replace(self._path)
        except OSError as error:
            raise self._not_written(error) from error

    def _read(self, told: Callable[[int], None]) -> None:
        self._file.seek(0)
        while chunk := self._file.read(CHUNK):
            self._digest.update(chunk)
            self.size += len(chunk)
            told(self.size)

    def _not_written(self, error: OSError) -> InputError:
        cause = error.strerror or str(error)
        return InputError((FILE_NOT_WRITTEN.at("data", file=str(self.path), cause=cause),))

    def __enter__(self) -> "Part":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._file.close()
        if self.path.exists() and not self.path.stat().st_size:
            self.path.unlink()


def has_right_content(file: RemoteFile, path: Path, told: Callable[[int], None]) -> bool:
    """Whether a file that lies there is the whole one; a file that cannot be read is not."""
    digest, size = _digest(file.digest), 0
    try:
        with path.open("rb") as content:
            while chunk := content.read(CHUNK):
                digest.update(chunk)
                size += len(chunk)
                told(size)
    except OSError:
        return False
    return digest.hexdigest() == file.digest.partition(":")[2]


def _digest(wanted: str) -> "hashlib._Hash":
    return hashlib.new(wanted.partition(":")[0], usedforsecurity=False)
