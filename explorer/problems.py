"""The catalogue of problems that an experiment, its data or its training can have."""

from models.problem import ProblemKind

NOT_READABLE = ProblemKind(
    "not_readable",
    "This is not a readable experiment: {cause}",
    "Open a file that Neural Explorer has saved, or correct the named place.",
)
WRONG_OUTPUT = ProblemKind(
    "wrong_output",
    "The network gives {actual}, but the objective needs {wanted}.",
    "Let the last block give {wanted}, for example a dense block with as many outputs as there are classes.",
)
WRONG_TARGET = ProblemKind(
    "wrong_target",
    "The objective {objective} cannot be trained on these data: {data} has no targets for it.",
    "Choose another objective, or other data.",
)
WRONG_ARCHITECTURE = ProblemKind(
    "wrong_architecture",
    "The objective {objective} needs the architecture {wanted}, but this one is {actual}.",
    "Choose another objective, or the architecture {wanted}.",
)
LOSS_NOT_FINITE = ProblemKind(
    "loss_not_finite",
    "The loss became {value} at step {step}, so training stopped.",
    "Lower the learning rate, or normalise the inputs.",
)

DATA_MISSING = ProblemKind(
    "data_missing",
    "The data {label} are not on this machine: {folder} is missing.",
    "Put the files there; the Data menu will download them in a later version.",
)
DATA_DAMAGED = ProblemKind(
    "data_damaged",
    "The file {file} of the data {label} is damaged: {cause}.",
    "Replace it by a fresh copy.",
)
DEVICE_ABSENT = ProblemKind(
    "device_absent",
    "This machine has no device {device}.",
    "Choose one of: {devices}.",
)
DEVICE_FAILED = ProblemKind(
    "device_failed",
    "The device {device} failed its first small computation: {cause}",
    "Train on the processor (cpu), or update the device's driver and torch so that they fit each other.",
)
NO_SUCH_SAMPLE = ProblemKind(
    "no_such_sample",
    "The {split} split has {count} samples; there is no sample {index}.",
    "Choose a number from 0 to {last}.",
)
NOTHING_TO_SHOW = ProblemKind(
    "nothing_to_show",
    "{view} has nothing to look at here: {cause}",
    "Choose something else to look at, or close this view.",
)
PROBE_FAILED = ProblemKind(
    "probe_failed",
    "This view could not be computed: {cause}",
    "Training goes on. Close the view and open it again, or choose other settings.",
)

EXPERIMENT_PROBLEMS = (
    NOT_READABLE, WRONG_OUTPUT, WRONG_TARGET, WRONG_ARCHITECTURE, LOSS_NOT_FINITE, DEVICE_ABSENT, DEVICE_FAILED,
    DATA_MISSING, DATA_DAMAGED, NO_SUCH_SAMPLE, NOTHING_TO_SHOW, PROBE_FAILED,
)  # fmt: skip
