"""Before and after: samples as they were loaded and as a step of training sees them, by the code that trains."""

import numpy as np
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QSpinBox, QVBoxLayout, QWidget

from explorer.preparation_preview import Preview, PreviewTransforms
from explorer.spec import Experiment
from models.problem import Problem
from ui.editors.block_row import problem_text
from ui.jobs import Errand, Jobs
from ui.preparation.preview_side import PreviewSide
from ui.preparation.preview_words import captions_after, captions_before
from ui.spec_store import SpecStore
from ui.text import bind, follow_language, tr
from ui.theme import GRID, theme
from ui.widgets.words import Words

SIZE = (840, 560)  # pixels
PATIENCE_MS = 200
MOST_STEPS = 10**6


class PreviewDialog(QDialog):
    """Stays open beside the experiment and follows it."""

    def __init__(self, store: SpecStore, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store, self._jobs = store, jobs
        self._errand: Errand | None = None
        self._wanted: PreviewTransforms | None = None
        self.shown: tuple[Experiment, Preview] | None = None
        self.before, self.after = PreviewSide(), PreviewSide()
        self.note, self.step, self.another, close = Words("muted", wrap=True), QSpinBox(), QPushButton(), QPushButton()
        self._patience = QTimer(self, interval=PATIENCE_MS, singleShot=True)
        self._patience.timeout.connect(self._ask)
        self.step.setRange(1, MOST_STEPS)
        step_title = Words()
        self._arrange(step_title, close)
        self.step.valueChanged.connect(self._patience.start)
        self.another.clicked.connect(self.step.stepUp)
        close.clicked.connect(self.close)
        self.finished.connect(self._on_finished)
        store.spec_changed.connect(self._patience.start)
        bind(self, "setWindowTitle", "Before and after the preparation")
        bind(step_title, "setText", "Step")
        bind(self.step, "setAccessibleName", "Step")
        bind(self.another, "setText", "Next step")
        bind(close, "setText", "Close")
        follow_language(self, self._show)
        theme.changed.connect(self._show)
        self.resize(theme.px(SIZE[0]), theme.px(SIZE[1]))
        self._show_note(tr("Loading samples …"))
        self._ask()

    def _arrange(self, step_title: Words, close: QPushButton) -> None:
        sides = QHBoxLayout()
        sides.setSpacing(GRID)
        for side in (self.before, self.after):
            sides.addWidget(side, 1)
        foot = QHBoxLayout()
        foot.setSpacing(GRID)
        for widget in (step_title, self.step, self.another):
            foot.addWidget(widget)
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addLayout(sides, 1)
        column.addWidget(self.note)
        column.addLayout(foot)

    def _ask(self) -> None:
        """Ask for the preview of the experiment as it is now, and no longer for the one before."""
        wanted = PreviewTransforms(self._store.experiment, self.step.value() - 1)
        if wanted == self._wanted:
            return
        if self._errand is not None:
            self._errand.cancel()
        self._wanted = wanted
        self._errand = errand = self._jobs.start(wanted)
        errand.done.connect(lambda preview: self._on_done(wanted, preview))
        errand.failed.connect(lambda problems: self._on_failed(wanted, problems))

    def _on_done(self, asked: PreviewTransforms, preview: Preview) -> None:
        if asked is self._wanted:
            self.shown = asked.experiment, preview
            self._show()

    def _on_failed(self, asked: PreviewTransforms, problems: tuple[Problem, ...]) -> None:
        if asked is self._wanted:
            self.shown = None
            self._show_note(problem_text(problems), warning=True)

    def _on_finished(self) -> None:
        """Nobody looks any more."""
        self._patience.stop()
        self._wanted = None
        if self._errand is not None:
            self._errand.cancel()

    def _show_note(self, text: str, *, warning: bool = False) -> None:
        self.note.set_role("warning" if warning else "muted")
        self.note.setText(text)
        for side in (self.before, self.after):
            side.setVisible(self.shown is not None)

    def _show(self) -> None:
        if self.shown is None:
            return
        experiment, preview = self.shown
        facts = experiment.facts()
        if facts.ports.input.kind == "tokens":
            self._show_tokens(preview)
            return
        classes = preview.targets if preview.targets.ndim == 1 else np.zeros(len(preview.inputs), np.int64)
        noisy = classes if preview.targets.ndim != 1 else preview.noisy
        answers = noisy if preview.shares is None else preview.shares.argmax(-1)
        is_normal = any(transform.everywhere for transform in experiment.preparation.transforms)
        limits = preview.prepared if is_normal else preview.inputs
        words = tr(
            "The first samples of the batch that step {step} takes, as training sees them. Every step draws anew; "
            "evaluation and views see them normalised at most.",
            step=preview.step + 1,
        )
        self._show_note(words)
        before, after = captions_before(preview, facts), captions_after(preview, facts)
        self.before.show_samples(tr("Before"), preview.inputs, facts, before, classes, preview.inputs)
        self.after.show_samples(tr("After"), preview.prepared, facts, after, answers, limits)

    def _show_tokens(self, preview: Preview) -> None:
        """One side, since there are no transforms of tokens."""
        self._show_note(
            tr(
                "Every text is cut into tokens, and a number stands for each: that is all the network receives. "
                "There are {count} different ones.",
                count=len(preview.symbols),
            )
        )
        self.after.hide()
        self.before.show_tokens(tr("Tokens"), preview.inputs, preview.symbols)
