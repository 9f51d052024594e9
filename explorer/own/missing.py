"""The problem of one sample that could be read when it was scanned, and no longer can."""

from pathlib import Path

from explorer.own.problems import SAMPLE_DAMAGED, SAMPLE_GONE
from models.problem import InputError


def sample_error(file: Path, error: Exception) -> InputError:
    """What to tell a person of a file whose reading ended in this error."""
    if isinstance(error, FileNotFoundError):
        return InputError((SAMPLE_GONE.at("data", file=str(file)),))
    return InputError((SAMPLE_DAMAGED.at("data", file=str(file), cause=cause_of(error)),))


def cause_of(error: Exception) -> str:
    """The error's words as the end of a sentence."""
    words = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return " ".join(str(words).split())[:200].rstrip(".")
