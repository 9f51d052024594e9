"""The catalogue of problems that an evaluation can meet."""

from models.problem import ProblemKind

NO_WEIGHTS = ProblemKind(
    "no_weights",
    "The run {run} has no saved weights that could be evaluated.",
    "Train it first: weights are saved every second, and when it is stopped.",
)
NOT_REACHED = ProblemKind(
    "not_reached",
    "The run {run} has come to step {last} and was never at step {step}.",
    "Choose a step from 0 to {last}, or train it for longer.",
)
NO_SAMPLES = ProblemKind(
    "no_samples",
    "There are no samples in the split “{split}”.",
    "Choose another split, or data with more samples.",
)
NOT_A_STEP = ProblemKind(
    "not_a_step",
    "{value} is no step.",
    "Give a whole number, “newest” or “best”.",
)
