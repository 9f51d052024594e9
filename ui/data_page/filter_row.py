"""Which samples the gallery goes through, and where in them one is."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QSpinBox, QWidget

from explorer.dataset import SPLITS, DataFacts
from explorer.exploring.filtering import SampleFilter
from ui.data_page.sample_words import class_text, split_text
from ui.text import bind, follow_language, tr
from ui.theme import GRID, set_role
from ui.widgets.quiet_combo import QuietCombo
from ui.widgets.words import Words

MOST_NAMES = 10_000  # of classes, that are searched as they are translated
PATIENCE_MS = 250  # until a person has stopped typing


class FilterRow(QWidget):
    """Emits `changed` with another filter, and `index_asked` when a person types where to go."""

    changed = Signal(object)  # SampleFilter
    index_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: DataFacts | None = None
        self.wanted = SampleFilter()
        self.split, self.search, self.index, self.count = QuietCombo(), QLineEdit(), QSpinBox(), Words("muted")
        self.class_chip = QPushButton()
        set_role(self.class_chip, "chip")
        self.class_chip.hide()
        self.split.addItems([""] * (len(SPLITS) + 1))
        self.index.setKeyboardTracking(False)
        self.search.setClearButtonEnabled(True)
        self._patience = QTimer(self, interval=PATIENCE_MS, singleShot=True)
        self._lay_out()
        self._patience.timeout.connect(self._on_text_written)
        self.search.textEdited.connect(self._patience.start)
        self.search.textChanged.connect(lambda text: self._on_text_written() if not text else None)
        self.search.returnPressed.connect(self._on_text_written)
        self.split.currentIndexChanged.connect(self._on_split_chosen)
        self.index.valueChanged.connect(self.index_asked)
        self.index.lineEdit().returnPressed.connect(lambda: self.index_asked.emit(self.index.value()))
        self.class_chip.clicked.connect(lambda _checked=False: self.choose_class(None))
        follow_language(self, self.show_words)
        self.show_words()

    def begin(self, facts: DataFacts, counts: tuple[int, ...]) -> None:
        """Other data: nothing is left out of them."""
        self._facts, self.wanted = facts, SampleFilter()
        for blocked in (self.split, self.search, self.index):
            blocked.blockSignals(True)
        self.split.setCurrentIndex(0)
        self.search.clear()
        self.index.setRange(0, max(0, max(counts) - 1))
        self.index.setValue(0)
        for blocked in (self.split, self.search, self.index):
            blocked.blockSignals(False)
        is_text = facts.ports.input.kind == "tokens" or facts.target in ("tokens", "words")
        self.search.setVisible(is_text or bool(facts.class_names))
        self.show_words()

    def choose_class(self, number: int | None) -> None:
        """Go through the samples of this class only; None: of all."""
        self._want(replace(self.wanted, class_number=number))

    def show_index(self, index: int) -> None:
        """Where one is now; a number that is being typed is left alone."""
        if not self.index.hasFocus():
            with QSignalBlocker(self.index):
                self.index.setValue(index)

    def show_count(self, count: int) -> None:
        """How many samples pass the filter."""
        self.count.setText(tr("1 sample") if count == 1 else tr("{count} samples", count=count))

    def show_words(self) -> None:
        """Everything in the window's language."""
        self.split.setItemText(0, tr("all splits"))
        for number in range(len(SPLITS)):
            self.split.setItemText(number + 1, split_text(number))
        chosen = self.wanted.class_number
        self.class_chip.setVisible(chosen is not None)
        if chosen is not None and self._facts is not None:
            name = class_text(self._facts, chosen)
            self.class_chip.setText(f"{name} ✕")
            self.class_chip.setToolTip(tr("Show the samples of all classes again."))

    def _want(self, wanted: SampleFilter) -> None:
        if wanted != self.wanted:
            self.wanted = wanted
            self.show_words()
            self.changed.emit(wanted)

    def _on_split_chosen(self, row: int) -> None:
        self._want(replace(self.wanted, splits=SPLITS if row == 0 else (SPLITS[row - 1],)))

    def _on_text_written(self) -> None:
        self._patience.stop()
        text = self.search.text().strip()
        num_classes = len(self._facts.class_names) if self._facts is not None and text else 0
        named = (
            number
            for number in range(min(num_classes, MOST_NAMES))
            if self._facts is not None and text.casefold() in class_text(self._facts, number).casefold()
        )
        self._want(replace(self.wanted, text=text, named=tuple(named)))

    def _lay_out(self) -> None:
        index_title = Words("muted")
        bind(index_title, "setText", "Index")
        bind(self.search, "setPlaceholderText", "Search …")
        bind(self.search, "setToolTip", "Samples in whose text, or in the name of whose class, this occurs.")
        bind(self.search, "setAccessibleName", "Search …")
        bind(self.index, "setToolTip", "Go to the sample of this index.")
        bind(self.index, "setAccessibleName", "Index")
        bind(self.split, "setToolTip", "The split whose samples are shown")
        bind(self.split, "setAccessibleName", "Split")
        for fixed in (self.split, self.index):
            fixed.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.index.setMinimumWidth(14 * GRID)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self.split)
        row.addWidget(self.search, 100)
        row.addWidget(self.class_chip)
        row.addWidget(index_title)
        row.addWidget(self.index)
        row.addWidget(self.count)
        row.addStretch(1)
