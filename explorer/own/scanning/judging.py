"""What a scan says of any kind of data: classes that are too few, too many or too small, copies and leaks."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from os import cpu_count
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from explorer.dataset import SPLITS
from explorer.own.class_folders import MOST_CLASSES, Belonging
from explorer.own.problems import (
    CLASS_NOT_TRAINED,
    CONTRADICTION,
    COPIES,
    FEW_SAMPLES,
    LEAK,
    LEFT_OUT,
    NO_TRAINING,
    ONE_CLASS,
    SMALL_CLASS,
    TOO_MANY_CLASSES,
    UNBALANCED,
)
from explorer.own.shares import FEWEST
from models.problem import Problem
from models.text import Text

if TYPE_CHECKING:
    from explorer.jobs.job import Report

MOST_TOLD = 50  # problems of one kind; of the others their number is told
REPORT_EVERY = 64
IMBALANCE = 10

Item = TypeVar("Item")
Found = TypeVar("Found")


def examined(items: Sequence[Item], examine: Callable[[Item], Found], report: "Report", text: Text) -> Iterator[Found]:
    """What is found about each item, by as many threads as there are processors; `text` has {done} and {count}."""
    pool = ThreadPoolExecutor(min(8, cpu_count() or 1))
    try:
        for done, found in enumerate(pool.map(examine, items)):
            if done % REPORT_EVERY == 0:
                report(done / len(items), Text(text.source, {"done": done, "count": len(items)}))
            yield found
    finally:
        pool.shutdown(cancel_futures=True)


def few_of_each(problems: Iterable[Problem], place: str) -> list[Problem]:
    """The problems, of those of one kind only the first and how many more there are."""
    told: list[Problem] = []
    counts: Counter[str] = Counter()
    for problem in problems:
        counts[problem.code] += 1
        if counts[problem.code] <= MOST_TOLD:
            told.append(problem)
    told += [LEFT_OUT.at(place, count=count - MOST_TOLD) for count in counts.values() if count > MOST_TOLD]
    return told


def classes_judged(place: str, names: Sequence[str], counts: Sequence[Sequence[int]]) -> tuple[list[Problem], bool]:
    """Problems of classes, whose samples are counted by split; and whether one can learn from them at all."""
    totals = [sum(by_split[number] for by_split in counts) for number in range(len(names))]
    if not counts or not sum(counts[0]):
        return ([NO_TRAINING.at(place)] if sum(totals) else [FEW_SAMPLES.at(place, count=0, limit=FEWEST)]), False
    if sum(totals) < FEWEST:
        return [FEW_SAMPLES.at(place, count=sum(totals), limit=FEWEST)], False
    if len(names) > MOST_CLASSES:
        return [TOO_MANY_CLASSES.at(place, count=len(names), limit=MOST_CLASSES)], False
    if len(names) == 1:
        return [ONE_CLASS.at(place, name=names[0])], False
    problems = [
        CLASS_NOT_TRAINED.at(place, name=names[number], split=Text(SPLITS[split]))
        for number in range(len(names))
        for split in range(1, len(counts))
        if counts[split][number] and not counts[0][number]
    ]
    problems += [SMALL_CLASS.at(place, name=name) for name, total in zip(names, totals, strict=True) if total == 1]
    small, large = min(totals), max(totals)
    if small and large >= IMBALANCE * small:
        words = {"small": names[totals.index(small)], "large": names[totals.index(large)]}
        problems.append(UNBALANCED.at(place, times=large // small, **words))
    return few_of_each(problems, place), True


def copies_judged(folder: Path, belongings: Mapping[str, Belonging], report: "Report") -> list[Problem]:
    """Files of equal content: copies within a split, leaks between two, contradictions between classes."""
    by_content: dict[bytes, list[str]] = defaultdict(list)
    suspects = _of_equal_size(folder, belongings)
    for name, digest in zip(
        suspects,
        examined(suspects, lambda one: _digest(folder / one), report, Text("Looking for copies: {done} of {count}")),
        strict=True,
    ):
        by_content[digest].append(name)
    return twins_judged(str(folder), by_content.values(), belongings)


def twins_judged(place: str, groups: Iterable[Sequence[str]], belongings: Mapping[str, Belonging]) -> list[Problem]:
    """What to say of groups of equal samples, of which there may be groups of one."""
    copies, leaks, contradictions = [], [], []
    for names in groups:
        for name in names[1:]:
            (split, label), (other_split, other_label) = belongings[names[0]], belongings[name]
            if label != other_label:
                contradictions.append(name)
            elif split != other_split:
                leaks.append(name)
            else:
                copies.append(name)
    problems = []
    if leaks:
        where = Text(SPLITS[belongings[leaks[0]][0]])
        problems.append(LEAK.at(place, count=len(leaks), file=leaks[0], split=where))
    if contradictions:
        problems.append(CONTRADICTION.at(place, count=len(contradictions), file=contradictions[0]))
    if copies:
        problems.append(COPIES.at(place, count=len(copies), file=copies[0]))
    return problems


def _of_equal_size(folder: Path, names: Iterable[str]) -> list[str]:
    """Files that have the size of another one; no others can be copies."""
    by_size: dict[int, list[str]] = defaultdict(list)
    for name in names:
        by_size[(folder / name).stat().st_size].append(name)
    return sorted(name for group in by_size.values() if len(group) > 1 for name in group)


def _digest(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return hashlib.file_digest(opened, "blake2b").digest()[:16]
    except OSError:
        return str(file).encode("utf-8", "surrogateescape")  # like no other
