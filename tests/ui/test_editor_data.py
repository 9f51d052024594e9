"""The data editor: facts without loading, real samples loaded beside the window, and problems in words."""

import threading

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from explorer import edits
from explorer.dataset import DatasetSpec
from explorer.datasets import DATASETS
from explorer.datasets.mnist import Mnist
from explorer.datasets.points import Points
from explorer.datasets.reversal import Reversal
from explorer.datasets.waves import Waves
from explorer.spec import Experiment
from ui.editors.data_editor import DataEditor
from ui.editors.data_facts import data_facts
from ui.editors.sample_loader import SampleLoader, Samples, _samples
from ui.editors.sample_preview import SamplePreview
from ui.spec_store import SpecStore


def shown(qtbot: QtBot, data: DatasetSpec) -> tuple[DataEditor, SpecStore]:
    store = SpecStore(Experiment.model_validate({"data": data.model_dump()}))
    editor = DataEditor(store)
    store.setParent(editor)
    qtbot.addWidget(editor)
    editor.resize(320, 800)
    return editor, store


def colours(widget: SamplePreview) -> int:
    """How many different colours a preview paints."""
    widget.resize(300, 300)
    image = widget.grab().toImage()
    return len({image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)})


@pytest.mark.parametrize("data", [Points(), Points(shape="blobs"), Waves(), Waves(task="cycles"), Reversal()], ids=repr)
def test_samples_are_loaded_and_drawn(qtbot: QtBot, data: DatasetSpec) -> None:
    editor, _ = shown(qtbot, data)
    with qtbot.waitSignal(editor.loader.loaded, timeout=10_000) as blocker:
        editor.show()
    assert isinstance(blocker.args[0], Samples)
    assert blocker.args[0].data == data
    assert editor.preview._pages.currentWidget() is not editor.preview.note
    assert colours(editor.preview) > 3


@pytest.mark.parametrize("dataset", DATASETS)
def test_every_dataset_has_facts_in_words(dataset: type[DatasetSpec], qapp: object) -> None:
    data = dataset.model_validate({})
    facts = dict(data_facts(data, data.facts()))
    assert any(name.startswith(data.label) for name in facts)
    assert all(name and value for name, value in facts.items())


def test_pictures_are_drawn_from_the_arrays(qtbot: QtBot) -> None:
    preview = SamplePreview()
    qtbot.addWidget(preview)
    data = Mnist()
    images = np.linspace(0, 1, 4 * 28 * 28, dtype=np.float32).reshape(4, 1, 28, 28)
    preview.show_samples(Samples(data, images, np.arange(4)), data.facts())
    assert preview.mosaic.num_tiles == 4
    assert preview._pages.currentWidget() is preview.mosaic
    assert colours(preview) > 20


def test_letters_and_their_targets_are_spelled(qtbot: QtBot) -> None:
    preview = SamplePreview()
    qtbot.addWidget(preview)
    data = Reversal(num_samples=200)
    preview.show_samples(_samples(data), data.facts())
    source, target = preview.texts.text().split("\n")[0].split(" → ")
    assert len(source) == data.length
    assert target == source[::-1]


def test_missing_files_are_told_with_where_to_put_them(qtbot: QtBot) -> None:
    editor, _ = shown(qtbot, Mnist())
    with qtbot.waitSignal(editor.loader.failed, timeout=10_000):
        editor.show()
    form = editor.form.form
    assert form is not None
    assert "MNIST" in form.row("data").problem.text()
    assert editor.preview._pages.currentWidget() is editor.preview.note


def test_samples_are_asked_for_once(qtbot: QtBot) -> None:
    for data, answer in ((Mnist(), "failed"), (Points(), "loaded")):
        editor, store = shown(qtbot, data)
        asked: list[DatasetSpec] = []
        load, editor.loader.load = editor.loader.load, asked.append  # type: ignore[method-assign]
        editor.show()
        store.set(edits.replace(store.experiment, "seed", 7))
        assert asked == [data], "it was edited while the samples were on their way"
        with qtbot.waitSignal(getattr(editor.loader, answer), timeout=10_000):
            load(data)
        store.set(edits.replace(store.experiment, "seed", 8))
        assert asked == [data]
        editor.hide()
        editor.show()
        assert len(asked) == (2 if answer == "failed" else 1), "the files may have come"


def test_whatever_goes_wrong_while_loading_is_told(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_data: DatasetSpec) -> None:
        raise KeyError("labels")

    monkeypatch.setattr(Points, "load", fail)
    editor, _ = shown(qtbot, Points())
    with qtbot.waitSignal(editor.loader.failed, timeout=10_000):
        editor.show()
    assert "KeyError" in editor.preview.note.text()


def test_nothing_is_loaded_while_the_editor_is_hidden(qtbot: QtBot) -> None:
    editor, store = shown(qtbot, Points())
    store.set(edits.replace(store.experiment, "data.noise", 0.2))
    assert editor.loader._wanted is None


def test_only_the_last_wish_is_answered(qtbot: QtBot) -> None:
    loader = SampleLoader()
    answers: list[Samples] = []
    loader.loaded.connect(answers.append)
    with qtbot.waitSignal(loader.loaded, timeout=10_000):
        loader.load(Points(noise=0.1))
        loader._on_patience_ended()
        loader.load(Points(noise=0.3))
    assert [answer.data for answer in answers] == [Points(noise=0.3)]


def test_a_program_that_ends_waits_for_the_samples(qtbot: QtBot) -> None:
    loader = SampleLoader()
    loader.load(Points())
    loader._on_patience_ended()
    loader.finish()
    assert not [thread for thread in threading.enumerate() if thread.name == "samples"]


def test_another_dataset_shows_its_form_and_facts(qtbot: QtBot) -> None:
    editor, store = shown(qtbot, Points())
    store.set(edits.replace(store.experiment, "data.kind", "reversal"))
    form = editor.form.form
    assert form is not None
    assert "data.length" in form.field_names()
    assert editor.about.text() == Reversal.about
    assert any(row.name.text().startswith(Reversal.label) for row in editor.facts.rows)
