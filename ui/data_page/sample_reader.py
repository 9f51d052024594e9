"""Reads one sample whole, the one that was asked for last: nobody waits for those that were passed by."""

import numpy as np
from PySide6.QtCore import QObject, Signal

from explorer.exploring.find_samples import ReadSamples
from explorer.exploring.samples import SamplePage
from ui.data_page.data_look import DataLook
from ui.jobs import Errand


class SampleReader(QObject):
    """`read` asks, `arrived` answers."""

    arrived = Signal(object)  # SamplePage of one sample

    def __init__(self, look: DataLook, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._wanted: tuple[int, int] | None = None
        self._asked: tuple[int, int] | None = None
        self._errand: Errand | None = None

    def read(self, split_number: int, index: int) -> None:
        """Ask for this sample."""
        self._wanted = split_number, index
        if self._errand is None:
            self._ask()

    def forget(self) -> None:
        """Other data are looked at."""
        self._wanted = self._asked = self._errand = None

    def _ask(self) -> None:
        if self._wanted is None or self._look.data is None:
            return
        self._asked = number, index = self._wanted
        job = ReadSamples(self._look.data, np.array([number], np.uint8), np.array([index], np.int64), is_whole=True)
        self._errand = errand = self._look.ask(job, self._on_read)
        errand.ended.connect(lambda: self._on_ended(errand))

    def _on_read(self, page: SamplePage) -> None:
        if (int(page.split_numbers[0]), int(page.indices[0])) == self._wanted:
            self.arrived.emit(page)

    def _on_ended(self, errand: Errand) -> None:
        if errand is self._errand:
            self._errand = None
            if self._wanted != self._asked:
                self._ask()
