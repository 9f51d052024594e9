"""Costs in the inspector and in the summary."""

import pytest
from pytestqt.qtbot import QtBot

from explorer import edits
from explorer.gallery import load
from explorer.spec import Experiment
from models.text import THIN_SPACE, shown_bytes
from ui.editors.inspector import Inspector
from ui.editors.summary_panel import SummaryPanel
from ui.spec_store import SpecStore
from ui.widgets.fact_list import FactList

TOP = "architecture.network.blocks"


def facts(rows: FactList) -> dict[str, str]:
    shown = [row for row in rows.rows if not row.isHidden()]
    return {row.name.text(): row.value.text().replace(THIN_SPACE, " ") for row in shown}


def inspected(qtbot: QtBot, experiment: Experiment, path: str) -> Inspector:
    inspector = Inspector(store := SpecStore(experiment))
    store.setParent(inspector)
    qtbot.addWidget(inspector)
    inspector.show_block(path)
    return inspector


def test_the_inspector_tells_what_a_block_costs(qtbot: QtBot) -> None:
    inspector = inspected(qtbot, load("cnn-two-conv"), f"{TOP}.3")
    told = facts(inspector.facts)
    # 3 x 3 x 32 x 64 x 16 x 16 multiply-adds, twice; 64 x 16 x 16 values of four bytes
    assert told["FLOPs"] == "9 437 184"
    assert told["Activations"] == "65.5 KB"
    assert told["Activations × 64"] == "4.2 MB"
    assert told["Receptive field"] == "8 × 8 pixels"
    assert "counts as 2" in inspector.cost_note.text()
    inspector.show_block(f"{TOP}.7")
    assert facts(inspector.facts)["Receptive field"] == "whole input"


def test_where_nothing_can_be_told_nothing_is(qtbot: QtBot) -> None:
    broken = edits.replace(load("cnn-two-conv"), f"{TOP}.3.kernel_size", 100)
    inspector = inspected(qtbot, broken, f"{TOP}.3")
    assert "FLOPs" not in facts(inspector.facts)
    assert inspector.cost_note.isHidden()


def test_the_summary_adds_up_all_networks(qtbot: QtBot) -> None:
    panel = SummaryPanel(store := SpecStore(load("gan-ring")))
    store.setParent(panel)
    qtbot.addWidget(panel)
    told = facts(panel.training)
    assert int(told["FLOPs"].replace(" ", "")) > 0
    assert any(name.startswith("Activations ×") for name in told)
    store.set(edits.remove_block(store.experiment, "architecture.generator.blocks.0"))
    store.set(edits.replace(store.experiment, "architecture.generator.blocks", [{"kind": "conv2d"}]))
    assert "FLOPs" not in facts(panel.training)


@pytest.mark.parametrize(
    ("num_bytes", "text"),
    [(0, "0 B"), (999, "999 B"), (1000, "1.0 KB"), (65_536, "65.5 KB"), (10**9, "1.0 GB"), (5 * 10**16, "50 000 TB")],
)
def test_memory_is_told_in_a_fitting_unit(num_bytes: int, text: str) -> None:
    assert shown_bytes(num_bytes).replace(THIN_SPACE, " ") == text
