"""What the figures of an evaluation are called, and how their values are written."""

from explorer.evaluation.figure import Figure
from models.number_text import fixed_text, number_text
from ui.metric_words import make_curve, metric_group, metric_label
from ui.text import tr

SHARES = ("accuracy", "exact_match", "diversity")  # told in per cent
DIGITS = 4


def figure_label(name: str) -> str:
    """A figure's name for people."""
    known = {
        "accuracy": tr("Accuracy"),
        "exact_match": tr("Exact match"),
        "macro_f1": tr("F1, mean over classes"),
        "calibration_error": tr("Calibration error (ECE)"),
        "roc_area": tr("Area under ROC, mean over classes"),
        "bleu": tr("BLEU"),
        "mean_absolute_error": tr("Mean absolute error"),  # in the values' own unit, unlike its curve
        "r2": tr("R², mean over values"),
        "root_mean_squared_error": tr("Root mean squared error"),
        "diversity": tr("Variety of the made samples"),
        "d_real": tr("Discriminator says real, of real samples"),
        "d_fake": tr("Discriminator says real, of made samples"),
        "score_real": tr("Discriminator's score of real samples"),
        "score_fake": tr("Discriminator's score of made samples"),
    }
    if name in known:
        return known[name]
    if name.startswith("loss/"):
        return tr("Loss, {network}", network=make_curve(f"train/{name}").label)
    return metric_label(metric_group(name))


def value_text(name: str, value: float) -> str:
    """A value of this figure: shares in per cent, the rest with four digits."""
    if name in SHARES and value == value:
        return f"{fixed_text(100 * value, 1)} %"
    return number_text(value, DIGITS)


def interval_text(figure: Figure) -> str:
    """Its 95 % interval in words; empty where none is known."""
    if figure.low is None or figure.high is None:
        return ""
    low, high = value_text(figure.name, figure.low), value_text(figure.name, figure.high)
    return tr("95 % interval {low} to {high}", low=low, high=high)
