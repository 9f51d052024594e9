"""One side of a before and after: its name, the samples, and where their values lie."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from explorer.dataset import DataFacts
from ui.editors.panel import Panel
from ui.preparation.preview_words import range_words
from ui.preparation.samples_page import SamplesPage, Values
from ui.widgets.image_mosaic import Caption
from ui.widgets.words import Words


class PreviewSide(Panel):
    """Shows what a SamplesPage shows, between two lines of words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.samples, self.range = Words("heading"), SamplesPage(), Words("muted", wrap=True)
        self.column.addWidget(self.title)
        self.column.addWidget(self.samples, 1)
        self.column.addWidget(self.range)

    def show_samples(
        self,
        title: str,
        inputs: Values,
        facts: DataFacts,
        captions: Sequence[Caption],
        classes: Values,
        range_from: Values,
    ) -> None:
        """Samples (N, ...) with captions and classes, drawn in the range of some samples."""
        self.title.setText(title)
        self.range.setText(range_words(inputs))
        self.range.show()
        self.samples.show_samples(inputs, facts, captions, classes, range_from)

    def show_tokens(self, title: str, tokens: Values, symbols: Sequence[str]) -> None:
        """Texts (N, T), cut into pieces."""
        self.title.setText(title)
        self.range.hide()
        self.samples.show_tokens(tokens, symbols)
