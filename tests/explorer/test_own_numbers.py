"""How the numbers of own tables and arrays are read: what counts as missing, as a number, and as nothing."""

from pathlib import Path

import numpy as np
import pytest

from explorer.exploring.loaded import held
from explorer.exploring.overview import overview_of
from explorer.exploring.samples import read_page
from explorer.own.scan import scan


def silent(*_told: object) -> None:
    pass


def test_what_is_missing_is_counted_and_not_measured(tmp_path: Path) -> None:
    rng = np.random.default_rng(2)
    rows = [(f"{value:.3f}", f"{other:.3f}", f"{value + other:.3f}") for value, other in rng.normal(size=(200, 2))]
    cells = [("?" if number % 9 == 0 else a, b, "" if number % 20 == 0 else y) for number, (a, b, y) in enumerate(rows)]
    lines = ["a,b,y", *(",".join(row) for row in cells), ""]
    (tmp_path / "holes.csv").write_text("\n".join(lines), "utf-8")
    found = scan(tmp_path / "holes.csv", silent)
    assert [problem.code for problem in found.problems] == ["own_not_finite", "own_no_targets"]
    spec = found.choices[0]
    assert spec.facts().input_names == ("a", "b")
    taken = held(spec)
    assert sum(taken.counts) == 190
    statistics = overview_of(taken).statistics
    assert statistics is not None
    inputs, _, places = spec.assigned()  # type: ignore[attr-defined]
    there = inputs[places["train"], 0]
    assert statistics.missing.tolist() == [int(np.isnan(there).sum()), 0]
    assert statistics.deviation[0] == pytest.approx(np.nanstd(there), rel=1e-6)
    assert statistics.mean[0] == pytest.approx(np.nanmean(there), rel=1e-5)


def test_columns_that_are_not_used_are_named(tmp_path: Path) -> None:
    lines = [f"n{row},{row % 7},{row / 3:.2f},{row % 5 + row / 9:.2f}" for row in range(60)]
    (tmp_path / "t.csv").write_text("\n".join(["name,age,size,price", *lines, ""]), "utf-8")
    found = scan(tmp_path / "t.csv", silent)
    (problem,) = [problem for problem in found.problems if problem.code == "own_unused_columns"]
    assert "name" in str(problem.message)


def test_numbers_that_no_float_holds_are_missing(tmp_path: Path) -> None:
    lines = [f"{'1.8e308' if row == 5 else '1e250' if row == 6 else row},{row * 2}" for row in range(60)]
    (tmp_path / "t.csv").write_text("\n".join(["x,y", *lines, ""]), "utf-8")
    found = scan(tmp_path / "t.csv", silent)
    assert [problem.code for problem in found.problems] == ["own_not_finite"]
    train = held(found.choices[0]).loaded.splits["train"]
    assert np.isfinite(np.asarray(train.inputs[:])).all()
    np.savez(tmp_path / "big.npz", inputs=np.full((60, 3), 1e200), targets=np.arange(60) % 2)
    assert "own_array_not_finite" in [problem.code for problem in scan(tmp_path / "big.npz", silent).problems]


def test_a_table_with_decimal_commas_is_read_as_its_author_does(tmp_path: Path) -> None:
    values = np.round(np.random.default_rng(1).normal(3, 2, (80, 2)), 2)
    lines = [";".join(f"{value:.2f}".replace(".", ",") for value in row) for row in values]
    (tmp_path / "werte.csv").write_text("\n".join(["laenge;preis", *lines, ""]), "utf-8")
    spec = scan(tmp_path / "werte.csv", silent).choices[0]
    taken = held(spec)
    assert (spec.facts().target, spec.facts().input_names) == ("value", ("laenge",))
    page = read_page(taken, np.zeros(taken.counts[0], np.uint8), np.arange(taken.counts[0]))
    assert page.inputs is not None
    assert page.values is not None
    told = np.column_stack([page.inputs, page.values])
    assert {tuple(row) for row in np.round(told, 2).tolist()} <= {tuple(row) for row in values.tolist()}
