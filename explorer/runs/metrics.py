"""A run's metrics on disk: every step's values in SQLite, readable while they are written, long curves at once."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import numpy as np

from explorer.events import Series
from explorer.runs.faults import writing_to
from explorer.runs.problems import RUN_DAMAGED
from explorer.runs.pyramid import FACTOR, LOW_STEP, NUM_LEVELS, Floats, Steps, as_rows, fold, points_of, rows_of, thin
from models.problem import InputError

FILE_NAME = "metrics.sqlite"
ROWS_READ_PER_POINT = 4

SCHEMA = """
CREATE TABLE IF NOT EXISTS scalars (
    step INTEGER NOT NULL, name TEXT NOT NULL, value REAL, PRIMARY KEY (name, step)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS pyramid (
    name TEXT NOT NULL, level INTEGER NOT NULL, bucket INTEGER NOT NULL,
    low REAL, low_step INTEGER NOT NULL, high REAL, high_step INTEGER NOT NULL, mean REAL, count INTEGER NOT NULL,
    PRIMARY KEY (name, level, bucket)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS facts (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""
# Jumps from name to name through the index, where SELECT DISTINCT would read every row.
NAMES = """
WITH RECURSIVE found(name) AS (
    SELECT min(name) FROM scalars
    UNION ALL SELECT (SELECT min(name) FROM scalars WHERE name > found.name) FROM found WHERE name IS NOT NULL)
SELECT name FROM found WHERE name IS NOT NULL
"""
POINTS = "SELECT step, value FROM scalars WHERE name = ? AND step BETWEEN ? AND ? ORDER BY step"
BUCKETS = """
SELECT low, low_step, high, high_step, mean, count FROM pyramid
WHERE name = ? AND level = ? AND bucket BETWEEN ? AND ? ORDER BY bucket
"""
LONGER_VALUES = "SELECT 1 FROM scalars WHERE name = ? LIMIT 1 OFFSET ?"
LONGER_LEVEL = "SELECT 1 FROM pyramid WHERE name = ? AND level = ? LIMIT 1 OFFSET ?"
# One look into the index for each end, where asking for both at once would read every row.
ENDS = """
SELECT (SELECT min(step) FROM scalars WHERE name = ?1), (SELECT max(step) FROM scalars WHERE name = ?1)
"""
EXTREMES = "SELECT min(low), max(high) FROM pyramid WHERE name = ? AND level = ?"
ADD_BUCKET = "INSERT OR REPLACE INTO pyramid VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
ALWAYS = (0, 2**62)


class Metrics:
    """The scalars of one run, and small facts beside them; used by one thread at a time.

    NaN is NULL in the file. Level n of the pyramid sums up 16^n steps a row.
    """

    def __init__(self, folder: Path, writing: bool = False) -> None:
        """Open what lies in `folder`; `writing` makes what is absent.

        Raises:
            InputError: when the file is damaged, absent, or cannot be written.
        """
        self._path = folder / FILE_NAME
        if writing:
            with self._named_faults(), writing_to(folder):
                uri = self._path.absolute().as_uri()  # else another file could not be attached by its uri
                self._connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
                self._connection.execute("PRAGMA journal_mode = WAL")
                self._connection.execute("PRAGMA synchronous = NORMAL")
                self._connection.executescript(SCHEMA)
        else:
            with self._named_faults():
                uri = f"{self._path.absolute().as_uri()}?mode=ro"
                self._connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
                self._connection.execute("SELECT count(*) FROM facts").fetchone()
        self._writing = writing

    def write(self, series: tuple[Series, ...]) -> None:
        """Add values, replacing those of the same step; in the file when this returns.

        Raises:
            InputError: when the disk is full or the folder can no longer be written.
        """
        with writing_to(self._path.parent), self._connection:
            for one in series:
                if len(one.steps):
                    rows = zip(one.steps.tolist(), [one.name] * len(one.steps), one.values.tolist(), strict=True)
                    self._connection.executemany("INSERT OR REPLACE INTO scalars VALUES (?, ?, ?)", rows)
                    self._refresh(one.name, int(one.steps.min()), int(one.steps.max()), one)

    def copy(self, folder: Path) -> None:
        """Take over every value that another run has recorded.

        Raises:
            InputError: when it cannot be read, or this one cannot be written.
        """
        source = (folder / FILE_NAME).absolute().as_uri() + "?mode=ro"
        with self._named_faults(), writing_to(self._path.parent):
            self._connection.execute("ATTACH DATABASE ? AS other", (source,))
            try:
                with self._connection:
                    self._connection.execute("INSERT OR REPLACE INTO scalars SELECT * FROM other.scalars")
                    self._connection.execute("INSERT OR REPLACE INTO pyramid SELECT * FROM other.pyramid")
            finally:
                self._connection.execute("DETACH DATABASE other")

    def forget_after(self, step: int) -> None:
        """Remove every value of later steps."""
        names = self.names()
        with writing_to(self._path.parent), self._connection:
            self._connection.execute("DELETE FROM scalars WHERE step > ?", (step,))
            for level in range(1, NUM_LEVELS + 1):
                touched = (level, (step + 1) // FACTOR**level)
                self._connection.execute("DELETE FROM pyramid WHERE level = ? AND bucket >= ?", touched)
            for name in names:
                self._refresh(name, step, step)

    def names(self) -> tuple[str, ...]:
        """All metrics, in alphabetical order."""
        return tuple(name for (name,) in self._fetch(NAMES))

    def last_step(self) -> int:
        """The last step that has a value; 0 when there is none."""
        return max((self._fetch(ENDS, name)[0][1] for name in self.names()), default=0)

    def read(self, name: str, max_points: int | None = None) -> Series:
        """One metric, whole or, if longer than `max_points`, its first, last and most extreme points.

        What is left out are values between others; what is there was recorded exactly so.
        """
        if max_points is None or not self._is_longer(name, 0, max_points):
            return Series(name, *self._points(name))
        return Series(name, *self._thinned(name, max(4, max_points)))

    def read_between(self, name: str, first: int, last: int, max_points: int) -> Series:
        """One metric from step to step; where there may be more than `max_points`, the most extreme of them.

        What is there was recorded exactly so, and no spike is lost.
        """
        level, num_rows = 0, last - first + 1
        while level < NUM_LEVELS and num_rows > max_points * ROWS_READ_PER_POINT:
            level, num_rows = level + 1, num_rows // FACTOR
        rows = self._rows(name, level, first // FACTOR**level, last // FACTOR**level)
        if level == 0 and len(rows) <= max_points:
            return Series(name, *points_of(rows))
        return Series(name, *thin(rows, max(1, max_points // 2)))

    def extremes(self, name: str) -> tuple[float | None, float | None]:
        """The least and the greatest value; None where there is none."""
        [(low, high)] = self._fetch(EXTREMES, name, NUM_LEVELS)
        return low, high

    def fact(self, key: str) -> Any:
        """What was noted under `key`; None when nothing was."""
        rows = self._fetch("SELECT value FROM facts WHERE key = ?", key)
        return json.loads(rows[0][0]) if rows else None

    def note(self, **facts: object) -> None:
        """Note small facts (JSON values) about the run."""
        with writing_to(self._path.parent), self._connection:
            rows = [(key, json.dumps(value)) for key, value in facts.items()]
            self._connection.executemany("INSERT OR REPLACE INTO facts VALUES (?, ?)", rows)

    def close(self) -> None:
        """Close the file; a writer leaves a single file behind unless somebody is still reading."""
        if self._writing:
            # Where a reader has it open this fails: the files beside it stay, and nothing is lost.
            with suppress(sqlite3.OperationalError):
                self._connection.execute("PRAGMA journal_mode = DELETE")
        self._connection.close()

    def _points(self, name: str, first: int = ALWAYS[0], last: int = ALWAYS[1]) -> tuple[Steps, Floats]:
        rows = np.array(self._fetch(POINTS, name, first, last), dtype=np.float64).reshape(-1, 2)
        return rows[:, 0].astype(np.int64), rows[:, 1]

    def _rows(self, name: str, level: int, first: int = ALWAYS[0], last: int = ALWAYS[1]) -> Floats:
        """Rows of a level whose buckets lie within first..last; level 0 are the values themselves."""
        if level == 0:
            return rows_of(*self._points(name, first, last))
        return as_rows(self._fetch(BUCKETS, name, level, first, last))

    def _thinned(self, name: str, max_points: int) -> tuple[Steps, Floats]:
        limit = max_points * ROWS_READ_PER_POINT
        level = 0
        while level < NUM_LEVELS and self._is_longer(name, level, limit):
            level += 1
        rows = self._rows(name, level)
        [(first, last)] = self._fetch(ENDS, name)
        ends = [rows_of(*self._points(name, end, end)) for end in (first, last)]
        steps, values = thin(rows, (max_points - 2) // 2)
        inner = (steps > first) & (steps < last)
        points = (ends[0], rows_of(steps[inner], values[inner]), ends[1])
        return points_of(np.concatenate(points))

    def _is_longer(self, name: str, level: int, limit: int) -> bool:
        query = LONGER_VALUES if level == 0 else LONGER_LEVEL
        return bool(self._fetch(query, name, *((level,) if level else ()), limit))

    def _refresh(self, name: str, first: int, last: int, written: Series | None = None) -> None:
        """Bring the pyramid up to date with the values of first..last, each level from the one below."""
        for level in range(1, NUM_LEVELS + 1):
            start, end = first // FACTOR * FACTOR, last // FACTOR * FACTOR + FACTOR - 1
            if level == 1 and written is not None and _is_gapless(written.steps):
                # What has just been written needs no reading, only its neighbours in the first and last bucket.
                around = self._rows(name, 0, start, first - 1), self._rows(name, 0, last + 1, end)
                rows = np.concatenate((around[0], rows_of(written.steps, written.values), around[1]))
            else:
                rows = self._rows(name, level - 1, start, end)
            buckets, folded = fold(rows, rows[:, LOW_STEP].astype(np.int64) // FACTOR**level)
            for bucket, row in zip(buckets.tolist(), folded.tolist(), strict=True):
                self._connection.execute(ADD_BUCKET, (name, level, bucket, *row))
            first, last = first // FACTOR, last // FACTOR

    def _fetch(self, query: str, *parameters: object) -> list[Any]:
        with self._named_faults():
            return self._connection.execute(query, parameters).fetchall()

    @contextmanager
    def _named_faults(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as fault:
            problem = RUN_DAMAGED.at(str(self._path), folder=str(self._path.parent), cause=str(fault))
            raise InputError((problem,)) from fault


def _is_gapless(steps: Steps) -> bool:
    return bool((np.diff(steps) == 1).all())
