"""The fields of a value that is slid: a share in per cent, and a number of samples up to all there are."""

import itertools
import math

from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.text import shown
from ui.fields.field import Field
from ui.text import follow_language, tr
from ui.theme import GRID
from ui.widgets.quiet_slider import QuietSlider
from ui.widgets.words import Figure

ALL = "all"
FEWEST = 10  # samples, at the left end
NUM_PLACES = 100
_SESSIONS = itertools.count(1)


class SlidField(Field):
    """A slider with its value in words beside it. Members say which value a place of the knob stands for."""

    def __init__(self, largest: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: object = None
        self.slider, self.words = QuietSlider(largest, self), Figure(parent=self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.slider, 1)
        layout.addWidget(self.words)
        self.setFocusProxy(self.slider)
        self.slider.sliderPressed.connect(self.begin_session)
        self.slider.valueChanged.connect(self._on_value_changed)
        self.begin_session()
        follow_language(self, self._show_words)

    def value_at(self, place: int) -> object:
        """The value that a place of the knob stands for."""
        raise NotImplementedError

    def place_of(self, value: object) -> int:
        """The place of the knob that comes nearest to a value."""
        raise NotImplementedError

    def words_of(self, value: object) -> str:
        """A value as people read it."""
        raise NotImplementedError

    def begin_session(self) -> None:
        self.session = f"slid{next(_SESSIONS)}"

    def show_value(self, value: object) -> None:
        self._value = value
        place = self.place_of(value)
        if place != self.slider.value():
            self.slider.blockSignals(True)
            self.slider.setValue(place)
            self.slider.blockSignals(False)
        self._show_words()

    def _on_value_changed(self, place: int) -> None:
        value = self.value_at(place)
        if value != self._value:
            self.edited.emit(value)

    def _show_words(self) -> None:
        words = self.words_of(self._value)
        self.words.setText(words)
        self.slider.setAccessibleDescription(words)


class ShareField(SlidField):
    """0 to 100 %."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(100, parent)

    def value_at(self, place: int) -> object:
        return place / 100

    def place_of(self, value: object) -> int:
        return round(100 * value) if isinstance(value, float) else 0

    def words_of(self, value: object) -> str:
        return f"{100 * value:.4g} %" if isinstance(value, float) else ""


class CountField(SlidField):
    """How many of some samples; equal ways of the knob are equal factors, and at its right end are all of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._total = FEWEST
        super().__init__(NUM_PLACES, parent)

    def set_total(self, total: int) -> None:
        """So many there are."""
        self._total = max(1, total)

    @property
    def _least(self) -> int:
        return max(1, min(FEWEST, self._total // 2))

    def value_at(self, place: int) -> object:
        if place >= NUM_PLACES:
            return ALL
        count = self._least * (self._total / self._least) ** (place / NUM_PLACES)
        digits = 1 - math.floor(math.log10(count))  # two that count
        return max(1, min(self._total, round(round(count, digits))))

    def place_of(self, value: object) -> int:
        if not isinstance(value, int) or value >= self._total:
            return NUM_PLACES
        if self.value_at(self.slider.value()) == value:
            return self.slider.value()  # several places may stand for one number
        place = math.log(max(value, self._least) / self._least) / math.log(self._total / self._least)
        return max(0, min(NUM_PLACES - 1, round(place * NUM_PLACES)))

    def words_of(self, value: object) -> str:
        if not isinstance(value, int) or value >= self._total:
            return tr("all {count}", count=self._total)
        return shown(value)
