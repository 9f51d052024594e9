"""Hostile and damaged archives: nothing lands outside its folder or grows without end, nothing half-made stays."""

import gzip
import io
import tarfile
import zipfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.fetching.remote import Unpacking
from explorer.fetching.unpacking import BadArchive, unpack
from tests.explorer.small_data import tar_of, zip_of

TAR = Unpacking("tar", "out", 10_000, "in/")
ZIP = Unpacking("zip", "out", 10_000, "in/")
GZ = Unpacking("gz", "out", 10_000)


def tell(_num_bytes: int) -> None:
    """Nobody listens."""


def special(kind: bytes, name: str = "in/x", link: str = "/etc/passwd") -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as tar:
        info = tarfile.TarInfo(name)
        info.type, info.linkname = kind, link
        tar.addfile(info)
    return out.getvalue()


def linked_zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        info = zipfile.ZipInfo("in/x")
        info.external_attr = 0o120777 << 16
        packed.writestr(info, "/etc/passwd")
    return out.getvalue()


def doubled_zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("in/x", "one")
        with pytest.warns(UserWarning, match="Duplicate"):
            packed.writestr("in/x", "two")
    return out.getvalue()


def bomb(size: int = 50_000_000) -> bytes:
    return gzip.compress(bytes(size), 1)


def tar_bomb() -> bytes:
    return tar_of({"in/zeros": bytes(5_000_000)})


def zip_bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("in/zeros", bytes(5_000_000))
    return out.getvalue()


HOSTILE = {
    "up": (TAR, tar_of({"in/../../escaped": b"x"})),
    "absolute": (TAR, tar_of({"/tmp/escaped": b"x"})),
    "drive": (TAR, tar_of({"in/C:/escaped": b"x"})),
    "backslash": (TAR, tar_of({"in/..\\escaped": b"x"})),
    "up, not wanted": (TAR, tar_of({"in/a": b"x", "../escaped": b"x"})),
    "symlink": (TAR, special(tarfile.SYMTYPE)),
    "hard link": (TAR, special(tarfile.LNKTYPE)),
    "device": (TAR, special(tarfile.CHRTYPE)),
    "fifo": (TAR, special(tarfile.FIFOTYPE)),
    "twice": (TAR, tar_of({"in/x": b"1", "in//x": b"2"})),
    "file as folder": (TAR, tar_of({"in/x": b"1", "in/x/y": b"2"})),
    "bomb": (TAR, tar_bomb()),
    "endless names": (TAR, tar_of({f"in/{number}": b"" for number in range(200)})),
    "no tar": (TAR, b"<html>"),
    "empty": (TAR, b""),
    "cut tar": (TAR, tar_of({"in/x": np.random.default_rng(0).bytes(5000)})[:4000]),
    "other folder": (TAR, tar_of({"elsewhere/x": b"1"})),
    "zip up": (ZIP, zip_of({"in/../../escaped": b"x"})),
    "zip absolute": (ZIP, zip_of({"/escaped": b"x"})),
    "zip link": (ZIP, linked_zip()),
    "zip twice": (ZIP, doubled_zip()),
    "zip bomb": (ZIP, zip_bomb()),
    "no zip": (ZIP, b"PK\x03\x04 and nothing"),
    "inner bomb": (Unpacking("zip", "out", 10_000, "in/", gunzips=True), zip_of({"in/x.gz": bomb(2_000_000)})),
    "no inner gz": (Unpacking("zip", "out", 10_000, "in/", gunzips=True), zip_of({"in/x.gz": b"plain"})),
    "gz bomb": (GZ, bomb()),
    "no gz": (GZ, b"plain"),
    "cut gz": (GZ, gzip.compress(b"abc" * 1000)[:20]),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_archives_are_refused_and_leave_nothing(name: str, tmp_path: Path) -> None:
    plan, content = HOSTILE[name]
    folder = tmp_path / "deep" / "data"
    folder.mkdir(parents=True)
    (folder / "archive").write_bytes(content)
    with pytest.raises(BadArchive) as caught:
        unpack(folder / "archive", plan, folder, tell)
    assert str(caught.value)
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["archive", "data", "deep"]
    assert not Path("/escaped").exists()
    assert not Path("/tmp/escaped").exists()


@pytest.mark.parametrize("plan", [TAR, ZIP], ids=["tar", "zip"])
def test_what_is_wanted_appears_at_once(plan: Unpacking, tmp_path: Path) -> None:
    wanted = Unpacking(plan.kind, "a/out", 10_000, "in/", ("*.txt", "deep/*"))
    pack = tar_of if plan.kind == "tar" else zip_of
    files = {"in/one.txt": b"1", "in/two.bin": b"22", "in/deep/three": b"333", "other/four.txt": b"4444"}
    (tmp_path / "archive").write_bytes(pack(files))
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / ".out.dead.unpacking").mkdir()  # of a killed process
    told: list[int] = []
    unpack(tmp_path / "archive", wanted, tmp_path, told.append)
    found = {str(path.relative_to(tmp_path)): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert found == {"a/out/one.txt": b"1", "a/out/deep/three": b"333"}
    assert told[-1] == 4
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["out"]


def test_files_beside_what_lies_there_are_replaced_one_by_one(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine").write_text("mine")
    (tmp_path / "out" / "one").write_text("old")
    (tmp_path / "archive").write_bytes(tar_of({"in/one": b"new", "in/sub/two": b"2"}))
    unpack(tmp_path / "archive", TAR, tmp_path, tell)
    assert (tmp_path / "out" / "mine").read_text() == "mine"
    assert (tmp_path / "out" / "one").read_text() == "new"
    assert (tmp_path / "out" / "sub" / "two").read_text() == "2"


def test_a_person_can_stop_it(tmp_path: Path) -> None:
    class Stopped(Exception):
        pass

    def stop(_num_bytes: int) -> None:
        raise Stopped

    (tmp_path / "archive").write_bytes(tar_of({"in/one": b"1"}))
    with pytest.raises(Stopped):
        unpack(tmp_path / "archive", TAR, tmp_path, stop)
    assert [path.name for path in tmp_path.iterdir()] == ["archive"]


WHOLE = {
    "tar": tar_of({"in/x": b"abc" * 500}),
    "zip": zip_of({"in/x": b"abc" * 500}),
    "gz": gzip.compress(b"abc" * 500),
}


@settings(max_examples=80, deadline=None)
@given(st.sampled_from([TAR, ZIP, GZ]), st.data())
def test_whatever_is_damaged_is_refused_or_unpacked(plan: Unpacking, draw: st.DataObject) -> None:
    from tempfile import TemporaryDirectory

    content = bytearray(WHOLE[plan.kind])
    for _ in range(draw.draw(st.integers(1, 3))):
        content[draw.draw(st.integers(0, len(content) - 1))] = draw.draw(st.integers(0, 255))
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "archive").write_bytes(bytes(content))
        try:
            unpack(folder / "archive", plan, folder, tell)
        except BadArchive:
            assert [path.name for path in folder.iterdir()] == ["archive"]
        else:
            assert [path.name for path in folder.iterdir()] == ["out"]
