"""Draws pictures: a sheet with pen, eraser, thickness, colour, and what the data do to pictures."""

from typing import Literal

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QPixmap, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QCheckBox, QColorDialog, QPushButton, QSlider, QWidget

from explorer.dataset import DatasetSpec
from explorer.drawing import as_loaded, box_of, centred, drawn_shape, pen_of, resampled
from ui.drawing.paper import Paper
from ui.drawing.tool import Tool
from ui.text import bind
from ui.theme import GRID, theme
from ui.widgets.flow_row import FlowRow

THINNEST, THICKEST = 2, 30  # per cent of the sheet's longer side
LOW, COLUMN, MOST_PIXELS = 1.2, 21 * GRID, 1 << 20  # width by height; pixels


class ImageTool(Tool):
    """Grey pictures can be centred as MNIST's digits are; those in colour stay as they were drawn."""

    def __init__(self, data: DatasetSpec, parent: QWidget | None = None) -> None:
        super().__init__(data, parent)
        shape = drawn_shape(data.facts().ports.input)
        assert shape is not None  # as tool_for() says
        self._shape = shape
        self.paper = Paper(*shape, self)
        self.paper.thickness = pen_of(data)
        self.pen, self.eraser = self._button("Pen"), self._button("Eraser")
        self._tools = QButtonGroup(self)
        for button in (self.pen, self.eraser):
            button.setCheckable(True)
            self._tools.addButton(button)
        self.pen.setChecked(True)
        self.thickness = QSlider(Qt.Orientation.Horizontal, self)
        self.thickness.setRange(THINNEST, THICKEST)
        self.thickness.setValue(round(100 * self.paper.thickness))
        self.thickness.setFixedWidth(10 * GRID)
        bind(self.thickness, "setToolTip", "How thick the pen draws")
        self.color = self._button("Colour")
        self.color.setVisible(shape[0] == 3)
        self.undo, self.clear = self._button("Undo"), self._button("Clear")
        self.paste, self.invert = self._button("Paste"), self._button("Invert")
        bind(self.paste, "setToolTip", "Put the clipboard's picture onto the sheet; files can be dropped there")
        bind(self.invert, "setToolTip", "Dark becomes light, as for ink on white paper")
        self.centre = QCheckBox(self)
        bind(self.centre, "setText", "Centre")
        bind(self.centre, "setToolTip", "As large as the data's digits, the centre of mass in the middle")
        self.centre.setChecked(shape[0] == 1)
        self.centre.setVisible(shape[0] == 1)
        self._lay_out()
        self._connect()
        self._show_color()

    def sample(self) -> npt.NDArray[np.generic]:
        return as_loaded(self._fitting(), self.data)

    def picture(self) -> npt.NDArray[np.float64]:
        return self._fitting()

    def _fitting(self) -> npt.NDArray[np.float64]:
        """(C, H, W) of the data's size."""
        channels, height, width = self._shape
        drawn = self.paper.picture()
        if self.centre.isChecked() and channels == 1:
            return centred(drawn[0], height, width, box_of(self.data))[None]
        return resampled(drawn, height, width)

    def _button(self, text: Literal["Pen", "Eraser", "Colour", "Undo", "Clear", "Paste", "Invert"]) -> QPushButton:
        button = QPushButton(self)
        bind(button, "setText", text)
        return button

    def _lay_out(self) -> None:
        self._controls = QWidget(self)
        row = FlowRow(self._controls)
        for widget in (
            self.pen, self.eraser, self.thickness, self.color, self.undo, self.clear, self.paste, self.invert,
            self.centre,
        ):  # fmt: skip
            row.addWidget(widget)
        self._layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(GRID)
        self._layout.addWidget(self.paper, 1)
        self._layout.addWidget(self._controls)

    def _connect(self) -> None:
        self.paper.drawn.connect(self._on_drawn)
        self.paper.failed.connect(self.failed)
        self.eraser.toggled.connect(self._on_eraser_toggled)
        self.thickness.valueChanged.connect(self._on_thickness_changed)
        self.color.clicked.connect(self._on_color_clicked)
        self.undo.clicked.connect(self.paper.undo)
        self.clear.clicked.connect(self.paper.clear)
        self.paste.clicked.connect(self.paper.paste)
        self.invert.clicked.connect(self.paper.invert)
        self.centre.toggled.connect(self.made)
        self.undo.setEnabled(False)

    def _show_color(self) -> None:
        swatch = QPixmap(2 * GRID, 2 * GRID)
        swatch.fill(self.paper.ink)
        self.color.setIcon(QIcon(swatch))

    def _on_drawn(self) -> None:
        self.undo.setEnabled(self.paper.can_undo)
        self.made.emit()

    def _on_eraser_toggled(self, is_eraser: bool) -> None:
        self.paper.erases = is_eraser

    def _on_thickness_changed(self, per_cent: int) -> None:
        self.paper.thickness = per_cent / 100

    def _on_color_clicked(self) -> None:
        dialog = QColorDialog(self.paper.ink, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.colorSelected.connect(self.choose_color)
        dialog.open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little height, the controls stand beside the sheet."""
        super().resizeEvent(event)
        is_low = self.width() > LOW * self.height()
        self._controls.setMaximumWidth(theme.px(COLUMN) if is_low else MOST_PIXELS)
        direction = QBoxLayout.Direction.RightToLeft if is_low else QBoxLayout.Direction.TopToBottom
        if direction != self._layout.direction():
            self._layout.setDirection(direction)

    def choose_color(self, color: QColor) -> None:
        """Draw in this colour from now on."""
        self.paper.ink = color
        self.pen.setChecked(True)
        self._show_color()
