"""The Build page: data, model and training side by side, each with its own editor."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from ui.editors.data_editor import DataEditor
from ui.editors.model_editor import ModelEditor
from ui.editors.training_editor import TrainingEditor
from ui.spec_store import SpecStore
from ui.theme import GRID

SIDE_WIDTH, MODEL_WIDTH = 320, 720


class BuildPage(QWidget):
    """Assemble an experiment."""

    def __init__(self, store: SpecStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.data, self.model, self.training = DataEditor(store), ModelEditor(store), TrainingEditor(store)
        split = QSplitter(Qt.Orientation.Horizontal)
        for editor in (self.data, self.model, self.training):
            split.addWidget(editor)
        split.setStretchFactor(1, 1)
        split.setSizes([SIDE_WIDTH, MODEL_WIDTH, SIDE_WIDTH])
        split.setHandleWidth(GRID)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID, GRID, GRID, GRID)
        layout.addWidget(split)
        self.setFocusProxy(self.model.canvas)  # whoever comes here comes to assemble
        self.training.place_chosen.connect(self.model.select_place)
