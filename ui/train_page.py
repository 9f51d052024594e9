"""The Train page: facts on the left, views on the stage, the selected block on the right, transport bar below."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from ui.editors.inspector import Inspector
from ui.editors.panel import Panel
from ui.editors.summary_panel import SummaryPanel
from ui.settings import Settings
from ui.spec_store import SpecStore
from ui.theme import GRID
from ui.transport_bar import TransportBar
from ui.view_docks import ViewDocks
from ui.views.model import Model

SUMMARY_WIDTH, INSPECTOR_WIDTH = 248, 296


class TrainPage(QWidget):
    """Watch a network learn."""

    def __init__(self, store: SpecStore, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.summary = SummaryPanel(store)
        self.inspector = Inspector(store)
        self.inspector_panel = Panel()
        self.inspector_panel.column.addWidget(self.inspector)
        self.inspector_panel.hide()  # the stage has its room until a block is selected
        self.docks = ViewDocks(settings)
        self.transport = TransportBar()
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.summary)
        split.addWidget(self.docks)
        split.addWidget(self.inspector_panel)
        split.setStretchFactor(1, 1)
        split.setSizes([SUMMARY_WIDTH, 1000, INSPECTOR_WIDTH])
        split.setHandleWidth(GRID)
        split.setContentsMargins(0, 0, GRID, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(split, 1)
        layout.addWidget(self.transport)
        self.summary.block_selected.connect(self._on_block_selected)
        self.docks.views_changed.connect(self._follow_model)

    def _follow_model(self) -> None:
        """A block that is selected in the model view is selected everywhere, as one of the summary."""
        model = self.docks.views.get("model")
        if isinstance(model, Model):
            model.block_selected.connect(self._on_block_selected)

    def _on_block_selected(self, path: str) -> None:
        self.summary.select_block(path)
        self.inspector.show_block(path)
        self.inspector_panel.setVisible(bool(path))
        for view in self.docks.views.values():
            view.select_block(path)
