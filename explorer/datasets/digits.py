"""Data: scikit-learn's 1797 real handwritten digits, 8 x 8 grey values, as images or as sequences of rows."""

from typing import ClassVar, Literal

import numpy as np
from pydantic import Field

from explorer.dataset import DataFacts, DatasetSpec, LoadedData, ValueRange
from explorer.splitting import split_counts, stratified_splits
from models.port import DataPorts, Port

NUM_DIGITS = 1797
BRIGHTEST = 16


class Digits(DatasetSpec):
    """Optical recognition of handwritten digits (Alpaydin and Kaynak 1998), test part of the UCI set."""

    label: ClassVar[str] = "Digits"
    about: ClassVar[str] = "1797 real handwritten digits of 8 × 8 pixels."

    kind: Literal["digits"] = "digits"
    form: Literal["image", "rows"] = Field(
        "image", title="Form", description="One image of 8 × 8 pixels, or a sequence of 8 rows of 8 pixels."
    )
    range: ValueRange = Field(
        "unit", title="Range", description="Pixels from 0 to 1, or from −1 to 1 as a generator with tanh makes them."
    )

    def facts(self) -> DataFacts:
        port = Port("image", (1, 8, 8)) if self.form == "image" else Port("sequence", (8, 8))
        ports = DataPorts(port, num_classes=10)
        return DataFacts(ports, "class", split_counts(NUM_DIGITS), class_names=tuple("0123456789"))

    def load(self) -> LoadedData:
        from sklearn.datasets import load_digits

        digits = load_digits()
        images = digits.images.astype(np.uint8)
        inputs = images[:, None] if self.form == "image" else images
        splits = stratified_splits(inputs, digits.target.astype(np.int64), self.split_seed)
        return LoadedData.from_range(splits, BRIGHTEST, self.range)
