"""Places of an experiment as people call them: "Generator · Block 3 (Dense)" for "architecture.generator.blocks.2"."""

from explorer.spec import Experiment
from ui.editors.block_paths import network_of
from ui.editors.facts import block_path, facts_of
from ui.editors.network_words import network_label
from ui.text import tr


def place_words(experiment: Experiment, place: str) -> str:
    """The place of a problem or an alarm in words, down to the block."""
    facts = facts_of(experiment)
    block = facts.block(block_path(place))
    if block is None:
        part = place.split(".")[0]
        names = {"data": tr("Data"), "preparation": tr("Preparation"), "training": tr("Training")}
        return network_label(network_of(place)) if network_of(place) else names.get(part, place)
    number = ".".join(key for key in block.path.split(".") if key.isdecimal())
    name = tr("Block {number} ({label})", number=_counted(number), label=tr(block.layer.label))
    return f"{network_label(network_of(place))} · {name}" if len(facts.resolved.networks) > 1 else name


def _counted(numbers: str) -> str:
    """Indices as people count, from one: "0.2" -> "1.3"."""
    return ".".join(str(int(number) + 1) for number in numbers.split("."))
