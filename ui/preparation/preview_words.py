"""What stands under samples before and after their preparation: classes, wrong or mixed."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from explorer.dataset import DataFacts
from explorer.preparation_preview import Preview
from models.number_text import number_text
from ui.text import tr
from ui.widgets.image_mosaic import Caption

MOST_PARTS, LEAST_PART = 2, 0.005


def captions_before(preview: Preview, facts: DataFacts) -> list[Caption]:
    """The class or the values of every sample."""
    if facts.target == "class":
        return [Caption(_name(int(target), facts)) for target in preview.targets]
    if facts.target == "value":
        return [Caption(", ".join(number_text(float(value), 3) for value in row)) for row in preview.targets]
    return [Caption("")] * len(preview.inputs)


def captions_after(preview: Preview, facts: DataFacts) -> list[Caption]:
    """What training is told of every sample: another class, in the colour of warnings, or parts of several."""
    if facts.target != "class":
        return captions_before(preview, facts)
    if preview.shares is not None:
        return [Caption(_mixture(row.tolist(), facts)) for row in preview.shares]
    pairs = zip(preview.targets.tolist(), preview.noisy.tolist(), strict=True)
    return [Caption(_name(noisy, facts)) if right == noisy else _wrong(noisy, facts) for right, noisy in pairs]


def range_words(values: npt.NDArray[np.generic]) -> str:
    """Where the values of some samples lie."""
    floats = values.astype(np.float64)
    low, high, mean, deviation = (number_text(float(one), 3) for one in _moments(floats))
    return tr("Values from {low} to {high}, mean {mean}, deviation {deviation}", low=low, high=high, mean=mean,
              deviation=deviation)  # fmt: skip


def _moments(values: npt.NDArray[np.float64]) -> tuple[float, float, float, float]:
    return float(values.min()), float(values.max()), float(values.mean()), float(values.std())


def _wrong(number: int, facts: DataFacts) -> Caption:
    return Caption(f"▲ {_name(number, facts)}", "warning", "▲")


def _mixture(shares: Sequence[float], facts: DataFacts) -> str:
    parts = sorted(((share, number) for number, share in enumerate(shares) if share >= LEAST_PART), reverse=True)[
        :MOST_PARTS
    ]
    return " + ".join(f"{100 * share:.0f} % {_name(number, facts)}" for share, number in parts)


def _name(number: int, facts: DataFacts) -> str:
    return tr(facts.class_names[number]) if number < len(facts.class_names) else str(number)
