"""Views draw hand-made events: what they show, what they give as numbers, and what they ask for."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from explorer.assets import assets_folder
from explorer.events import Event, MetricsRecorded, ProbeFailed, Series, SnapshotTaken
from explorer.probes.word_vectors import WordVectors as WordVectorsProbe
from explorer.snapshots import (
    ActivationsSnapshot,
    AnswerSnapshot,
    AttentionSnapshot,
    BoundarySnapshot,
    GanSamplesSnapshot,
    GeneratedTextSnapshot,
    HiddenWordsSnapshot,
    PredictionsSnapshot,
    ReconstructionsSnapshot,
    Sample,
    SequencesSnapshot,
    Snapshot,
    StatesSnapshot,
    TensorPart,
    WeightsSnapshot,
    WordVectorsSnapshot,
)
from explorer.spec import Experiment
from models.number_text import number_text
from models.problem import ProblemKind
from ui.metric_words import make_curve, metric_group
from ui.text import language
from ui.theme import DARK, LIGHT, theme
from ui.view import View
from ui.views import VIEWS
from ui.views.attention import Attention, layer_names
from ui.views.boundary import Boundary, class_picture, probabilities_at
from ui.views.curves import Curves
from ui.views.draw import Draw
from ui.views.feature_maps import FeatureMaps, value_range
from ui.views.gan_samples import GanSamples
from ui.views.generated_text import GeneratedText
from ui.views.hidden_words import HiddenWords
from ui.views.model import Model
from ui.views.predictions import Predictions
from ui.views.reconstructions import Reconstructions
from ui.views.sequences import Sequences
from ui.views.states import States
from ui.views.weights import Weights
from ui.views.word_vectors import WordVectors
from ui.widgets.image_mosaic import ImageMosaic
from ui.widgets.word_map import WordMap
from ui.widgets.word_rows import Row, Word, WordRows

RNG = np.random.default_rng(0)


def experiment(name: str) -> Experiment:
    text = (Path(assets_folder()) / "experiments" / f"{name}.json").read_text(encoding="utf-8")
    return Experiment.model_validate_json(text)


def noise(*shape: int) -> np.ndarray:
    return RNG.standard_normal(shape).astype(np.float32)


def shares(*shape: int) -> np.ndarray:
    weights = np.exp(2 * noise(*shape))
    return weights / weights.sum(-1, keepdims=True)


def taken(snapshot: Snapshot, step: int = 1234) -> list[Event]:
    return [SnapshotTaken("run", "watch", step, snapshot)]


SAMPLE = Sample("validation", 63, values=noise(1, 8, 8), truth="2")
WORD = Sample("validation", 5, tokens=tuple("abcd"), predicted="dcba")
MAPS = ActivationsSnapshot("architecture.network.blocks.0", SAMPLE, np.abs(noise(16, 8, 8)), 16)
HEADS = AttentionSnapshot(
    WORD,
    (("architecture.encoder.blocks.2", "self"), ("architecture.decoder.blocks.2", "cross")),
    (shares(2, 4, 4), shares(3, 5, 4)),
    (WORD.tokens, tuple("dcba.")),
    (WORD.tokens, WORD.tokens),
)
GATES = {"input": shares(8, 12), "forget": shares(8, 12), "candidate": noise(8, 12), "output": shares(8, 12)}
MEMORY = StatesSnapshot("p", "lstm", 0, 0, 2, 1, SAMPLE, noise(8, 12), {**GATES, "cell_state": noise(8, 12)})
MADE = GanSamplesSnapshot(noise(64, 1, 8, 8), noise(64, 1, 8, 8), shares(1, 64)[0], shares(1, 64)[0])
RING = GanSamplesSnapshot(noise(128, 2), noise(128, 2), shares(1, 128)[0], shares(1, 128)[0])
GIVEN_BACK = ReconstructionsSnapshot("validation", noise(5, 1, 8, 8), noise(5, 1, 8, 8), shares(5, 1, 8, 8))
ANSWERS = PredictionsSnapshot(
    "validation", tuple("abc"), np.arange(6) + 40, noise(6, 1, 8, 8), np.array([0, 1, 2, 0, 1, 2]),
    np.array([0, 1, 2, 0, 2, 2]), np.linspace(0.4, 0.9, 6, dtype=np.float32),
    np.array([[5, 0, 0], [0, 4, 1], [0, 0, 5]]),
    1200,
)  # fmt: skip
READ = replace(ANSWERS, samples=noise(6, 4), texts=("an object is bound to a name", *("a name" for _ in range(5))))
GUESSED = HiddenWordsSnapshot(
    "validation",
    (("a", "name", "is", "bound"), ("the", "object")),
    (("a", "[mask]", "is", "bound"), ("[mask]", "[mask]")),
    (("", "name", "", ""), ("an", "object")),
)
VECTORS = WordVectorsSnapshot(
    "architecture.network.blocks.0", ("the", "a", "object", "name"), noise(4, 2), "the", ("a", "an"),
    np.array([0.9, 0.7], dtype=np.float32),
)  # fmt: skip
TEXTS = SequencesSnapshot("validation", ("abcd", "wxyz"), ("dcba", "zyxw"), ("dcba", "zyaw"))
VALUES = SequencesSnapshot("validation", values=noise(50, 1), predicted_values=noise(50, 1))
PLANE = BoundarySnapshot(
    (-2.0, 2.0, -1.0, 3.0), shares(40, 40, 2).transpose(2, 0, 1), noise(30, 2), np.arange(30, dtype=np.int64) % 2
)
DRAWN = replace(SAMPLE, is_given=True, truth="")
ANSWER = AnswerSnapshot(DRAWN, tuple("0123456789"), shares(10), noise(0), noise(0, 2), np.empty(0, np.int64))
PLACED = replace(
    ANSWER, sample=Sample("validation", 3, values=noise(2)), names=("A", "B"), probabilities=shares(2),
    points=noise(30, 2), classes=np.arange(30) % 2,
)  # fmt: skip
WROTE = replace(ANSWER, sample=replace(WORD, is_given=True), names=("data", "statements"), probabilities=shares(2))
WRITTEN = GeneratedTextSnapshot("The ", "cat\nsat", np.linspace(0, 1, 7, dtype=np.float32))


def tensor(*shape: int) -> TensorPart:
    values = noise(*shape)
    counts, edges = np.histogram(values, 64, (-4, 4))
    return TensorPart(values, counts.astype(np.int64), edges.astype(np.float32), float(np.linalg.norm(values)))


KERNELS = WeightsSnapshot(
    "architecture.network.blocks.0", "weight", ("weight", "bias"), (16, 1, 3, 3), "", "", tensor(16, 1, 3, 3),
    gradient=tensor(16, 1, 3, 3), before=tensor(16, 1, 3, 3), change=tensor(16, 1, 3, 3),
)  # fmt: skip
MATRIX = WeightsSnapshot(
    "architecture.network.blocks.1", "weight", ("weight", "bias"), (300, 64), "backward", "network", tensor(40, 64),
    gradient=tensor(40, 64), is_gradient_new=True,
)  # fmt: skip

CASES: list[tuple[type[View], str, Snapshot]] = [
    (FeatureMaps, "cnn-digits", MAPS), (Attention, "transformer-reversal", HEADS), (States, "lstm-digits", MEMORY),
    (GanSamples, "gan-digits", MADE), (GanSamples, "gan-ring", RING),
    (Reconstructions, "unet-digits", GIVEN_BACK), (Predictions, "mlp-digits", ANSWERS),
    (Predictions, "lstm-sentences", READ), (HiddenWords, "bert-mini", GUESSED),
    (WordVectors, "word2vec-cbow", VECTORS),
    (Sequences, "transformer-reversal", TEXTS), (Sequences, "transformer-reversal", VALUES),
    (Boundary, "mlp-moons", PLANE),
    (GeneratedText, "transformer-lm", WRITTEN),
    (Draw, "cnn-digits", ANSWER), (Draw, "mlp-moons", PLACED), (Draw, "lstm-sentences", WROTE),
    (Weights, "cnn-digits", KERNELS), (Weights, "mlp-digits", MATRIX),
]  # fmt: skip


def opened(qtbot: QtBot, kind: type[View], name: str) -> View:
    view = kind()
    qtbot.addWidget(view)
    view.resize(800, 500)
    view.reset(experiment(name))
    return view


def move_mouse(widget: QWidget, place: QPoint) -> None:
    none = Qt.MouseButton.NoButton
    at = QPointF(place)
    QApplication.sendEvent(
        widget, QMouseEvent(QEvent.Type.MouseMove, at, at, none, none, Qt.KeyboardModifier.NoModifier)
    )


@pytest.mark.parametrize("kind", VIEWS)
def test_an_idle_view_says_what_it_will_show_and_how(qtbot: QtBot, kind: type[View]) -> None:
    view = opened(qtbot, kind, "cnn-digits")
    words = [label.text() for label in view.findChildren(QLabel)]
    assert kind.title in words
    assert kind.about in words
    assert any("Space" in word for word in words)
    assert view.numbers() == {}


@pytest.mark.parametrize(("kind", "name", "snapshot"), CASES)
def test_a_view_draws_in_both_themes_and_any_size_and_forgets(
    qtbot: QtBot, kind: type[View], name: str, snapshot: Snapshot
) -> None:
    view = opened(qtbot, kind, name)
    assert kind.applies_to(experiment(name))
    empty = view.grab().toImage()
    view.show_events(taken(snapshot))
    drawn = view.grab().toImage()
    assert drawn != empty
    view.show_events(taken(snapshot))
    assert view.grab().toImage() == drawn, "the same snapshot gives the same picture"
    for width, height in ((220, 160), (1600, 1000)):
        view.resize(width, height)
        view.grab()
    view.resize(800, 500)
    try:
        theme.colors = LIGHT
        theme.changed.emit()
        assert view.grab().toImage() != drawn
    finally:
        theme.colors = DARK
        theme.changed.emit()
    numbers = view.numbers()
    assert numbers
    assert all(isinstance(value, np.ndarray) for value in numbers.values())
    view.reset(experiment(name))
    assert view.numbers() == {}


@pytest.mark.parametrize(("kind", "name", "snapshot"), CASES)
def test_a_failed_probe_shows_cause_and_remedy_until_it_works(
    qtbot: QtBot, kind: type[View], name: str, snapshot: Snapshot
) -> None:
    view = opened(qtbot, kind, name)
    problem = ProblemKind("odd", "Nothing is here: {cause}.", "Choose another {thing}.")
    view.show_events([ProbeFailed("run", "watch", problem.at("place", cause="emptiness", thing="block"))])
    words = [label.text() for label in view.findChildren(QLabel)]
    assert "Nothing is here: emptiness." in words
    assert "Choose another block." in words
    view.show_events(taken(snapshot))
    assert view.shows_content  # type: ignore[attr-defined]


def series(name: str, count: int = 300) -> Series:
    return Series(name, np.arange(count), np.linspace(2, 1, count))


def test_metrics_find_their_plot_group_and_colour(qtbot: QtBot) -> None:
    assert metric_group("train/loss/generator") == metric_group("validation/loss") == "loss"
    assert metric_group("train/score_real") == metric_group("validation/score_fake") == "scored"
    assert metric_group("train/d_real") == metric_group("train/d_fake") == "judged"
    assert metric_group("learning_rate/generator") == "learning_rate"
    assert make_curve("train/loss").color == "training"
    assert make_curve("validation/accuracy").held
    assert make_curve("train/loss/generator").color == "generator"
    assert make_curve("validation/loss/discriminator").dashed


def test_curves_show_every_value_of_every_metric(qtbot: QtBot) -> None:
    view = opened(qtbot, Curves, "cnn-digits")
    assert isinstance(view, Curves)
    names = ("train/loss", "learning_rate", "validation/loss", "validation/accuracy")
    view.show_events([MetricsRecorded("run", tuple(series(name) for name in names))])
    view.show_events([MetricsRecorded("run", (Series("train/loss", np.array([300]), np.array([0.5])),))])
    numbers = view.numbers()
    assert set(numbers) == {*names, *(f"{name}/step" for name in names)}
    assert numbers["train/loss"][-1] == 0.5
    assert len(numbers["train/loss"]) == 301
    assert view._plot._visible == ("train/loss", "validation/loss")
    view.show_metric("accuracy")
    assert view._plot._visible == ("validation/accuracy",)
    view.grab()
    view.reset(experiment("cnn-digits"))
    assert view.numbers() == {}


def test_the_run_before_stays_in_sight_while_the_same_is_learnt(qtbot: QtBot) -> None:
    view = opened(qtbot, Curves, "cnn-digits")
    assert isinstance(view, Curves)
    view.show_events([MetricsRecorded("run", (series("train/loss"), series("train/accuracy")))])
    view.show_metric("accuracy")
    view.reset(experiment("cnn-digits"))
    view.show_events([MetricsRecorded("next", (series("train/loss", 20), series("train/accuracy", 20)))])
    assert view._group() == "accuracy"
    assert "the run before" in view._words.text
    assert view._plot.full_window() == (0.0, 19.0)
    assert len(view.numbers()["train/loss"]) == 20
    view.grab()
    view.reset(experiment("lstm-digits"))
    view.show_events([MetricsRecorded("run", (series("train/loss", 20),))])
    assert "the run before" not in view._words.text


def test_what_can_be_chosen_and_what_to_press_is_said_in_another_language(qtbot: QtBot) -> None:
    states, model = opened(qtbot, States, "lstm-digits"), opened(qtbot, Model, "lstm-digits")
    states.show_events(taken(replace(MEMORY, num_layers=2, num_directions=2)))
    before = model._words.text  # type: ignore[attr-defined]
    language.switch("zh_CN")
    combos = states._block, states._layer, states._direction  # type: ignore[attr-defined]
    assert [combo.itemText(combo.count() - 1) for combo in combos] == ["循环 LSTM", "第 2 层", "反向"]
    assert model._words.text != before  # type: ignore[attr-defined]


def test_a_run_that_goes_on_is_not_the_run_before_itself(qtbot: QtBot) -> None:
    view = opened(qtbot, Curves, "cnn-digits")
    for _ in range(2):
        view.show_events([MetricsRecorded("run", (series("train/loss"),))])
        view.show_events([MetricsRecorded("run", (series("train/accuracy"),))])
        assert "the run before" not in view._words.text  # type: ignore[attr-defined]
        view.reset(experiment("cnn-digits"))


def test_a_clicked_pixel_is_read_on_while_training_goes_on(qtbot: QtBot) -> None:
    view = opened(qtbot, FeatureMaps, "cnn-digits")
    assert isinstance(view, FeatureMaps)
    view.show_events(taken(MAPS))
    view.maps.choose(0)
    view.maps.large.cell_clicked.emit(4, 6)
    assert f"{MAPS.values[0, 4, 6]:.3f}" in view.reading.text
    assert "input" in view.reading.text
    later = ActivationsSnapshot(MAPS.path, SAMPLE, MAPS.values + 1, 16)
    view.show_events(taken(later))
    assert f"{later.values[0, 4, 6]:.3f}" in view.reading.text
    view.show_events(taken(ActivationsSnapshot(MAPS.path, SAMPLE, MAPS.values[:, :3, :3], 16)))
    assert view.reading.text == ""


def test_any_stretch_of_a_split_can_be_asked_for(qtbot: QtBot) -> None:
    view = opened(qtbot, Predictions, "mlp-digits")
    assert isinstance(view, Predictions)
    with qtbot.waitSignal(view.probe_changed):
        view._picker._button.click()
    assert (view.probe().split, view.probe().start) == ("validation", 24)
    with qtbot.waitSignal(view.probe_changed):
        view._picker._split.setCurrentIndex(0)
    assert (view.probe().split, view.probe().start) == ("train", 0)


@pytest.mark.parametrize("kind", [Curves, FeatureMaps, Attention, Predictions])
def test_views_can_be_narrow(qtbot: QtBot, kind: type[View]) -> None:
    view = opened(qtbot, kind, "transformer-reversal" if kind is Attention else "cnn-digits")
    assert view.minimumSizeHint().width() <= 370


def test_zooming_one_plot_zooms_the_other(qtbot: QtBot) -> None:
    view = opened(qtbot, Curves, "cnn-digits")
    assert isinstance(view, Curves)
    view.show_events([MetricsRecorded("run", (series("train/loss"), series("learning_rate")))])
    view._plot.set_window((10.0, 50.0))
    assert view._rate_plot._window == (10.0, 50.0)


def test_a_block_chosen_elsewhere_is_watched(qtbot: QtBot) -> None:
    view = opened(qtbot, FeatureMaps, "cnn-digits")
    assert isinstance(view, FeatureMaps)
    assert view.probe().path == "architecture.network.blocks.1", "the first convolution with its activation"
    with qtbot.waitSignal(view.probe_changed):
        view.select_block("architecture.network.blocks.2")
    assert view.probe().path == "architecture.network.blocks.2"
    view.select_block("architecture.network.blocks.99")
    assert view.probe().path == "architecture.network.blocks.2"


def test_the_pixel_under_the_mouse_is_read_exactly(qtbot: QtBot) -> None:
    view = opened(qtbot, FeatureMaps, "cnn-digits")
    assert isinstance(view, FeatureMaps)
    view.show_events(taken(MAPS))
    view.maps.choose(3)
    view.show()
    cell = view.maps.large.cell_rect(2, 5).center().toPoint()
    move_mouse(view.maps.large, cell)
    assert f"{MAPS.values[3, 2, 5]:.3f}" in view.reading.text.replace("\u202f", "")


def test_a_zero_channel_is_marked_for_this_sample_only(qtbot: QtBot) -> None:
    view = opened(qtbot, FeatureMaps, "cnn-digits")
    values = MAPS.values.copy()
    values[[2, 7]] = 0
    view.show_events(taken(ActivationsSnapshot(MAPS.path, SAMPLE, values, 16)))
    assert "2 zero for this sample" in view._words.text  # type: ignore[attr-defined]


def test_ranges_are_honest() -> None:
    assert value_range(np.array([0.0, 2.0])) == (0.0, 2.0, "viridis")
    assert value_range(np.array([-1.0, 3.0])) == (-3.0, 3.0, "signed")
    assert value_range(np.array([np.nan])) == (0.0, 1.0, "viridis")


@pytest.mark.parametrize("values", [noise(700), noise(20, 64), noise(3, 1, 1), np.full((4, 2, 2), np.nan, np.float32)])
def test_values_of_every_kind_are_drawn(qtbot: QtBot, values: np.ndarray) -> None:
    view = opened(qtbot, FeatureMaps, "cnn-digits")
    view.show_events(taken(ActivationsSnapshot("p", SAMPLE, values, len(values))))
    view.grab()
    np.testing.assert_array_equal(view.numbers()["values"], values)


def test_picking_a_sample_asks_for_it_and_following_is_silent(qtbot: QtBot) -> None:
    view = opened(qtbot, FeatureMaps, "cnn-digits")
    assert isinstance(view, FeatureMaps)
    asked: list[tuple[str, int]] = []
    view.pin_requested.connect(lambda split, index: asked.append((split, index)))
    view.show_events(taken(MAPS))
    assert asked == []
    assert (view._picker.split, view._picker.index) == ("validation", 63)
    view._picker._index.setValue(7)
    assert asked == [("validation", 7)]


def test_heads_are_named_and_chosen(qtbot: QtBot) -> None:
    assert layer_names(HEADS.layers) == ["encoder 1 · self", "decoder 1 · cross"]
    plain = (("architecture.network.blocks.1", "self"), ("architecture.network.blocks.2", "self"))
    assert layer_names(plain) == ["layer 1", "layer 2"]
    view = opened(qtbot, Attention, "transformer-reversal")
    assert isinstance(view, Attention)
    view.show_events(taken(HEADS))
    assert view._chosen_in(HEADS) == (1, 0)
    view._heads.tile_clicked.emit(1)
    assert view._chosen_in(HEADS) == (0, 1)
    view._heads.tile_clicked.emit(2)  # the first layer has two heads only
    assert view._chosen_in(HEADS) == (0, 1)
    view._on_cell_hovered(2, 3)
    assert f"{HEADS.weights[0][1, 2, 3]:.6f}" in view.reading.text
    assert "1.0000" in view.reading.text


def test_a_state_can_be_shown_alone(qtbot: QtBot) -> None:
    view = opened(qtbot, States, "lstm-digits")
    assert isinstance(view, States)
    view.show_events(taken(MEMORY))
    assert [panel.name for panel in view._panels] == ["hidden", *MEMORY.gates]
    view._on_panel_clicked(view._panels[2])
    assert [panel.name for panel in view._panels if not panel.isHidden()] == ["forget"]
    view._on_panel_clicked(view._panels[0])
    assert sum(not panel.isHidden() for panel in view._panels) == 6
    with qtbot.waitSignal(view.probe_changed):
        view._layer.setCurrentIndex(1)
    assert view.probe().layer == 1


def test_history_keeps_steps_further_and_further_apart(qtbot: QtBot) -> None:
    view = opened(qtbot, GanSamples, "gan-ring")
    assert isinstance(view, GanSamples)
    for step in range(200):
        view.show_events(taken(RING, step))
    steps = view.numbers()["history_steps"]
    assert steps[0] == 0
    assert len(steps) < 16
    assert (steps[3:] >= steps[2:-1] * 1.5).all()
    assert view._when.value() == view._when.maximum()
    view._when.setValue(2)
    assert "step 2" in view.reading.text


def test_wrong_answers_carry_a_sign_beside_the_colour(qtbot: QtBot) -> None:
    view = opened(qtbot, Predictions, "mlp-digits")
    assert isinstance(view, Predictions)
    view.show_events(taken(ANSWERS))
    assert "b→c ✗" in view._caption(4, view._names()).text
    assert "a ✓" in view._caption(0, view._names()).text
    assert "14 of 15 right" in view._words.text
    assert "1\u202f200" in view._words.text
    with qtbot.waitSignal(view.pin_requested) as pinned:
        view._samples.tile_clicked.emit(4)
    assert pinned.args == ["validation", 44]


def test_the_boundary_is_where_the_answer_changes() -> None:
    probabilities = np.zeros((2, 10, 10), np.float32)
    probabilities[0, :, :5] = probabilities[1, :, 5:] = 1
    picture = class_picture(probabilities)
    line = picture.pixelColor(4, 5).name()
    assert line == theme.colors.text
    assert picture.pixelColor(0, 0) != picture.pixelColor(9, 0)
    snapshot = BoundarySnapshot((0.0, 10.0, 0.0, 10.0), probabilities, noise(2, 2), np.zeros(2, np.int64))
    np.testing.assert_array_equal(probabilities_at(snapshot, 2.5, 9.9), [1, 0])
    np.testing.assert_array_equal(probabilities_at(snapshot, 99, -9), [0, 1])


def test_a_judge_needs_no_classes(qtbot: QtBot) -> None:
    view = opened(qtbot, Boundary, "gan-ring")
    judged = BoundarySnapshot((-2.0, 2.0, -2.0, 2.0), shares(1, 20, 20), noise(9, 2), np.zeros(9, np.int64))
    view.show_events(taken(judged))
    assert "real" in view._words.text  # type: ignore[attr-defined]
    view.grab()


def test_prompt_and_temperature_ask_for_another_text(qtbot: QtBot) -> None:
    view = opened(qtbot, GeneratedText, "transformer-lm")
    assert isinstance(view, GeneratedText)
    view._prompt.setText("Once ")
    with qtbot.waitSignal(view.probe_changed):
        view._prompt.editingFinished.emit()
    with qtbot.waitSignal(view.probe_changed):
        view._temperature.setValue(1.5)
    assert (view.probe().prompt, view.probe().temperature) == ("Once ", 1.5)


def test_data_get_a_prompt_that_they_can_spell_and_others_the_persons_own_again(qtbot: QtBot) -> None:
    view = opened(qtbot, GeneratedText, "transformer-lm")
    assert isinstance(view, GeneratedText)
    view._prompt.setText("Once ")
    view._prompt.editingFinished.emit()
    view.reset(experiment("gru-copy"))
    assert (view._prompt.text(), view.probe().prompt) == ("A", "A")
    view.reset(experiment("cnn-digits"))
    view.reset(experiment("transformer-lm"))
    assert (view._prompt.text(), view.probe().prompt) == ("Once ", "Once ")


@pytest.mark.parametrize(("kind", "name"), [(GeneratedText, "transformer-lm"), (WordVectors, "word2vec-cbow")])
@pytest.mark.parametrize("text", ["a" * 2000, "İ" * 2000])
def test_however_long_a_text_is_typed_the_probe_takes_it(qtbot: QtBot, kind: type[View], name: str, text: str) -> None:
    view = opened(qtbot, kind, name)
    (line,) = (line for line in view.findChildren(QLineEdit) if line.objectName() != "qt_spinbox_lineedit")
    line.insert(text)
    view.probe()
    with qtbot.waitSignal(view.probe_changed):
        line.editingFinished.emit()
    view.probe()


def test_the_large_channel_is_one_that_answers_until_a_person_chooses(qtbot: QtBot) -> None:
    view = opened(qtbot, FeatureMaps, "cnn-digits")
    assert isinstance(view, FeatureMaps)
    values = np.zeros((3, 4, 4), np.float32)
    values[1, 0, 0] = 1.0
    view.show_events(taken(ActivationsSnapshot(MAPS.path, SAMPLE, values, 3)))
    assert view.maps.channel == 1
    view.maps.choose(2)
    view.show_events(taken(ActivationsSnapshot(MAPS.path, SAMPLE, values, 3)))
    assert view.maps.channel == 2


def test_a_validation_is_held_as_long_as_its_run_has_lived(qtbot: QtBot) -> None:
    view = opened(qtbot, Curves, "mlp-digits")
    assert isinstance(view, Curves)
    validations = Series("validation/loss", np.array([40, 80, 120]), np.array([0.5, 0.4, 0.3]))
    view.show_events([MetricsRecorded("run", (series("train/loss", 126), validations))])
    view.begin_fork(48)
    shared = series("train/loss", 49), Series("validation/loss", np.array([40]), np.array([0.5]))
    view.show_events([MetricsRecorded("fork", shared)])
    plot = view._plot
    assert plot.full_window() == (0.0, 125.0)
    ends = {line.curve.past: line.x[-1] for line in plot.lines(plot.full_window()) if line.curve.held}
    assert ends == {False: 48.0, True: 125.0}
    view.show_events([MetricsRecorded("fork", (Series("train/loss", np.array([49]), np.array([0.5])),))])
    ends = {line.curve.past: line.x[-1] for line in plot.lines(plot.full_window()) if line.curve.held}
    assert ends == {False: 49.0, True: 125.0}
    near = {line.curve.past: line.x[-1] for line in plot.lines((30.0, 45.0)) if line.curve.held}
    assert near[False] == 45.0


def test_a_fork_at_the_start_has_no_curves_yet_and_says_so(qtbot: QtBot) -> None:
    view = opened(qtbot, Curves, "mlp-digits")
    assert isinstance(view, Curves)
    view.show_events([MetricsRecorded("run", (series("train/loss"),))])
    assert view.shows_content
    view.begin_fork(0)
    assert not view.shows_content
    assert view._words.text == ""
    view.show_events([MetricsRecorded("fork", (series("train/loss", 1),))])
    assert view.shows_content
    assert "the run that was forked" in view._words.text


def test_samples_grow_up_to_where_the_run_stands_and_a_fork_forgets_what_came_later(qtbot: QtBot) -> None:
    view = opened(qtbot, GanSamples, "gan-digits")
    assert isinstance(view, GanSamples)
    for step in (1, 10, 100, 1000, 50):  # it is rewound
        view.show_events(taken(MADE, step))
    assert [step for step, _ in view._growth_rows(MADE.made)] == [1, 10, 50]
    assert view.numbers()["history_steps"].tolist() == [1, 10, 100, 1000]
    view.begin_fork(50)
    assert view.numbers()["history_steps"].tolist() == [1, 10]
    view.show_events(taken(MADE, 60))
    assert [step for step, _ in view._growth_rows(MADE.made)] == [1, 10, 60]
    view.begin_fork(0)
    assert (len(view.numbers()["history"]), len(view.numbers()["history_steps"])) == (0, 0)
    view.show_events(taken(MADE, 0))
    assert [step for step, _ in view._growth_rows(MADE.made)] == [0]


def test_a_click_on_a_reconstruction_pins_its_sample(qtbot: QtBot) -> None:
    view = opened(qtbot, Reconstructions, "unet-digits")
    view.show_events(taken(GIVEN_BACK))
    mosaic = view.findChild(ImageMosaic)
    assert mosaic is not None
    with qtbot.waitSignal(view.pin_requested) as pinned:
        mosaic.tile_clicked.emit(7)  # the third sample, as it was given back
    assert pinned.args == ["validation", 2]


def test_a_click_on_a_text_pins_it(qtbot: QtBot) -> None:
    view = opened(qtbot, Predictions, "lstm-sentences")
    view.show()
    view.show_events(taken(READ))
    rows = view.findChild(WordRows)
    assert rows is not None
    _, ends = rows.placed()
    with qtbot.waitSignal(view.pin_requested) as pinned:
        qtbot.mouseClick(rows, Qt.MouseButton.LeftButton, pos=QPoint(5, int(ends[1]) + 2))
    assert pinned.args == ["validation", int(READ.indices[2])]


def test_wrong_guesses_are_followed_by_the_true_word(qtbot: QtBot) -> None:
    view = opened(qtbot, HiddenWords, "bert-mini")
    view.show_events(taken(GUESSED))
    rows = view.findChild(WordRows)
    assert rows is not None
    found = [item.word.text for item in rows.placed()[0]]
    assert found == ["1/1", "a", "name ✓", "is", "bound", "1/2", "an ✗", "(the)", "object ✓"]


def test_a_word_is_chosen_on_the_map_or_typed(qtbot: QtBot) -> None:
    view = opened(qtbot, WordVectors, "word2vec-cbow")
    view.show()
    view.show_events(taken(VECTORS))
    found = view.findChild(WordMap)
    assert found is not None
    x, y = found.places()[2].round().astype(int).tolist()
    with qtbot.waitSignal(view.probe_changed):
        qtbot.mouseClick(found, Qt.MouseButton.LeftButton, pos=QPoint(x, y))
    probe = view.probe()
    assert isinstance(probe, WordVectorsProbe)
    assert probe.word == "object"


def test_words_wrap_where_the_space_ends(qtbot: QtBot) -> None:
    rows = WordRows()
    qtbot.addWidget(rows)
    rows.resize(200, 400)
    rows.show_rows([Row(Word("1"), [Word("word")] * 30), Row(Word("2"), [Word("word")])])
    placed, ends = rows.placed()
    assert max(item.place.x() for item in placed) < 200
    assert len({item.place.y() for item in placed if item.row == 0}) > 3
    assert ends == sorted(ends)
    assert placed[-1].place.y() >= ends[0]


def test_an_update_stands_side_by_side_with_what_it_changes(qtbot: QtBot) -> None:
    view = opened(qtbot, Weights, "cnn-digits")
    assert isinstance(view, Weights)
    view.show()
    view.show_events(taken(KERNELS, 12))
    assert [name for name, panel in view.panels.items() if panel.isVisible()] == [
        "before", "gradient", "change", "weights",
    ]  # fmt: skip
    assert "after step 12" in view._words.text
    before, change = KERNELS.before, KERNELS.change
    assert before is not None
    assert change is not None
    assert f"change / weights {number_text(change.length / before.length, 3)}" in view._words.text
    assert set(view.numbers()) == {"before", "gradient", "change", "weights"}
    assert np.array_equal(view.numbers()["change"], change.values)
    mosaic = view.panels["change"].mosaic
    qtbot.waitUntil(lambda: mosaic.height() > 50)
    move_mouse(mosaic, mosaic.tile_rect(5).center().toPoint())
    row, column = 1, 1
    assert view.reading.text.startswith(number_text(float(change.values[5, 0, row, column]), 6))
    assert view.reading.text.endswith("weight[5, 0, 1, 1]")


def test_before_an_update_there_is_a_gradient_and_no_change_and_all_is_said(qtbot: QtBot) -> None:
    view = opened(qtbot, Weights, "mlp-digits")
    assert isinstance(view, Weights)
    view.show()
    view.show_events(taken(MATRIX, 12))
    assert [name for name, panel in view.panels.items() if panel.isVisible()] == ["gradient", "weights"]
    assert "in step 13 · backward" in view._words.text
    assert "the first 40 × 64 are drawn" in view._words.text
    assert set(view.numbers()) == {"gradient", "weights"}
    heatmap = view.panels["weights"].heatmap
    qtbot.waitUntil(lambda: heatmap.height() > 100)  # it has its place
    move_mouse(heatmap, heatmap.cell_rect(3, 7).center().toPoint())
    assert view.reading.text.endswith("weight[3, 7]")


def test_where_no_gradient_was_computed_the_view_says_so(qtbot: QtBot) -> None:
    view = opened(qtbot, Weights, "mlp-digits")
    view.show()
    view.show_events(taken(MATRIX, 12))
    assert "no gradient" not in view._words.text
    view.show_events(taken(replace(MATRIX, gradient=None, phase="", network="", is_gradient_new=False), 0))
    assert [name for name, panel in view.panels.items() if panel.isVisible()] == ["weights"]
    assert "after step 0" in view._words.text
    assert "no gradient at this moment" in view._words.text


def test_block_and_parameter_ask_for_other_weights(qtbot: QtBot) -> None:
    view = opened(qtbot, Weights, "cnn-digits")
    assert isinstance(view, Weights)
    asked: list[None] = []
    view.probe_changed.connect(lambda: asked.append(None))
    view.show_events(taken(KERNELS, 12))
    assert asked == [], "following what comes asks for nothing"
    qtbot.keyClick(view._parameter, Qt.Key.Key_Down)
    assert (view.probe().parameter, len(asked)) == ("bias", 1)
    view.select_block("architecture.network.blocks.1")
    assert len(asked) == 1, "an activation has no weights"
    view.select_block("architecture.network.blocks.7")
    assert (view.probe().path, view.probe().parameter, len(asked)) == ("architecture.network.blocks.7", "", 2)
