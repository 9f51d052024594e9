"""The summary beside the views: facts, short rows with shapes, and choosing a block."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from explorer import edits
from explorer.gallery import ids, load
from explorer.spec import Experiment
from models.layers.activation import Activation
from models.layers.conv2d import Conv2d
from models.layers.dense import Dense
from models.layers.flatten import Flatten
from models.layers.residual import Residual
from models.network import Gan, NetworkSpec, Single
from ui.editors.facts import facts_of
from ui.editors.summary_panel import SummaryPanel
from ui.editors.summary_rows import summary_rows
from ui.spec_store import SpecStore

TOP = "architecture.network.blocks"
BLOCKS = (Conv2d(out_channels=16, padding=1), Activation(), Residual(blocks=(Activation(),)), Flatten(), Dense())
CNN = Experiment(architecture=Single(network=NetworkSpec(blocks=BLOCKS)))


def shown(qtbot: QtBot, experiment: Experiment) -> tuple[SummaryPanel, SpecStore]:
    store = SpecStore(experiment)
    panel = SummaryPanel(store)
    store.setParent(panel)
    qtbot.addWidget(panel)
    panel.resize(248, 800)
    panel.show()
    return panel, store


def facts(panel: SummaryPanel) -> dict[str, str]:
    return {row.name.text(): row.value.text() for row in panel.data.rows + panel.training.rows if not row.isHidden()}


def test_an_activation_shares_the_row_of_its_block(qapp: object) -> None:
    rows = summary_rows(facts_of(CNN))
    titles = [row.row.title.strip() for row in rows]
    assert titles == [
        "Conv 3×3 · ReLU",
        "Residual",
        "Activation ReLU",
        "Flatten",
        "Dense",
    ]
    assert rows[0].paths == (f"{TOP}.0", f"{TOP}.1")
    assert rows[0].row.shape == "16 × 8 × 8"
    assert rows[2].row.title.startswith(" ")


def test_two_networks_have_their_names_above(qapp: object) -> None:
    gan = Gan(generator=NetworkSpec(blocks=(Dense(units=64),)), discriminator=NetworkSpec(blocks=(Flatten(),)))
    rows = summary_rows(facts_of(Experiment(architecture=gan)))
    assert [(row.row.title, row.paths) for row in rows] == [
        ("Generator", ()),
        ("Dense", ("architecture.generator.blocks.0",)),
        ("Discriminator", ()),
        ("Flatten", ("architecture.discriminator.blocks.0",)),
    ]


def test_facts_of_data_and_training(qtbot: QtBot) -> None:
    panel, store = shown(qtbot, CNN)
    shown_facts = facts(panel)
    assert shown_facts["Digits (offline)"] == "1\u202f797"
    assert shown_facts["Image"] == "1 × 8 × 8"
    assert shown_facts["Optimiser"] == "Adam"
    assert shown_facts["Learning rate"] == "0.001"
    store.set(edits.replace(store.experiment, "training.limit.kind", "seconds"))
    assert "Seconds" in facts(panel)
    assert "Epochs" not in facts(panel)


def test_training_settings_show_where_they_are_not_as_usual(qtbot: QtBot) -> None:
    panel, store = shown(qtbot, CNN)
    usual = set(facts(panel))
    for path, value in {
        "objective.label_smoothing": 0.1,
        "objective.class_weights": "balanced",
        "schedule": {"kind": "cosine"},
        "early_stopping": {"kind": "patience"},
        "discriminator_optimizer": {"kind": "sgd"},  # there is none
    }.items():
        store.set(edits.replace(store.experiment, f"training.{path}", value))
    found = facts(panel)
    assert {name: found[name] for name in set(found) - usual} == {
        "Schedule": "Cosine",
        "Early stopping": "When nothing improves",
    }
    assert found["Objective"] == "Classify · Balanced"


def test_a_click_tells_the_block(qtbot: QtBot) -> None:
    panel, _ = shown(qtbot, CNN)
    told: list[str] = []
    panel.block_selected.connect(told.append)
    place = panel.blocks.visualRect(panel.blocks.model().index(3, 0)).center()
    qtbot.mouseClick(panel.blocks.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.keyClick(panel.blocks, Qt.Key.Key_Down)
    assert told == [f"{TOP}.3", f"{TOP}.4"]


def test_a_block_is_marked_from_outside_without_being_told(qtbot: QtBot) -> None:
    panel, _ = shown(qtbot, CNN)
    told: list[str] = []
    panel.block_selected.connect(told.append)
    panel.select_block(f"{TOP}.1")
    assert panel.blocks.currentIndex().row() == 0
    assert told == []


def test_a_problem_is_marked_by_a_sign_and_explained_on_hover(qtbot: QtBot) -> None:
    panel, store = shown(qtbot, CNN)
    store.set(edits.replace(store.experiment, f"{TOP}.4.in_features", 9))
    row = panel.blocks.rows()[-1].row
    assert row.caption == "▲"
    assert "expects 9" in row.problems


@pytest.mark.parametrize("name", ids())
def test_every_gallery_experiment_has_a_summary(qtbot: QtBot, name: str) -> None:
    panel, _ = shown(qtbot, load(name))
    assert bool(panel.blocks.rows()) == bool(panel.estimator.isHidden()), "blocks, or what a baseline does"


def test_a_choice_is_taken_back_by_a_second_click_or_escape(qtbot: QtBot) -> None:
    panel, _ = shown(qtbot, CNN)
    told: list[str] = []
    panel.block_selected.connect(told.append)
    place = panel.blocks.visualRect(panel.blocks.model().index(3, 0)).center()
    for _ in range(3):
        qtbot.mouseClick(panel.blocks.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.keyClick(panel.blocks, Qt.Key.Key_Escape)
    assert told == [f"{TOP}.3", "", f"{TOP}.3", ""]
