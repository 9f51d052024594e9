"""The names on screen of the words that specs use, such as "relu"."""

from explorer.options import OPTION_LABELS as EXPERIMENT_LABELS
from models.options import OPTION_LABELS as BLOCK_LABELS
from ui.text import tr

NUMBER = "number"  # stands for "neither of the words": a size is a number
LABELS = {**BLOCK_LABELS, **EXPERIMENT_LABELS}


def option_text(word: str) -> str:
    """The name of an option in the window's language; a word without one stands for itself."""
    return tr("Fixed") if word == NUMBER else tr(LABELS.get(word, word))
