"""The Build page: data or training on the left, the model with all the room that is left, and what is wrong."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from ui.editors.data_editor import DataEditor
from ui.editors.model_editor import ModelEditor
from ui.editors.panel import Panel
from ui.editors.problem_list import ProblemList
from ui.editors.training_editor import TrainingEditor
from ui.spec_store import SpecStore
from ui.text import bind
from ui.theme import GRID, set_role
from ui.widgets.pages import Pages

SIDE_WIDTH, MODEL_WIDTH = 320, 1000


class BuildPage(QWidget):
    """Assemble an experiment."""

    def __init__(self, store: SpecStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.data, self.model, self.training = DataEditor(store), ModelEditor(store), TrainingEditor(store)
        self.problems = ProblemList(store)
        self.data_tab, self.training_tab = (
            _tab("Data", "What the network learns from"),
            _tab("Training", "How it learns"),
        )
        self._sides = Pages(self)
        self._tabs = QButtonGroup(self)
        for tab, editor in ((self.data_tab, self.data), (self.training_tab, self.training)):
            self._tabs.addButton(tab)
            self._sides.add(editor)
            tab.clicked.connect(lambda _checked=False, editor=editor: self.show_side(editor))
        self.show_side(self.data)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self._side())
        split.addWidget(self.model)
        split.setStretchFactor(1, 1)
        split.setSizes([SIDE_WIDTH, MODEL_WIDTH])
        split.setHandleWidth(GRID)
        split.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID, GRID, GRID, GRID)
        layout.addWidget(split)
        self.setFocusProxy(self.model.canvas)  # whoever comes here comes to assemble
        self.problems.chosen.connect(self.show_place)

    def show_side(self, editor: QWidget) -> None:
        """Bring the data or the training editor to the front."""
        self._sides.show_page(editor)
        (self.data_tab if editor is self.data else self.training_tab).setChecked(True)

    def show_place(self, place: str) -> None:
        """Show where a problem lies."""
        if place.startswith(("data", "preparation", "training")):
            self.show_side(self.training if place.startswith("training") else self.data)
        self.model.select_place(place)

    def _side(self) -> QWidget:
        tabs = QHBoxLayout()
        tabs.setSpacing(GRID // 2)
        for tab in (self.data_tab, self.training_tab):
            tabs.addWidget(tab)
        tabs.addStretch(1)
        foot = Panel()
        foot.column.addWidget(self.problems)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(tabs)
        column.addWidget(self._sides, 1)
        column.addWidget(foot)
        return side


def _tab(title: str, about: str) -> QPushButton:
    tab = QPushButton()
    tab.setCheckable(True)
    set_role(tab, "tab")
    bind(tab, "setText", title)
    bind(tab, "setToolTip", about)
    return tab
