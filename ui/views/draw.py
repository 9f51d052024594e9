"""View: a sample of one's own - drawn, written or placed - and what the network answers to it."""

from typing import ClassVar

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QPushButton, QSplitter, QWidget

from explorer.drawing import as_picture, drawn_shape
from explorer.probes.answer import Answer
from explorer.snapshots import AnswerSnapshot
from explorer.spec import Experiment
from models.number_text import fixed_text
from models.problem import Problem
from ui.added_samples import AddedSamples
from ui.drawing import tool_for
from ui.drawing.tool import Tool
from ui.snapshot_view import SnapshotView
from ui.text import bind, say, tr
from ui.widgets.bar_chart import BarChart
from ui.widgets.filling_splitter import FillingSplitter
from ui.widgets.image_mosaic import Caption, ImageMosaic
from ui.widgets.line_label import Piece
from ui.widgets.quiet_combo import QuietCombo
from ui.widgets.sample_tiles import sample_tiles

PACE_MS = 40  # between two samples that are sent while one draws


class Draw(SnapshotView):
    """On the left a tool for this kind of data, on the right what the network sees, and its answer.

    What is made is pinned, so that all views look at it.
    """

    kind: ClassVar[str] = "draw"
    title: ClassVar[str] = "Draw your own"
    about: ClassVar[str] = "A sample that you draw, write or place yourself, and what the network answers to it."
    probe_type = Answer
    snapshot_type = AnswerSnapshot

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tool: Tool | None = None
        self._names: tuple[str, ...] = ()  # of the classes that a sample can be added to
        self._is_given = False  # what was made is what all views look at
        self.seen, self.bars = ImageMosaic(self), BarChart(self)
        self._side = FillingSplitter(self.seen, self.bars, self)
        self._parts = QSplitter(Qt.Orientation.Horizontal, self)
        self._parts.setChildrenCollapsible(False)
        self._parts.addWidget(self._side)
        self._back = QPushButton(self)
        bind(self._back, "setText", "Back to the data")
        bind(self._back, "setToolTip", "Pin the sample of the data again that was pinned before")
        self._back.setEnabled(False)  # not hidden: nothing shall move under the pen
        self.add_control(self._back)
        self._added: AddedSamples | None = None
        self.target, self.add, self.take_back = QuietCombo(self), QPushButton(self), QPushButton(self)
        bind(self.target, "setToolTip", "The class of the sample that is added")
        bind(self.add, "setText", "Add to the data")
        bind(self.add, "setToolTip", "From the next run on the network is trained with this sample too")
        bind(self.take_back, "setToolTip", "Remove the sample that was added last")
        for control in (self.target, self.add, self.take_back):
            self.add_control(control)
        self.set_content(self._parts)
        self._pace = QTimer(self)  # the newest sample is sent; those in between are not
        self._pace.setSingleShot(True)
        self._pace.setInterval(PACE_MS)
        self._pace.timeout.connect(self._give)
        self._back.clicked.connect(self._on_back_clicked)
        self.add.clicked.connect(self._on_add_clicked)
        self.take_back.clicked.connect(self._on_take_back_clicked)
        self._show_added()
        self.bars.bar_hovered.connect(self._on_bar_hovered)

    def probe(self) -> Answer:
        return Answer()

    def reset(self, experiment: Experiment) -> None:
        """What was made stays as long as the data are of the same shape."""
        data = experiment.data
        if self.tool is None or self.tool.data.facts().ports != data.facts().ports:
            self._take_tool(tool_for(data))
        elif self.tool.data != data:
            self.tool.retarget(data)
            if self._is_given:  # to the data before
                self._pace.start()
        self._back.setEnabled(False)
        self._names = data.facts().class_names if data.facts().target == "class" else ()
        self._name_classes()
        super().reset(experiment)
        self._show_own()

    def follow_added(self, added: AddedSamples) -> None:
        self._added = added
        added.changed.connect(self._show_added)
        self._show_added()

    def numbers(self) -> dict[str, npt.NDArray[np.generic]]:
        if self.snapshot is None:
            return {}
        sample = self.snapshot.sample
        return {
            "sample": np.array(sample.tokens) if sample.values is None else sample.values,
            "names": np.array(self.snapshot.names),
            "probabilities": self.snapshot.probabilities,
            **({"picture": self.snapshot.picture} if self.snapshot.picture.size else {}),
        }

    def draw(self) -> None:
        snapshot: AnswerSnapshot = self.snapshot
        sample = snapshot.sample
        if self.tool is not None:
            self.tool.follow(snapshot)
        self._back.setEnabled(sample.is_given)
        if not self._pace.isActive():
            self._is_given = sample.is_given
        if not self._pace.isActive():
            self._show_seen()
        self.bars.setVisible(bool(snapshot.names))
        self.bars.show_values(snapshot.probabilities, [_shown(tr(name)) for name in snapshot.names])
        answer = tr("answer “{predicted}”", predicted=sample.predicted) if sample.predicted else ""
        self._arrange()
        self.describe([self.sample_piece(), *([Piece(answer, "text")] if answer else []), self.step_piece()])

    def show_content(self) -> None:
        self._problem = None
        super().show_content()

    def show_notice(self) -> None:
        """Nothing answers yet: the tool is there all the same."""
        super().show_notice()
        if getattr(self, "tool", None) is not None:
            self._pages.show_page(self._content)
            self.describe((Piece(tr("Make a sample. Press Run (Space), and the network answers while it learns.")),))

    def show_problem(self, problem: Problem) -> None:
        super().show_problem(problem)
        self._pages.show_page(self._content)
        self.describe((Piece(say(problem.message), "warning"), Piece(say(problem.remedy))))

    def retell(self) -> None:
        self._name_classes()
        self._show_added()
        if self._problem is not None:
            self.show_problem(self._problem)
        elif self.snapshot is None:
            self.show_notice()
        else:
            self.draw()

    def _name_classes(self) -> None:
        names = [tr(name) for name in self._names]
        if [self.target.itemText(row) for row in range(self.target.count())] != names:
            chosen = self.target.currentIndex()
            self.target.clear()
            self.target.addItems(names)
            self.target.setCurrentIndex(chosen if 0 <= chosen < len(names) else 0)
        self._show_added()

    def _show_added(self) -> None:
        """Offer what can be done about added samples."""
        added = self._added
        can_add = added is not None and bool(self._names)
        self.target.setVisible(can_add)
        self.add.setVisible(can_add)
        can_be_kept = self.tool is not None and self.tool.addable() is not None
        self.add.setEnabled(can_be_kept and added is not None and not added.is_full)
        count = 0 if added is None else added.count
        self.take_back.setVisible(count > 0)
        self.take_back.setText(tr("{count} added: take back", count=count))
        self._arrange_header()

    def _take_tool(self, tool: Tool) -> None:
        if self.tool is not None:
            self.tool.hide()
            self.tool.deleteLater()
        self.tool, self._is_given = tool, False
        self._parts.insertWidget(0, tool)
        self._parts.setStretchFactor(0, 3)
        self._parts.setStretchFactor(1, 2)
        tool.made.connect(self._on_made)
        tool.failed.connect(self.show_problem)

    def _show_own(self) -> None:
        """What was made, as the network will see it."""
        picture = None if self.tool is None else self.tool.picture()
        self.seen.setVisible(picture is not None)
        if self.snapshot is None:
            self.bars.hide()
        if picture is not None:
            self._show_pictures([picture])
        self._arrange()

    def _show_seen(self) -> None:
        """What the network has seen, and what it gives back of it."""
        snapshot: AnswerSnapshot = self.snapshot
        data = None if self.tool is None else self.tool.data
        values = snapshot.sample.values
        if data is None or values is None or drawn_shape(data.facts().ports.input) is None:
            self.seen.hide()
            return
        pictures = [as_picture(values, data)]
        if snapshot.picture.size:
            pictures.append(as_picture(snapshot.picture, data))
        self.seen.show()
        self._show_pictures(pictures)

    def _show_pictures(self, pictures: list[npt.NDArray[np.float64]]) -> None:
        tiles = sample_tiles(np.stack(pictures).astype(np.float32))
        self.seen.show_tiles(tiles, 0.0, 1.0, "gray")
        words = (tr("seen"), tr("given back"))
        self.seen.set_captions([Caption(text) for text in words[: len(tiles)]])

    def _arrange(self) -> None:
        self._side.setVisible(not (self.seen.isHidden() and self.bars.isHidden()))
        self._side.refit()

    def _give(self) -> None:
        sample = None if self.tool is None else self.tool.sample()
        if sample is not None:
            self._is_given = True
            self.give_requested.emit(sample)

    def _on_made(self) -> None:
        if not self._pace.isActive():
            self._pace.start()
        if self._problem is not None:  # it was about something else
            self._problem = None
            self.retell()
        self._show_own()
        self._show_added()

    def _on_back_clicked(self) -> None:
        if self.snapshot is not None:
            self.pin_requested.emit(self.snapshot.sample.split, self.snapshot.sample.index)

    def _on_add_clicked(self) -> None:
        sample = None if self.tool is None else self.tool.addable()
        if sample is not None and self._added is not None:
            self._added.add(sample, self.target.currentIndex())
            name = self.target.currentText()
            self.reading.show_text(tr("added as “{name}”; it counts from the next run on", name=name), "good")

    def _on_take_back_clicked(self) -> None:
        if self._added is not None:
            self._added.take_back()

    def _on_bar_hovered(self, bar: int) -> None:
        if self.snapshot is None or not 0 <= bar < len(self.snapshot.names):
            self.reading.show_text("")
            return
        share = fixed_text(float(self.snapshot.probabilities[bar]), 4)
        name = _shown(tr(self.snapshot.names[bar]))
        self.reading.show_text(tr("“{name}” with {share}", name=name, share=share), "text")


def _shown(name: str) -> str:
    """A symbol that can be seen."""
    return {" ": "␣", "\n": "⏎"}.get(name, name)
