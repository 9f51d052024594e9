"""Shows what an evaluation finds: first how far it has come, then its figures and pages, or what is wrong."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from explorer.evaluation.verdict import Verdict
from models.problem import Problem
from models.text import Text
from ui.evaluation.calibration_page import CalibrationPage
from ui.evaluation.class_page import ClassPage
from ui.evaluation.confusion_page import ConfusionPage
from ui.evaluation.figure_words import figure_label, interval_text, value_text
from ui.evaluation.page import EvaluationPage
from ui.evaluation.residual_page import ResidualPage
from ui.evaluation.roc_page import RocPage
from ui.evaluation.worst_page import WorstPage
from ui.pane_export import as_table
from ui.text import bind, follow_language, say, tr
from ui.theme import GRID, theme
from ui.widgets.fact_list import FactList
from ui.widgets.notice import Notice
from ui.widgets.words import Words

PAGES: tuple[type[EvaluationPage], ...] = (
    ConfusionPage, ResidualPage, ClassPage, CalibrationPage, RocPage, WorstPage,
)  # fmt: skip
SIZE = (1080, 720)  # pixels
FIGURES_WIDTH = 280


class EvaluationDialog(QDialog):
    """Stays open beside the run. It never computes: whoever opens it hands over progress, verdict or problems."""

    pin_requested = Signal(str, int)  # split, number of the sample
    again_requested = Signal()
    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.verdict: Verdict | None = None
        self._problems: Sequence[Problem] = ()
        self._progress: tuple[float | None, Text | None] = (None, None)
        self.notice, self.bar = Notice(), QProgressBar()
        self.headline, self.kind = Words("headline"), Words("title")
        self.interval, self.where = Words("muted"), Words("muted", wrap=True)
        self.figures, self.tabs = FactList(), QTabWidget()
        self.pin, self.copy_picture, self.copy_numbers = QPushButton(), QPushButton(), QPushButton()
        self.again, self.close_button = QPushButton(), QPushButton()
        self._front = QStackedWidget()
        self._arrange()
        self._connect()
        bind(self, "setWindowTitle", "Evaluation")
        bind(self.pin, "setText", "Pin the sample")
        bind(self.pin, "setToolTip", "Let all views look at the chosen sample (Enter)")
        bind(self.copy_picture, "setText", "Copy as picture")
        bind(self.copy_numbers, "setText", "Copy as numbers")
        bind(self.close_button, "setText", "Close")
        follow_language(self, self._tell_again)
        self.resize(theme.px(SIZE[0]), theme.px(SIZE[1]))
        self.show_progress(None, None)

    @property
    def page(self) -> EvaluationPage | None:
        """The page in front."""
        page = self.tabs.currentWidget()
        return page if isinstance(page, EvaluationPage) else None

    @property
    def is_under_way(self) -> bool:
        """Whether neither a verdict nor problems are there yet."""
        return self.verdict is None and not self._problems

    def show_progress(self, done: float | None, text: Text | None) -> None:
        """An evaluation is under way."""
        self.verdict, self._problems, self._progress = None, (), (done, text)
        body = say(text) if text is not None else tr("The weights of this moment are being saved.")
        hint = tr("The run goes on meanwhile.")
        self.notice.show_words(tr("Evaluating…"), body, hint)
        self.bar.setRange(0, 0 if done is None else 1000)
        self.bar.setValue(round(1000 * (done or 0.0)))
        self.bar.show()
        self._show_front(self._front.widget(0))

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """There is nothing to show, and why."""
        self.verdict, self._problems = None, problems
        first = problems[0]
        self.notice.show_words(tr("Nothing was evaluated"), say(first.message), say(first.remedy), "warning")
        self.bar.hide()
        self._show_front(self._front.widget(0))

    def show_verdict(self, verdict: Verdict) -> None:
        """What the evaluation has found."""
        self.verdict, self._problems = verdict, ()
        first = verdict.headline
        self.headline.setText(value_text(first.name, first.value))
        self.kind.setText(figure_label(first.name))
        self.interval.setText(interval_text(first))
        self.interval.setVisible(bool(self.interval.text()))
        self.where.setText(
            tr(
                "{title}: {count} samples of the {split} split, with the weights of step {step}",
                title=tr(verdict.title), count=verdict.num_samples, split=tr(verdict.split), step=verdict.step,
            )
        )  # fmt: skip
        self.figures.show_facts([(figure_label(one.name), value_text(one.name, one.value)) for one in verdict.figures])
        for row, figure in zip(self.figures.rows, verdict.figures, strict=False):
            row.setToolTip(interval_text(figure))
        self._fill_tabs(verdict)
        self._show_front(self._front.widget(1))

    def _fill_tabs(self, verdict: Verdict) -> None:
        """Pages of another verdict go; the one that was in front stays in front."""
        before = type(self.page)
        while self.tabs.count():
            page = self.tabs.widget(0)
            self.tabs.removeTab(0)
            if page is not None:
                page.deleteLater()
        for kind in PAGES:
            if kind.applies_to(verdict):
                page = kind(verdict)
                page.chosen_changed.connect(self._show_buttons)
                page.activated.connect(self._on_pin)
                self.tabs.addTab(page, tr(kind.title_source))
                if kind is before:
                    self.tabs.setCurrentWidget(page)
        if not self.tabs.count():
            empty = Notice()
            body = tr("There is no right answer to a single sample here, so that only figures of all of them are told.")
            empty.show_words(tr("No samples to look at"), body, "")
            self.tabs.addTab(empty, tr("Samples"))

    def _arrange(self) -> None:
        waiting, found = QWidget(), QWidget()
        column = QVBoxLayout(waiting)
        column.addWidget(self.notice, 1)
        column.addWidget(self.bar)
        self.bar.setTextVisible(False)
        words = QVBoxLayout()
        words.setSpacing(GRID // 2)
        for widget in (self.kind, self.interval, self.where):
            words.addWidget(widget)
        top = QHBoxLayout()
        top.setSpacing(2 * GRID)
        top.addWidget(self.headline)
        top.addLayout(words, 1)
        body = QHBoxLayout()
        body.setSpacing(2 * GRID)
        side = QVBoxLayout()
        side.addSpacing(4 * GRID)
        side.addWidget(self.figures)
        side.addStretch(1)
        self.figures.setFixedWidth(theme.px(FIGURES_WIDTH))
        body.addLayout(side)
        body.addWidget(self.tabs, 1)
        self.tabs.setDocumentMode(True)
        rows = QVBoxLayout(found)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GRID)
        rows.addLayout(top)
        rows.addLayout(body, 1)
        self._front.addWidget(waiting)
        self._front.addWidget(found)
        buttons = QHBoxLayout()
        for button in (self.pin, self.copy_picture, self.copy_numbers):
            buttons.addWidget(button)
        buttons.addStretch(1)
        for button in (self.again, self.close_button):
            buttons.addWidget(button)
        for button in (self.pin, self.copy_picture, self.copy_numbers, self.again, self.close_button):
            button.setAutoDefault(False)  # Enter belongs to what is shown
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        layout.addWidget(self._front, 1)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.pin.clicked.connect(self._on_pin)
        self.copy_picture.clicked.connect(self._on_copy_picture)
        self.copy_numbers.clicked.connect(self._on_copy_numbers)
        self.again.clicked.connect(self._on_again)
        self.close_button.clicked.connect(self.close)
        self.tabs.currentChanged.connect(self._show_buttons)
        for keys, do in (
            (QKeySequence(QKeySequence.StandardKey.Copy), self._on_copy_picture),
            (QKeySequence("Ctrl+Shift+C"), self._on_copy_numbers),
        ):
            QShortcut(keys, self).activated.connect(do)

    def _show_front(self, widget: QWidget | None) -> None:
        if widget is not None:
            self._front.setCurrentWidget(widget)
        self._show_buttons()

    def _show_buttons(self) -> None:
        page = self.page if self.verdict is not None else None
        self.pin.setEnabled(page is not None and page.chosen is not None)
        self.copy_picture.setEnabled(self.verdict is not None)
        self.copy_numbers.setEnabled(page is not None)
        self.again.setText(tr("Cancel") if self.is_under_way else tr("Evaluate again"))

    def _on_pin(self) -> None:
        if self.verdict is not None and self.page is not None and self.page.chosen is not None:
            self.pin_requested.emit(self.verdict.split, self.page.chosen)

    def _on_copy_picture(self) -> None:
        if self.verdict is not None:
            QGuiApplication.clipboard().setPixmap(self._front.grab())

    def _on_copy_numbers(self) -> None:
        if self.verdict is not None and self.page is not None:
            QGuiApplication.clipboard().setText(as_table(self.page.numbers(), "\t"))

    def _on_again(self) -> None:
        (self.cancel_requested if self.is_under_way else self.again_requested).emit()

    def _tell_again(self) -> None:
        if self.verdict is not None:
            self.show_verdict(self.verdict)
        elif self._problems:
            self.show_problems(self._problems)
        else:
            self.show_progress(*self._progress)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.is_under_way:
            self.cancel_requested.emit()
        super().closeEvent(event)
