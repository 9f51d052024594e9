"""The catalogue of problems that reading a network from somebody's Python file can have."""

from models.problem import ProblemKind

NOT_AGREED = ProblemKind(
    "not_agreed",
    "To read its network, the file {file} has to be run, and it may do anything that you may do.",
    "Look into it first; if you trust it, say so with --yes.",
)
FILE_FAILED = ProblemKind(
    "file_failed",
    "The file {file} failed while it was run: {cause}.",
    "Run it with Python, and mend what it says.",
)
NO_NETWORK = ProblemKind(
    "no_network",
    "The file {file} holds no network: no torch module, and no class of one that can be made without arguments.",
    "Let it hold one, such as network = nn.Sequential(...).",
)
SEVERAL_NETWORKS = ProblemKind(
    "several_networks",
    "The file {file} holds more than one network.",
    "Name one of them behind a colon: {choices}.",
)
UNKNOWN_NETWORK = ProblemKind(
    "unknown_network",
    "There is no network {name} in the file {file}.",
    "Name one of: {choices}.",
)
NOT_FOLLOWED = ProblemKind(
    "not_followed",
    "The way through the network {name} cannot be followed: {cause}.",
    "Write its forward as calls one after the other, without conditions that depend on values.",
)
NO_BLOCK = ProblemKind(
    "no_block",
    "There is no block for {what}.",
    "Replace it by modules that have one, or leave it out and put a block in its place afterwards.",
)

IMPORT_PROBLEMS = (
    NOT_AGREED, FILE_FAILED, NO_NETWORK, SEVERAL_NETWORKS, UNKNOWN_NETWORK, NOT_FOLLOWED, NO_BLOCK,
)  # fmt: skip
