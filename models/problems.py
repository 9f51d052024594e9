"""The catalogue of problems that a network can have; explorer/problems.py holds those of an experiment."""

from models.problem import ProblemKind

WRONG_KIND = ProblemKind(
    "wrong_kind",
    "{label} takes {accepted}, but receives {received} of shape {shape}.",
    "Put {bridge} before it, or remove it.",
)
NEEDS_TOKENS = ProblemKind(
    "wrong_kind",
    "{label} takes tokens, but receives {received} of shape {shape}.",
    "Put it first in a network whose data are tokens, or remove it.",
)
INPUT_MISMATCH = ProblemKind(
    "input_mismatch",
    "{label} expects {expected} inputs, receives {received}.",
    "Set its inputs to automatic, or change the blocks before it so that they give {expected}.",
)
INPUT_MISMATCH_FLAT = ProblemKind(
    "input_mismatch",
    "{label} expects {expected} inputs, receives {received} = {product}.",
    "Set its inputs to automatic, or change the blocks before it so that they give {expected}.",
)
INPUT_MISMATCH_IMAGE = ProblemKind(
    "input_mismatch",
    "{label} expects {expected} inputs, receives {received} = {product}.",
    "Set its inputs to automatic, or make the image {image} before it is flattened ({expected} = {wanted}), such as "
    "with one more {window} convolution without padding and with {channels} channels.",
)
CHANNEL_MISMATCH = ProblemKind(
    "input_mismatch",
    "{label} expects {expected} channels, receives {received}.",
    "Set its input channels to automatic, or change the blocks before it so that they give {expected}.",
)
WINDOW_TOO_LARGE = ProblemKind(
    "window_too_large",
    "{label} uses a window of {window}, but the image is only {shape}.",
    "Make the window smaller, add padding, or remove a pooling block before it.",
)
PADDING_TOO_LARGE = ProblemKind(
    "padding_too_large",
    "{label} pads by {padding}, more than half of its window of {window}.",
    "Set the padding to at most {limit}.",
)
PADDING_TAKES_ALL = ProblemKind(
    "padding_too_large",
    "{label} cuts {padding} from every side, which leaves nothing of the image.",
    "Make the padding smaller, or the window larger.",
)
SAME_WITH_STRIDE = ProblemKind(
    "same_with_stride",
    "{label} cannot keep the size with a stride of {stride}.",
    "Set the stride to 1, or give the padding as a number.",
)
SEQUENCE_TOO_SHORT = ProblemKind(
    "window_too_large",
    "{label} uses a window of {window} positions, but the sequence has only {length}.",
    "Make the window smaller, or add padding.",
)
GROUPS_LEAVE_A_REST = ProblemKind(
    "groups_leave_a_rest",
    "{label} divides channels into {groups} groups, but {channels} channels leave a rest.",
    "Set the groups to {fitting}, or change the channels.",
)
PATCHES_LEAVE_A_REST = ProblemKind(
    "patches_leave_a_rest",
    "{label} cuts the image into squares of {side}, but an image of {shape} leaves a rest.",
    "Choose a side that divides height and width, or change the image before it.",
)
NOT_BESIDE = ProblemKind(
    "not_beside",
    "{label} puts its input of shape {before} beside {after}, but only the channels or features may differ.",
    "Change the blocks inside so that sides and positions stay the same, such as with padding or an upsample block.",
)
NO_BRANCHES = ProblemKind(
    "no_branches",
    "{label} has no branches.",
    "Add a branch; one without blocks hands its input on.",
)
BRANCHES_NOT_ADDED = ProblemKind(
    "branches_do_not_fit",
    "{label} adds its branches, but branch {one} gives {shape} and branch {other} gives {other_shape}.",
    "Change branch {other} so that it gives {shape} too, or put the branches side by side.",
)
BRANCHES_NOT_BESIDE = ProblemKind(
    "branches_do_not_fit",
    "{label} puts its branches side by side, but branch {one} gives {shape} and branch {other} gives {other_shape}: "
    "only the channels or features may differ.",
    "Change branch {other} so that its sides and positions are those of branch {one}, such as with padding.",
)
OUTPUT_PADDING_TOO_LARGE = ProblemKind(
    "output_padding_too_large",
    "{label} has an output padding of {output_padding}, which must be smaller than the stride of {stride}.",
    "Set the output padding to 0, or make the stride larger.",
)
SIZE_UNKNOWN = ProblemKind(
    "size_unknown",
    "{label} takes its size from the data's {what}, but these data have none.",
    "Give a number instead, or choose other data.",
)
NOT_DIVISIBLE = ProblemKind(
    "not_divisible",
    "{label}: {width} features cannot be divided evenly among {heads} heads.",
    "Choose a number of heads that divides {width}, or another number of features before it.",
)
ODD_ROTARY = ProblemKind(
    "odd_rotary",
    "{label} turns features in pairs, but {features} features for {heads} heads leave {width} to each.",
    "Choose heads or features so that every head has an even number of them, or no rotary positions.",
)
SHAPE_CHANGED = ProblemKind(
    "shape_changed",
    "{label} adds its input to its output, but the blocks inside turn {before} into {after}.",
    "Change the blocks inside so that their output has the shape {before}.",
)
REPEAT_CHANGES_SHAPE = ProblemKind(
    "shape_changed",
    "{label} runs its blocks {times} times in a row, but they turn {before} into {after}.",
    "Change the blocks inside so that their output has the shape {before}, or run them once.",
)
RESHAPE_MISMATCH = ProblemKind(
    "reshape_mismatch",
    "{label} cannot turn {received} values into {after} = {product} values.",
    "Choose a shape whose product is {received}.",
)
UNFLATTEN_LEAVES_A_REST = ProblemKind(
    "reshape_mismatch",
    "{label} cannot divide {received} values into channels of {sides} = {area} values.",
    "Choose a height and a width whose product divides {received}.",
)
BACKBONE_SIDE = ProblemKind(
    "backbone_input",
    "{label}: {model} takes images of {wanted}, but receives {shape}.",
    "Put an Adaptive average pool block with side {side} before it, or choose another network.",
)
BACKBONE_CHANNELS = ProblemKind(
    "backbone_input",
    "{label}: the pretrained weights of {model} take images of 3 channels, but receive {channels}.",
    "Put a convolution with 3 channels before it, or switch the pretrained weights off.",
)
WEIGHTS_MISSING = ProblemKind(
    "weights_missing",
    "{label} needs the weights {file}, which are not in {folder} and could not be fetched: {cause}.",
    "Connect to the network, put the file there, or switch the pretrained weights off.",
)
WEIGHTS_DAMAGED = ProblemKind(
    "weights_damaged",
    "{label} cannot use the weights in {file}: {cause}.",
    "Remove the file, so that it is fetched again, or switch the pretrained weights off.",
)
NO_MEMORY = ProblemKind(
    "no_memory",
    "{label} looks at an encoder's output, but this network has no encoder.",
    "Use it in the decoder of an encoder-decoder architecture, or use an encoder block.",
)
MEMORY_NOT_SEQUENCE = ProblemKind(
    "memory_not_sequence",
    "{label} looks at a sequence, but the encoder gives {received} of shape {shape}.",
    "Let the encoder end with a block that gives a sequence.",
)
TOO_LONG = ProblemKind(
    "too_long",
    "{label} has {positions} positions, but the sequence has {length}.",
    "Set the number of positions to automatic, or to at least {length}.",
)
TOO_DEEP = ProblemKind(
    "too_deep",
    "{label} is nested more than {limit} deep.",
    "Take some blocks out of their composites.",
)
EMPTY_NETWORK = ProblemKind(
    "empty_network",
    "The {network} has no blocks.",
    "Add a block.",
)
TOO_LARGE = ProblemKind(
    "too_large",
    "{label} has {num_params} parameters, which take about {gigabytes} GB of memory to train.",
    "Make it smaller: fewer outputs, or a smaller image before it.",
)
NETWORK_TOO_LARGE = ProblemKind(
    "too_large",
    "The {network} has {num_params} parameters, which take about {gigabytes} GB of memory to train.",
    "Make its blocks smaller, or remove some.",
)
TOO_MANY_RUNS = ProblemKind(
    "too_large",
    "The {network} runs {num_runs} blocks, repeated ones counted each time, but at most {limit} are possible.",
    "Repeat fewer times, or remove some blocks.",
)
OUTPUT_TOO_LARGE = ProblemKind(
    "too_large",
    "{label} gives {num_values} values, which take about {gigabytes} GB of memory for every sample.",
    "Make its output smaller.",
)
ATTENTION_TOO_LARGE = ProblemKind(
    "too_large",
    "{label} compares {pairs} positions in every head: {num_values} weights, which take about {gigabytes} GB of memory "
    "for every sample.",
    "Make the sequence shorter, such as by pooling or with shorter samples.",
)

