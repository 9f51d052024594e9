"""Downloading: whatever a server does, a file is either whole and right under its name, or there is a named problem."""

import errno
import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.fetching import answer, download
from explorer.fetching.course import Course, Pace
from explorer.fetching.download import download as fetch
from explorer.fetching.part import DiskFull, Part
from explorer.fetching.remote import RemoteFile
from explorer.fetching.servers import addresses, host_of
from explorer.jobs.job import Cancelled
from models.problem import InputError, Problem
from models.text import clock
from tests.explorer.file_server import PIECE, FileServer, serving

CONTENT = np.random.default_rng(0).integers(0, 256, 300_000, dtype=np.uint8).tobytes()
WRONG = b"<html>Please log in.</html>"


def remote(*urls: str, content: bytes = CONTENT, digest: str = "md5") -> RemoteFile:
    checksum = f"{digest}:{hashlib.new(digest, content).hexdigest()}"
    return RemoteFile("some/file.bin", urls, len(content), checksum)


class Listener:
    """Hears of a download; says stop after so many calls."""

    def __init__(self, stop_after: int = 10**9) -> None:
        self.sizes: list[int] = []
        self.waits: list[tuple[str, str]] = []
        self._left = stop_after

    def arrived(self, num_bytes: int) -> None:
        self.sizes.append(num_bytes)
        self._left -= 1
        if self._left < 0:
            raise Cancelled

    def wait(self, seconds: float, host: str, cause: str) -> None:
        self.waits.append((host, cause))


@pytest.fixture
def server() -> Iterator[FileServer]:
    with serving({"file.bin": CONTENT, "wrong": WRONG}) as server:
        yield server


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)


def got(server: FileServer, folder: Path, listener: Listener | None = None, *paths: str) -> int:
    urls = [f"{server.address}/{path}" for path in paths or ("file.bin",)]
    return fetch(remote(), folder, urls, listener or Listener())


def problems_of(server: FileServer, folder: Path, *paths: str) -> tuple[Problem, ...]:
    with pytest.raises(InputError) as caught:
        got(server, folder, None, *paths)
    assert not (folder / "some" / "file.bin").exists(), "what is not right has no name"
    return caught.value.problems


def result(folder: Path) -> bytes:
    assert [path.name for path in (folder / "some").iterdir()] == ["file.bin"]
    return (folder / "some" / "file.bin").read_bytes()


def test_a_file_comes_whole_and_is_told_of(server: FileServer, tmp_path: Path) -> None:
    listener = Listener()
    assert got(server, tmp_path, listener) == len(CONTENT)
    assert result(tmp_path) == CONTENT
    assert listener.sizes == sorted(listener.sizes)
    assert listener.sizes[-1] == len(CONTENT)


def test_a_server_that_dies_ten_times(server: FileServer, tmp_path: Path) -> None:
    server.moods = [-20_000] * 5 + ["drop", 503, "drop", -10_000, "drop"]
    listener = Listener()
    assert got(server, tmp_path, listener) == len(CONTENT), "nothing comes twice"
    assert result(tmp_path) == CONTENT
    assert len(listener.waits) == 10
    assert [span for _, span in server.asked][:3] == ["", "bytes=20000-", "bytes=40000-"]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.one_of(st.integers(-200_000, -1), st.sampled_from(["drop", 503, "whole"])), max_size=8))
def test_whatever_happens_on_the_way_the_file_is_right(moods: list[int | str]) -> None:
    from tempfile import TemporaryDirectory

    with serving({"file.bin": CONTENT}) as server, TemporaryDirectory() as folder:
        server.moods = [-1000, *moods]  # once something has come, there is patience for the rest
        got(server, Path(folder))
        assert result(Path(folder)) == CONTENT


