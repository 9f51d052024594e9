"""The preparation of data on screen: sliders, the list of transforms, and before and after."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from explorer import edits
from explorer.commands import Load
from explorer.gallery import load
from explorer.spec import Experiment
from explorer.transforms.crop import Crop
from ui.build_page import BuildPage
from ui.fields.integer import IntegerField
from ui.fields.slid import CountField, ShareField
from ui.jobs import Jobs
from ui.preparation.preview_dialog import PreviewDialog
from ui.spec_store import SpecStore
from ui.text import language
from ui.widgets.image_mosaic import ImageMosaic

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[BuildPage]:
    store = SpecStore(load("cnn-shapes"))
    page = BuildPage(store)
    store.setParent(page)
    qtbot.addWidget(page)
    page.resize(1200, 900)
    page.show()
    yield page
    page.data.loader.finish()


def store_of(page: BuildPage) -> SpecStore:
    return page.data._store


def kinds(page: BuildPage) -> list[str]:
    return [one.kind for one in store_of(page).experiment.preparation.transforms]


def add(page: BuildPage, label: str) -> None:
    """Choose from the button's menu, as a click on it would."""
    menu = page.data.preparation.transforms.menu
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text() == label).trigger()


def test_label_noise_is_one_slider_and_one_step_back(page: BuildPage, qtbot: QtBot) -> None:
    noise, store = page.data.preparation.noise, store_of(page)
    noise.slider.setFocus()
    qtbot.mousePress(noise.slider, LEFT, pos=QPoint(2, noise.slider.height() // 2))
    for share in (10, 20, 30):  # a drag: each is an edit, all together one to be taken back
        noise.slider.setValue(share)
    qtbot.mouseRelease(noise.slider, LEFT)
    assert store.experiment.preparation.label_noise == 0.3
    assert noise.words.text() == "30 %"
    qtbot.keyClick(noise.slider, Qt.Key.Key_Right)
    assert store.experiment.preparation.label_noise == 0.31
    while store.undo_stack.can_undo():
        store.undo_stack.undo()
    assert store.experiment == load("cnn-shapes")
    assert noise.slider.value() == 0


def test_the_number_of_samples_goes_up_to_all_there_are(page: BuildPage) -> None:
    count, store = page.data.preparation.count, store_of(page)
    total = store.experiment.data.facts().num_samples["train"]
    assert count.words.text() == "all 4\u202f200" == f"all {total:,}".replace(",", "\u202f")
    for place in range(100):
        count.slider.setValue(place)
        chosen = store.experiment.preparation.training_samples
        assert isinstance(chosen, int)
        assert 10 <= chosen <= total
    count.slider.setValue(100)
    assert store.experiment.preparation.training_samples == "all"
    count.slider.setValue(0)
    assert store.experiment.facts().num_samples["train"] == 10
    assert [one.code for one in page.problems._shown] == ["batch_too_large"]


@pytest.mark.parametrize("total", [0, 1, 2, 9, 10, 11, 60_000])
def test_however_few_samples_there_are_the_knob_has_a_place(qtbot: QtBot, total: int) -> None:
    field = CountField()
    qtbot.addWidget(field)
    field.set_total(total)
    values = [field.value_at(place) for place in range(101)]
    numbers = [value for value in values if isinstance(value, int)]
    assert values[-1] == "all"
    assert numbers == sorted(numbers)
    for value in (*numbers, 1, max(1, total), 10**6, "all"):
        field.show_value(value)
        assert field.place_of(value) == field.slider.value()
    share = ShareField()
    qtbot.addWidget(share)
    share.show_value(0.123)
    assert (share.slider.value(), share.words.text()) == (12, "12.3 %")


def test_transforms_are_added_moved_removed_and_taken_back(page: BuildPage, qtbot: QtBot) -> None:
    transforms, store = page.data.preparation.transforms, store_of(page)
    for label in ("Normalise inputs", "Crop", "Colour"):
        add(page, label)
    assert kinds(page).index("colour") < kinds(page).index("normalise"), "where it sees the data's own values"
    assert not page.problems._shown
    assert "Crop" not in [kind.label for kind in transforms.fitting()], "each is there once"
    row = transforms.rows[kinds(page).index("crop")]
    assert row.form.form is not None
    qtbot.mouseClick(row.up, LEFT)
    assert kinds(page) == ["colour", "crop", "normalise"]
    form = transforms.rows[1].form.form
    assert form is not None
    field = form.row("padding").field
    assert isinstance(field, IntegerField)
    field.line.selectAll()
    qtbot.keyClicks(field.line, "2")
    assert store.experiment.preparation.transforms[1] == Crop(padding=2)
    qtbot.mouseClick(transforms.rows[2].up, LEFT)
    qtbot.mouseClick(transforms.rows[1].up, LEFT)
    assert kinds(page) == ["normalise", "colour", "crop"]
    assert [one.code for one in page.problems._shown] == ["transform_needs_range"]
    assert (
        transforms.rows[1].problem.text().startswith("▲ The transform Colour finds samples that are normalised already")
    )
    qtbot.mouseClick(transforms.rows[1].remove, LEFT)
    assert kinds(page) == ["normalise", "crop"]
    assert not page.problems._shown
    language.switch("zh_CN")
    store.undo_stack.undo()
    assert len(transforms.rows) == 3
    while store.undo_stack.can_undo():
        store.undo_stack.undo()
    assert kinds(page) == []
    assert transforms.empty.isVisibleTo(page)


def test_what_has_no_effect_is_grey_and_what_fits_nothing_is_not_offered(page: BuildPage) -> None:
    editor, store = page.data.preparation, store_of(page)
    assert editor.noise.isEnabled()
    store.open(load("gan-digits"))
    assert not editor.noise.isEnabled()
    assert "does not look at classes" in editor.rows["label_noise"].toolTip()
    assert "Mix up" not in [kind.label for kind in editor.transforms.fitting()]
    store.open(load("transformer-lm"))
    assert not editor.transforms.add.isEnabled()
    store.open(load("mlp-moons"))
    assert [kind.label for kind in editor.transforms.fitting()] == ["Normalise inputs", "Noise", "Mix up"]


def test_a_problem_leads_to_the_data(page: BuildPage) -> None:
    page.show_side(page.training)
    page.show_place("preparation.transforms.0")
    assert page.data.isVisible()


@pytest.fixture
def jobs(qapp: object) -> Iterator[Jobs]:
    jobs = Jobs("thread")
    yield jobs
    jobs.close()


def with_kinds(name: str, *kinds: str, **more: Any) -> Experiment:
    return edits.replace_each(load(name), {"preparation.transforms": [{"kind": kind} for kind in kinds], **more})


def test_before_and_after_follow_the_experiment(jobs: Jobs, qtbot: QtBot) -> None:
    noisy = {"preparation.label_noise": 1.0}
    store = SpecStore(with_kinds("cnn-digits", "cutout", **noisy))
    dialog = PreviewDialog(store, jobs)
    store.setParent(dialog)
    qtbot.addWidget(dialog)
    dialog.show()

    def shows(experiment: Experiment, step: int) -> bool:
        return dialog.shown is not None and (dialog.shown[0], dialog.shown[1].step) == (experiment, step)

    qtbot.waitUntil(lambda: shows(store.experiment, 0), timeout=20_000)
    first = dialog.shown
    assert first is not None
    before, after = dialog.before.samples.page, dialog.after.samples.page
    assert isinstance(before, ImageMosaic)
    assert isinstance(after, ImageMosaic)
    assert before.num_tiles == after.num_tiles == 16
    assert all(caption.text.startswith("▲") for caption in after._captions)
    assert [caption.text for caption in before._captions] == [str(one) for one in first[1].targets]
    qtbot.mouseClick(dialog.another, LEFT)
    qtbot.waitUntil(lambda: shows(store.experiment, 1), timeout=20_000)
    assert dialog.shown is not None
    assert not np.array_equal(dialog.shown[1].rows, first[1].rows)
    store.open(load("lstm-sentences"))
    qtbot.waitUntil(lambda: shows(store.experiment, 1), timeout=20_000)
    assert dialog.after.isHidden()
    words = {word.text for row in dialog.before.samples.tokens._rows for word in row.words}
    assert "the" in words, "pieces stand beside their numbers"
    store.open(with_kinds("mlp-moons", "flip"))
    qtbot.waitUntil(lambda: dialog.shown is None, timeout=20_000)
    assert "Flip cannot work on" in dialog.note.text()
    store.open(with_kinds("mlp-moons", "noise"))
    dialog.close()
    assert dialog._wanted is None


def test_the_window_shows_before_and_after_and_trains_with_what_was_set(desk: Any, qtbot: QtBot) -> None:
    window = desk.window
    desk.engine.is_ready()
    desk.open("cnn-digits")
    window.show_build()
    page = window.workspace.build_page
    add(page, "Noise")
    page.data.preparation.noise.slider.setValue(25)
    qtbot.mouseClick(page.data.preparation.preview, LEFT)
    (dialog,) = window.findChildren(PreviewDialog)
    qtbot.waitUntil(lambda: dialog.shown is not None, timeout=60_000)  # in the jobs process, which imports torch
    assert dialog.shown is not None
    assert (dialog.shown[1].inputs != dialog.shown[1].prepared).all()
    qtbot.mouseClick(page.data.preparation.preview, LEFT)
    assert window.findChildren(PreviewDialog) == [dialog], "one at a time"
    dialog.close()
    window.show_train()
    desk.start()
    (command,) = (one for one in desk.history if isinstance(one, Load))
    assert [one.kind for one in command.experiment.preparation.transforms] == ["noise"]
    assert command.experiment.preparation.label_noise == 0.25
