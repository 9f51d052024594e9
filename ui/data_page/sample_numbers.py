"""Samples as named arrays for a spreadsheet or for numpy."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from explorer.dataset import SPLITS, DataFacts
from ui.data_page.sample_pages import Cell
from ui.data_page.sample_words import class_text, feature_names
from ui.pane import Numbers

FIELDS = {"input": "inputs", "text": "texts", "class": "classes", "value": "values", "target": "target_texts"}


def sample_numbers(cells: Sequence[Cell], facts: DataFacts | None) -> Numbers:
    """Of N samples: "split" and "index" (N,), "input" (N, ...) or "text" (N,), and "class" (N,), "value" (N, K) or
    "target" (N,) where they have any; of vectors (N, F) the names of the "features" (F,) too. Large samples are
    thinned out as they are in the gallery."""
    if not cells or facts is None:
        return {}
    numbers: dict[str, npt.NDArray[np.generic]] = {
        "split": np.array([SPLITS[cell.page.split_numbers[cell.row]] for cell in cells]),
        "index": np.array([cell.page.indices[cell.row] for cell in cells]),
    }
    first = cells[0].page
    for name, field in FIELDS.items():
        values = getattr(first, field)
        if values is not None and len(values):
            numbers[name] = np.array([getattr(cell.page, field)[cell.row] for cell in cells])
    if "class" in numbers:
        numbers["class"] = np.array([class_text(facts, number) for number in numbers["class"].tolist()])
    if first.inputs is not None and first.inputs.ndim == 2:
        numbers["features"] = np.array(feature_names(facts)[: first.inputs.shape[1]])
    return numbers
