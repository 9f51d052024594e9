"""The catalogue of problems that a run on disk can have."""

from models.problem import ProblemKind

FOLDER_NOT_EMPTY = ProblemKind(
    "folder_not_empty",
    "The folder {folder} holds something already.",
    "Name a folder that is absent or empty.",
)
NOT_WRITABLE = ProblemKind(
    "not_writable",
    "Nothing can be written to {folder}: {cause}.",
    "Allow writing there, or name another folder. What was saved before is kept.",
)
DISK_FULL = ProblemKind(
    "disk_full",
    "The disk that holds {folder} is full.",
    "Free some space, or name a folder on another disk. What was saved before is kept.",
)
RUN_UNKNOWN = ProblemKind(
    "run_unknown",
    "There is no run {run}.",
    "Name the folder of a run, or one of those that “neural-explorer list runs” shows.",
)
RUN_DAMAGED = ProblemKind(
    "run_damaged",
    "The run in {folder} cannot be read: {cause}.",
    "Restore the file from a copy, or delete the run.",
)
RUN_IN_USE = ProblemKind(
    "run_in_use",
    "The run {run} is being written by process {pid}.",
    "Stop it first.",
)
NO_CHECKPOINT = ProblemKind(
    "no_checkpoint",
    "The run in {folder} has no readable checkpoint at step {step}.",
    "Choose another step, or train it again.",
)
NEWEST_DAMAGED = ProblemKind(
    "newest_damaged",
    "The checkpoint at step {step} is damaged, so that the run goes on from step {older}.",
    "Nothing has to be done: what comes after is trained again.",
)
MOMENT_DAMAGED = ProblemKind(
    "moment_damaged",
    "What was kept of the run at step {step} is damaged.",
    "Nothing has to be done: the steps from an earlier moment are replayed instead.",
)
