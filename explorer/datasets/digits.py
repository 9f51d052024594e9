"""Data: scikit-learn's 1797 real handwritten digits, 8 x 8 grey values, as images or as sequences of rows."""

from importlib.util import find_spec
from pathlib import Path
from typing import ClassVar, Literal

import numpy as np
import numpy.typing as npt
from pydantic import Field

from explorer.dataset import Arrays, DataFacts, DatasetSpec, SplitName, ValueRange, scaling_of
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

    def splits(self) -> dict[SplitName, Arrays]:
        images, classes = read_digits()
        return stratified_splits(images[:, None] if self.form == "image" else images, classes, self.split_seed)

    def scaling(self) -> tuple[float, float]:
        return scaling_of(self.range, BRIGHTEST)


def read_digits() -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.int64]]:
    """Images and classes. The file is read directly where it is, because importing scikit-learn takes over a second."""
    package = find_spec("sklearn")
    file = Path(package.origin).parent / "datasets" / "data" / "digits.csv.gz" if package and package.origin else None
    if file is None or not file.is_file():
        from sklearn.datasets import load_digits

        digits = load_digits()
        return digits.images.astype(np.uint8), digits.target.astype(np.int64)
    table = np.loadtxt(file, dtype=np.uint8, delimiter=",")
    return table[:, :-1].reshape(-1, 8, 8), table[:, -1].astype(np.int64)
