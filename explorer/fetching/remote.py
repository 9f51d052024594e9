"""The contract of what can be fetched: files at addresses with their checksums, and what comes out of them."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal


@dataclass(frozen=True)
class Unpacking:
    """What comes out of a file that was fetched; paths are relative to the data folder.

    "gz" gives the file `target`. Of a "tar" or "zip" archive, what lies below `within` and fits one of the patterns
    `wanted` goes into the folder `target`; `gunzips` unpacks those files once more. `kept_bytes` is the most that all
    of it may take on the disk, `held_bytes` the most that the whole archive may hold, if that is more.
    """

    kind: Literal["gz", "tar", "zip"]
    target: str
    kept_bytes: int
    within: str = ""
    wanted: tuple[str, ...] = ("*",)
    gunzips: bool = False
    held_bytes: int = 0

    @property
    def most_bytes(self) -> int:
        return max(self.kept_bytes, self.held_bytes)


@dataclass(frozen=True)
class RemoteFile:
    """One file, asked for at its addresses in turn.

    It lies at `lies_at` below the data folder once it is whole; `digest` is "md5:..." or "sha256:...". `gives` are the
    files that are there when all is done, either itself or what comes out of it, from which it is removed then.
    """

    lies_at: str
    addresses: tuple[str, ...]
    num_bytes: int
    digest: str
    unpacking: Unpacking | None = None
    gives: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return self.lies_at.rpartition("/")[2]

    @property
    def results(self) -> tuple[str, ...]:
        """Paths below the data folder that tell by being there that nothing is missing."""
        return self.gives or (self.lies_at,)

    def is_here(self, folder: Path) -> bool:
        """Whether nothing has to be fetched; files of IDX may also lie there compressed, as they can be read so."""
        return all((folder / path).exists() or (folder / f"{path}.gz").is_file() for path in self.results)


@dataclass(frozen=True)
class Fetchable:
    """Data that can be fetched: `id` is the dataset's kind; an empty `licence` means that the source tells it.

    Where `files` cannot be had, `instead` gives the same, as an archive of another server may.
    """

    id: str
    label: str
    licence: str
    source: str
    files: tuple[RemoteFile, ...]
    instead: tuple[RemoteFile, ...] = ()

    @property
    def num_bytes(self) -> int:
        """What all of it takes on the network."""
        return sum(file.num_bytes for file in self.files)

    def missing(self, folder: Path) -> tuple[RemoteFile, ...]:
        """The files that have to be fetched into this data folder."""
        return tuple(file for file in self.files if not file.is_here(folder))

    def places(self, folder: Path) -> tuple[Path, ...]:
        """The folders in which it lies or will lie, each once."""
        return tuple(dict.fromkeys((folder / path).parent for file in self.files for path in file.results))


def below(folder: str, *names: str) -> tuple[str, ...]:
    """The paths of these names in a folder."""
    return tuple(f"{folder}/{name}" for name in names)