MODEL_PROBLEMS = (
    WRONG_KIND, NEEDS_TOKENS, INPUT_MISMATCH, INPUT_MISMATCH_FLAT, INPUT_MISMATCH_IMAGE, CHANNEL_MISMATCH,
    WINDOW_TOO_LARGE, PADDING_TOO_LARGE, PADDING_TAKES_ALL, SAME_WITH_STRIDE, SEQUENCE_TOO_SHORT,
    GROUPS_LEAVE_A_REST, PATCHES_LEAVE_A_REST, NOT_BESIDE, NO_BRANCHES, BRANCHES_NOT_ADDED, BRANCHES_NOT_BESIDE,
    OUTPUT_PADDING_TOO_LARGE, SIZE_UNKNOWN, NOT_DIVISIBLE, ODD_ROTARY, SHAPE_CHANGED, REPEAT_CHANGES_SHAPE,
    RESHAPE_MISMATCH, UNFLATTEN_LEAVES_A_REST, BACKBONE_SIDE, BACKBONE_CHANNELS, WEIGHTS_MISSING, WEIGHTS_DAMAGED,
    NO_MEMORY, MEMORY_NOT_SEQUENCE, TOO_LONG, TOO_DEEP, EMPTY_NETWORK, TOO_LARGE, NETWORK_TOO_LARGE,
    TOO_MANY_RUNS, OUTPUT_TOO_LARGE, ATTENTION_TOO_LARGE,
)  # fmt: skip
