"""A person's own data: dropped onto the real window, scanned in the jobs process, learned by the real engine."""

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QDialog

from explorer.datasets.own_images import OwnImages
from explorer.datasets.own_table import OwnTable
from tests.explorer.own_files import write_pictures, write_table
from tests.ui.test_own_dialog import drop


def test_dropped_pictures_are_learned_above_chance(person: Any, tmp_path: Path) -> None:
    person.open_card("cnn-digits")
    drop(person.window, write_pictures(tmp_path / "图片 🐾", 40))
    dialog = person.window.own_data.dialog
    person.until(dialog.use.isEnabled)
    dialog.with_network.setChecked(True)
    person.click(dialog.use)
    data = person.workspace.store.experiment.data
    assert isinstance(data, OwnImages)
    person.forget_changes()
    person.press("Ctrl+2")
    person.press("Space")
    person.until_state("finished")
    (folder,) = person.runs()
    losses = person.series(folder)
    assert losses["validation/accuracy"][-1][1] > 0.9
    person.stop()


def test_a_table_is_chosen_from_the_menu_where_nothing_is_open(person: Any, tmp_path: Path) -> None:
    person.press("Ctrl+Shift+O")
    dialog = person.window.own_data.dialog
    assert isinstance(dialog, QDialog)
    person.until(dialog.isVisible)
    dialog.scan(write_table(tmp_path))
    person.until(dialog.use.isEnabled)
    person.click(dialog.use)
    experiment = person.workspace.store.experiment
    assert isinstance(experiment.data, OwnTable)
    assert experiment.title == "花.csv"
    person.until(lambda: person.workspace.build_page.isVisible())
