"""The training editor and the list of problems."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from explorer import edits
from explorer.spec import Experiment
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
    form = editor.form.form
    assert form is not None
    field = form.row(name).field
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
    form = editor.form.form
    assert form is not None
    field = form.row("optimizer").field
    assert isinstance(field, KindField)
    field.box.activated.emit(field.box.findData("sgd"))
    assert store.experiment.training.optimizer.kind == "sgd"
    assert store.experiment.training.optimizer.learning_rate == 0.05
    assert "optimizer.momentum" in form.field_names()


def test_the_discriminators_optimiser_shows_for_gans_only(qtbot: QtBot) -> None:
    editor, store = shown(qtbot, READY)
    form = editor.form.form
    assert form is not None
    assert form.row("discriminator_optimizer").isHidden()
    store.set(edits.replace(store.experiment, "architecture", Gan()))
    assert not form.row("discriminator_optimizer").isHidden()


def test_seed_is_edited_beside_training(qtbot: QtBot) -> None:
    editor, store = shown(qtbot, READY)
    assert editor.seed.form is not None
    field = editor.seed.form.row("seed").field
    assert isinstance(field, LineField)
    field.line.selectAll()
    qtbot.keyClicks(field.line, "42")
    assert store.experiment.seed == 42


def test_nothing_wrong_is_said_too(qtbot: QtBot) -> None:
    editor, _ = shown(qtbot, READY)
    assert editor.problems.all_well.isVisible()
    assert not editor.problems.list.isVisible()


def test_problems_name_place_cause_remedy_and_lead_there(qtbot: QtBot) -> None:
    editor, store = shown(qtbot, READY)
    store.set(edits.replace(store.experiment, "architecture.network.blocks.1.in_features", 2304))
    problems = editor.problems.list
    assert problems.isVisible()
    item = problems.item(0)
    assert "Block 2 (Dense)" in item.text()
    assert "2\u202f304" in item.text()
    assert item.text().count("\n") == 1
    with qtbot.waitSignal(editor.place_chosen) as blocker:
        problems.itemActivated.emit(item)
    assert blocker.args == ["architecture.network.blocks.1"]


def test_return_leads_to_the_problem(qtbot: QtBot) -> None:
    problems = ProblemList(store := SpecStore(Experiment()))
    store.setParent(problems)
    qtbot.addWidget(problems)
    problems.show()
    problems.list.setCurrentRow(0)
    with qtbot.waitSignal(problems.chosen):
        qtbot.keyClick(problems.list, Qt.Key.Key_Return)


def test_batch_size_problem_stands_at_its_field(qtbot: QtBot) -> None:
    editor, _ = shown(qtbot, edits.replace(READY, "training.batch_size", 60000))
    form = editor.form.form
    assert form is not None
    assert not form.row("batch_size").problem.isHidden()


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
    form = editor.form.form
    assert form is not None
    field = form.row("num_threads").field
    assert isinstance(field, SizeField)
    field.number.line.selectAll()
    qtbot.keyClicks(field.number.line, "12")
    assert store.experiment.training.num_threads == 12
    store.undo_stack.undo()
    assert store.experiment.training.num_threads == 1
