"""One file from the network into its place: resumed, tried again, from one server after the other, checked, whole.

What has arrived lies in NAME.part, where the next attempt goes on, be it a second or a week later. The file gets its
name only when its checksum is right.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from explorer.fetching.answer import BrokenOff, NothingMore, Refusal, asked
from explorer.fetching.part import Part
from explorer.fetching.problems import REFUSED, UNREACHABLE, WRONG_CONTENT
from explorer.fetching.remote import RemoteFile
from explorer.fetching.servers import host_of
from models.problem import InputError, Problem, ProblemKind

FIRST_PAUSE_S, LONGEST_PAUSE_S = 0.5, 10.0
TRIES_BEFORE = 3  # as long as nothing has arrived at all: nobody waits long to hear of it
TRIES_AFTER = 12  # in a row without getting any further, once something has arrived
ROOM = 1 << 16  # bytes by which a file may be longer than was known before nobody reads on


class Told(Protocol):
    """Whom a download tells how far it is; whatever they raise ends it."""

    def arrived(self, num_bytes: int) -> None:
        """So many bytes of the file are here."""

    def wait(self, seconds: float, host: str, cause: str) -> None:
        """Wait so long before the server is asked again."""


def download(file: RemoteFile, folder: Path, addresses: Sequence[str], told: Told) -> int:
    """Fetch a file into the data folder; returns how many bytes came over the network.

    Raises:
        InputError: when no server gives it, or it cannot be written.
        DiskFull: when there is no room for it.
    """
    with Part(file, folder, told.arrived) as part:
        return _Download(file, folder, addresses, told, part).run()


class _Download:
    def __init__(self, file: RemoteFile, folder: Path, addresses: Sequence[str], told: Told, part: Part) -> None:
        self._file, self._folder, self._told, self._part = file, folder, told, part
        self._open = list(addresses)  # to be asked, the next one first
        self._given_up: list[Problem] = []
        self._from: set[str] = {"before"} if part.size else set()  # where what is here came from
        self._received = 0
        self._furthest = part.size
        self._tries = 0  # without getting any further

    def run(self) -> int:
        while self._open:
            address = self._open[0]
            try:
                self._ask(address)
            except BrokenOff as cause:
                self._try_again(address, str(cause))
            except Refusal as cause:
                self._give_up(address, self._problem(REFUSED, address, str(cause)))
            else:
                if self._is_done(address):
                    self._part.finish()
                    return self._received
        raise InputError(tuple(self._given_up))

    def _ask(self, address: str) -> None:
        """Append what a server gives, to the end or until there is too much of it."""
        part, most = self._part, self._file.num_bytes * 11 // 10 + ROOM
        try:
            with asked(address, part.size) as answer:
                if not answer.start:
                    self._forget()
                for chunk in answer.chunks():
                    part.append(chunk)
                    self._from.add(address)
                    self._received += len(chunk)
                    self._note_progress()
                    if part.size > most:
                        return
        except NothingMore:
            return  # the checksum tells whether all is here

    def _note_progress(self) -> None:
        if self._part.size > self._furthest:
            self._furthest, self._tries = self._part.size, 0
        self._told.arrived(self._part.size)

    def _is_done(self, address: str) -> bool:
        """Whether the file is right. A wrong one is thrown away; it is the server's fault if all of it came from it."""
        if self._part.is_right:
            return True
        is_its_fault = self._from <= {address}
        self._forget()
        if is_its_fault:
            self._give_up(address, self._problem(WRONG_CONTENT, address, "its checksum is another one"))
        return False

    def _try_again(self, address: str, cause: str) -> None:
        self._tries += 1
        if self._tries > (TRIES_AFTER if self._received else TRIES_BEFORE):
            self._give_up(address, self._problem(UNREACHABLE, address, cause))
            self._tries = 0
            return
        self._told.wait(min(FIRST_PAUSE_S * 2 ** (self._tries - 1), LONGEST_PAUSE_S), host_of(address), cause)

    def _give_up(self, address: str, problem: Problem) -> None:
        self._open.remove(address)
        self._given_up.append(problem)

    def _forget(self) -> None:
        if self._part.size:
            self._part.restart()
        self._from.clear()

    def _problem(self, kind: ProblemKind, address: str, cause: str) -> Problem:
        place = (self._folder / self._file.lies_at).parent
        return kind.at("data", host=host_of(address), file=self._file.name, cause=cause, folder=str(place))
