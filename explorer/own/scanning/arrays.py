"""Scans NPY and NPZ files: their headers first, so that nothing is read that would not fit or could do harm."""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import psutil

from explorer.datasets.own_arrays import ArrayFacts, ArraysScan, OwnArrays
from explorer.exploring.statistics import RunningStatistics
from explorer.jobs.job import Cancelled
from explorer.own.arrays import Layout, label_text, mapped
from explorer.own.class_folders import MOST_CLASSES, SPLIT_FOLDERS
from explorer.own.files import files_below, fingerprint_of, glance_at
from explorer.own.missing import cause_of
from explorer.own.problems import (
    ARRAY_BROKEN,
    ARRAY_LENGTHS,
    ARRAY_NO_SAMPLES,
    ARRAY_NOT_FINITE,
    ARRAY_NOT_NUMBERS,
    ARRAY_PICKLED,
    ARRAY_SHAPE,
    ARRAY_TOO_LARGE,
    EMPTY_FILE,
    FEW_SAMPLES,
    TOO_MANY_CLASSES,
)
from explorer.own.scan import Scan
from explorer.own.scanning.judging import classes_judged
from explorer.own.shares import FEWEST
from explorer.own.tables import LARGEST
from models.problem import Problem
from models.text import Text, shown_bytes

if TYPE_CHECKING:
    from explorer.jobs.job import Report

Values = npt.NDArray[np.generic]
CHUNK_BYTES = 2**26
TARGETS = ("y", "label", "labels", "target", "targets", "class", "classes", "answer", "answers")
INPUTS = ("x", "image", "images", "data", "input", "inputs", "feature", "features", "sample", "samples")
FEW_VALUES = 100  # different whole numbers of floats that are taken for classes


def scan_arrays(path: Path, report: "Report") -> Scan:
    """The arrays of an NPZ file, of an NPY file, or of a folder of NPY files."""
    problems: list[Problem] = []
    known: list[ArrayFacts] = []
    for name, array in _arrays(path, problems):
        report(None, Text("Looking at the array {name}", {"name": name}))
        facts = _facts(name, array, problems, report)
        known += [facts] if facts is not None else []
    found = tuple((Text("Array {name}", {"name": one.name}), one.shape or (1,)) for one in known)
    choice, balance, more = _choice(path, known)
    problems += more
    return Scan(str(path), (choice,) if choice is not None else (), found, balance, tuple(problems))


def _arrays(path: Path, problems: list[Problem]) -> Iterator[tuple[str, Values]]:
    """Every array that is sound, with its name."""
    if path.suffix.lower() == ".npz" and path.is_file():
        yield from _packed(path, problems)
        return
    names = [name for name in files_below(path, (".npy",)) if "/" not in name] if path.is_dir() else [path.name]
    folder = path if path.is_dir() else path.parent
    for name in names:
        if (folder / name).stat().st_size == 0:
            problems.append(EMPTY_FILE.at(name, file=name))
            continue
        try:
            yield name[:-4], mapped(folder / name)
        except Exception as error:  # a header can be wrong in ways of which each raises something else
            problems.append(_broken(name, name[:-4], error))


def _packed(path: Path, problems: list[Problem]) -> Iterator[tuple[str, Values]]:
    try:
        with zipfile.ZipFile(path) as archive:
            size = sum(member.file_size for member in archive.infolist())
            members = [member.filename for member in archive.infolist()]
        if size > psutil.virtual_memory().available // 2:
            problems.append(ARRAY_TOO_LARGE.at(path.name, file=path.name, size=shown_bytes(size)))
            return
        with np.load(path, allow_pickle=False) as opened:
            for member in members:
                name = member.removesuffix(".npy")
                try:
                    value = opened[name]
                except Exception as error:  # as above
                    problems.append(_broken(path.name, name, error))
                    continue
                if isinstance(value, np.ndarray):
                    yield name, value
                else:
                    problems.append(ARRAY_NOT_NUMBERS.at(path.name, name=name, type="bytes"))
    except Cancelled:
        raise
    except Exception as error:  # as above
        problems.append(_broken(path.name, path.stem, error))


def _broken(file: str, name: str, error: Exception) -> Problem:
    if "pickle" in str(error) or "Python objects" in str(error):
        return ARRAY_PICKLED.at(file, file=file, name=name)
    return ARRAY_BROKEN.at(file, file=file, cause=cause_of(error))


