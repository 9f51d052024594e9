"""The files of a person's data: which there are, and by what one sees that they have changed."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

MOST_LOOKED_AT = 500  # folders; a glance has to be instant


def files_below(folder: Path, suffixes: tuple[str, ...] = ()) -> list[str]:
    """Files in a folder and in all below it, with slashes, sorted; those that are hidden are left out.

    Links are followed, but no folder is looked into twice.
    """
    found, visited = [], {os.path.realpath(folder)}
    for place, folders, names in os.walk(folder, followlinks=True):
        kept = []
        for name in folders:
            real = os.path.realpath(os.path.join(place, name)) if is_seen(name) else ""
            if real and real not in visited:
                visited.add(real)
                kept.append(name)
        folders[:] = kept
        inside = Path(place).relative_to(folder)
        for name in names:
            is_wanted = is_seen(name) and (not suffixes or name.lower().endswith(suffixes))
            if is_wanted and os.path.isfile(os.path.join(place, name)):
                found.append((inside / name).as_posix())
    return sorted(found)


def is_seen(name: str) -> bool:
    """Whether a file or folder is a person's, and none that a system left there."""
    return not name.startswith((".", "__MACOSX", "Thumbs.db", "desktop.ini"))


def is_text(name: str) -> bool:
    """Whether a name can be written down: some systems allow bytes that are no letters in any encoding."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def fingerprint_of(folder: Path, names: Iterable[str]) -> str:
    """Names, sizes and times of these files in a folder, as 32 letters.

    Raises:
        OSError: when one of them is not there.
    """
    digest = hashlib.sha256()
    for name in names:
        status = (folder / name).stat()
        line = f"{name}\0{status.st_size}\0{status.st_mtime_ns}\n"
        digest.update(line.encode("utf-8", "surrogateescape"))
    return digest.hexdigest()[:32]


def glance_at(path: Path) -> str:
    """What can be told in an instant: of a file its size and time, of a folder when files came and went.

    Raises:
        OSError: when it is not there.
    """
    looked_at = sorted(_folders(path)) if path.is_dir() else [path]
    digest = hashlib.sha256()
    for place in looked_at[:MOST_LOOKED_AT]:
        status = place.stat()
        size = 0 if place.is_dir() else status.st_size
        digest.update(f"{size}\0{status.st_mtime_ns}\n".encode())
    return digest.hexdigest()[:32]


def _folders(path: Path) -> Iterator[Path]:
    """The folder, those in it, and those in them."""
    yield path
    for inner in _inside(path):
        yield inner
        yield from _inside(inner)


def _inside(path: Path) -> list[Path]:
    with os.scandir(path) as entries:
        return [Path(entry.path) for entry in entries if is_seen(entry.name) and entry.is_dir()]
