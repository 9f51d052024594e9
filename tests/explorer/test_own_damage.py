"""Whatever is wrong with a person's data has a name, a cause and a remedy; nothing ends in a traceback."""

from pathlib import Path

import pytest

from explorer.own.scan import scan
from tests.explorer.own_damage import Maker, cases

CASES = list(cases())


def test_there_are_a_hundred_of_them() -> None:
    assert len({name for name, _, _ in CASES}) == len(CASES) >= 100


@pytest.mark.parametrize(("name", "make", "code"), CASES, ids=[name for name, _, _ in CASES])
def test_damage_is_a_named_problem(name: str, make: Maker, code: str, tmp_path: Path) -> None:
    folder = tmp_path / "数据 🗂"
    folder.mkdir()
    path = make(folder)
    before = {file: file.stat().st_mtime_ns for file in folder.rglob("*")}
    found = scan(path, lambda *_news: None)
    assert code in {problem.code for problem in found.problems}, [str(problem) for problem in found.problems]
    for problem in found.problems:
        assert problem.place
        assert str(problem.message).endswith((".", ":"))
        assert str(problem.remedy)
    for choice in found.choices:  # what can be used in spite of it, can be used
        loaded, facts = choice.load(), choice.facts()
        assert {split: len(part) for split, part in loaded.splits.items()} == dict(facts.num_samples)
    assert before == {file: file.stat().st_mtime_ns for file in folder.rglob("*")}, "a scan changes nothing"
