"""Words: every sentence has a translation, and widgets follow the language."""

import importlib.util
import string
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from explorer.assets import assets_folder
from models.text import Text
from ui.text import bind, language, say, tr


@pytest.fixture(scope="module")
def update() -> ModuleType:
    """The script that keeps the translation file."""
    spec = importlib.util.spec_from_file_location("update", assets_folder() / "translations" / "update.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_sentence_is_translated(update: ModuleType) -> None:
    found, translations = update.sentences(), update.read()
    missing = sorted(f"{place}: {sentence}" for sentence, place in found.items() if sentence not in translations)
    assert not missing, "run assets/translations/update.py and translate:\n" + "\n".join(missing)


def test_no_translation_is_left_of_a_sentence_that_is_gone(update: ModuleType) -> None:
    assert set(update.read()) <= set(update.sentences())


def test_translations_have_the_same_parameters(update: ModuleType) -> None:
    def fields(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    wrong = [source for source, translation in update.read().items() if fields(source) != fields(translation)]
    assert not wrong


def test_the_script_sees_a_literal_wherever_it_is_handed_on(update: ModuleType, tmp_path: Path) -> None:
    code = """
def label(words): return tr(words)
class Box:
    def __init__(self, title): bind(self, "setText", title)
label("one"); Box("two"); tr("three" if x else "four"); bind(w, "setText", "five"); say(Text("six"))
A_SOURCES = {"a": "seven"}
other("no")
"""
    import ast

    assert set(update.literals(ast.parse(code))) == {"one", "two", "three", "four", "five", "six", "seven"}


def test_the_file_keeps_what_is_done_and_marks_what_is_not(update: ModuleType, tmp_path: Path) -> None:
    file = tmp_path / "x.ts"
    update.write({"Save": "ui/a.py", "New & <odd>": "ui/a.py"}, {"Save": "保存", "Gone": "没有"}, file)
    assert update.read(file) == {"Save": "保存"}
    assert 'type="unfinished"' in file.read_text("utf-8")


def test_a_bound_label_follows_the_language(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    bind(label, "setText", "step {step}", step=1234)
    assert label.text() == "step 1\u202f234"
    language.switch("zh_CN")
    assert label.text() == "第 1\u202f234 步"
    language.switch("en")
    assert label.text() == "step 1\u202f234"


def test_parameters_that_are_texts_are_translated_too(qtbot: QtBot) -> None:
    language.switch("zh_CN")
    assert say(Text("Input: {port}", {"port": Text("Vector")})) == "输入：向量"
    assert tr("no such sentence") == "no such sentence"
