"""What an exception in training means: a memory that is full is a named problem, everything else a failure of ours."""

import traceback

from explorer.events import EngineFailed, ProblemsFound
from explorer.problems import OUT_OF_MEMORY
from models.problem import Problem

# torch has a class of its own for some devices only; the others say it in a RuntimeError.
FULL = ("out of memory", "can't allocate memory", "not enough memory")


def memory_problem(error: BaseException) -> Problem | None:
    """The named problem, if the exception says that the device's memory is full."""
    is_full = isinstance(error, RuntimeError) and any(words in str(error).lower() for words in FULL)
    return OUT_OF_MEMORY.at("training.batch_size") if is_full or isinstance(error, MemoryError) else None


def report(run_id: str, error: Exception) -> ProblemsFound | EngineFailed:
    """What the window is told of an exception that is not bad input."""
    problem = memory_problem(error)
    if problem is not None:
        return ProblemsFound(run_id, (problem,))
    return EngineFailed(run_id, "".join(traceback.format_exception(error)))
