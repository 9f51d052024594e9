"""The samples that a gallery scrolls through: those near what is seen are read, page by page."""

from collections import OrderedDict
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from explorer.exploring.filtering import Found
from explorer.exploring.find_samples import ReadSamples
from explorer.exploring.samples import FEW_LINES, PAGE_SIZE, SamplePage
from models.port import Port
from ui.data_page.data_look import DataLook
from ui.jobs import Errand
from ui.widgets.color_image import mapped_image, rgb_image

MOST_PAGES = 24  # that are remembered

NOTHING = Found(np.zeros(0, np.uint8), np.zeros(0, np.int64), 0)


@dataclass(frozen=True)
class Cell:
    """One sample of a page, with its picture where it is drawn as one."""

    page: SamplePage
    row: int
    image: QImage | None


class SamplePages(QObject):
    """Positions count through what was found; a page at a time is asked for."""

    arrived = Signal()  # more can be drawn

    def __init__(self, look: DataLook, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.found = NOTHING
        self._pages: OrderedDict[int, tuple[SamplePage, list[QImage]]] = OrderedDict()
        self._asked: Errand | None = None

    def show(self, found: Found, page: SamplePage) -> None:
        """Scroll through these from now on, of which the first are here already."""
        if self._asked is not None:
            self._asked.cancel()
        self.found, self._asked = found, None
        self._pages.clear()
        self._keep(0, page)

    def forget(self) -> None:
        """Nothing is there to be scrolled through."""
        self.show(NOTHING, SamplePage(NOTHING.split_numbers, NOTHING.indices, None, None, None))

    def cell(self, position: int) -> Cell | None:
        """The sample at a position, None while it is not here."""
        number, row = divmod(position, PAGE_SIZE)
        kept = self._pages.get(number)
        if kept is None or row >= len(kept[0]):
            return None
        self._pages.move_to_end(number)
        page, images = kept
        return Cell(page, row, images[row] if images else None)

    def want(self, first: int, last: int) -> None:
        """Ask for what is missing between two positions; `arrived` tells when there is more."""
        if self._asked is not None or not len(self.found):
            return
        last = min(last, len(self.found) - 1)
        missing = [number for number in range(first // PAGE_SIZE, last // PAGE_SIZE + 1) if number not in self._pages]
        if missing:
            self._ask(missing[0])

    def _ask(self, number: int) -> None:
        assert self._look.data is not None
        part = slice(number * PAGE_SIZE, (number + 1) * PAGE_SIZE)
        found = self.found
        job = ReadSamples(self._look.data, found.split_numbers[part], found.indices[part])
        self._asked = errand = self._look.ask(job, lambda page: self._on_read(found, number, page))
        errand.ended.connect(lambda: self._on_ended(errand))

    def _on_read(self, found: Found, number: int, page: SamplePage) -> None:
        if found is self.found:
            self._keep(number, page)

    def _on_ended(self, errand: Errand) -> None:
        if self._asked is errand:
            self._asked = None
            self.arrived.emit()

    def _keep(self, number: int, page: SamplePage) -> None:
        overview = self._look.overview
        images = [] if overview is None else pictures(page, overview.facts.ports.input, overview.extent)
        self._pages[number] = page, images
        while len(self._pages) > MOST_PAGES:
            self._pages.popitem(last=False)


def is_drawn_as_picture(port: Port) -> bool:
    """Whether a sample is drawn pixel by pixel: an image, or a sequence of many features."""
    return port.kind == "image" or (port.kind == "sequence" and port.features > FEW_LINES)


def pictures(page: SamplePage, port: Port, extent: tuple[float, float]) -> list[QImage]:
    """The picture of every sample; none where they are drawn otherwise."""
    if page.inputs is None or not is_drawn_as_picture(port):
        return []
    if port.kind == "image" and port.features == 3:
        return [rgb_image(np.nan_to_num(sample), *extent) for sample in page.inputs]
    flat = page.inputs[:, 0] if port.kind == "image" else page.inputs
    return [mapped_image(sample, *extent, "gray") for sample in flat]
