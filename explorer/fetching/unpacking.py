"""What was fetched is unpacked: nothing lands outside its folder, nothing grows without end, all appears at once."""

import gzip
import lzma
import shutil
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath
from stat import S_ISLNK
from typing import IO
from uuid import uuid4

from explorer.fetching.remote import Unpacking

SUFFIX = ".unpacking"
CHUNK = 1 << 20
PER_MEMBER = 512  # bytes that a name costs at least, so that endless empty files count too
# What Python's readers raise when an archive is damaged: some of it by mistake.
ERRORS = (
    tarfile.TarError, zipfile.BadZipFile, gzip.BadGzipFile, zlib.error, lzma.LZMAError, struct.error, EOFError,
    ValueError, LookupError, ArithmeticError, AttributeError, TypeError, RuntimeError, MemoryError, FileExistsError,
    NotADirectoryError, IsADirectoryError,
)  # fmt: skip

Told = Callable[[int], None]  # so many bytes are unpacked


class BadArchive(Exception):
    """The archive is damaged or hostile; nothing of it was kept."""


@dataclass(frozen=True)
class _Member:
    """A file in an archive; `open` gives its content."""

    name: str
    size: int
    open: Callable[[], IO[bytes]]


def unpack(archive: Path, plan: Unpacking, folder: Path, told: Told) -> None:
    """Unpack a file into the data folder, then remove it.

    Raises:
        BadArchive: when it is not what the plan expects.
        OSError: when it cannot be written; what was there before is still there.
    """
    target = folder / plan.target
    target.parent.mkdir(parents=True, exist_ok=True)
    _sweep(target)
    temporary = target.with_name(f".{target.name}.{uuid4().hex}{SUFFIX}")
    try:
        try:
            if plan.kind == "gz":
                with gzip.open(archive) as content:
                    _write(content, temporary, _Allowance(plan.kept_bytes, told))
            else:
                _unpack_members(archive, plan, temporary, told)
        except ERRORS as error:
            raise BadArchive(str(error) or type(error).__name__) from error
        _put_into_place(temporary, target)
    finally:
        _remove(temporary)
    archive.unlink(missing_ok=True)


class _Allowance:
    """How much may still be unpacked."""

    def __init__(self, most: int, told: Told) -> None:
        self._most, self._told, self.taken = most, told, 0

    def take(self, num_bytes: int) -> None:
        self.taken += num_bytes
        if self.taken > self._most:
            raise BadArchive(f"it holds more than {self._most} bytes")
        self._told(self.taken)


def _unpack_members(archive: Path, plan: Unpacking, temporary: Path, told: Told) -> None:
    kept, held = _Allowance(plan.kept_bytes, told), _Allowance(plan.most_bytes, lambda _taken: None)
    temporary.mkdir()
    with _members(archive, plan) as members:
        for member in members:
            held.take(member.size + PER_MEMBER)
            name = _name_below(member.name, plan)
            if name is None:
                told(kept.taken)  # a person can stop it here too
                continue
            with member.open() as content:
                if plan.gunzips:
                    with gzip.open(content) as inner:
                        _write(inner, temporary / name.removesuffix(".gz"), kept)
                else:
                    _write(content, temporary / name, kept)
    if not any(temporary.iterdir()):
        raise BadArchive(f"it holds nothing in {plan.within or '.'}")


def _name_below(name: str, plan: Unpacking) -> str | None:
    """The name that a member gets below the target; None where it is not wanted.

    Raises:
        BadArchive: when the name leads elsewhere.
    """
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name or "\0" in name:
        raise BadArchive(f"the name {name[:200]!r} in it leads elsewhere")
    plain = str(path)
    if not plain.startswith(plan.within):
        return None
    below = plain[len(plan.within) :]
    return below if any(fnmatchcase(below, pattern) for pattern in plan.wanted) else None


@contextmanager
def _members(archive: Path, plan: Unpacking) -> Iterator[Iterator[_Member]]:
    if plan.kind == "zip":
        with zipfile.ZipFile(archive) as packed:
            yield _of_zip(packed)
    else:
        with tarfile.open(archive, "r|*") as stream:  # in one go: no member is sought
            yield _of_tar(stream)


def _of_zip(packed: zipfile.ZipFile) -> Iterator[_Member]:
    for info in packed.infolist():
        if S_ISLNK(info.external_attr >> 16):
            raise BadArchive(f"{info.filename[:200]!r} in it is a link")
        if not info.is_dir():
            yield _Member(info.filename, info.compress_size, lambda info=info: packed.open(info))  # type: ignore[misc]


def _of_tar(stream: tarfile.TarFile) -> Iterator[_Member]:
    for info in stream:
        if info.isdir():
            continue
        if not info.isreg():
            raise BadArchive(f"{info.name[:200]!r} in it is a link or no file")
        yield _Member(info.name, info.size, lambda info=info: _content(stream, info))  # type: ignore[misc]


def _content(stream: tarfile.TarFile, info: tarfile.TarInfo) -> IO[bytes]:
    content = stream.extractfile(info)
    if content is None:
        raise BadArchive(f"{info.name[:200]!r} in it has no content")
    return content


def _write(content: IO[bytes] | gzip.GzipFile, path: Path, allowance: _Allowance) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    allowance.take(0)
    with closing(path.open("xb")) as out:
        while chunk := content.read(CHUNK):
            allowance.take(len(chunk))
            out.write(chunk)


def _put_into_place(temporary: Path, target: Path) -> None:
    """Give all its name at once; where the folder is there already, its files are replaced one by one."""
    if temporary.is_file() or not target.exists():
        temporary.replace(target)
        return
    for path in sorted(temporary.rglob("*")):
        if path.is_file():
            place = target / path.relative_to(temporary)
            place.parent.mkdir(parents=True, exist_ok=True)
            path.replace(place)


def _sweep(target: Path) -> None:
    """Remove what a killed process left half unpacked."""
    for left in target.parent.glob(f".{target.name}.*{SUFFIX}"):
        _remove(left)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
