"""Folders: the environment overrides the platform's own places."""

from pathlib import Path

import pytest

from explorer.folders import config_folder, data_folder, runs_folder

FOLDERS = {
    "NEURAL_EXPLORER_DATA": data_folder,
    "NEURAL_EXPLORER_RUNS": runs_folder,
    "NEURAL_EXPLORER_CONFIG": config_folder,
}


@pytest.mark.parametrize("variable", FOLDERS)
def test_the_environment_overrides_a_folder(variable: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(variable, str(tmp_path / "elsewhere"))
    assert FOLDERS[variable]() == tmp_path / "elsewhere"
    monkeypatch.setenv(variable, "~/elsewhere")
    assert FOLDERS[variable]() == Path.home() / "elsewhere"
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(variable, "here")
    assert FOLDERS[variable]() == tmp_path / "here"


@pytest.mark.parametrize("variable", FOLDERS)
def test_platform_folders_bear_the_programs_name(variable: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(variable, "")
    assert "neural-explorer" in str(FOLDERS[variable]())
    assert FOLDERS[variable]().is_absolute()
