"""The Build page: data and training on the left, the model with all the room that is left."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from ui.editors.data_editor import DataEditor
from ui.editors.model_editor import ModelEditor
from ui.editors.training_editor import TrainingEditor
from ui.spec_store import SpecStore
from ui.theme import GRID

SIDE_WIDTH, MODEL_WIDTH = 320, 1000
DATA_SHARE = 40  # per cent of the height


class BuildPage(QWidget):
    """Assemble an experiment."""

    def __init__(self, store: SpecStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.data, self.model, self.training = DataEditor(store), ModelEditor(store), TrainingEditor(store)
        side = QSplitter(Qt.Orientation.Vertical)
        side.addWidget(self.data)
        side.addWidget(self.training)
        side.setStretchFactor(0, DATA_SHARE)
        side.setStretchFactor(1, 100 - DATA_SHARE)
        side.setSizes([10 * DATA_SHARE, 1000 - 10 * DATA_SHARE])
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(side)
        split.addWidget(self.model)
        split.setStretchFactor(1, 1)
        split.setSizes([SIDE_WIDTH, MODEL_WIDTH])
        for splitter in (side, split):
            splitter.setHandleWidth(GRID)
            splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID, GRID, GRID, GRID)
        layout.addWidget(split)
        self.setFocusProxy(self.model.canvas)  # whoever comes here comes to assemble
        self.training.place_chosen.connect(self.model.select_place)
