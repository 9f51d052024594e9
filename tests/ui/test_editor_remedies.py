"""One click, or one key, mends what is wrong; undo brings it back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from explorer import edits
from explorer.gallery import load
from explorer.spec import Experiment
from models.text import THIN_SPACE
from ui.build_page import BuildPage
from ui.editors.facts import facts_of
from ui.editors.inspector import Inspector
from ui.editors.problem_list import ProblemList
from ui.editors.remedy_row import RemedyRow
from ui.spec_store import SpecStore
from ui.text import language

DENSE = "architecture.network.blocks.7"


def shown(qtbot: QtBot, experiment: Experiment) -> tuple[ProblemList, SpecStore]:
    problems = ProblemList(store := SpecStore(experiment))
    store.setParent(problems)
    qtbot.addWidget(problems)
    problems.resize(300, 500)
    problems.show()
    return problems, store


def texts(buttons: list[QPushButton]) -> list[str]:
    return [button.text().replace(THIN_SPACE, " ") for button in buttons]


def own_problems(experiment: Experiment) -> list[str]:
    """What is wrong but for the data, which are not on this machine."""
    return [problem.code for problem in facts_of(experiment).problems if problem.place != "data"]


def select(qtbot: QtBot, problems: ProblemList, code: str) -> list[QPushButton]:
    """The buttons of what helps against the first problem with this code."""
    codes = [problem.code for problem in facts_of(problems._store.experiment).problems]
    problems.list.setCurrentRow(codes.index(code))
    return offered(qtbot, problems.remedies)


def offered(qtbot: QtBot, row: RemedyRow) -> list[QPushButton]:
    """The buttons once they can be pressed."""
    qtbot.waitUntil(lambda: not row._pause.isActive() and bool(row.buttons) and row.buttons[-1].isVisible())
    return row.buttons


def test_one_click_mends_the_printed_mistake_and_one_step_brings_it_back(qtbot: QtBot) -> None:
    problems, store = shown(qtbot, broken := load("cnn-two-conv-as-printed"))
    buttons = select(qtbot, problems, "input_mismatch")
    assert texts(buttons)[:2] == ["Set Inputs to Automatic", "Put Conv 3×3 before block 7 (Flatten)"]
    assert all(button.isVisible() for button in buttons)
    with qtbot.waitSignal(problems.chosen) as chosen:
        qtbot.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    assert chosen.args == [DENSE]
    assert own_problems(store.experiment) == []
    assert facts_of(store.experiment).resolved.num_params == 545_098
    store.undo_stack.undo()
    assert store.experiment == broken
    assert texts(select(qtbot, problems, "input_mismatch"))[0] == "Set Inputs to Automatic"


def test_the_keyboard_reaches_every_remedy(qtbot: QtBot) -> None:
    problems, store = shown(qtbot, load("cnn-two-conv-as-printed"))
    problems.activateWindow()
    select(qtbot, problems, "input_mismatch")
    problems.list.setFocus()
    qtbot.waitUntil(problems.list.hasFocus)
    for _ in range(2):
        qtbot.keyClick(problems.focusWidget(), Qt.Key.Key_Tab)
    assert problems.focusWidget() is problems.remedies.buttons[1]
    qtbot.keyClick(problems.focusWidget(), Qt.Key.Key_Space)
    assert own_problems(store.experiment) == []
    assert [block.kind for block in store.experiment.architecture.network.blocks[6:9]] == [  # type: ignore[union-attr]
        "conv2d", "flatten", "dense",
    ]  # fmt: skip


def test_remedies_follow_the_problem_the_experiment_and_the_language(qtbot: QtBot) -> None:
    problems, _ = shown(qtbot, Experiment())
    assert texts(offered(qtbot, problems.remedies)) == ["Put Flatten and Dense at the end"]
    language.switch("zh_CN")
    assert "全连接" in offered(qtbot, problems.remedies)[0].text()
    language.switch("en")
    qtbot.mouseClick(offered(qtbot, problems.remedies)[0], Qt.MouseButton.LeftButton)
    assert problems.remedies.buttons == []
    assert not problems.remedies.isVisible()
    assert problems.all_well.isVisible()


def test_while_something_changes_no_old_remedy_can_be_pressed(qtbot: QtBot) -> None:
    problems, store = shown(qtbot, load("cnn-two-conv-as-printed"))
    buttons = select(qtbot, problems, "input_mismatch")
    store.set(edits.replace(store.experiment, "title", "Another"))
    assert not any(button.isEnabled() for button in buttons)
    qtbot.mouseClick(offered(qtbot, problems.remedies)[0], Qt.MouseButton.LeftButton)
    assert store.experiment.title == "Another"
    assert own_problems(store.experiment) == []


def test_the_inspector_offers_what_helps_its_block(qtbot: QtBot) -> None:
    inspector = Inspector(store := SpecStore(load("cnn-two-conv-as-printed")))
    store.setParent(inspector)
    qtbot.addWidget(inspector)
    inspector.resize(300, 800)
    inspector.show()
    inspector.show_block(DENSE)
    qtbot.mouseClick(offered(qtbot, inspector.remedies)[0], Qt.MouseButton.LeftButton)
    assert own_problems(store.experiment) == []
    assert not inspector.remedies.isVisible()
    inspector.show_block("")
    assert not inspector.remedies.isVisible()


def test_what_helped_a_block_goes_when_it_is_no_longer_selected(qtbot: QtBot) -> None:
    inspector = Inspector(store := SpecStore(load("cnn-two-conv-as-printed")))
    store.setParent(inspector)
    qtbot.addWidget(inspector)
    inspector.show()
    inspector.show_block(DENSE)
    assert offered(qtbot, inspector.remedies)
    inspector.show_block("")
    store.set(edits.replace(store.experiment, "seed", 7))
    language.switch("zh_CN")
    assert inspector.remedies.buttons == []
    assert not inspector.remedies.isVisible()


def test_a_remedy_leads_to_the_block_that_it_mended(qtbot: QtBot) -> None:
    page = BuildPage(store := SpecStore(load("cnn-two-conv-as-printed")))
    store.setParent(page)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    buttons = select(qtbot, page.problems, "input_mismatch")
    qtbot.mouseClick(buttons[1], Qt.MouseButton.LeftButton)
    assert page.model.selected == "architecture.network.blocks.8"
