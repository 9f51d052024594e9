"""Every spec of every catalogue has a form that shows its values and writes them back."""

import pytest
from pydantic import ValidationError
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from explorer.datasets import DATASETS
from explorer.early_stopping import STOPPINGS
from explorer.objectives import OBJECTIVES
from explorer.optimizers import OPTIMIZERS
from explorer.problems import BATCH_TOO_LARGE
from explorer.schedules import SCHEDULES
from explorer.spec import Experiment
from explorer.training import LIMITS, Training
from models.layer import LayerSpec
from models.layers import LAYERS
from models.layers.conv2d import Conv2d
from models.layers.reshape import Reshape
from models.network import ARCHITECTURES
from models.spec import Spec
from ui.fields.allowed import Allowed, allowed_by
from ui.fields.choice import ChoiceField
from ui.fields.field import Field
from ui.fields.form import Form
from ui.fields.kind import KindField
from ui.fields.line import LineField
from ui.fields.option_labels import LABELS, NUMBER
from ui.fields.optional import OptionalField
from ui.fields.size import SizeField
from ui.fields.switch import SwitchField
from ui.text import language

MEMBERS: tuple[type[Spec], ...] = (
    *LAYERS, *DATASETS, *OBJECTIVES, *OPTIMIZERS, *SCHEDULES, *STOPPINGS, *LIMITS, *ARCHITECTURES, Training,
)  # fmt: skip
NETWORKS = {"blocks", "branches", "network", "encoder", "decoder", "generator", "discriminator"}


def other_value(member: type[Spec], name: str, allowed: Allowed, value: object) -> object:
    """A value that this field admits and does not hold yet, None where there is none."""
    candidates: list[object] = [not value] if allowed.switch else []
    candidates += [word for word in allowed.words if word != value]
    if allowed.number is not None and allowed.number in (int, float):
        candidates += [allowed.number(number) for number in (3, 5, 12, 70, 7000, 0.25, 0.75) if number != value]
    if allowed.text:
        candidates.append("other words")
    if allowed.item is not None:
        candidates.append((2, 4, 8))
    for candidate in candidates:
        try:
            member.model_validate({**member.model_validate({}).model_dump(), name: candidate})
        except ValidationError:
            continue
        return candidate
    return None


def enter(qtbot: QtBot, field: Field, value: object) -> None:
    """What a person does to give a field a value."""
    if isinstance(field, SwitchField):
        qtbot.mouseClick(field.box, Qt.MouseButton.LeftButton, pos=field.box.rect().center())
    elif isinstance(field, SizeField):
        if isinstance(value, str):
            enter(qtbot, field.choice, value)
        else:
            if not field.number.isVisible():
                enter(qtbot, field.choice, NUMBER)
            enter(qtbot, field.number, value)
    elif isinstance(field, ChoiceField):
        index = field.box.findData(value)
        field.box.setCurrentIndex(index)
        field.box.activated.emit(index)
    elif isinstance(field, OptionalField):
        enter(qtbot, field.inner, value)
    elif isinstance(field, LineField):
        field.line.selectAll()
        qtbot.keyClicks(field.line, field.write(value))
    else:
        raise AssertionError(f"no way to enter a value into {field}")


@pytest.mark.parametrize("member", MEMBERS)
def test_every_titled_field_has_a_row_that_writes_back(qtbot: QtBot, member: type[Spec]) -> None:
    spec = member.model_validate({})
    form = Form(spec, "place")
    qtbot.addWidget(form)
    form.show()
    titled = {name for name, info in member.model_fields.items() if info.title} - NETWORKS
    assert {name for name in form.field_names() if "." not in name} == titled
    told: dict[str, object] = {}
    form.edited.connect(lambda path, value, _key: told.update({path: value}))
    for name in sorted(titled):
        info, field = member.model_fields[name], form.row(name).field
        allowed = allowed_by(info)
        if isinstance(field, KindField):
            continue
        value = other_value(member, name, allowed, getattr(spec, name))
        if value is None:
            assert len(allowed.words) == 1, f"{member.__name__}.{name} admits no other value"
            continue
        enter(qtbot, field, value)
        assert told[f"place.{name}"] == value


@pytest.mark.parametrize("member", MEMBERS)
def test_every_field_explains_itself(member: type[Spec]) -> None:
    for name, info in member.model_fields.items():
        if info.title:
            assert info.description, f"{member.__name__}.{name} has no description"


@pytest.mark.parametrize("member", MEMBERS)
def test_every_word_has_a_label(member: type[Spec]) -> None:
    for name, info in member.model_fields.items():
        if info.title:
            unnamed = [word for word in allowed_by(info).words if word not in LABELS]
            assert not unnamed, f"{member.__name__}.{name}: {unnamed} have no label in OPTION_LABELS"


