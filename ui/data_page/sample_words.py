"""What stands at a sample: where it lies, what it is called, what is to be told of it."""

from collections.abc import Sequence

from explorer.dataset import SPLITS, DataFacts
from explorer.exploring.samples import SamplePage
from models.number_text import plain_text
from models.text import shown
from ui.text import tr

SPLIT_COLORS = ("training", "validation", "muted")


def split_text(number: int) -> str:
    """The name of a split by its number in SPLITS."""
    return {"train": tr("train"), "validation": tr("validation"), "test": tr("test")}[SPLITS[number]]


def place_text(split_number: int, index: int) -> str:
    """Split and index, such as "train 12"."""
    return f"{split_text(split_number)} {shown(index)}"


def class_text(facts: DataFacts, number: int) -> str:
    """A class's name, or its number where it has none."""
    return tr(facts.class_names[number]) if 0 <= number < len(facts.class_names) else shown(number)


def truth_text(page: SamplePage, row: int, facts: DataFacts) -> str:
    """What is to be told of a sample: its class, its values, or the wanted text."""
    if page.classes is not None:
        return class_text(facts, int(page.classes[row]))
    if page.values is not None:
        return ", ".join(plain_text(float(value), 4) for value in page.values[row])
    return page.target_texts[row].replace("\n", "⏎") if page.target_texts else ""


def feature_names(facts: DataFacts) -> Sequence[str]:
    """The features of an input: its own names, colours of a picture, coordinates of a point, else their numbers."""
    if facts.input_names:
        return facts.input_names
    port = facts.ports.input
    count = port.features
    if port.kind == "image":
        few = {1: [tr("pixels")], 3: [tr("red"), tr("green"), tr("blue")]}
        return few.get(count, []) or [tr("channel {number}", number=number) for number in range(count)]
    if port.shape == (2,):
        return ["x", "y"]
    return [tr("value")] if count == 1 else [tr("feature {number}", number=number) for number in range(count)]
