"""One sample of a verdict in words: what is true, and what was answered."""

import numpy as np

from explorer.evaluation.answers import ClassAnswers, TokenAnswers, ValueAnswers
from explorer.evaluation.verdict import Verdict
from explorer.words import spelled
from models.number_text import plain_text
from ui.text import tr

HALF = 0.5  # above it a word is there


def class_name(verdict: Verdict, number: int) -> str:
    """A class of the data in the window's language."""
    names = verdict.facts.class_names
    return tr(names[number]) if number < len(names) else str(number)


def truth_and_answer(verdict: Verdict, row: int) -> tuple[str, str]:
    """Both empty where nothing was to be told."""
    answers = verdict.answers
    if isinstance(answers, ClassAnswers):
        return class_name(verdict, int(answers.targets[row])), class_name(verdict, int(answers.answers[row]))
    if isinstance(answers, ValueAnswers):
        return _values(answers.targets[row]), _values(answers.answers[row])
    if isinstance(answers, TokenAnswers):
        wanted, answered = answers.pair(row, verdict.facts.padding)
        return tokens_text(verdict, wanted), tokens_text(verdict, answered)
    return "", ""


def is_right(verdict: Verdict, row: int) -> bool | None:
    """Whether the answer is right; None where there is more than right and wrong."""
    answers = verdict.answers
    if isinstance(answers, ClassAnswers):
        return bool(answers.is_right[row])
    if isinstance(answers, TokenAnswers):
        wanted, answered = answers.pair(row, verdict.facts.padding)
        return wanted == answered
    return None


def input_text(verdict: Verdict, values: "np.ndarray[tuple[int, ...], np.dtype[np.generic]]") -> str:
    """A text, or the numbers of a table's row with the names of their columns."""
    facts = verdict.facts
    if facts.ports.input.kind == "tokens":
        return tokens_text(verdict, values)
    floats = values.astype(np.float32)
    known = floats if facts.input_units is None else facts.input_units.restored(floats)
    cells = [
        name if " = " in name else f"{name} {plain_text(value, 4)}"  # of words, the one that stands there
        for name, value in zip(facts.input_names, known.tolist(), strict=True)
        if " = " not in name or value > HALF
    ]
    return ", ".join(cells)


def tokens_text(verdict: Verdict, tokens: "list[int] | np.ndarray[tuple[int, ...], np.dtype[np.generic]]") -> str:
    """Tokens as one line of writing."""
    symbols = verdict.facts.symbols
    words = [symbols[int(token)] if int(token) < len(symbols) else str(int(token)) for token in tokens]
    return spelled(words).replace("\n", "⏎")


def _values(values: "np.ndarray[tuple[int, ...], np.dtype[np.floating]]") -> str:
    return ", ".join(plain_text(float(value), 4) for value in values)