@pytest.mark.parametrize("layer", LAYERS)
def test_a_form_of_a_block_shows_what_it_is_given(qtbot: QtBot, layer: type[LayerSpec]) -> None:
    spec = layer.model_validate({})
    form = Form(spec, "here")
    qtbot.addWidget(form)
    told: list[object] = []
    form.edited.connect(lambda *edit: told.append(edit))
    for name in form.field_names():
        value = other_value(layer, name, allowed_by(layer.model_fields[name]), getattr(spec, name))
        if value is None:
            continue
        changed = layer.model_validate({**spec.model_dump(), name: value})
        form.show_spec(changed, "there")
        field = form.row(name).field
        if isinstance(field, LineField):
            assert field.read(field.line.text()) == value
        elif isinstance(field, ChoiceField):
            assert field.box.currentData() == value
        elif isinstance(field, SwitchField):
            assert field.box.isChecked() == value
    assert told == []


def test_a_kind_is_chosen_by_its_label_and_its_fields_follow(qtbot: QtBot) -> None:
    form = Form(Training(), "training")
    qtbot.addWidget(form)
    field = form.row("optimizer").field
    assert isinstance(field, KindField)
    assert field.box.currentText() == "Adam"
    assert "optimizer.beta1" in form.field_names()
    with qtbot.waitSignal(form.edited) as blocker:
        field.box.activated.emit(field.box.findText("SGD"))
    assert blocker.args == ["training.optimizer.kind", "sgd", ""]
    form.show_spec(Training.model_validate({"optimizer": {"kind": "sgd"}}), "training")
    assert "optimizer.momentum" in form.field_names()
    assert "optimizer.beta1" not in form.field_names()


def test_what_may_be_left_out_can_be_put_in_and_left_out_again(qtbot: QtBot) -> None:
    form = Form(Training(), "training")
    qtbot.addWidget(form)
    field = form.row("discriminator_optimizer").field
    assert isinstance(field, KindField)
    told: list[tuple[object, ...]] = []
    form.edited.connect(lambda *edit: told.append(edit))
    field.box.activated.emit(1)
    form.show_spec(Training.model_validate({"discriminator_optimizer": {"kind": "sgd"}}), "training")
    field.box.activated.emit(0)
    assert told[0] == ("training.discriminator_optimizer", {"kind": "sgd"}, "")
    assert told[1] == ("training.discriminator_optimizer", None, "")


def test_problems_stand_at_their_field(qtbot: QtBot) -> None:
    form = Form(Training(), "training")
    qtbot.addWidget(form)
    form.show()
    problem = BATCH_TOO_LARGE.at("training.batch_size", batch_size=5000, num_samples=1258)
    form.show_problems([problem])
    assert form.row("batch_size").problem.isVisible()
    assert "5\u202f000" in form.row("batch_size").problem.text()
    assert not form.row("num_threads").problem.isVisible()
    form.show_problems([])
    assert not form.row("batch_size").problem.isVisible()


def test_forms_follow_the_language(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    words = {"Batch size": "批大小", "Adam": "亚当"}
    monkeypatch.setattr("ui.text.load_translations", lambda name: words if name == "zh_CN" else {})
    form = Form(Training(), "training")
    qtbot.addWidget(form)
    language.switch("zh_CN")
    assert form.row("batch_size").title.text() == "批大小"
    field = form.row("optimizer").field
    assert isinstance(field, KindField)
    assert field.box.currentText() == "亚当"


def test_only_the_named_fields(qtbot: QtBot) -> None:
    form = Form(Experiment(), "", only=("seed",))
    qtbot.addWidget(form)
    assert form.field_names() == ("seed",)


def test_own_fields_come_before_those_of_the_whole_catalogue(qtbot: QtBot) -> None:
    form = Form(DATASETS[0].model_validate({}), "data")
    qtbot.addWidget(form)
    assert form.field_names()[-1] == "split_seed"


def test_a_shape_is_typed_as_numbers(qtbot: QtBot) -> None:
    form = Form(Reshape(), "block")
    qtbot.addWidget(form)
    field = form.row("shape").field
    assert isinstance(field, LineField)
    field.line.selectAll()
    with qtbot.waitSignal(form.edited) as blocker:
        qtbot.keyClicks(field.line, "4")
    assert blocker.args[1] == (4,)
    qtbot.keyClicks(field.line, " x 4, 4")
    assert field.read(field.line.text()) == (4, 4, 4)


def test_a_size_keeps_its_number_while_it_is_automatic(qtbot: QtBot) -> None:
    form = Form(Conv2d(padding=4), "block")
    qtbot.addWidget(form)
    field = form.row("padding").field
    assert isinstance(field, SizeField)
    told: list[object] = []
    form.edited.connect(lambda _path, value, _key: told.append(value))
    enter(qtbot, field, "same")
    form.show_spec(Conv2d(padding="same"), "block")
    enter(qtbot, field.choice, NUMBER)
    assert told == ["same", 4]
