"""What metrics are called, which are drawn together, and how each is drawn."""

from ui.text import tr
from ui.widgets.curve import Curve

LEARNING_RATE = "learning_rate"
# How a discriminator judges: the group that is drawn together, and whether the samples are real.
JUDGEMENTS = {
    "d_real": ("judged", True), "d_fake": ("judged", False),
    "score_real": ("scored", True), "score_fake": ("scored", False),
}  # fmt: skip


def metric_group(name: str) -> str:
    """What metrics are drawn together: "train/loss/generator" -> "loss", "train/d_real" -> "judged"."""
    parts = name.split("/")
    group = parts[0] if parts[0] == LEARNING_RATE or len(parts) == 1 else parts[1]
    return JUDGEMENTS.get(group, (group,))[0]


def metric_label(group: str) -> str:
    """What a group of metrics is called, with its unit, on the axis and in the list."""
    known = {
        "loss": tr("Loss"),
        "accuracy": tr("Accuracy (share)"),
        "perplexity": tr("Perplexity"),
        "exact_match": tr("Exact match (share)"),
        "mean_absolute_error": tr("Mean absolute error, in the unit learned"),
        "judged": tr("Discriminator says real (probability)"),
        "scored": tr("Discriminator's score"),
        "gradient_norm": tr("Length of the gradient"),
        LEARNING_RATE: tr("Learning rate"),
    }
    return known.get(group, group.replace("_", " "))


def make_curve(name: str) -> Curve:
    """How a metric is drawn: its colour by meaning, validation in held steps, a GAN's validation dashed."""
    split, _, rest = name.partition("/")
    validating = split != "train" and not name.startswith(LEARNING_RATE)
    network = rest.rpartition("/")[2]
    if network in ("generator", "discriminator"):
        words = tr("generator") if network == "generator" else tr("discriminator")
        label = tr("{network}, validation", network=words) if validating else words
        return Curve(label, network, dashed=validating, held=validating)
    if rest in JUDGEMENTS:
        is_real = JUDGEMENTS[rest][1]
        words = tr("of real samples") if is_real else tr("of made samples")
        label = tr("{network}, validation", network=words) if validating else words
        color = "discriminator" if is_real else "generator"
        return Curve(label, color, dashed=validating, held=validating)
    if name.startswith(LEARNING_RATE):
        return Curve(tr("learning rate"), "training")
    return Curve(tr("validation"), "validation", held=True) if validating else Curve(tr("training"), "training")


def past_label(name: str, *, is_parent: bool) -> str:
    """What the curve of a metric is called when it is that of the run before, or of the one that was forked."""
    curve = make_curve(name).label
    if is_parent:
        return tr("{curve}, the run that was forked", curve=curve)
    return tr("{curve}, the run before", curve=curve)
