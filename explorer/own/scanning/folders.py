"""Scans folders in which every file is a sample: pictures and sounds."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from explorer.dataset import SPLITS
from explorer.datasets.own_images import OwnImages, PictureScan
from explorer.datasets.own_sounds import OwnSounds
from explorer.own.class_folders import SPLIT_FOLDERS, Belonging, FolderScan
from explorer.own.files import files_below, fingerprint_of, glance_at, is_seen, is_text
from explorer.own.missing import cause_of
from explorer.own.pictures import MOST_PIXELS, plain_picture, upright_size
from explorer.own.pictures import SUFFIXES as PICTURES
from explorer.own.problems import (
    EMPTY_CLASS,
    EMPTY_FILE,
    FEW_SAMPLES,
    FILE_WITHOUT_LABEL,
    NAME_UNREADABLE,
    PICTURE_DAMAGED,
    PICTURE_TOO_LARGE,
    SOUND_DAMAGED,
)
from explorer.own.scan import Scan
from explorer.own.scanning.judging import classes_judged, copies_judged, examined, few_of_each
from explorer.own.scanning.label_tables import belongings_in
from explorer.own.shares import FEWEST
from explorer.own.sounds import SUFFIXES as SOUNDS
from explorer.own.sounds import sound_in
from models.problem import Problem
from models.text import Text

if TYPE_CHECKING:
    from explorer.jobs.job import Report

Found = TypeVar("Found")

EXACT_SIDE, SMALL_SIDE, LARGE_SIDE = 64, 32, 64  # pixels
GREY_MODES = ("1", "L", "I", "F", "I;16", "I;16B", "I;16L", "I;16N")
THUMBNAIL = 64  # pixels that a picture is decoded to when it is only looked at


@dataclass(frozen=True)
class Picture:
    """What is known of a sound picture file; `pixel_mean` and `pixel_square` are of its values from 0 to 255."""

    size: tuple[int, int]
    is_grey: bool
    pixel_mean: float
    pixel_square: float


@dataclass(frozen=True)
class Sound:
    """What is known of a sound file."""

    rate: int
    seconds: float


def scan_pictures(path: Path, report: "Report") -> Scan:
    """A folder of pictures, with folders for classes and splits, a table of labels, or neither."""
    folder = unwrapped(path)
    names = files_below(folder, PICTURES)
    found, problems = _looked_at(folder, names, look_at_picture, report, Text("Looking at pictures: {done} of {count}"))
    pictures = list(found.values())
    facts: list[tuple[Text, object]] = [(Text("Pictures"), len(pictures))]
    settings: dict[str, Any] = {}
    if pictures:
        sizes = sorted({one.size for one in pictures})
        shown = " – ".join(f"{width} × {height}" for width, height in dict.fromkeys((sizes[0], sizes[-1])))
        facts.append((Text("Width × height"), shown))
        settings = _picture_settings(pictures)
    mean = float(np.mean([one.pixel_mean for one in pictures])) if pictures else 127.5
    square = float(np.mean([one.pixel_square for one in pictures])) if pictures else 0.0
    pixels = {"mean": mean, "deviation": max(1.0, (square - mean**2) ** 0.5 if square > mean**2 else 1.0)}
    outcome = _judged(folder, names, set(found), problems, report)
    choices: tuple[OwnImages, ...] = ()
    if outcome.is_usable:
        scanned = PictureScan(**outcome.scanned, **pixels)
        choices = (OwnImages(path=str(folder), scanned=scanned, **settings),)
    return Scan(str(folder), choices, (*facts, *outcome.facts), outcome.balance, tuple(outcome.problems))


def scan_sounds(path: Path, report: "Report") -> Scan:
    """A folder of WAV files, likewise."""
    folder = unwrapped(path)
    names = files_below(folder, SOUNDS)
    found, problems = _looked_at(folder, names, look_at_sound, report, Text("Listening to sounds: {done} of {count}"))
    sounds = list(found.values())
    facts: list[tuple[Text, object]] = [(Text("Sounds"), len(sounds))]
    settings: dict[str, Any] = {}
    if sounds:
        lengths = sorted(one.seconds for one in sounds)
        ends = dict.fromkeys(f"{seconds:.3g}" for seconds in (lengths[0], lengths[-1]))
        facts.append((Text("Seconds"), " – ".join(ends)))
        rates = sorted({one.rate for one in sounds})
        facts.append((Text("Sampling rates"), ", ".join(map(str, rates[:5]))))
        settings = {
            "seconds": min(60.0, max(0.05, round(median(lengths), 2))),
            "rate": min(16_000, max(1000, rates[-1])),
        }
    outcome = _judged(folder, names, set(found), problems, report)
    choices: tuple[OwnSounds, ...] = ()
    if outcome.is_usable:
        choices = (OwnSounds(path=str(folder), scanned=FolderScan(**outcome.scanned), **settings),)
    return Scan(str(folder), choices, (*facts, *outcome.facts), outcome.balance, tuple(outcome.problems))


def unwrapped(path: Path) -> Path:
    """The folder itself, or the one inside where it holds nothing but a single folder of folders."""
    while True:
        inside = [one for one in path.iterdir() if is_seen(one.name)]
        if len(inside) != 1 or not inside[0].is_dir() or inside[0].name.lower() in SPLIT_FOLDERS:
            return path
        if not any(one.is_dir() for one in inside[0].iterdir()):
            return path
        path = inside[0]


def look_at_picture(file: Path) -> Picture | Problem:
    """Decode a picture, as small as its format allows, to see whether all of it is there."""
    from PIL import Image

    try:
        if file.stat().st_size == 0:
            return EMPTY_FILE.at(file.name, file=file.name)
        with Image.open(file) as opened:
            size, mode = opened.size, opened.mode
            if size[0] * size[1] > MOST_PIXELS:
                shown = f"{size[0]} × {size[1]}"
                return PICTURE_TOO_LARGE.at(file.name, file=file.name, limit=MOST_PIXELS, size=shown)
            size = upright_size(opened)
            opened.draft("RGB" if mode == "YCbCr" else None, (THUMBNAIL, THUMBNAIL))
            small = plain_picture(opened, 1 if mode in GREY_MODES else 3)
        small.thumbnail((THUMBNAIL, THUMBNAIL))
        pixels = np.asarray(small, dtype=np.float32)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        return PICTURE_TOO_LARGE.at(file.name, file=file.name, limit=MOST_PIXELS, size=cause_of(error))
    except Exception as error:  # a decoder raises what it likes when bytes are damaged
        cause = cause_of(error).replace(f"'{file}'", file.name)
        return PICTURE_DAMAGED.at(file.name, file=file.name, cause=cause)
    return Picture(size, mode in GREY_MODES, float(pixels.mean()), float((pixels**2).mean()))


def look_at_sound(file: Path) -> Sound | Problem:
    """Read a sound to see whether all of it is there."""
    try:
        if file.stat().st_size == 0:
            return EMPTY_FILE.at(file.name, file=file.name)
        values, rate = sound_in(file)
    except (OSError, ValueError, MemoryError) as error:
        return SOUND_DAMAGED.at(file.name, file=file.name, cause=cause_of(error))
    return Sound(rate, len(values) / rate)


@dataclass(frozen=True)
class _Outcome:
    is_usable: bool
    scanned: dict[str, Any]
    problems: list[Problem]
    balance: tuple[tuple[str, int], ...] = ()
    facts: tuple[tuple[Text, object], ...] = ()


def _looked_at(
    folder: Path, names: list[str], look: Callable[[Path], Found | Problem], report: "Report", text: Text
) -> tuple[dict[str, Found], list[Problem]]:
    """What is known of every sound file, and the problems of the others."""
    found: dict[str, Found] = {}
    problems = []
    answers = examined(names, lambda name: look(folder / name), report, text)
    for name, answer in zip(names, answers, strict=True):
        if not is_text(name):
            shown = name.encode("utf-8", "replace").decode()
            problems.append(NAME_UNREADABLE.at(shown, file=shown))
        elif isinstance(answer, Problem):
            params = {**answer.message.params, "file": name}
            problems.append(answer.kind.at(name, **params))
        else:
            found[name] = answer
    return found, problems


def _judged(folder: Path, names: list[str], good: set[str], problems: list[Problem], report: "Report") -> _Outcome:
    """Classes, splits, copies and leaks among the files that are sound."""
    place = str(folder)
    kept = [name for name in names if name in good]
    problems = few_of_each(problems, place)
    belongings, table, more = belongings_in(folder, kept)
    problems += more
    class_names = sorted({label for _, label in belongings.values()}, key=_naturally)
    if class_names == [""] and not table["labels"]:
        class_names = []
    elif "" in class_names:  # files beside the folders of classes
        class_names.remove("")
        strays = sorted(name for name, (_, label) in belongings.items() if not label)
        problems.append(FILE_WITHOUT_LABEL.at(place, count=len(strays), file=strays[0]))
        belongings = {name: one for name, one in belongings.items() if one[1]}
    counts = _counts(belongings, class_names)
    if class_names:
        judged, is_usable = classes_judged(place, class_names, counts)
        problems += judged
    else:
        is_usable = len(belongings) >= FEWEST and bool(counts and counts[0][0])
        if len(belongings) < FEWEST:
            problems.append(FEW_SAMPLES.at(place, count=len(belongings), limit=FEWEST))
    if not table["labels"]:
        problems += _empty_classes(folder, class_names, belongings)
    problems += copies_judged(folder, belongings, report)
    balance = tuple((name, sum(by_split[number] for by_split in counts)) for number, name in enumerate(class_names))
    listed = files_below(folder, PICTURES if names and names[0].lower().endswith(PICTURES) else SOUNDS)
    if not is_usable:
        return _Outcome(False, {}, problems, balance, _class_facts(class_names, counts))
    scanned = {
        "fingerprint": fingerprint_of(folder, [*listed, *([table["labels"]] if table["labels"] else [])]),
        "glance": glance_at(folder),
        "excluded": tuple(name for name in names if name not in good and is_text(name)),
        "class_names": tuple(class_names),
        "counts": counts,
        **table,
    }
    return _Outcome(True, scanned, problems, balance, _class_facts(class_names, counts))


def _class_facts(names: Sequence[str], counts: Sequence[Sequence[int]]) -> tuple[tuple[Text, object], ...]:
    given = " / ".join(f"{sum(by_split)}" for by_split in counts)
    splits = ((Text("Train / validation / test"), given),) if any(map(sum, counts[1:])) else ()
    return ((Text("Classes"), len(names) if names else Text("none")), *splits)


def _counts(belongings: Mapping[str, Belonging], class_names: Sequence[str]) -> tuple[tuple[int, ...], ...]:
    if not class_names:
        counted = Counter(split for split, _ in belongings.values())
        return tuple((counted[split],) for split in range(len(SPLITS)))
    by_both = Counter(belongings.values())
    return tuple(tuple(by_both[split, name] for name in class_names) for split in range(len(SPLITS)))


def _empty_classes(folder: Path, class_names: Sequence[str], belongings: Mapping[str, Belonging]) -> list[Problem]:
    """Folders of classes in which there is not a single file that can be read."""
    uppermost = [one for one in sorted(folder.iterdir()) if one.is_dir() and is_seen(one.name)]
    if uppermost and all(one.name.lower() in SPLIT_FOLDERS for one in uppermost):
        uppermost = [inner for one in uppermost for inner in sorted(one.iterdir()) if inner.is_dir()]
    names = {one.name for one in uppermost if is_seen(one.name) and is_text(one.name)}
    return [EMPTY_CLASS.at(name, name=name) for name in sorted(names - set(class_names))] if class_names else []


def _picture_settings(pictures: list[Picture]) -> dict[str, Any]:
    """A size that suits most of them, and colour where there is any."""
    widths, heights = [one.size[0] for one in pictures], [one.size[1] for one in pictures]
    is_one = len({one.size for one in pictures}) == 1 and max(widths + heights) <= EXACT_SIDE
    side = LARGE_SIDE if median(widths + heights) > EXACT_SIDE else SMALL_SIDE
    return {
        "width": widths[0] if is_one else side,
        "height": heights[0] if is_one else side,
        "colours": "grey" if all(one.is_grey for one in pictures) else "rgb",
    }


def _naturally(name: str) -> tuple[int, int, str]:
    """Numbers by their size, before words by the alphabet."""
    return (0, int(name), name) if name.isdecimal() and len(name) < 10 else (1, 0, name)
