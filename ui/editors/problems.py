"""The catalogue of problems that only editing can have."""

from models.problem import ProblemKind

NO_BLOCKS = ProblemKind(
    "no_blocks",
    "The clipboard holds no blocks.",
    "Copy a block with Ctrl+C first, or a block's JSON text from elsewhere.",
)

EDITOR_PROBLEMS = (NO_BLOCKS,)
