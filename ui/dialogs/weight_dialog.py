"""Sets one weight of a block by hand: which number of it, what it is now, and what it shall be."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QPushButton, QSpinBox, QVBoxLayout, QWidget

from explorer.changes.weight_edit import WeightEdit
from explorer.snapshots import WeightsSnapshot
from models.number_text import number_text
from models.text import shown
from ui.fields.allowed import Bounds
from ui.fields.number import NumberField
from ui.part_menu import weight_hint
from ui.text import tr
from ui.theme import GRID, theme
from ui.widgets.words import Words

LARGEST = 3.4e38  # what a weight of single precision can hold
WIDTH = 320  # pixels


class WeightDialog(QDialog):
    """`chosen` tells the edit. The present value follows the run as long as the view shows this weight."""

    chosen = Signal(object)  # WeightEdit

    def __init__(
        self, snapshot: WeightsSnapshot, step: int, name: str, index_names: list[str], index: tuple[int, ...],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._snapshot, self._step = snapshot, step
        self._value: float | None = None
        self.setWindowTitle(tr("Weight of {block}", block=name))
        self.place, self.present = Words("mono"), Words("muted", wrap=True)
        self.refusal = Words("warning", wrap=True)
        self.indices = [self._spin_box(size, at, words) for size, at, words in zip(
            snapshot.shape, index, index_names, strict=True)]  # fmt: skip
        self.value = NumberField(Bounds(at_least=-LARGEST, at_most=LARGEST))
        self.value.line.setAccessibleName(tr("New value"))
        self.set_button, close = QPushButton(tr("Set")), QPushButton(tr("Close"))
        self.set_button.setDefault(True)
        self.set_button.setToolTip(weight_hint())
        close.setAutoDefault(False)
        self._arrange(index_names, close)
        self.value.edited.connect(self._on_edited)
        self.value.refused.connect(self._on_refused)
        self.set_button.clicked.connect(self._on_set)
        close.clicked.connect(self.reject)
        present = self._present()
        if present is not None:
            self._value = float(f"{present:.6g}")
            self.value.show_value(self._value)
        self.set_button.setEnabled(self._value is not None)
        self._show()
        self.value.setFocus()
        self.value.line.selectAll()

    @property
    def index(self) -> tuple[int, ...]:
        """Which number of the weight is meant."""
        return tuple(box.value() for box in self.indices)

    def show_snapshot(self, snapshot: WeightsSnapshot, step: int) -> None:
        """The view shows newer numbers; those of another weight say nothing here."""
        if (snapshot.path, snapshot.parameter) == (self._snapshot.path, self._snapshot.parameter):
            self._snapshot, self._step = snapshot, step
            self._show()

    def allow(self, reason: str) -> None:
        """It can be set now, or for this reason cannot."""
        self.set_button.setEnabled(not reason and self._value is not None)
        self.set_button.setToolTip(reason or weight_hint())

    def _spin_box(self, size: int, at: int, words: str) -> QSpinBox:
        box = QSpinBox()
        box.setRange(0, size - 1)
        box.setValue(at)
        box.setAccessibleName(words)
        box.setToolTip(tr("From 0 to {last}", last=size - 1))
        box.valueChanged.connect(self._show)
        return box

    def _arrange(self, index_names: list[str], close: QPushButton) -> None:
        rows: list[tuple[str, QWidget]] = [*zip(index_names, self.indices, strict=True), (tr("New value"), self.value)]
        grid = QGridLayout()
        grid.setSpacing(GRID)
        grid.setColumnStretch(1, 1)
        for row, (words, widget) in enumerate(rows):
            label = Words("muted")
            label.setText(words)
            grid.addWidget(label, row, 0)
            grid.addWidget(widget, row, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.set_button)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        for widget in (self.place, self.present):
            column.addWidget(widget)
        column.addLayout(grid)
        column.addWidget(self.refusal)
        column.addLayout(buttons)
        self.refusal.hide()
        self.setMinimumWidth(theme.px(WIDTH))

    def _present(self) -> float | None:
        """What the number is, as far as it is among those that are drawn."""
        values = self._snapshot.weights.values
        is_drawn = all(at < size for at, size in zip(self.index, values.shape, strict=True))
        return float(values[self.index]) if is_drawn else None

    def _show(self) -> None:
        place = ", ".join(map(str, self.index))
        self.place.setText(f"{self._snapshot.parameter}[{place}]" if place else self._snapshot.parameter)
        present = self._present()
        if present is None:
            part = shown(self._snapshot.weights.values.shape)
            self.present.setText(tr("What it is now is not known here: the view reads the first {part}.", part=part))
        else:
            value = number_text(present, 6)
            self.present.setText(tr("It is {value} at step {step}.", value=value, step=self._step))

    def _on_edited(self, value: float) -> None:
        self._value = value
        self.set_button.setEnabled(True)

    def _on_refused(self, reason: str) -> None:
        if reason:
            self._value = None
        self.refusal.setText(reason)
        self.refusal.setVisible(bool(reason))
        self.set_button.setEnabled(not reason)

    def _on_set(self) -> None:
        if self._value is not None:
            path, weight = self._snapshot.path, self._snapshot.parameter
            self.chosen.emit(WeightEdit(block=path, weight=weight, index=self.index, value=self._value))
            self.accept()
