"""The evaluation dialog with verdicts made by hand, and the command that leads to it."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explorer import edits
from explorer.commands import Pin, SaveWeights
from explorer.dataset import DataFacts
from explorer.datasets.adding import Adding
from explorer.datasets.digits import Digits
from explorer.datasets.reversal import Reversal
from explorer.engine.headless import train_headless
from explorer.evaluation.conclude import conclude
from explorer.evaluation.evaluate_run import EvaluateRun
from explorer.evaluation.figure import Figure
from explorer.evaluation.problems import NO_WEIGHTS
from explorer.evaluation.verdict import ShownSamples, Verdict
from explorer.events import ProblemsFound, StateChanged, WeightsSaved
from explorer.own.network import suitable
from explorer.own.scan import scan
from explorer.problems import LOSS_NOT_FINITE
from explorer.training import Steps
from models.text import THIN_SPACE, Text
from ui.evaluation.calibration_page import CalibrationPage
from ui.evaluation.class_page import ClassPage
from ui.evaluation.confusion_page import ConfusionPage
from ui.evaluation.evaluation_dialog import EvaluationDialog
from ui.evaluation.page import EvaluationPage
from ui.evaluation.residual_page import ResidualPage
from ui.evaluation.roc_page import RocPage
from ui.evaluation.worst_page import WorstPage
from ui.jobs import Jobs
from ui.text import language
from ui.widgets.xy_plot import XYPlot

CLASSES = 10


def verdict_of(judged: dict[str, Any], objective: str, facts: DataFacts, inputs: Any) -> Verdict:
    found = conclude(judged, objective, facts)
    size = len(inputs)
    shown = ShownSamples(np.arange(size), inputs)
    return Verdict("r", "Title", objective, "test", 12, size, facts, found.figures, found.losses, found.answers, shown)


def classified() -> Verdict:
    """40 digits, of which sample 3 is a 3 taken for an 8, and samples 7, 17 are 7s taken for 1s."""
    targets = np.arange(40) % CLASSES
    answers = targets.copy()
    answers[3], answers[[7, 17]] = 8, 1
    probabilities = np.full((40, CLASSES), 0.02, np.float32)
    probabilities[np.arange(40), answers] = 0.82
    losses = -np.log(probabilities[np.arange(40), targets])
    losses[17] += 1
    judged = {
        "targets": targets, "answers": answers, "confidences": probabilities.max(1), "probabilities": probabilities,
        "losses": losses,
    }  # fmt: skip
    inputs = np.random.default_rng(0).random((40, 1, 8, 8)).astype(np.float32)
    return verdict_of(judged, "classify", Digits().facts(), inputs)


def told() -> Verdict:
    """50 values, each answered 0.1 too large but sample 4, which is 1 too small."""
    targets = np.linspace(0, 1, 50, dtype=np.float32)[:, None]
    answers = targets + np.float32(0.1)
    answers[4] -= 1.1
    losses = np.square(answers - targets).mean(-1)
    inputs = np.random.default_rng(0).random((50, 30, 2)).astype(np.float32)
    return verdict_of({"targets": targets, "answers": answers, "losses": losses}, "regress", Adding().facts(), inputs)


def translated() -> Verdict:
    """5 words to be reversed, of which sample 2 ends in another letter."""
    facts = Reversal().facts()
    inputs = np.random.default_rng(0).integers(2, 20, (5, 8))
    wanted = inputs[:, ::-1].copy()
    answered = wanted.copy()
    answered[2, -1] = 3 if wanted[2, -1] != 3 else 4
    judged = {
        "wanted": wanted, "answered": answered, "losses": np.array([1.0, 1, 9, 1, 1]), "counts": np.full(5, 8),
        "hits": (wanted == answered).sum(-1),
    }  # fmt: skip
    return verdict_of(judged, "translate", facts, inputs)


@pytest.fixture
def dialog(qtbot: QtBot) -> EvaluationDialog:
    dialog = EvaluationDialog()
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def page_of(dialog: EvaluationDialog, kind: type[EvaluationPage]) -> Any:
    (page,) = [
        dialog.tabs.widget(number) for number in range(dialog.tabs.count()) if type(dialog.tabs.widget(number)) is kind
    ]
    dialog.tabs.setCurrentWidget(page)
    return page


def click(qtbot: QtBot, widget: Any, place: QPointF) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place.toPoint())


def pages(dialog: EvaluationDialog) -> list[type]:
    return [type(dialog.tabs.widget(number)) for number in range(dialog.tabs.count())]


def test_a_cell_of_the_confusion_matrix_opens_its_samples_and_one_is_pinned(
    dialog: EvaluationDialog, qtbot: QtBot
) -> None:
    dialog.show_verdict(classified())
    assert pages(dialog) == [ConfusionPage, ClassPage, CalibrationPage, RocPage, WorstPage]
    assert dialog.headline.text() == "92.5 %"
    assert "80." in dialog.interval.text()
    assert "97." in dialog.interval.text()
    page = page_of(dialog, ConfusionPage)
    assert page.gallery.rows.tolist() == [17, 7], "the commonest mistake is open, its largest loss first"
    click(qtbot, page.map, page.map.cell_rect(3, 8).center())
    assert page.gallery.rows.tolist() == [3]
    assert page.gallery.note.text() == "“3” taken for “8”"
    assert not dialog.pin.isEnabled()
    click(qtbot, page.gallery.mosaic, page.gallery.mosaic.tile_rect(0).center())
    assert dialog.pin.isEnabled()
    with qtbot.waitSignal(dialog.pin_requested) as pinned:
        qtbot.mouseClick(dialog.pin, Qt.MouseButton.LeftButton)
    assert pinned.args == ["test", 3]
    click(qtbot, page.map, page.map.cell_rect(5, 6).center())
    assert not len(page.gallery.rows), "nothing was mistaken like that"
    assert not dialog.pin.isEnabled()


def test_the_keyboard_reaches_cells_and_samples(dialog: EvaluationDialog, qtbot: QtBot) -> None:
    dialog.show_verdict(classified())
    page = page_of(dialog, ConfusionPage)
    keys = Qt.Key
    for key in (keys.Key_Down, *[keys.Key_Down] * 7, *[keys.Key_Right] * 2, keys.Key_Left, keys.Key_Return):
        qtbot.keyClick(page.map, key)
    assert page.map.cell == (7, 1)
    assert "2 of 4 (50.0 %)" in page.reading.text
    assert page.gallery.rows.tolist() == [17, 7]
    qtbot.keyClick(page.gallery.mosaic, keys.Key_Right)
    with qtbot.waitSignal(dialog.pin_requested) as pinned:
        qtbot.keyClick(page.gallery.mosaic, keys.Key_Return)
    assert pinned.args == ["test", 17]


def test_every_page_of_a_classifier_tells_its_numbers(dialog: EvaluationDialog, qtbot: QtBot) -> None:
    verdict = classified()
    dialog.show_verdict(verdict)
    table = page_of(dialog, ClassPage).table
    assert [table.item(7, column).text() for column in range(3)] == ["7", "1.000", "0.500"]
    table.sortByColumn(2, Qt.SortOrder.AscendingOrder)
    assert table.item(0, 0).text() == "7", "the worst recall comes first"
    page = page_of(dialog, CalibrationPage)
    move(qtbot, page.plot, page.plot.place_of(0))
    assert "80 to 90 %: 40 answers" in page.reading.text
    assert "92.5 % are right, 82.0 %" in page.reading.text
    roc = page_of(dialog, RocPage)
    assert roc.choice.currentText() == "7", "the class with the smallest area"
    qtbot.keyClick(roc.plot, Qt.Key.Key_Right)
    assert "0.0 % found" in roc.reading.text
    worst = page_of(dialog, WorstPage)
    assert worst.gallery.rows.tolist() == [17, 3, 7]
    click(qtbot, worst.gallery.mosaic, worst.gallery.mosaic.tile_rect(0).center())
    assert "truly 7, answered 1" in worst.reading.text
    dialog.activateWindow()
    qtbot.mouseClick(dialog.copy_numbers, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text().startswith("sample\t3\n17\n")
    qtbot.mouseClick(dialog.copy_picture, Qt.MouseButton.LeftButton)
    assert not QGuiApplication.clipboard().pixmap().isNull()


def move(qtbot: QtBot, widget: XYPlot, place: QPointF) -> None:
    """The mouse comes from elsewhere."""
    qtbot.mouseMove(widget, QPoint(1, 1))
    qtbot.mouseMove(widget, place.toPoint())


def test_a_residual_is_read_and_its_sample_chosen(dialog: EvaluationDialog, qtbot: QtBot) -> None:
    dialog.show_verdict(told())
    assert pages(dialog) == [ResidualPage, WorstPage]
    assert dialog.kind.text() == "R², mean over values"
    page = page_of(dialog, ResidualPage)
    QApplication.processEvents()
    move(qtbot, page.plot, page.plot.place_of(4))
    assert "sample 4" in page.reading.text
    click(qtbot, page.plot, page.plot.place_of(4))
    assert page.chosen == 4
    assert dialog.pin.isEnabled()
    assert page_of(dialog, WorstPage).gallery.rows[0] == 4


def test_texts_are_listed_with_what_was_wanted_and_answered(dialog: EvaluationDialog, qtbot: QtBot) -> None:
    verdict = translated()
    dialog.show_verdict(verdict)
    assert pages(dialog) == [WorstPage]
    assert dialog.headline.text() == "80.0 %"
    table = page_of(dialog, WorstPage).gallery.table
    assert table.item(0, 0).text() == "2"
    assert table.item(0, 3).text() == table.item(0, 2).text()[::-1] != table.item(0, 4).text()
    assert table.item(1, 3).text() == table.item(1, 4).text()
    item = table.visualItemRect(table.item(1, 2)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=item)
    assert page_of(dialog, WorstPage).chosen == int(table.item(1, 0).text())


def test_a_gan_has_figures_and_says_why_there_are_no_samples(dialog: EvaluationDialog) -> None:
    figures = (Figure("diversity", 0.5), Figure("loss/generator", 1.0), Figure("d_fake", 0.25))
    none = ShownSamples(np.zeros(0, np.int64), np.zeros((0, 2), np.float32))
    losses = np.zeros(0, np.float32)
    dialog.show_verdict(Verdict("r", "T", "adversarial", "test", 3, 100, Digits().facts(), figures, losses, None, none))
    assert dialog.headline.text() == "50.0 %"
    assert pages(dialog) != [WorstPage]
    assert not dialog.copy_numbers.isEnabled()
    assert [row.value.text() for row in dialog.figures.rows] == ["50.0 %", "1.000", "0.2500"]


def test_what_is_not_finite_is_told_and_drawn(dialog: EvaluationDialog) -> None:
    for make, name in ((classified, "losses"), (told, "answers")):
        verdict = make()
        judged = {
            "targets": verdict.answers.targets, "answers": verdict.answers.answers, "losses": verdict.losses.copy(),
        } | ({"confidences": verdict.answers.confidences, "probabilities": verdict.answers.probabilities}
             if make is classified else {})  # type: ignore[union-attr]  # fmt: skip
        judged[name] = np.full_like(judged[name], np.nan)
        dialog.show_verdict(verdict_of(judged, verdict.objective, verdict.facts, verdict.shown.inputs))
        for number in range(dialog.tabs.count()):
            dialog.tabs.setCurrentIndex(number)
            dialog.grab()


def test_progress_problems_and_the_language_are_shown(dialog: EvaluationDialog, qtbot: QtBot) -> None:
    assert dialog.is_under_way
    dialog.show_progress(0.5, Text("Evaluating {count} samples", {"count": 1000}))
    assert dialog.bar.value() == 500
    with qtbot.waitSignal(dialog.cancel_requested):
        qtbot.mouseClick(dialog.again, Qt.MouseButton.LeftButton)
    dialog.show_problems((NO_WEIGHTS.at("", run="r"),))
    assert not dialog.bar.isVisible()
    with qtbot.waitSignal(dialog.again_requested):
        qtbot.mouseClick(dialog.again, Qt.MouseButton.LeftButton)
    dialog.show_verdict(classified())
    page_of(dialog, RocPage)
    language.switch("zh_CN")
    assert isinstance(dialog.page, RocPage), "the page in front stays there"


# In the window.


def start(desk: Any, steps: int = 3) -> tuple[str, Path]:
    """A run that the engine tells of, and that lies on disk."""
    from explorer.engine.headless import train_headless

    desk.open()
    run_id = desk.start()
    controller = desk.window.workspace.controller
    folder = controller.folder
    train_headless(controller.experiment, "cpu", folder, limit=Steps(count=steps))
    desk.window._jobs = Jobs(host="thread", parent=desk.window)
    return run_id, folder


def dialog_of(desk: Any) -> EvaluationDialog:
    (found,) = [one for one in desk.window.findChildren(EvaluationDialog) if one.isVisible()]
    assert isinstance(found, EvaluationDialog)
    return found


@pytest.fixture
def threads_as_before() -> Any:
    import torch

    before = torch.get_num_threads()
    yield
    torch.set_num_threads(before)


@pytest.mark.usefixtures("threads_as_before")
def test_evaluate_saves_the_weights_and_shows_the_verdict_on_them(desk: Any) -> None:
    run_id, _ = start(desk)
    desk.window.commands.evaluate.trigger()
    assert desk.sent(SaveWeights) == SaveWeights(run_id, 1)
    dialog = dialog_of(desk)
    assert dialog.is_under_way
    desk.engine.say(WeightsSaved(run_id, 1, 3))
    desk.until(lambda: dialog.verdict is not None)
    assert dialog.verdict is not None
    assert (dialog.verdict.step, dialog.verdict.split) == (3, "test")
    page = page_of(dialog, WorstPage)
    click(desk.qtbot, page.gallery.mosaic, page.gallery.mosaic.tile_rect(1).center())
    desk.qtbot.mouseClick(dialog.pin, Qt.MouseButton.LeftButton)
    assert desk.sent(Pin) == Pin(run_id, "test", int(page.gallery.rows[1]))
    desk.qtbot.mouseClick(dialog.again, Qt.MouseButton.LeftButton)
    desk.sent(SaveWeights)
    dialog.close()
    desk.engine.say(WeightsSaved(run_id, 2, 3))  # nobody waits for it any more
    desk.window.commands.evaluate.trigger()
    desk.sent(SaveWeights)
    desk.engine.say(WeightsSaved(run_id, 3, None))
    desk.until(lambda: not dialog_of(desk).is_under_way)
    assert "no saved weights" in dialog_of(desk).notice._body.text()
    dialog_of(desk).close()


@pytest.mark.usefixtures("threads_as_before")
def test_without_an_engine_the_newest_weights_are_judged(desk: Any) -> None:
    run_id, _ = start(desk)
    desk.engine.say(StateChanged(run_id, "finished"))
    desk.until(lambda: desk.window.workspace.controller.state == "finished")
    desk.engine.end(0)
    desk.until(lambda: bool(desk.window.messages))
    desk.window.commands.evaluate.trigger()
    desk.until(lambda: dialog_of(desk).verdict is not None)
    dialog_of(desk).close()


@pytest.mark.usefixtures("threads_as_before")
def test_weights_that_cannot_be_saved_are_told_and_a_run_that_is_left_is_judged_as_it_was_saved(desk: Any) -> None:
    run_id, _ = start(desk)
    desk.window.commands.evaluate.trigger()
    desk.sent(SaveWeights)
    desk.engine.say(ProblemsFound(run_id, (LOSS_NOT_FINITE.at("training", value="nan", step=4),)))
    desk.until(lambda: not dialog_of(desk).is_under_way)
    assert dialog_of(desk).verdict is None
    dialog_of(desk).again.click()
    desk.sent(SaveWeights)
    desk.window.commands.run_again.trigger()
    desk.until(lambda: dialog_of(desk).verdict is not None)
    dialog = dialog_of(desk)
    assert dialog.verdict is not None
    assert dialog.verdict.run == run_id
    dialog.close()


def test_rows_of_a_table_are_told_in_words_with_truth_and_answer(qtbot: QtBot, tmp_path: Path) -> None:
    rows = [f"{1900 + row},{('gas', 'oil')[row % 2]},{row * 7.5}" for row in range(60)]
    (tmp_path / "t.csv").write_text("\n".join(["year,heating,price", *rows, ""]), "utf-8")
    (spec,) = scan(tmp_path / "t.csv", lambda *_told: None).choices
    experiment = edits.replace(suitable(spec), "training.limit", {"kind": "steps", "count": 5})
    train_headless(experiment, folder=tmp_path / "run")
    verdict = EvaluateRun(tmp_path / "run").run(lambda *_told: None)
    page = WorstPage(verdict)
    qtbot.addWidget(page)
    table = page.gallery.table
    assert page.gallery._pages.currentWidget() is table
    years = set()
    for place in range(table.rowCount()):
        told, wanted = (table.item(place, column).text().replace(THIN_SPACE, "") for column in (2, 3))
        year, heating = told.removeprefix("year ").split(", ")
        assert heating == f"heating = {('gas', 'oil')[int(year) % 2]}"
        assert float(wanted) == (int(year) - 1900) * 7.5
        years.add(year)
    assert len(years) == table.rowCount() == 12
