"""A hundred and more ways in which a person's data can be damaged, each with the problem that tells of it."""

import os
import struct
import sys
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import numpy as np

from tests.explorer.own_files import write_pictures, write_sound, write_sounds

Maker = Callable[[Path], Path]
PICTURES = ("png", "jpg", "bmp", "gif", "webp", "tif", "ppm")


def cases() -> Iterator[tuple[str, Maker, str]]:
    """A name, what makes the data in an empty folder and gives the path, and the code of the problem."""
    yield from _pictures()
    yield from _folders()
    yield from _sounds()
    yield from _tables()
    yield from _texts()
    yield from _arrays()
    yield from _paths()


def _picture(kind: str) -> bytes:
    from PIL import Image

    content = BytesIO()
    pixels = np.random.default_rng(0).integers(256, size=(40, 40, 3), dtype=np.uint8)
    Image.fromarray(pixels).save(content, {"jpg": "JPEG", "tif": "TIFF"}.get(kind, kind.upper()))
    return content.getvalue()


def _beside(name: str, content: Callable[[], bytes]) -> Maker:
    """One such file among pictures that are sound."""

    def make(folder: Path) -> Path:
        write_pictures(folder, 4)
        (folder / "dogs 🐶" / name).write_bytes(content())
        return folder

    return make


def _pictures() -> Iterator[tuple[str, Maker, str]]:
    for kind in PICTURES:
        name = f"坏 💥.{kind}"
        yield f"{kind} cut in half", _beside(name, lambda kind=kind: _half(_picture(kind))), "own_picture_damaged"
        yield f"{kind} of its first bytes", _beside(name, lambda kind=kind: _picture(kind)[:16]), "own_picture_damaged"
        yield f"{kind} of noise", _beside(name, lambda: bytes(range(1, 200)) * 3), "own_picture_damaged"
        yield f"{kind} that is empty", _beside(name, bytes), "own_empty_file"
    yield "png of words", _beside("a.png", lambda: b"no picture at all"), "own_picture_damaged"
    yield "png with a wrong checksum", _beside("a.png", lambda: _flipped(_picture("png"), 60)), "own_picture_damaged"
    yield "png of 40 000 x 40 000", _beside("a.png", lambda: _png_header(40_000, 40_000)), "own_picture_too_large"
    yield "png of 9 000 x 9 000", _beside("a.png", lambda: _png_header(9_000, 9_000)), "own_picture_too_large"
    yield "png of no width", _beside("a.png", lambda: _png_header(0, 10)), "own_picture_damaged"
    yield "web page as jpg", _beside("a.jpg", lambda: b"<html>404 not found</html>"), "own_picture_damaged"


