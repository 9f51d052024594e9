"""One sample, large, with all that is known of it; from here it is pinned."""

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget

from explorer.dataset import DataFacts, SplitName
from explorer.exploring.overview import Overview
from explorer.exploring.samples import FEW_LINES, SamplePage
from models.number_text import number_text, plain_text
from models.text import shown
from ui.data_page.named_curves import NamedCurves
from ui.data_page.sample_pages import is_drawn_as_picture
from ui.data_page.sample_words import feature_names, split_text, truth_text
from ui.editors.panel import Panel
from ui.text import bind, tr
from ui.theme import GRID, set_role
from ui.widgets.bar_chart import BarChart
from ui.widgets.fact_list import FactList
from ui.widgets.image_mosaic import ImageMosaic
from ui.widgets.line_label import LineLabel
from ui.widgets.pages import Pages
from ui.widgets.words import Words

FEW_VALUES = 16  # of a vector that are written out instead of drawn
MOST_BARS = 2048
PICTURE_HEIGHTS = (27 * GRID, 36 * GRID)  # so that what is known of it stands below it on a large screen too


class SampleSheet(Panel):
    """Empty until a sample is shown."""

    pin_requested = Signal(str, int)  # split, index

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: SamplePage | None = None
        self._overview: Overview | None = None
        self._pinned: tuple[SplitName, int] | None = None
        self.hint = Words("muted", wrap=True)
        self.picture, self.curve, self.bars, self.text = ImageMosaic(), NamedCurves(), BarChart(), QPlainTextEdit()
        self.text.setReadOnly(True)
        self.pages, self.readout, self.facts = Pages(), LineLabel(), FactList()
        for page in (self.picture, self.curve, self.bars, self.text):
            self.pages.add(page)
        self.pages.setMinimumHeight(PICTURE_HEIGHTS[0])
        self.pages.setMaximumHeight(PICTURE_HEIGHTS[1])
        self.pin, self.pin_note = QPushButton(), Words("muted", wrap=True)
        set_role(self.pin, "primary")
        self._arrange()
        self.pin.clicked.connect(self.request_pin)
        self.picture.tile_hovered.connect(self._on_pixel_hovered)
        self.bars.bar_hovered.connect(self._on_bar_hovered)
        self.forget()

    @property
    def place(self) -> tuple[SplitName, int] | None:
        """Split and index of the sample that is shown."""
        return self._page.place(0) if self._page is not None else None

    def forget(self) -> None:
        """Show no sample."""
        self._page = self._overview = None
        self._show_parts()

    def show_sample(self, page: SamplePage, overview: Overview) -> None:
        """Show the one sample of this page, read whole."""
        self._page, self._overview = page, overview
        self._show_parts()
        self._show_picture(page, overview)
        self.show_words()

    def show_words(self) -> None:
        """All words in the window's language."""
        if self._page is None or self._overview is None:
            return
        self.facts.show_facts(_facts(self._page, self._overview.facts))
        self._show_pin()

    def request_pin(self) -> None:
        """Let every view look at the sample that is shown."""
        if (place := self.place) is not None:
            self.pin_requested.emit(*place)

    def show_pinned(self, place: tuple[SplitName, int] | None) -> None:
        """Which sample of these data all views look at, as far as it was pinned here."""
        self._pinned = place
        self._show_pin()

    def _show_pin(self) -> None:
        is_pinned = self._pinned is not None and self._pinned == self.place
        self.pin.setText(tr("✓ Pinned") if is_pinned else tr("Pin this sample"))
        self.pin.setEnabled(not is_pinned)

    def _show_parts(self) -> None:
        has_sample = self._page is not None
        self.hint.setVisible(not has_sample)
        for widget in (self.pages, self.readout, self.facts, self.pin, self.pin_note):
            widget.setVisible(has_sample)

    def _show_picture(self, page: SamplePage, overview: Overview) -> None:
        port = overview.facts.ports.input
        self.readout.show_text("")
        self.pages.setVisible(not (port.kind == "vector" and port.features <= FEW_VALUES))
        if page.inputs is None:
            texts = [page.texts[0], *(f"→ {text}" for text in page.target_texts[:1])]
            self.text.setPlainText("\n\n".join(texts))
            self.pages.show_page(self.text)
        elif is_drawn_as_picture(port):
            sample = page.inputs[0]
            is_color = port.kind == "image" and port.features == 3
            planes = sample[None] if is_color else sample if port.kind == "image" else sample[None]
            self.picture.show_tiles(np.nan_to_num(planes), *overview.extent, "gray")
            self.pages.show_page(self.picture)
        elif port.kind == "sequence":
            names = list(feature_names(overview.facts)) if port.features > 1 else [""]
            self.curve.show_curves(page.inputs[0].T[:FEW_LINES], names[:FEW_LINES])
            self.pages.show_page(self.curve)
        else:
            units, values = overview.facts.input_units, page.inputs[0, :MOST_BARS]
            comparable = values if units is None else units.normalised(values)
            self.bars.show_values(comparable, list(feature_names(overview.facts))[:MOST_BARS])
            self.pages.show_page(self.bars)

    def _on_pixel_hovered(self, tile: int, row: int, column: int) -> None:
        if self._page is None or self._page.inputs is None or self._overview is None or tile < 0:
            self.readout.show_text("")
            return
        sample, port = self._page.inputs[0], self._overview.facts.ports.input
        values = (
            sample[:, row, column] if port.kind == "image" and port.features == 3 else _plane(sample, tile)[row, column]
        )
        texts = ", ".join(number_text(float(value), 3) for value in np.atleast_1d(values))
        self.readout.show_text(tr("row {row}, column {column}: {value}", row=row, column=column, value=texts))

    def _on_bar_hovered(self, bar: int) -> None:
        if self._page is None or self._page.inputs is None or self._overview is None or bar < 0:
            self.readout.show_text("")
            return
        name = feature_names(self._overview.facts)[bar]
        self.readout.show_text(f"{name}: {plain_text(float(self._page.inputs[0, bar]))}")

    def _arrange(self) -> None:
        heading = Words("heading")
        bind(heading, "setText", "Sample")
        bind(self.hint, "setText", "Click a sample, or go through them with the arrow keys, to see it large.")
        bind(self.pin_note, "setText", "All views look at the pinned sample: what the network does with it is seen on "
             "the Train page.")  # fmt: skip
        bind(self.text, "setAccessibleName", "Sample")
        for widget in (heading, self.hint):
            self.column.addWidget(widget)
        self.column.addWidget(self.pages, 1)
        for other in (self.readout, self.facts, self.pin, self.pin_note):
            self.column.addWidget(other)
        self.column.addStretch(0)