def test_the_second_start_goes_on_where_the_first_was_stopped(server: FileServer, tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        got(server, tmp_path, Listener(stop_after=0))
    (part,) = (tmp_path / "some").iterdir()
    assert part.name == "file.bin.part"
    kept = part.stat().st_size
    assert 0 < kept < len(CONTENT)
    assert got(server, tmp_path) == len(CONTENT) - kept
    assert server.asked[-1] == ("/file.bin", f"bytes={kept}-")
    assert result(tmp_path) == CONTENT


@pytest.mark.parametrize("length", [100, len(CONTENT), len(CONTENT) + 50])
def test_a_part_of_something_else_is_thrown_away(server: FileServer, tmp_path: Path, length: int) -> None:
    (tmp_path / "some").mkdir()
    (tmp_path / "some" / "file.bin.part").write_bytes(b"x" * length)
    got(server, tmp_path)
    assert result(tmp_path) == CONTENT


def test_a_whole_part_needs_no_byte_more(server: FileServer, tmp_path: Path) -> None:
    (tmp_path / "some").mkdir()
    (tmp_path / "some" / "file.bin.part").write_bytes(CONTENT)
    assert got(server, tmp_path) == 0
    assert result(tmp_path) == CONTENT


def test_a_server_that_always_begins_anew_and_breaks_off_is_given_up(server: FileServer, tmp_path: Path) -> None:
    server.moods = [-50_000] * 100
    server.files["file.bin"] = CONTENT
    original = server.take_mood

    def take() -> int | str:
        return original() if server.asked[-1][1] == "" else "drop"

    server.take_mood = take  # type: ignore[method-assign]
    assert problems_of(server, tmp_path)[0].code == "server_unreachable"


def test_redirections_are_followed(server: FileServer, tmp_path: Path) -> None:
    server.moods = [f"{server.address}/moved", f"{server.address}/file.bin"]
    got(server, tmp_path)
    assert result(tmp_path) == CONTENT
    server.moods = [f"{server.address}/file.bin"] * 30
    assert "redirect" in str(problems_of(server, tmp_path / "loop")[0])


def test_what_is_not_there_is_asked_for_at_the_next_server(server: FileServer, tmp_path: Path) -> None:
    got(server, tmp_path, None, "absent", "wrong", "file.bin")
    assert result(tmp_path) == CONTENT
    problems = problems_of(server, tmp_path / "none", "absent", "wrong")
    assert [problem.code for problem in problems] == ["server_refused", "wrong_content"]
    assert "404" in str(problems[0])
    assert "127.0.0.1" in str(problems[0])
    assert "checksum" in str(problems[1])
    assert list((tmp_path / "none" / "some").iterdir()) == []


def test_nobody_reads_without_end(server: FileServer, tmp_path: Path) -> None:
    server.files["file.bin"] = b"x" * (20 * len(CONTENT))
    listener = Listener()
    with pytest.raises(InputError, match="not that file"):
        got(server, tmp_path, listener)
    assert max(listener.sizes) <= 1.1 * len(CONTENT) + download.ROOM + answer.CHUNK
    assert list((tmp_path / "some").iterdir()) == []


def test_without_a_network_it_says_so_soon(tmp_path: Path) -> None:
    listener = Listener()
    with pytest.raises(InputError) as caught:
        fetch(remote(), tmp_path, ["http://127.0.0.1:1/file.bin", "http://no-such-host.invalid/file.bin"], listener)
    assert [problem.code for problem in caught.value.problems] == ["server_unreachable"] * 2
    assert "refused" in str(caught.value.problems[0])
    assert "PROXY" in str(caught.value.problems[0].remedy)
    assert len(listener.waits) == 2 * download.TRIES_BEFORE


def test_a_server_that_falls_silent_is_left(
    server: FileServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import threading

    goes_on = threading.Event()
    first: list[int] = []

    def stall(place: int) -> None:
        if place == 10 * PIECE and not first:
            first.append(place)
            goes_on.wait(10)

    monkeypatch.setattr(answer, "TIMEOUT_S", 0.2)
    server.before_piece = stall
    listener = Listener()
    try:
        got(server, tmp_path, listener)
    finally:
        goes_on.set()
    assert listener.waits == [(host_of(server.address), "it does not answer")]
    assert result(tmp_path) == CONTENT


def test_a_proxy_of_the_environment_is_used(
    server: FileServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", server.address)
    monkeypatch.setenv("no_proxy", "")
    server.files["http://data.invalid/file.bin"] = CONTENT
    fetch(remote(), tmp_path, ["http://data.invalid/file.bin"], Listener())
    assert result(tmp_path) == CONTENT


def test_a_full_disk(server: FileServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    append = Part.append

    def full(part: Part, chunk: bytes) -> None:
        if part.size > 100_000:
            part._file.close()
            part._file = FullFile()  # type: ignore[assignment]
        append(part, chunk)

    monkeypatch.setattr(Part, "append", full)
    with pytest.raises(DiskFull):
        got(server, tmp_path)
    kept = (tmp_path / "some" / "file.bin.part").stat().st_size
    assert kept > 100_000
    monkeypatch.setattr(Part, "append", append)
    assert got(server, tmp_path) == len(CONTENT) - kept
    assert result(tmp_path) == CONTENT


class FullFile:
    def write(self, chunk: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def close(self) -> None:
        """Nothing is open."""


def test_a_folder_that_cannot_be_made(server: FileServer, tmp_path: Path) -> None:
    (tmp_path / "some").write_text("a file where a folder should be")
    with pytest.raises(InputError) as caught:
        got(server, tmp_path)
    assert caught.value.problems[0].code == "file_not_written"


def test_other_checksums_and_addresses(server: FileServer, tmp_path: Path) -> None:
    url = f"{server.address}/file.bin"
    fetch(remote(url, digest="sha256"), tmp_path, [url], Listener())
    assert result(tmp_path) == CONTENT
    assert addresses(remote(url), ()) == (url,)
    assert addresses(remote(url), ("http://near:8000/",)) == ("http://near:8000/some/file.bin",)
    assert host_of("https://me:secret@host:8/path") == "host:8"


@given(st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 10**6)), max_size=30))
def test_the_rate_is_never_negative_nor_more_than_came(steps: list[tuple[int, int]]) -> None:
    pace, now, num_bytes = Pace(), 0.0, 0
    pace.note(now, num_bytes)
    for milliseconds, more in steps:
        now, num_bytes = now + milliseconds / 1000, num_bytes + more
        pace.note(now, num_bytes)
        assert 0 <= pace.rate * 0.2 <= num_bytes * 1.0001


def test_the_words_of_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[Any, str]] = []
    times = iter([0.0, 1.0, 2.0, 3.0, 4.0])
    monkeypatch.setattr("explorer.fetching.course.time.monotonic", lambda: next(times))
    course = Course(lambda done, text=None, part=None: told.append((done, str(text))), 10_000_000)
    course.begin_file(0, 500_000)
    for size in (500_000, 1_000_000, 2_000_000, 3_000_000):
        course.arrived(size)
    assert told == [
        (0.05, "Looking at what is here already: 500.0 KB"),
        (0.1, "1.0 MB of 10.0 MB"),
        (0.2, "2.0 MB of 10.0 MB · 1.0 MB/s · 0:08 left"),
        (0.3, "3.0 MB of 10.0 MB · 1.0 MB/s · 0:07 left"),
    ]
    assert [clock(seconds) for seconds in (8, 81, 3725)] == ["0:08", "1:21", "1:02:05"]
