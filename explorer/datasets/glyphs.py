"""Data: digits and letters of 28 x 28 pixels that the program writes itself, as many as wanted, offline."""

from typing import ClassVar, Literal

import numpy as np
from pydantic import Field

from explorer.dataset import Arrays, DataFacts, SplitName, ValueRange, scaling_of
from explorer.drawn import DrawnSpec
from explorer.handwriting import SIDE, Hand, write
from explorer.splitting import split_counts, stratified_splits
from explorer.strokes import SYMBOLS
from models.port import DataPorts, Port

NUM_DIGITS = 10
CHOICES = {"digits": (0, NUM_DIGITS), "letters": (NUM_DIGITS, len(SYMBOLS)), "both": (0, len(SYMBOLS))}
HANDS = {
    "easy": Hand(0.04, 0.08, 0.08, 1.0, 1.0, 1.1, 1.4, 230, 0),
    "medium": Hand(0.10, 0.25, 0.15, 2.0, 3.0, 0.9, 1.7, 160, 8),
    "hard": Hand(0.20, 0.40, 0.25, 3.0, 5.5, 0.7, 2.0, 110, 40),
}


class Glyphs(DrawnSpec):
    """Every symbol is a few strokes, which are turned, slanted, stretched, shifted and bent, and drawn with a pen.

    All are written by a pen of random width and ink on paper that has grain; every class is equally frequent. The
    split seed decides every sample. They are laid out as MNIST's pictures are (LeCun et al. 1998), and serve its turn.
    """

    label: ClassVar[str] = "Glyphs"
    about: ClassVar[str] = "Digits and letters written by the program: what MNIST teaches, as hard as you like."

    kind: Literal["glyphs"] = "glyphs"
    symbols: Literal["digits", "letters", "both"] = Field(
        "digits", title="Symbols", description="Ten digits, 26 capital letters, or all 36 of them."
    )
    difficulty: Literal["easy", "medium", "hard"] = Field(
        "medium",
        title="Difficulty",
        description="How much the symbols are turned, slanted, stretched, shifted and bent, and how clean they are.",
    )
    num_samples: int = Field(
        10_000, ge=1000, le=60_000, title="Pictures", description="Number of pictures in all splits together."
    )
    form: Literal["image", "rows"] = Field(
        "image", title="Form", description="One image of 28 × 28 pixels, or a sequence of 28 rows of 28 pixels."
    )
    range: ValueRange = Field(
        "unit", title="Range", description="Pixels from 0 to 1, or from −1 to 1 as a generator with tanh makes them."
    )

    def facts(self) -> DataFacts:
        first, end = CHOICES[self.symbols]
        port = Port("image", (1, SIDE, SIDE)) if self.form == "image" else Port("sequence", (SIDE, SIDE))
        ports = DataPorts(port, num_classes=end - first)
        return DataFacts(ports, "class", split_counts(self.num_samples), class_names=SYMBOLS[first:end])

    def splits(self) -> dict[SplitName, Arrays]:
        first, end = CHOICES[self.symbols]
        classes_N = np.arange(self.num_samples) % (end - first)
        pictures_NHW = write(first + classes_N, HANDS[self.difficulty], np.random.default_rng(self.split_seed))
        inputs = pictures_NHW[:, None] if self.form == "image" else pictures_NHW
        return stratified_splits(inputs, classes_N, self.split_seed)

    def scaling(self) -> tuple[float, float]:
        return scaling_of(self.range, 255)
