"""What a baseline's estimator does, in the window's language."""

from explorer.spec import Experiment
from models.network import Baseline
from ui.text import tr


def estimator_text(experiment: Experiment) -> str:
    """The sentence about the estimator; empty for networks."""
    architecture = experiment.architecture
    return tr(architecture.estimator.about) if isinstance(architecture, Baseline) else ""
