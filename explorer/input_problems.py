"""The catalogue of problems that what is given can have: files, values, places, and edits of blocks."""

from models.problem import ProblemKind

FILE_NOT_READ = ProblemKind(
    "file_not_read",
    "The file {file} cannot be read: {cause}.",
    "Check its name, and that you may read it.",
)
FILE_NOT_WRITTEN = ProblemKind(
    "file_not_written",
    "The file {file} cannot be written: {cause}.",
    "Choose another folder, or make room there.",
)
NO_SUCH_FORMAT = ProblemKind(
    "no_such_format",
    "The name {file} tells no format that can be written.",
    "Choose a name that ends in one of these: {suffixes}.",
)
FILE_TOO_LARGE = ProblemKind(
    "file_too_large",
    "The file {file} has more than {limit} MB, which is more than is read here.",
    "Choose a smaller file.",
)
NOT_JSON = ProblemKind(
    "not_json",
    "This is not JSON: {cause} (line {line}, column {column}).",
    "Open a file that Neural Explorer has saved, or correct that line.",
)
NOT_AN_EXPERIMENT = ProblemKind(
    "not_an_experiment",
    "This is JSON, but no experiment: it begins with {found}.",
    "Open a file that Neural Explorer has saved.",
)
TOO_NESTED = ProblemKind(
    "too_nested",
    "Objects and lists are nested more than {limit} deep.",
    "Take some blocks out of their composites.",
)
WRONG_VERSION = ProblemKind(
    "wrong_version",
    "The experiment has the format version {found}, but this program reads version {wanted}.",
    "Open it with a version of Neural Explorer that fits, and save it again.",
)
UNKNOWN_KEY = ProblemKind("unknown_key", "There is no setting {key} here.", "Remove it, or correct its name.")
KEY_MISSING = ProblemKind("key_missing", "The setting {key} is missing here.", "Add it.")
UNKNOWN_KIND = ProblemKind("unknown_kind", "There is no kind {kind} here.", "Choose one of: {choices}.")
NOT_A_CHOICE = ProblemKind("not_a_choice", "{value} is not one of the choices.", "Choose one of: {choices}.")
NUMBER_OR_CHOICE = ProblemKind(
    "number_or_choice", "{value} is not one of the choices.", "Give a whole number, or one of: {choices}."
)
WRONG_TYPE = ProblemKind("wrong_type", "{value} is not {wanted}.", "Give {wanted}.")
AT_LEAST = ProblemKind("at_least", "{value} is too small.", "Give at least {limit}.")
ABOVE = ProblemKind("above", "{value} is too small.", "Give more than {limit}.")
AT_MOST = ProblemKind("at_most", "{value} is too large.", "Give at most {limit}.")
BELOW = ProblemKind("below", "{value} is too large.", "Give less than {limit}.")
TEXT_TOO_LONG = ProblemKind("text_too_long", "{value} has more than {limit} letters.", "Give at most {limit} letters.")
TOO_MANY = ProblemKind("too_many", "There are more than {limit} here.", "Give at most {limit}.")
TOO_FEW = ProblemKind("too_few", "There are fewer than {limit} here.", "Give at least {limit}.")
BAD_VALUE = ProblemKind("bad_value", "{value} is not allowed here: {reason}.", "Give another value.")
NO_SUCH_PLACE = ProblemKind(
    "no_such_place",
    "There is no place {path} in this experiment.",
    "Name a setting by its keys, such as training.optimizer.learning_rate or architecture.network.blocks.3.units.",
)
NOT_A_SETTING = ProblemKind(
    "not_a_setting",
    "{text} does not set anything.",
    "Write a place, an equals sign and a value, such as training.batch_size=32.",
)
UNKNOWN_EXPERIMENT = ProblemKind(
    "unknown_experiment",
    "There is no experiment {id} in the gallery, and no file of that name.",
    "Choose one of: {choices}.",
)
TOO_MANY_BLOCKS = ProblemKind(
    "too_many_blocks",
    "There would be {count} blocks, more than {limit}.",
    "Use fewer blocks.",
)
NOT_SIDE_BY_SIDE = ProblemKind(
    "not_side_by_side",
    "These blocks do not lie side by side in one stack.",
    "Select blocks that follow one another.",
)
NOT_A_COMPOSITE = ProblemKind(
    "not_a_composite",
    "{label} has no blocks inside that could take its place.",
    "Select a block that has others inside, such as a residual block.",
)
NOT_BLOCKS = ProblemKind(
    "not_blocks",
    "This text describes no blocks: {cause}.",
    "Copy blocks first, or write them as JSON, such as {example}.",
)
