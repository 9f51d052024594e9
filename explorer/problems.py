"""The catalogue of problems that an experiment, its data or its training can have."""

from models.problem import ProblemKind

WRONG_OUTPUT = ProblemKind(
    "wrong_output",
    "The network gives {actual}, but the objective needs {wanted}.",
    "Let the last block give {wanted}, for example a dense block with as many outputs as there are classes.",
)
NOT_AS_GIVEN = ProblemKind(
    "wrong_output",
    "The network gives {actual}, but has to give back {wanted}, as it receives it.",
    "End with a dense block of {size} outputs and a reshape block to {wanted}, or with a convolution that keeps the "
    "size of the image.",
)
NOT_NUMBERS = ProblemKind(
    "not_numbers",
    "The objective {objective} works on numbers, but these data are tokens.",
    "Choose data of pictures, sequences or vectors, or an objective for tokens.",
)
EMPTY_SPLIT = ProblemKind(
    "empty_split",
    "The {split} split of these data has no samples.",
    "Change the settings of the data so that more samples are left.",
)
NOTHING_TO_LEARN = ProblemKind(
    "nothing_to_learn",
    "The {network} has no weights, so there is nothing to learn.",
    "Add a block that learns, such as a dense block or a convolution.",
)
NO_MASK = ProblemKind(
    "no_mask",
    "The objective {objective} hides words, but these data have no symbol that stands for a hidden word.",
    "Choose data of words, such as sentences.",
)
NOT_WORDS = ProblemKind(
    "not_words",
    "The objective {objective} counts words, but these data are not tokens.",
    "Choose data of words, such as sentences.",
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
SQUASHED_TWICE = ProblemKind(
    "squashed_twice",
    "The network ends with {function}, but the objective {objective} works on logits and squashes them itself: that "
    "would be done twice.",
    "Remove this block: the probabilities that you see are worked out from the logits.",
)
LOOKS_AHEAD = ProblemKind(
    "looks_ahead",
    "{label} lets a position see what comes after it, but that is what the objective {objective} asks for: the network "
    "would only copy it.",
    "Make this block causal, let it read in one direction, or remove it.",
)
SCORE_BOUNDED = ProblemKind(
    "score_bounded",
    "The discriminator ends with {function}, which bounds its scores, but the loss {loss} needs them unbounded.",
    "Remove this block, or choose another loss.",
)
BATCH_MIXED = ProblemKind(
    "batch_mixed",
    "{label} mixes the samples of a batch, but the loss {loss} penalises the gradient of every sample by itself.",
    "Use layer, group or instance normalisation in the discriminator, or choose another loss.",
)
STEP_TOO_LARGE = ProblemKind(
    "step_too_large",
    "A step takes {count} batches of {batch_size} samples, but there are only {num_samples} for training.",
    "Lower the batch size, or the number of batches that the discriminator takes in a step.",
)
BATCH_TOO_LARGE = ProblemKind(
    "batch_too_large",
    "A batch of {batch_size} samples is asked for, but there are only {num_samples} for training.",
    "Give at most {num_samples}.",
)
TRANSFORM_UNFIT = ProblemKind(
    "transform_unfit",
    "The transform {transform} cannot work on {data}: these data are {kind}.",
    "Remove it, or choose other data.",
)
TRANSFORM_TWICE = ProblemKind(
    "transform_twice",
    "The transform {transform} stands in the list a second time.",
    "Remove one of them, or give the first one the settings of both.",
)
TRANSFORM_NEEDS_CLASSES = ProblemKind(
    "transform_needs_classes",
    "The transform {transform} mixes the classes of samples, but the objective {objective} does not ask for one class "
    "of each.",
    "Remove it, or choose the objective Classify.",
)
TRANSFORM_NEEDS_RANGE = ProblemKind(
    "transform_needs_range",
    "The transform {transform} finds samples that are normalised already: their values do not tell how bright a "
    "pixel is.",
    "Move it before the transform Normalise inputs.",
)
BATCH_TAKES_TOO_MUCH = ProblemKind(
    "batch_takes_too_much",
    "What the blocks give for a batch of {batch_size} samples takes about {gigabytes} GB of memory.",
    "Make the batch smaller, or the outputs of the blocks.",
)
METRIC_ABSENT = ProblemKind(
    "metric_absent",
    "Early stopping watches {metric}, but a validation of the objective {objective} does not tell that.",
    "Switch early stopping off, or watch a metric that it tells, if there is one.",
)
LOSS_NOT_FINITE = ProblemKind(
    "loss_not_finite",
    "The loss became {value} at step {step}, so training stopped.",
    "Lower the learning rate, clip the gradient, or normalise the inputs.",
)
CHANGE_BEHIND_HEAD = ProblemKind(
    "change_behind_head",
    "The run stands at step {step}, behind its head at step {head}: what has been cannot be changed.",
    "Fork the run here, and change the fork; or go to the head.",
)
NOT_LIVE = ProblemKind(
    "not_live",
    "{path} is no setting that can change while a run goes on.",
    "Run the experiment anew with the other value.",
)
NO_SUCH_NETWORK = ProblemKind(
    "no_such_network",
    "The run has no network of that name.",
    "Name one of these: {networks}.",
)
NO_SUCH_BLOCK = ProblemKind(
    "no_such_block",
    "The run has no block at {path}.",
    "Name a block by its path in the run's experiment, such as architecture.network.blocks.0.",
)
NOTHING_TO_FREEZE = ProblemKind(
    "nothing_to_freeze",
    "{label} has no weights: there is nothing to freeze, and none to edit.",
    "Choose a block that learns.",
)
NO_SUCH_UNIT = ProblemKind(
    "no_such_unit",
    "{label} answers {count} features, and not all that are named are among them.",
    "Count from 0, up to one less than there are.",
)
NO_SUCH_HEAD = ProblemKind(
    "no_such_head",
    "{label} has {count} heads of that attention, and not all that are named are among them.",
    "Count from 0, up to one less than there are; choose a block with attention.",
)
NO_SUCH_WEIGHT = ProblemKind(
    "no_such_weight",
    "{label} has no weight {weight}.",
    "Name one of these: {weights}.",
)
NO_SUCH_INDEX = ProblemKind(
    "no_such_index",
    "{weight} of {label} has the shape {shape}, in which there is no place {index}.",
    "Name one number for every dimension, from 0 up to one less than its size.",
)
WEIGHT_TOO_LARGE = ProblemKind(
    "weight_too_large",
    "{value} is more than a weight can hold.",
    "Choose a number between -3e38 and 3e38.",
)

DATA_MISSING = ProblemKind(
    "data_missing",
    "The data {label} are not on this machine: there is no {file} in {folder}.",
    "Fetch them: menu Data, “Fetch data…”, or the command “neural-explorer data fetch {id}”. Or put the files there.",
)
PROSE_MISSING = ProblemKind(
    "data_missing",
    "The data {label} are a part of Python's documentation, pydoc_data.topics, which this installation lacks.",
    "Install Python's standard library in full, or choose other data.",
)
DATA_DAMAGED = ProblemKind(
    "data_damaged",
    "The file {file} of the data {label} is damaged: {cause}.",
    "Replace it by a fresh copy.",
)
DATA_FAILED = ProblemKind(
    "data_failed",
    "The data {label} cannot be loaded: {cause}.",
    "Change their settings, or choose other data.",
)
SAMPLES_UNREADABLE = ProblemKind(
    "samples_unreadable",
    "Samples {first} to {last} of the {split} split cannot be read: {cause}",
    "Replace what is damaged, or choose other data; then play on from here.",
)
READER_LOST = ProblemKind(
    "reader_lost",
    "The process that read the {split} samples from number {first} on has ended (exit code {code}).",
    "Play on: another process takes its place. If it happens again, close other programs that need memory.",
)
DATA_BUDGET_WRONG = ProblemKind(
    "data_budget_wrong",
    "{variable} tells how many megabytes of data may lie on the device, but it is {value}.",
    "Give a number from 0 on, or remove it from the environment.",
)
DEVICE_ABSENT = ProblemKind(
    "device_absent",
    "This machine has no device {device}.",
    "Choose one of: {devices}.",
)
OUT_OF_MEMORY = ProblemKind(
    "out_of_memory",
    "The device has no memory left for what is being computed.",
    "Lower the batch size, make the network smaller, or choose another device. What other programs use of it counts "
    "too.",
)
DEVICE_FAILED = ProblemKind(
    "device_failed",
    "The device {device} failed its first small computation: {cause}",
    "Train on the processor (cpu), or update the device's driver and torch so that they fit each other.",
)
PRECISION_ABSENT = ProblemKind(
    "precision_absent",
    "The device {device} cannot compute with bfloat16.",
    "Choose the precision of 32-bit floats, or another device.",
)
NO_SUCH_SAMPLE = ProblemKind(
    "no_such_sample",
    "The {split} split has {count} samples; there is no sample {index}.",
    "Choose a number from 0 to {last}.",
)
ADDED_DOES_NOT_FIT = ProblemKind(
    "added_does_not_fit",
    "The added sample {number} does not fit these data: its size, its values or its class is another.",
    "Choose the data that it was made for, or remove what was added.",
)
ADDED_WITHOUT_CLASSES = ProblemKind(
    "added_without_classes",
    "Samples were added ({count}), but these data have no classes.",
    "Choose the data that they were made for, or remove what was added.",
)
GIVEN_KIND = ProblemKind(
    "given_kind",
    "The sample that was given holds {actual}, but these data hold {wanted}.",
    "Give a sample that holds {wanted}.",
)
GIVEN_SHAPE = ProblemKind(
    "given_shape",
    "The sample that was given has the shape {actual}, but a sample of these data has {wanted}.",
    "Give a sample of the shape {wanted}.",
)
GIVEN_NOT_FINITE = ProblemKind(
    "given_not_finite",
    "The sample that was given holds values that are no finite numbers.",
    "Give finite numbers only.",
)
GIVEN_TOKEN = ProblemKind(
    "given_token",
    "The sample that was given holds the token {token}, but these data have {count} symbols.",
    "Give tokens from 0 to {last}.",
)
GIVEN_TOO_SHORT = ProblemKind(
    "given_too_short",
    "The text that was given has {count} symbols that these data know, but this network reads {wanted}.",
    "Write a longer text.",
)
PICTURE_TOO_LARGE = ProblemKind(
    "picture_too_large",
    "The picture {file} has {width} × {height} pixels, which is more than can be drawn from.",
    "Make it smaller, or cut a part out of it.",
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