def _half(content: bytes) -> bytes:
    return content[: len(content) // 2]


def _flipped(content: bytes, place: int) -> bytes:
    return content[:place] + bytes([content[place] ^ 0xFF]) + content[place + 1 :]


def _png_header(width: int, height: int) -> bytes:
    import zlib

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0" * 100)) + chunk(b"IEND", b"")


def _folders() -> Iterator[tuple[str, Maker, str]]:
    def made(*steps: Callable[[Path], object], **settings: object) -> Maker:
        def make(folder: Path) -> Path:
            write_pictures(folder, **{"count": 4, **settings})  # type: ignore[arg-type]
            for step in steps:
                step(folder)
            return folder

        return make

    def copied(one: str, other: str) -> Callable[[Path], object]:
        def copy(folder: Path) -> None:
            (folder / other).parent.mkdir(parents=True, exist_ok=True)
            (folder / other).write_bytes((folder / one).read_bytes())

        return copy

    yield "an empty class", made(lambda folder: (folder / "birds 🐦").mkdir()), "own_empty_class"
    yield (
        "a class of one damaged file",
        made(lambda folder: _written(folder / "birds" / "a.png", b"x")),
        "own_empty_class",
    )
    yield "one class", made(names=("只有一个",)), "own_one_class"
    yield "one sample", made(names=("a",), count=1), "own_few_samples"
    yield "two samples", made(names=("a", "b"), count=1), "own_few_samples"
    yield "a class of one sample", made(copied("dogs 🐶/图 0.png", "birds/a.png")), "own_small_class"
    yield "a copy", made(copied("dogs 🐶/图 0.png", "dogs 🐶/copy.png")), "own_copies"
    yield "a contradiction", made(copied("dogs 🐶/图 0.png", "猫 cats/dog.png")), "own_contradiction"
    yield "a picture without a class", made(copied("dogs 🐶/图 0.png", "stray.png")), "own_file_without_label"
    yield (
        "classes out of balance",
        made(*[copied("dogs 🐶/图 0.png", f"dogs 🐶/{n}.png") for n in range(60)]),
        "own_unbalanced",
    )
    splits = {"names": ("train/a", "train/b", "test/a", "test/b")}
    yield "a leak", made(copied("train/a/图 0.png", "test/a/leak.png"), **splits), "own_leak"
    yield (
        "a class that is not trained",
        made(copied("train/a/图 0.png", "test/c/x.png"), **splits),
        "own_class_not_trained",
    )
    yield "a test without training", made(names=("test/a", "test/b")), "own_no_training"
    yield "no picture is sound", made(*[_spoil], names=("a", "b")), "own_few_samples"

    def flat(*rows: str, keep: int = 4) -> Maker:
        def make(folder: Path) -> Path:
            write_pictures(folder / "all", keep, ("x",))
            for file in (folder / "all" / "x").iterdir():
                file.rename(folder / file.name)
            _written(folder / "labels.csv", ("file,label\n" + "".join(f"{row}\n" for row in rows)).encode())
            (folder / "all" / "x").rmdir()
            (folder / "all").rmdir()
            return folder

        return make

    rows = tuple(f"图 {number}.png,{'ab'[number % 2]}" for number in range(4))
    yield "a label without a file", flat(*rows, "gone 👻.png,a"), "own_label_without_file"
    yield "a file without a label", flat(*rows[:3]), "own_file_without_label"
    yield "labels that are all equal", flat(*(row[:-1] + "a" for row in rows)), "own_one_class"


def _spoil(folder: Path) -> None:
    for file in folder.rglob("*.png"):
        file.write_bytes(b"spoiled")


def _written(file: Path, content: bytes) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return file


def _wav() -> bytes:
    folder = Path(os.environ["NEURAL_EXPLORER_CACHE"])
    folder.mkdir(parents=True, exist_ok=True)
    write_sound(folder / "one.wav", np.zeros(400), 8000)
    return (folder / "one.wav").read_bytes()


def _sounds() -> Iterator[tuple[str, Maker, str]]:
    def beside(change: Callable[[bytes], bytes]) -> Maker:
        def make(folder: Path) -> Path:
            write_sounds(folder, 4)
            (folder / "high" / "坏.wav").write_bytes(change(_wav()))
            return folder

        return make

    damaged = "own_sound_damaged"
    yield "wav cut in half", beside(_half), damaged
    yield "wav of its header alone", beside(lambda content: content[:44]), damaged
    yield "wav cut in its header", beside(lambda content: content[:20]), damaged
    yield "wav of floats", beside(lambda content: content[:20] + b"\x03\0" + content[22:]), damaged
    yield "wav without channels", beside(lambda content: content[:22] + b"\0\0" + content[24:]), damaged
    yield "wav without a rate", beside(lambda content: content[:24] + b"\0\0\0\0" + content[28:]), damaged
    yield "wav without samples", beside(lambda content: content[:40] + b"\0\0\0\0"), damaged
    yield "mp3 named wav", beside(lambda content: b"ID3\x04" + content), damaged
    yield "wav that is empty", beside(lambda content: b""), "own_empty_file"
    yield "wav of noise", beside(lambda content: bytes(range(256))), damaged


def _tables() -> Iterator[tuple[str, Maker, str]]:
    def table(text: str | bytes, name: str = "表.csv") -> Maker:
        return lambda folder: _written(folder / name, text if isinstance(text, bytes) else text.encode())

    rows = "".join(f"{number},{number % 7},{'ab'[number % 2]}\n" for number in range(40))
    yield "a table without bytes", table(""), "own_empty_file"
    yield "a table of empty lines", table("\n\n \n"), "own_no_rows"
    yield "a table of names alone", table("x,y,label\n"), "own_few_samples"
    yield "a table of one row", table("x,y,label\n1,2,a\n"), "own_few_samples"
    yield "a table of one column", table("value\n" + "1.5\n2.5\n" * 9), "own_one_column"
    yield "a row too short", table("x,y,label\n" + rows + "1,2\n"), "own_ragged"
    yield "a row too long", table("x,y,label\n" + rows + "1,2,a,4,5\n"), "own_ragged"
    yield "a quote without its end", table("x,y,label\n" + rows + '1,"2,a\n' + rows), "own_ragged"
    yield "equal labels in a table", table("x,y,label\n" + rows.replace("b", "a")), "own_one_class"
    yield "nan in a feature", table("x,y,label\n" + rows + "nan,1,a\n"), "own_not_finite"
    yield "infinity in a feature", table("x,y,label\n" + rows + "inf,1,a\n-Infinity,2,b\n"), "own_not_finite"
    yield "a missing value", table("x,y,label\n" + rows + ",1,a\n"), "own_not_finite"
    yield "two columns of one name", table("x,x,label\n" + rows), "own_same_names"
    yield "zero bytes in a table", table(b"x,y\n1,2\n\0\0\0\0"), "own_not_text"
    yield "a spreadsheet named csv", table(b"PK\x03\x04\x14\0\x06\0"), "own_not_text"
    yield "a table in an unknown encoding", table("x,y,é\n".encode("latin-1") + rows.encode()), "own_wrong_encoding"
    yield "a parquet file", table(b"PAR1....PAR1", "t.parquet"), "own_table_broken"
    yield "twenty thousand columns", table(",".join(map(str, range(20_000))) + "\n1,2\n"), "own_too_many_columns"
    yield "equal rows", table("x,y,label\n" + rows + rows), "own_copies"
    yield "a class of one row", table("x,y,label\n" + rows + "1.5,2,c\n"), "own_small_class"
    yield "nothing that could be told", table("".join(f"n{n},m{n}x\n" for n in range(1))), "own_few_samples"
    letters = "".join(f"{number},the words of text number {number}\n" for number in range(10_001))
    yield "every row a class of its own", table("label,text\n" + letters), "own_too_many_classes"
    texts = "".join(f"{'ab'[n % 2]},these are the words of number {n}\n" for n in range(20))
    yield "an empty text", table("label,text\n" + texts + "a,\n"), "own_empty_texts"
    yield "texts of one label", table("label,text\n" + texts.replace("b,", "a,")), "own_one_class"

    def leaking(folder: Path) -> Path:
        _written(folder / "train.csv", ("label,text\n" + texts).encode())
        _written(folder / "test.csv", ("label,text\n" + texts[:200].rpartition("\n")[0] + "\n").encode())
        return folder

    yield "texts in train and test", leaking, "own_leak"

    def unlike(folder: Path) -> Path:
        _written(folder / "test.csv", b"label\na\nb\n")
        return _written(folder / "train.csv", ("label,text\n" + texts).encode()).parent

    yield "a test of other columns", unlike, "own_other_columns"


def _texts() -> Iterator[tuple[str, Maker, str]]:
    def text(content: bytes, name: str = "文.txt") -> Maker:
        return lambda folder: _written(folder / name, content)

    yield "a text without bytes", text(b""), "own_empty_file"
    yield "a text of blanks", text(b"  \n\n\t  "), "own_empty_file"
    yield "a text of zero bytes", text(b"\0" * 400), "own_unknown_format"
    yield "a text too short", text("很短。".encode()), "own_text_too_short"
    yield "a text of unknown encoding", text("naïve café à la carte. ".encode("latin-1") * 30), "own_wrong_encoding"
    yield "a program without a suffix", text(b"\x7fELF\0\0\0\0", "prog"), "own_unknown_format"

    def folder_of(*contents: bytes) -> Maker:
        def make(folder: Path) -> Path:
            for number, content in enumerate(contents):
                _written(folder / f"{number}.txt", content)
            return folder

        return make

    sound = "一个句子。A sentence.\n".encode() * 40
    yield "an empty text among others", folder_of(sound, b""), "own_empty_file"
    yield "a binary file among texts", folder_of(sound, b"\0\1\2"), "own_not_text"
    yield "texts that are all empty", folder_of(b"", b" "), "own_empty_file"


def _arrays() -> Iterator[tuple[str, Maker, str]]:
    def npz(**arrays: object) -> Maker:
        def make(folder: Path) -> Path:
            np.savez(folder / "数组.npz", allow_pickle=True, **arrays)  # type: ignore[arg-type]
            return folder / "数组.npz"

        return make

    def npy(content: Callable[[bytes], bytes], values: object = None) -> Maker:
        def make(folder: Path) -> Path:
            buffer = BytesIO()
            np.save(buffer, np.arange(40.0).reshape(10, 4) if values is None else values)  # type: ignore[arg-type]
            return _written(folder / "x.npy", content(buffer.getvalue()))

        return make

    x, y = np.random.default_rng(0).normal(size=(20, 3)), np.arange(20) % 2
    objects = np.array([{"a": 1}, [2], None] * 10, dtype=object)
    odd = x.copy()
    odd[3, 1], odd[4, 2] = np.nan, np.inf
    yield "npz with pickles", npz(x=objects, y=np.arange(30) % 2), "own_array_pickled"
    yield "npz with pickled labels", npz(x=x, y=objects[:20]), "own_array_pickled"
    yield "npy with pickles", npy(lambda content: content, objects), "own_array_pickled"
    yield "npy cut in half", npy(_half), "own_array_broken"
    yield "npy cut in its header", npy(lambda content: content[:30]), "own_array_broken"
    yield "npy of its magic alone", npy(lambda content: content[:6]), "own_array_broken"
    yield "npy that is empty", npy(lambda content: b""), "own_empty_file"
    yield "npy of noise", npy(lambda content: bytes(range(256))), "own_array_broken"
    yield "npy whose header lies", npy(lambda content: content.replace(b"(10, 4)", b"(99, 9)")), "own_array_broken"
    yield "npy whose header runs code", npy(lambda content: content.replace(b"(10, 4)", b"exit()_")), "own_array_broken"
    yield "a bare pickle named npy", lambda folder: _written(folder / "x.npy", b"\x80\x04K\x01."), "own_array_broken"
    yield "npz that is no archive", lambda folder: _written(folder / "x.npz", b"PK nothing"), "own_array_broken"
    yield "npz without arrays", lambda folder: _zipped(folder, {}), "own_array_no_samples"
    yield "npz with a text inside", lambda folder: _zipped(folder, {"a.txt": b"words"}), "own_array_not_numbers"
    yield (
        "npz with a damaged array",
        lambda folder: _zipped(folder, {"x.npy": b"\x93NUMPY\x01\0v\0"}),
        "own_array_broken",
    )
    yield "complex numbers", npz(x=x * 1j, y=y), "own_array_not_numbers"
    yield "dates", npz(x=np.zeros(20, "datetime64[s]")), "own_array_not_numbers"
    yield "records", npz(x=np.zeros(20, [("a", "f4"), ("b", "i4")])), "own_array_not_numbers"
    yield "no axis", npz(x=np.float32(3)), "own_array_no_samples"
    yield "no samples", npz(x=np.zeros((0, 3)), y=np.zeros(0)), "own_array_no_samples"
    yield "one sample in an array", npz(x=x[:1], y=y[:1]), "own_few_samples"
    yield "too many axes", npz(x=np.random.default_rng(0).normal(size=(20, 2, 2, 2, 2)), y=y), "own_array_shape"
    yield "too few labels", npz(x=x, y=y[:7]), "own_array_lengths"
    yield "equal labels", npz(x=x, y=np.zeros(20, np.int64)), "own_one_class"
    yield "nan and infinity", npz(x=odd, y=y), "own_array_not_finite"
    yield "a million classes", npz(x=np.zeros((10**6, 1), np.uint8), y=np.arange(10**6)), "own_too_many_classes"
    yield "a label of its own for one sample", npz(x=x, y=np.where(np.arange(20) == 3, 7, y)), "own_small_class"


def _zipped(folder: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(folder / "x.npz", "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return folder / "x.npz"


def _paths() -> Iterator[tuple[str, Maker, str]]:
    yield "nothing of that name", lambda folder: folder / "没有 👻", "own_not_found"
    yield "an empty folder", lambda folder: folder, "own_nothing_inside"
    yield (
        "hidden files alone",
        lambda folder: _written(folder / ".hidden.png", _picture("png")).parent,
        "own_nothing_inside",
    )
    yield "empty folders", lambda folder: _made(folder / "a" / "b").parent.parent, "own_nothing_inside"
    yield "files of no known kind", lambda folder: _written(folder / "a.exe", b"MZ\0").parent, "own_nothing_inside"
    yield "a single picture", lambda folder: _written(folder / "a.png", _picture("png")), "own_single_file"
    yield "a single sound", lambda folder: _written(folder / "a.wav", b"RIFF"), "own_single_file"
    yield "an archive", lambda folder: _written(folder / "data.zip", b"PK\x03\x04"), "own_archive"
    yield "a packed archive", lambda folder: _written(folder / "data.tar.gz", b"\x1f\x8b"), "own_archive"
    yield "a null character", lambda folder: folder / "a\0b", "own_not_found"

    def unreadable_name(folder: Path) -> Path:
        write_pictures(folder, 4)
        try:
            with open(os.fsencode(folder) + "/dogs 🐶/".encode() + b"\xff.png", "wb") as file:
                file.write(_picture("png"))
        except OSError:  # a system whose names are all text
            return folder / "没有"
        return folder

    is_possible = os.name == "posix" and sys.platform != "darwin"
    yield "a name that is no text", unreadable_name, "own_name_unreadable" if is_possible else "own_not_found"


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True)
    return folder
