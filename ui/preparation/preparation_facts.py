"""What is done with the data before networks receive them, as named values; nothing where nothing is done."""

from collections.abc import Iterator

from explorer.spec import Experiment
from ui.text import tr


def preparation_facts(experiment: Experiment) -> Iterator[tuple[str, str]]:
    """Transforms and label noise; the number of samples stands among the facts of the data."""
    preparation = experiment.preparation
    if preparation.transforms:
        yield tr("Transforms"), ", ".join(tr(transform.label) for transform in preparation.transforms)
    if preparation.has_label_noise(experiment.data.facts()):
        yield tr("Label noise"), f"{100 * preparation.label_noise:.4g} %"
