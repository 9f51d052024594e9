"""Which column of a table is told, and which ones the network sees."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QGridLayout, QListWidget, QListWidgetItem, QWidget

from explorer import edits
from explorer.datasets.own_table import OwnTable
from explorer.own.columns import Column
from explorer.spec import Experiment
from ui.spec_store import SpecStore
from ui.text import bind, follow_language, tr
from ui.theme import GRID, theme
from ui.widgets.words import Words

HEIGHT = 128  # pixels
NAME_ROLE = Qt.ItemDataRole.UserRole


class ColumnChoice(QWidget):
    """A box for the target, and a list of the other columns with a tick at each that is an input."""

    def __init__(self, store: SpecStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self.target, self.inputs = QComboBox(), QListWidget()
        self.inputs.setFixedHeight(theme.px(HEIGHT))
        self.inputs.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        target_title, inputs_title = Words("muted"), Words("muted")
        inputs_title.setAlignment(Qt.AlignmentFlag.AlignTop)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(GRID)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        grid.addWidget(target_title, 0, 0)
        grid.addWidget(self.target, 0, 1)
        grid.addWidget(inputs_title, 1, 0)
        grid.addWidget(self.inputs, 1, 1)
        bind(target_title, "setText", "Target column")
        bind(inputs_title, "setText", "Input columns")
        bind(self.target, "setAccessibleName", "Target column")
        bind(self.inputs, "setAccessibleName", "Input columns")
        self.target.activated.connect(self._on_target_chosen)
        self.inputs.itemChanged.connect(self._on_ticked)
        store.spec_changed.connect(self._show)
        follow_language(self, self._again)
        self._again()

    def _again(self) -> None:
        self._show(self._store.experiment)

    def _show(self, experiment: Experiment) -> None:
        data = experiment.data
        if not isinstance(data, OwnTable):
            return
        self.target.clear()
        for column in data.scanned.columns:
            if column.categories or column.kind == "number":
                self.target.addItem(f"{column.name} ({holding(column)})", column.name)
        self.target.setCurrentIndex(self.target.findData(data.target))
        self.inputs.blockSignals(True)
        place = self.inputs.verticalScrollBar().value()
        self.inputs.clear()
        seen = {column.name for column in data.input_columns}
        for column in data.scanned.columns:
            if column.is_input and column.name != data.target:
                item = QListWidgetItem(f"{column.name} ({holding(column)})", self.inputs)
                item.setData(NAME_ROLE, column.name)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(Qt.CheckState.Checked if column.name in seen else Qt.CheckState.Unchecked)
        self.inputs.verticalScrollBar().setValue(place)
        self.inputs.blockSignals(False)

    def _on_target_chosen(self, index: int) -> None:
        data, name = self._store.experiment.data, self.target.itemData(index)
        assert isinstance(data, OwnTable)
        column = next(column for column in data.scanned.columns if column.name == name)
        task = (
            data.task
            if column.categories and column.kind == "number"
            else ("classify" if column.categories else "regress")
        )
        changes = {"data.target": name, "data.task": task, "data.inputs": ()}
        self._store.set(edits.replace_each(self._store.experiment, changes))

    def _on_ticked(self) -> None:
        items = [self.inputs.item(row) for row in range(self.inputs.count())]
        ticked = [item for item in items if item.checkState() == Qt.CheckState.Checked]
        names = () if len(ticked) == len(items) else tuple(str(item.data(NAME_ROLE)) for item in ticked)
        if ticked:
            self._store.set(edits.replace(self._store.experiment, "data.inputs", names))
        else:
            self._again()  # a network without inputs learns nothing


def holding(column: Column) -> str:
    """What a column holds, in words."""
    if column.kind == "number":
        return tr("numbers")
    return tr("{count} words", count=len(column.categories)) if column.categories else tr("texts")
