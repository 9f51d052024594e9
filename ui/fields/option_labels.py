"""The names on screen of the words that specs use, such as "relu"."""

from importlib import import_module


def _labels(module: str) -> dict[str, str]:
    try:
        labels: dict[str, str] = import_module(module).OPTION_LABELS
    except ImportError:
        return {}
    return labels


LABELS = {"number": "Number", **_labels("models.options"), **_labels("explorer.options")}


def option_label(word: str) -> str:
    """The English name of an option; a word without one stands for itself."""
    return LABELS.get(word, word)
