"""Scans a text file or a folder of texts, for a language model."""

from pathlib import Path
from typing import TYPE_CHECKING

from explorer.datasets.own_text import OwnText, TextScan
from explorer.own.encodings import encoding_of, is_binary
from explorer.own.files import files_below, fingerprint_of, glance_at, is_text
from explorer.own.missing import cause_of
from explorer.own.problems import EMPTY_FILE, NOT_READ, NOT_TEXT, TEXT_CUT, TEXT_TOO_SHORT, WRONG_ENCODING
from explorer.own.scan import Scan
from explorer.own.scanning.judging import few_of_each
from explorer.own.text_files import MOST_BYTES, SUFFIXES, whole_text
from explorer.own.tokens import MOST_MERGES, MOST_SYMBOLS, merges_of, most_frequent, words_in
from models.problem import Problem
from models.text import Text

if TYPE_CHECKING:
    from explorer.jobs.job import Report

FEWEST_CHARACTERS = 200
MOST_WINDOWS = 200_000


def scan_texts(path: Path, report: "Report") -> Scan:
    """Encodings, characters, words and byte pairs of a text."""
    folder = path if path.is_dir() else path.parent
    names = [name for name in files_below(path, SUFFIXES) if is_text(name)] if path.is_dir() else [path.name]
    problems: list[Problem] = []
    encodings: dict[str, str] = {}
    for number, name in enumerate(names):
        report(
            number / len(names) / 4, Text("Looking at texts: {done} of {count}", {"done": number, "count": len(names)})
        )
        problem = _encode(folder, name, encodings)
        problems += [problem] if problem is not None else []
    problems = few_of_each(problems, str(path))
    sizes = sum((folder / name).stat().st_size for name in encodings)
    if sizes > MOST_BYTES:
        problems.append(TEXT_CUT.at(path.name, limit=MOST_BYTES // 2**20))
    text = whole_text(folder, list(encodings), tuple(encodings.values()))
    facts: list[tuple[Text, object]] = [(Text("Files"), len(encodings)), (Text("Characters"), len(text))]
    facts.append((Text("Encodings"), ", ".join(sorted(set(encodings.values()))) or Text("none")))
    if len(text) < FEWEST_CHARACTERS:
        if encodings:
            problems.append(TEXT_TOO_SHORT.at(path.name, count=len(text), limit=FEWEST_CHARACTERS))
        return Scan(str(path), (), tuple(facts), (), tuple(problems))
    report(0.3, Text("Counting words"))
    words = words_in(text)
    report(0.5, Text("Joining byte pairs"))
    merges, pair_counts = merges_of(text, MOST_MERGES, lambda done: report(0.5 + done / MOST_MERGES / 2))
    scanned = TextScan(
        fingerprint=fingerprint_of(folder, list(encodings)),
        glance=glance_at(path),
        excluded=tuple(name for name in names if name not in encodings),
        encodings=tuple(encodings.values()),
        num_characters=len(text),
        num_words=len(words),
        characters=most_frequent(text, MOST_SYMBOLS),
        words=most_frequent(words, MOST_SYMBOLS),
        merges=merges,
        pair_counts=pair_counts,
    )
    facts += [(Text("Different characters"), len(scanned.characters)), (Text("Words and marks"), len(words)),
              (Text("Different words"), len(set(words)))]  # fmt: skip
    length = min(64, max(2, len(text) // 40))
    stride = min(1024, max(min(16, length), len(text) // MOST_WINDOWS))
    size = 1000 if len(scanned.characters) <= 1000 else 5000
    choice = OwnText(path=str(path), length=length, stride=stride, vocabulary=size, scanned=scanned)
    rows = tuple((line,) for line in text.splitlines()[:20])
    return Scan(str(path), (choice,), tuple(facts), (), tuple(problems), rows and (("",), *rows))


def _encode(folder: Path, name: str, encodings: dict[str, str]) -> Problem | None:
    """Note a file's encoding, unless it is empty or no text; what a person should know of it."""
    file = folder / name
    try:
        with file.open("rb") as opened:
            beginning = opened.read(65536)
        if not beginning.strip():
            return EMPTY_FILE.at(name, file=name)
        if is_binary(beginning):
            return NOT_TEXT.at(name, file=name)
        encodings[name], is_certain = encoding_of(file)
    except OSError as error:
        return NOT_READ.at(name, file=name, cause=cause_of(error))
    return None if is_certain else WRONG_ENCODING.at(name, file=name, encoding=encodings[name])
