"""The pages around the editors: what one editor tells, the others follow."""

from pytestqt.qtbot import QtBot

from explorer import edits
from explorer.spec import Experiment
from models.layers.dense import Dense
from models.layers.flatten import Flatten
from models.network import NetworkSpec, Single
from ui.build_page import BuildPage
from ui.settings import Settings
from ui.spec_store import SpecStore
from ui.train_page import TrainPage
from ui.views.model import Model

TOP = "architecture.network.blocks"
MLP = Experiment(architecture=Single(network=NetworkSpec(blocks=(Flatten(), Dense(units="classes")))))


def test_a_problem_leads_to_its_block(qtbot: QtBot) -> None:
    store = SpecStore(edits.replace(MLP, f"{TOP}.1.in_features", 9))
    page = BuildPage(store)
    store.setParent(page)
    qtbot.addWidget(page)
    problems = page.problems.list
    problems.itemActivated.emit(problems.item(0))
    assert page.model.selected == f"{TOP}.1"


def test_the_selected_block_is_explained_beside_the_views(qtbot: QtBot) -> None:
    store = SpecStore(MLP)
    page = TrainPage(store, Settings())
    store.setParent(page)
    qtbot.addWidget(page)
    assert page.inspector_panel.isHidden()
    page.summary.block_selected.emit(f"{TOP}.1")
    assert not page.inspector_panel.isHidden()
    assert page.inspector.title.text() == "Dense"
    assert page.inspector.arithmetic.text() == "64 × 10 + 10 = 650"
    page.summary.block_selected.emit("")
    assert page.inspector_panel.isHidden()


def test_a_block_is_selected_and_let_go_everywhere_on_the_page(qtbot: QtBot) -> None:
    store = SpecStore(MLP)
    page = TrainPage(store, Settings())
    store.setParent(page)
    qtbot.addWidget(page)
    page.docks.follow(MLP, "MLP")
    model = page.docks.views["model"]
    assert isinstance(model, Model)
    model.block_selected.emit(f"{TOP}.1")
    (chosen,) = page.summary.blocks.selectedIndexes()
    assert f"{TOP}.1" in page.summary.blocks.rows()[chosen.row()].paths
    page.summary.block_selected.emit(f"{TOP}.0")
    assert model.canvas.scene.current == f"{TOP}.0"
    page.summary.block_selected.emit("")
    assert model.canvas.scene.current == ""
