"""The training editor and the list of problems."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from pytestqt.qtbot import QtBot

from explorer import edits
from explorer.rate_curve import rate_curve
from explorer.spec import Experiment
from explorer.training import Training
from models.layers.dense import Dense
from models.layers.flatten import Flatten
from models.network import EncoderDecoder, Gan, NetworkSpec, Single
from ui.editors.problem_list import PLACE_ROLE, ProblemList
from ui.editors.training_editor import TrainingEditor
from ui.fields.kind import KindField
from ui.fields.line import LineField
from ui.fields.size import SizeField
from ui.spec_store import SpecStore
from ui.text import language

READY = Experiment(architecture=Single(network=NetworkSpec(blocks=(Flatten(), Dense(units="classes")))))


def shown(qtbot: QtBot, experiment: Experiment) -> tuple[TrainingEditor, SpecStore]:
    store = SpecStore(experiment)
    editor = TrainingEditor(store)
    store.setParent(editor)
    qtbot.addWidget(editor)
    editor.resize(320, 800)
    editor.show()
    return editor, store


def line(editor: TrainingEditor, name: str) -> LineField:  # type: ignore[type-arg]
    field = editor.row(name).field
    assert isinstance(field, LineField)
    return field


def test_typing_a_learning_rate_changes_the_spec(qtbot: QtBot) -> None:
    editor, store = shown(qtbot, READY)
    field = line(editor, "optimizer.learning_rate")
    field.line.selectAll()
    qtbot.keyClicks(field.line, "3e-4")
    assert store.experiment.training.optimizer.learning_rate == 3e-4
    assert field.line.text() == "3e-4"
    store.undo_stack.undo()
    assert store.experiment == READY
    assert field.line.text() == "0.001"


def test_a_bad_learning_rate_never_reaches_the_spec(qtbot: QtBot) -> None:
    editor, store = shown(qtbot, READY)
    field = line(editor, "optimizer.learning_rate")
    field.line.selectAll()
    qtbot.keyClicks(field.line, "-")
    assert store.experiment == READY
    qtbot.keyClick(field.line, Qt.Key.Key_Escape)
    assert field.line.text() == "0.001"


def test_another_optimiser_keeps_what_both_know(qtbot: QtBot) -> None:
    editor, store = shown(qtbot, edits.replace(READY, "training.optimizer.learning_rate", 0.05))
    field = editor.row("optimizer").field
    assert isinstance(field, KindField)
    field.box.activated.emit(field.box.findData("sgd"))
    assert store.experiment.training.optimizer.kind == "sgd"
    assert store.experiment.training.optimizer.learning_rate == 0.05
    assert "optimizer.momentum" in editor.field_names()


def test_what_has_no_effect_is_grey_and_says_why(qtbot: QtBot) -> None:
    editor, store = shown(qtbot, edits.replace(READY, "training.discriminator_optimizer", {"kind": "sgd"}))
    row, rate = editor.row("discriminator_optimizer"), editor.row("discriminator_optimizer.learning_rate")
    for grey in (row, rate):  # what is below it is as idle
        assert not grey.field.isEnabled()
        assert "no discriminator" in grey.toolTip()
        assert grey.title.property("role") == "faint"
        assert "no discriminator" in (grey.field.focusProxy() or grey.field).accessibleDescription()
    store.set(edits.replace(store.experiment, "architecture", Gan()))
    assert row.field.isEnabled()
    assert rate.field.isEnabled()
    assert row.title.property("role") == "muted"
    assert not editor.row("discriminator_optimizer.nesterov").field.isEnabled()
    store.set(edits.replace(store.experiment, "training.discriminator_optimizer.momentum", 0.5))
    assert editor.row("discriminator_optimizer.nesterov").field.isEnabled()
    assert "no discriminator" not in row.toolTip()


def test_the_reason_follows_the_language(qtbot: QtBot) -> None:
    editor, _ = shown(qtbot, READY)
    language.switch("zh_CN")
    assert "没有判别器" in editor.row("discriminator_optimizer").toolTip()
    language.switch("en")
    assert "no discriminator" in editor.row("discriminator_optimizer").toolTip()


def test_every_setting_of_training_has_a_row(qtbot: QtBot) -> None:
    editor, _ = shown(qtbot, READY)
    titled = {name for name, info in Training.model_fields.items() if info.title}
    assert {*titled, "seed"} <= set(editor.field_names())


def test_seed_is_edited_beside_training(qtbot: QtBot) -> None:
    editor, store = shown(qtbot, READY)
    field = line(editor, "seed")
    field.line.selectAll()
    qtbot.keyClicks(field.line, "42")
    assert store.experiment.seed == 42


def problem_list(qtbot: QtBot, experiment: Experiment) -> tuple[ProblemList, SpecStore]:
    problems = ProblemList(store := SpecStore(experiment))
    store.setParent(problems)
    qtbot.addWidget(problems)
    problems.show()
    return problems, store


def test_nothing_wrong_is_said_too(qtbot: QtBot) -> None:
    shown_problems, _ = problem_list(qtbot, READY)
    assert shown_problems.all_well.isVisible()
    assert not shown_problems.list.isVisible()


def test_problems_name_place_cause_remedy_and_lead_there(qtbot: QtBot) -> None:
    shown_problems, store = problem_list(qtbot, READY)
    store.set(edits.replace(store.experiment, "architecture.network.blocks.1.in_features", 2304))
    problems = shown_problems.list
    assert problems.isVisible()
    item = problems.item(0)
    assert "Block 2 (Dense)" in item.text()
    assert "2\u202f304" in item.text()
    assert item.text().count("\n") == 1
    with qtbot.waitSignal(shown_problems.chosen) as blocker:
        problems.itemActivated.emit(item)
    assert blocker.args == ["architecture.network.blocks.1"]


def test_return_leads_to_the_problem(qtbot: QtBot) -> None:
    problems, _ = problem_list(qtbot, Experiment())
    problems.list.setCurrentRow(0)
    with qtbot.waitSignal(problems.chosen):
        qtbot.keyClick(problems.list, Qt.Key.Key_Return)


def test_batch_size_problem_stands_at_its_field(qtbot: QtBot) -> None:
    editor, _ = shown(qtbot, edits.replace(READY, "training.batch_size", 60000))
    assert not editor.row("batch_size").problem.isHidden()


def test_problems_of_several_networks_name_the_network(qtbot: QtBot) -> None:
    architecture = EncoderDecoder(encoder=NetworkSpec(blocks=(Dense(in_features=3),)))
    problems = ProblemList(store := SpecStore(Experiment(architecture=architecture)))
    store.setParent(problems)
    qtbot.addWidget(problems)
    texts = {problems.list.item(row).data(PLACE_ROLE): problems.list.item(row).text() for row in range(2)}
    assert texts["architecture.encoder.blocks.0"].startswith("▲ Encoder · Block 1 (Dense)")
    assert texts["architecture.decoder"].startswith("▲ Decoder\n")


def test_problems_follow_the_language(qtbot: QtBot) -> None:
    problems = ProblemList(store := SpecStore(Experiment()))
    store.setParent(problems)
    qtbot.addWidget(problems)
    before = problems.list.item(0).text()
    language.switch("zh_CN")
    language.switch("en")
    assert problems.list.item(0).text() == before


def test_typing_twice_in_a_field_is_undone_in_two_steps(qtbot: QtBot) -> None:
    editor, store = shown(qtbot, READY)
    field = line(editor, "batch_size")
    for text in ("128", "256"):
        field.begin_session()  # what getting the focus does
        field.line.selectAll()
        qtbot.keyClicks(field.line, text)
    store.undo_stack.undo()
    assert store.experiment.training.batch_size == 128
    store.undo_stack.undo()
    assert store.experiment == READY


def test_typing_a_size_is_one_edit(qtbot: QtBot) -> None:
    editor, store = shown(qtbot, edits.replace(READY, "training.num_threads", 1))
    field = editor.row("num_threads").field
    assert isinstance(field, SizeField)
    field.number.line.selectAll()
    qtbot.keyClicks(field.number.line, "12")
    assert store.experiment.training.num_threads == 12
    store.undo_stack.undo()
    assert store.experiment.training.num_threads == 1


def test_the_learning_rate_is_drawn_before_training(qtbot: QtBot) -> None:
    editor, store = shown(qtbot, READY)
    store.set(edits.replace(store.experiment, "training.schedule", {"kind": "cosine"}))
    curve = rate_curve(store.experiment, store.experiment.data.facts().num_samples["train"])
    ((steps, rates),) = editor.rates.plot.lines().values()
    assert np.array_equal(steps, curve.steps)
    assert np.array_equal(rates, curve.rates[""])
    assert rates[0] == 0.001
    assert "steps in all" in editor.rates.caption.text()
    qtbot.mouseClick(editor.rates.log, Qt.MouseButton.LeftButton)
    ((_, exponents),) = editor.rates.plot.lines().values()
    assert exponents[0] == pytest.approx(-3)
    store.set(edits.replace(store.experiment, "training.limit", {"kind": "seconds"}))
    assert "1\u202f000 steps" in editor.rates.caption.text()


def test_a_step_of_the_drawn_rate_is_read_off(qtbot: QtBot) -> None:
    editor, store = shown(qtbot, READY)
    decay = {"kind": "step", "every": 7, "unit": "steps"}
    store.set(edits.replace(store.experiment, "training.schedule", decay))
    store.set(edits.replace(store.experiment, "training.limit", {"kind": "steps", "count": 20}))
    plot, caption = editor.rates.plot, editor.rates.caption
    for step, wanted in ((6, "step 7: 0.001000"), (7, "step 8: 0.0001000")):
        plot.step_hovered.emit(step)
        assert caption.text() == wanted
    at, button = QPointF(plot.rect().center()), Qt.MouseButton.NoButton
    moved = QMouseEvent(QEvent.Type.MouseMove, at, at, button, button, Qt.KeyboardModifier.NoModifier)
    plot.mouseMoveEvent(moved)
    assert caption.text().startswith("step ")
    plot.grab()
    plot.leaveEvent(QEvent(QEvent.Type.Leave))
    assert "steps in all" in caption.text()


def test_two_networks_have_a_line_each(qtbot: QtBot) -> None:
    editor, store = shown(qtbot, edits.replace(READY, "architecture", Gan()))
    assert set(editor.rates.plot.lines()) == {""}
    own = {"kind": "sgd", "learning_rate": 0.5}
    store.set(edits.replace(store.experiment, "training.discriminator_optimizer", own))
    assert set(editor.rates.plot.lines()) == {"generator", "discriminator"}
    editor.rates.plot.step_hovered.emit(0)
    assert editor.rates.caption.text() == "step 1: generator 0.001000, discriminator 0.5000"
    editor.rates.plot.grab()