def _facts(name: str, array: Values, problems: list[Problem], report: "Report") -> ArrayFacts | None:
    """What has to be known of an array; None where it cannot be used."""
    if array.dtype.kind not in "biufSU":
        problems.append(ARRAY_NOT_NUMBERS.at(name, name=name, type=str(array.dtype)[:60]))
        return None
    if array.ndim == 0 or 0 in array.shape:
        return None
    labels, counts = _labels(array)
    settings: dict[str, Any] = {}
    if array.dtype.kind in "biuf" and array.dtype != np.uint8:
        running = RunningStatistics(1)
        rows = max(1, CHUNK_BYTES // max(1, array.nbytes // len(array)))
        for start in range(0, len(array), rows):
            report(start / len(array), Text("Looking at the array {name}", {"name": name}))
            chunk = np.asarray(array[start : start + rows]).astype(np.float64).reshape(-1, 1)
            running.add(np.where(np.abs(chunk) <= LARGEST, chunk, np.nan))
        found = running.result()
        mean, deviation, num_odd = float(found.mean[0]), float(found.deviation[0]), int(found.missing[0])
        if mean == mean:
            settings = {"mean": mean, "deviation": deviation if deviation > 1e-12 else 1.0,
                        "low": float(found.low[0]), "high": float(found.high[0])}  # fmt: skip
        if num_odd:
            problems.append(ARRAY_NOT_FINITE.at(name, name=name, count=num_odd))
    return ArrayFacts(
        name=name, shape=array.shape, is_bytes=array.dtype == np.uint8, labels=labels, counts=counts, **settings
    )


def _labels(array: Values) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The different values of an array that may hold classes, and how often each occurs."""
    if array.size != len(array):
        return (), ()
    values = np.asarray(array).reshape(-1)
    if values.dtype.kind == "f" and (not np.isfinite(values).all() or (values != np.rint(values)).any()):
        return (), ()
    found, counts = np.unique(values, return_counts=True)
    if len(found) > (FEW_VALUES if values.dtype.kind == "f" else MOST_CLASSES):
        return (), ()
    return tuple(label_text(one) for one in found), tuple(int(count) for count in counts)


def _choice(path: Path, known: list[ArrayFacts]) -> tuple[OwnArrays | None, tuple[tuple[str, int], ...], list[Problem]]:
    """Which array is which; the balance of the classes; and what is wrong with that."""
    by_split = {split: [one for one in known if _split_of(one.name) == split] for split in range(3)}
    pairs = {split: _pair(arrays) for split, arrays in by_split.items()}
    inputs, targets = pairs[0]
    if inputs is None:
        return None, (), [ARRAY_NO_SAMPLES.at(path.name, file=path.name)] if path.name else []
    problems: list[Problem] = []
    if len(inputs.shape) > 4:
        return None, (), [ARRAY_SHAPE.at(inputs.name, shape=inputs.shape[1:])]
    others = [one for one in by_split[0] if one is not inputs and _is_named(one.name, TARGETS)]
    if targets is None and others and others[0].shape[0] != inputs.shape[0]:
        words = {"inputs": inputs.name, "targets": others[0].name}
        return None, (), [ARRAY_LENGTHS.at(path.name, one=inputs.shape[0], other=others[0].shape[0], **words)]
    num_given = [pair[0].shape[0] if pair[0] is not None else 0 for pair in pairs.values()]
    if sum(num_given) < FEWEST:
        return None, (), [FEW_SAMPLES.at(path.name, count=sum(num_given), limit=FEWEST)]
    balance: tuple[tuple[str, int], ...] = ()
    if targets is not None and targets.labels:
        balance = tuple(zip(targets.labels, targets.counts, strict=True))
        judged, is_usable = classes_judged(path.name, targets.labels, (targets.counts,))
        problems += judged
        if not is_usable:
            return None, balance, problems
    elif targets is not None and _is_named(targets.name, TARGETS) and targets.mean == round(targets.mean, 1) > 1000:
        problems.append(TOO_MANY_CLASSES.at(targets.name, count=targets.shape[0], limit=MOST_CLASSES))
    folder = path if path.is_dir() else path.parent
    names = [name for name in files_below(path, (".npy",)) if "/" not in name] if path.is_dir() else [path.name]
    given = {
        name: tuple(one.name if one is not None else "" for one in pairs[split])
        for split, name in ((1, "validation"), (2, "test"))
        if pairs[split][0] is not None and (pairs[split][1] is None) == (targets is None)
    }
    scanned = ArraysScan(
        fingerprint=fingerprint_of(folder, names),
        glance=glance_at(path),
        arrays=tuple(known),
        **given,
    )
    spec = OwnArrays(
        path=str(path), inputs=inputs.name, targets=targets.name if targets is not None else "",
        task="classify" if targets is not None and targets.labels else "regress",
        layout=_layout(inputs), scanned=scanned,
    )  # fmt: skip
    return spec, balance, problems


def _pair(arrays: list[ArrayFacts]) -> tuple[ArrayFacts | None, ArrayFacts | None]:
    """Inputs and targets among these arrays: by their names, else the largest and one that is as long."""
    numbers = [one for one in arrays if one.is_bytes or one.deviation != 1.0 or not one.labels or one.mean != 0.0]
    able = [one for one in numbers if not _is_named(one.name, TARGETS)] or numbers
    if not able:
        return None, None
    named = [one for one in able if _is_named(one.name, INPUTS)]
    inputs = max(named or able, key=lambda one: int(np.prod(one.shape)))
    others = [one for one in arrays if one is not inputs and one.shape[0] == inputs.shape[0]]
    answers = [one for one in others if _is_named(one.name, TARGETS)]
    return inputs, next(iter((*answers, *[one for one in others if len(one.shape) == 1], *others)), None)


def _words(name: str) -> list[str]:
    return name.lower().replace("-", "_").replace(".", "_").split("_")


def _is_named(name: str, wanted: tuple[str, ...]) -> bool:
    words = [word.rstrip("0123456789") or word for word in _words(name)]
    return any(word in wanted for word in words) or name.lower() in ("xtrain", "ytrain", "xtest", "ytest")


def _split_of(name: str) -> int:
    return next((SPLIT_FOLDERS[word] for word in _words(name) if word in SPLIT_FOLDERS), 0)


def _layout(inputs: ArrayFacts) -> Layout:
    shape = inputs.shape[1:]
    if len(shape) == 3:
        return "image_last" if shape[2] in (1, 3, 4) and shape[0] not in (1, 3, 4) else "image"
    if len(shape) == 2:
        return "image" if inputs.is_bytes or shape[0] == shape[1] >= 8 else "series"
    return "vector"
