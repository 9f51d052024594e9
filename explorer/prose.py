"""The text of Python's own language reference: its topics as they are, and the sentences in them."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from explorer.problems import PROSE_MISSING
from models.problem import Problem
from models.text import Text

PARAGRAPH = re.compile(r"\n\s*\n")
NO_PROSE = ("::=", ">>>", "***", "===", "---")  # grammar, examples and headings
SENTENCE_END = re.compile(r"(?<=[.!?:])\s+(?=[A-Z\"“(*])")
SENTENCE = re.compile(r"[A-Z\"“(*].*[.!?:)]", re.DOTALL)


@cache
def topics() -> Mapping[str, str]:
    """Every topic's text by its name; empty where the installation lacks the documentation."""
    try:
        from pydoc_data.topics import topics as found
    except ImportError:  # some packagers leave it out
        return {}
    return dict(found)


def missing_prose(label: str) -> tuple[Problem, ...]:
    """The problem of data of this label where the installation lacks the documentation."""
    return () if topics() else (PROSE_MISSING.at("data", label=Text(label)),)


def sentences(text: str) -> Iterator[str]:
    """What is written in whole sentences, in order; not the code, the grammar and the headings between them."""
    for paragraph in PARAGRAPH.split(text):
        if not any(sign in paragraph for sign in NO_PROSE):
            joined = " ".join(paragraph.split())
            yield from (part for part in SENTENCE_END.split(joined) if SENTENCE.fullmatch(part))
