"""The catalogue of problems that a network can have; explorer/problems.py holds those of an experiment."""

from models.problem import ProblemKind

WRONG_KIND = ProblemKind(
    "wrong_kind",
    "{label} takes {accepted}, but receives {received} of shape {shape}.",
    "Put a block before it that turns {received} into {accepted}, or remove it.",
)
INPUT_MISMATCH = ProblemKind(
    "input_mismatch",
    "{label} expects {expected} inputs, receives {received} = {product}.",
    "Set its input size to automatic, or change the blocks before it so that they give {expected}.",
)
WINDOW_TOO_LARGE = ProblemKind(
    "window_too_large",
    "{label} uses a window of {window}, but the picture is only {height} × {width}.",
    "Make the window smaller, add padding, or remove a pooling block before it.",
)
SIZE_UNKNOWN = ProblemKind(
    "size_unknown",
    "{label} asks for as many outputs as there are {what}, but these data have none.",
    "Give a number instead.",
)
NOT_DIVISIBLE = ProblemKind(
    "not_divisible",
    "{label}: {width} features cannot be divided evenly among {parts} {what}.",
    "Choose a number of {what} that divides {width}.",
)
SHAPE_CHANGED = ProblemKind(
    "shape_changed",
    "{label} adds its input to its output, but the blocks inside turn {before} into {after}.",
    "Change the blocks inside so that their output has the shape {before}.",
)
RESHAPE_MISMATCH = ProblemKind(
    "reshape_mismatch",
    "{label} cannot turn {received} values ({before}) into {after} = {product}.",
    "Choose a shape whose product is {received}.",
)
NO_MEMORY = ProblemKind(
    "no_memory",
    "{label} looks at an encoder's output, but this network has no encoder.",
    "Use it in the decoder of an encoder-decoder architecture, or use an encoder block.",
)
TOO_LONG = ProblemKind(
    "too_long",
    "{label} has {positions} positions, but the sequence has {length}.",
    "Set the number of positions to automatic, or to at least {length}.",
)
TOO_DEEP = ProblemKind(
    "too_deep",
    "Blocks are nested more than {limit} deep.",
    "Take some blocks out of their composites.",
)
EMPTY_NETWORK = ProblemKind(
    "empty_network",
    "The {network} has no blocks.",
    "Add a block.",
)
TOO_LARGE = ProblemKind(
    "too_large",
    "{label} has {num_params} parameters, which takes about {gigabytes} GB of memory to train.",
    "Make it smaller: fewer outputs, or a smaller picture before it.",
)

MODEL_PROBLEMS = (
    WRONG_KIND, INPUT_MISMATCH, WINDOW_TOO_LARGE, SIZE_UNKNOWN, NOT_DIVISIBLE, SHAPE_CHANGED,
    RESHAPE_MISMATCH, NO_MEMORY, TOO_LONG, TOO_DEEP, EMPTY_NETWORK, TOO_LARGE,
)  # fmt: skip
