"""Every import contract of pyproject.toml holds here, and breaks where it is violated."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LINT_IMPORTS = Path(sys.executable).with_name("lint-imports")

VIOLATIONS = {
    "ui -> explorer -> models, never back": ("models/guilty.py", "import explorer"),
    "models and explorer know nothing of Qt": ("explorer/guilty.py", "def late():\n    import PySide6.QtCore"),
    "ui knows nothing of torch": ("ui/guilty.py", "import torch"),
}


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([LINT_IMPORTS, "--no-cache"], cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def small_tree(tmp_path: Path) -> Path:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for package in ("models", "explorer", "ui"):
        (tmp_path / package).mkdir()
        (tmp_path / package / "__init__.py").touch()
    return tmp_path


def test_the_contracts_hold_here() -> None:
    done = lint(ROOT)
    assert done.returncode == 0, done.stdout


def test_a_tree_without_violations_passes(small_tree: Path) -> None:
    assert lint(small_tree).returncode == 0


@pytest.mark.parametrize("name", VIOLATIONS)
def test_a_violation_breaks_its_contract(small_tree: Path, name: str) -> None:
    file, text = VIOLATIONS[name]
    (small_tree / file).write_text(text)
    done = lint(small_tree)
    assert done.returncode != 0
    assert f"{name} BROKEN" in done.stdout


def test_every_contract_is_shown_to_fail() -> None:
    text = (ROOT / "pyproject.toml").read_text()
    assert text.count("[[tool.importlinter.contracts]]") == len(VIOLATIONS)
