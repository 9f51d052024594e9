"""The command line's smaller parts: tables, progress, known-bad versions, translations."""

import io
import sys
from pathlib import Path

import pytest

from explorer.cli.output import print_json, print_table
from explorer.cli.progress import shown_progress
from explorer.events import Progress
from explorer.qt_versions import refuses_qt
from explorer.translations import load_translations, preferred_language, translate
from models.text import Text


def progress(seconds: float, left: float | None) -> Progress:
    return Progress("", 12_345, 3, seconds, left, 31_400.4, 0.0, 0)


@pytest.mark.parametrize(
    ("qt", "python", "refused"),
    [
        ("6.12.0", (3, 11), True),
        ("6.12.0", (3, 12), False),
        ("6.11.0", (3, 13), True),
        ("6.11.3", (3, 11), False),
        ("6.12.1", (3, 11), False),
    ],
)
def test_versions_of_qt_that_are_known_to_crash(qt: str, python: tuple[int, ...], refused: bool) -> None:
    assert refuses_qt(qt, python) is refused


def test_json_has_null_for_what_is_not_finite(capsys: pytest.CaptureFixture[str]) -> None:
    print_json({"a": float("nan"), "b": [1, float("inf"), 0.1], "c": {"d": None}, "e": "é\n"})
    assert capsys.readouterr().out == '{"a": null, "b": [1, null, 0.1], "c": {"d": null}, "e": "\\u00e9\\n"}\n'


def test_tables_align_also_wide_characters(capsys: pytest.CaptureFixture[str]) -> None:
    print_table([("id", "漢字", "1"), ("longer", "ab", "22")], right=(2,))
    assert capsys.readouterr().out == "id      漢字   1\nlonger  ab    22\n"


def test_progress_is_a_line_every_few_seconds_where_there_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with shown_progress() as show:
        for seconds in (0.1, 0.6, 1.1, 5.2, 5.7):
            show(progress(seconds, 61.0), {"train/loss": 0.25, "learning_rate": 0.1})
    captured = capsys.readouterr()
    assert captured.out == ""
    first, second = captured.err.splitlines()
    assert "12\u202f345" in first
    assert "train/loss 0.25" in first
    assert "learning_rate" not in first
    assert "1:01" in second


def test_progress_is_a_bar_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "160")
    with shown_progress() as show:
        show(progress(1.0, 3.0), {"train/loss": 0.25})
        show(progress(1.5, None), {})
    assert "25%" in terminal.getvalue()
    assert "train/loss 0.25" in terminal.getvalue()


TS = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context><name>neural_explorer</name>
<message><source>Dense</source><translation>全连接</translation></message>
<message><source>{label} is odd</source><translation>{label}很怪</translation></message>
<message><source>Later</source><translation type="unfinished">以后</translation></message>
<message><source>Empty</source><translation></translation></message>
</context>
<context><name>other</name><message><source>Conv</source><translation>卷积</translation></message></context>
</TS>
"""


def test_translations_are_read_and_fill_in_translated_parameters(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "translations").mkdir()
    (tmp_path / "translations" / "neural_explorer_zh_CN.ts").write_text(TS, encoding="utf-8")
    monkeypatch.setattr("explorer.translations.assets_folder", lambda: tmp_path)
    load_translations.cache_clear()
    try:
        assert load_translations("zh_CN") == {"Dense": "全连接", "{label} is odd": "{label}很怪"}
        assert load_translations("en") == {}
        odd = Text("{label} is odd", {"label": Text("Dense")})
        assert translate(odd, "zh_CN") == "全连接很怪"
        assert translate(odd, "en") == "Dense is odd"
        assert translate("Later", "zh_CN") == "Later"
        assert translate("braces {stay}", "zh_CN") == "braces {stay}"
    finally:
        load_translations.cache_clear()


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({"NEURAL_EXPLORER_LANGUAGE": "zh_CN", "LANG": "en_GB.UTF-8"}, "zh_CN"),
        ({"LANG": "zh_TW.UTF-8"}, "zh_CN"),
        ({"LC_ALL": "de_DE.UTF-8", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"LANG": "C"}, "en"),
    ],
)
def test_the_language_follows_the_environment(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], language: str
) -> None:
    for name in ("NEURAL_EXPLORER_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert preferred_language() == language