def _plane(sample: npt.NDArray[np.float32], tile: int) -> npt.NDArray[np.float32]:
    return sample[tile] if sample.ndim == 3 else sample


def _facts(page: SamplePage, facts: DataFacts) -> list[tuple[str, str]]:
    """Name and value of what is known of the sample."""
    number = int(page.split_numbers[0])
    rows = [(tr("Split"), split_text(number)), (tr("Index"), shown(int(page.indices[0])))]
    if page.classes is not None:
        rows.append((tr("Class"), truth_text(page, 0, facts)))
    if page.values is not None:
        names = facts.value_names or [tr("Target")] * page.values.shape[1]
        rows += [(tr(name), plain_text(float(value))) for name, value in zip(names, page.values[0], strict=False)]
    if page.inputs is None:
        rows.append((tr("Number of letters"), shown(len(page.texts[0]))))
        return rows
    sample = page.inputs[0]
    rows.append((tr("Shape"), shown(sample.shape)))
    if facts.ports.input.kind == "vector" and len(sample) <= FEW_VALUES:
        return rows + [
            (name, plain_text(float(value))) for name, value in zip(feature_names(facts), sample, strict=True)
        ]
    finite, units = sample[np.isfinite(sample)], facts.input_units
    if len(finite) and (units is None or len(units.means) == 1):  # metres and years have no mean
        low, mean, high = (number_text(float(value)) for value in (finite.min(), finite.mean(), finite.max()))
        rows += [(tr("Smallest"), low), (tr("Mean"), mean), (tr("Largest"), high)]
    if len(finite) < sample.size:
        rows.append((tr("Missing"), shown(sample.size - len(finite))))
    return rows
