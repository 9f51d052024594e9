"""One sample of a verdict in words: what is true, and what was answered."""

import numpy as np

from explorer.evaluation.answers import ClassAnswers, TokenAnswers, ValueAnswers
from explorer.evaluation.verdict import Verdict
from explorer.words import spelled
from models.number_text import number_text
from ui.text import tr


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


def tokens_text(verdict: Verdict, tokens: "list[int] | np.ndarray[tuple[int, ...], np.dtype[np.generic]]") -> str:
    """Tokens as one line of writing."""
    symbols = verdict.facts.symbols
    words = [symbols[int(token)] if int(token) < len(symbols) else str(int(token)) for token in tokens]
    return spelled(words).replace("\n", "⏎")


def _values(values: "np.ndarray[tuple[int, ...], np.dtype[np.float32]]") -> str:
    return ", ".join(number_text(float(value), 3) for value in values)
