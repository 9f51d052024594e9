"""The first rows of a table: its inputs as the network gets them, but not normalised, and the answer."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem, QWidget

from explorer.datasets.own_table import OwnTable
from models.number_text import plain_text
from ui.editors.sample_loader import Samples

NUM_ROWS, MOST_COLUMNS = 12, 40


class TableRows(QTableWidget):
    """The answer stands first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()

    def show_samples(self, samples: Samples, data: OwnTable) -> None:
        """Show samples of these data."""
        headings = [data.target, *data.input_names][:MOST_COLUMNS]
        names, count = data.facts().class_names, min(NUM_ROWS, len(samples.inputs))
        self.setColumnCount(len(headings))
        self.setHorizontalHeaderLabels(headings)
        self.setRowCount(count)
        for row in range(count):
            target = samples.targets[row]
            answer = names[int(target)] if names else plain_text(float(target[0]))
            cells = [answer, *(plain_text(float(value)) for value in samples.inputs[row][: MOST_COLUMNS - 1])]
            for place, cell in enumerate(cells):
                item = QTableWidgetItem(cell)
                if place or not names:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.setItem(row, place, item)
        self.resizeColumnsToContents()
