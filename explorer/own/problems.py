"""The catalogue of problems that data of one's own can have, found by a scan or while they are read."""

from models.problem import ProblemKind

NOT_CHOSEN = ProblemKind(
    "own_not_chosen",
    "No data of your own are chosen yet.",
    "Choose a file or a folder in Data > Your own data…, or drop it onto the window.",
)
NOT_FOUND = ProblemKind(
    "own_not_found",
    "There is no file or folder {path}.",
    "Check its name; if it was moved, choose it in Data > Your own data….",
)
CHANGED = ProblemKind(
    "own_changed",
    "The files in {path} have changed since they were scanned.",
    "Scan again: Data > Your own data….",
)
NOT_READ = ProblemKind(
    "own_not_read",
    "{file} cannot be read: {cause}.",
    "Check that you may read it, and that the disk is there; then scan again.",
)
NOTHING_INSIDE = ProblemKind(
    "own_nothing_inside",
    "The folder {path} holds nothing that can be read as data.",
    "Choose a folder of pictures, sounds or texts, or a file: CSV, TSV, Parquet, NPZ, NPY or plain text.",
)
NOTHING_USABLE = ProblemKind(
    "own_nothing_usable",
    "Nothing can be learned from {path} as it is.",
    "Mend what was found, and scan again.",
)
EMPTY_FILE = ProblemKind("own_empty_file", "{file} is empty.", "Replace it, or remove it; then scan again.")
UNKNOWN_FORMAT = ProblemKind(
    "own_unknown_format",
    "{file} is of no kind that is read here.",
    "Choose a CSV, TSV, Parquet, NPZ, NPY or text file, or a folder of pictures, sounds or texts.",
)
ARCHIVE = ProblemKind(
    "own_archive",
    "{file} is an archive, and archives are not opened here.",
    "Unpack it, and choose the folder that comes of it.",
)
SINGLE_FILE = ProblemKind(
    "own_single_file",
    "{file} is a single picture or sound, from which nothing can be learned.",
    "Choose the folder in which it lies, with one folder inside for every class.",
)
NAME_UNREADABLE = ProblemKind(
    "own_name_unreadable",
    "The name {file} is no text in any encoding.",
    "Rename it; it is left out until then.",
)
LEFT_OUT = ProblemKind(
    "own_left_out",
    "More problems of the same kind: {count}.",
    "Mend or remove what they name, and scan again.",
)

PICTURE_DAMAGED = ProblemKind(
    "own_picture_damaged",
    "The picture {file} is damaged: {cause}.",
    "It is left out; replace it, and scan again.",
)
PICTURE_TOO_LARGE = ProblemKind(
    "own_picture_too_large",
    "The picture {file} has more than {limit} pixels: {size}.",
    "It is left out; make it smaller, and scan again.",
)
SOUND_DAMAGED = ProblemKind(
    "own_sound_damaged",
    "The sound {file} is damaged, or no plain WAV: {cause}.",
    "It is left out; save it as WAV with whole numbers (PCM), and scan again.",
)
SAMPLE_GONE = ProblemKind(
    "own_sample_gone",
    "{file} has gone since the data were scanned.",
    "Put it back and play on, or scan again: Data > Your own data….",
)
SAMPLE_DAMAGED = ProblemKind(
    "own_sample_damaged",
    "{file} can no longer be read: {cause}.",
    "Replace it and play on, or scan again: Data > Your own data….",
)

ONE_CLASS = ProblemKind(
    "own_one_class",
    "All samples are of one class, {name}: there is nothing to tell apart.",
    "Add samples of other classes; in a folder, each class has a folder of its own.",
)
TOO_MANY_CLASSES = ProblemKind(
    "own_too_many_classes",
    "There are {count} classes, more than {limit}.",
    "Choose another column for the classes, or tell a number instead of a class.",
)
EMPTY_CLASS = ProblemKind(
    "own_empty_class",
    "The class {name} has no samples.",
    "Put files into its folder, or remove the folder.",
)
SMALL_CLASS = ProblemKind(
    "own_small_class",
    "The class {name} has only one sample, which cannot be both learned and tested.",
    "Add samples, or remove the class.",
)
FEW_SAMPLES = ProblemKind(
    "own_few_samples",
    "Samples that can be used: {count}. Training, validation and test need at least {limit}.",
    "Add samples, and scan again.",
)
NO_TRAINING = ProblemKind(
    "own_no_training",
    "There is no folder of training samples beside those of validation or test.",
    "Name one of the folders train.",
)
CLASS_NOT_TRAINED = ProblemKind(
    "own_class_not_trained",
    "The class {name} has samples in {split}, but none for training.",
    "Move some of them into the training folder.",
)
COPIES = ProblemKind(
    "own_copies",
    "Samples that are copies of others: {count}, such as {file}.",
    "Remove them: one may come into the test while its twin is trained on.",
)
LEAK = ProblemKind(
    "own_leak",
    "Samples that lie in another split too: {count}, such as {file}, which is in {split} as well.",
    "The test would be too easy: remove them from one of the splits, and scan again.",
)
CONTRADICTION = ProblemKind(
    "own_contradiction",
    "Samples that equal another one with a different label: {count}, such as {file}.",
    "Decide which label is right, and scan again.",
)
UNBALANCED = ProblemKind(
    "own_unbalanced",
    "The largest class, {large}, has {times} times as many samples as the smallest, {small}.",
    "Balance the class weights of the objective, or set a cap per class.",
)

TABLE_BROKEN = ProblemKind(
    "own_table_broken",
    "The table {file} cannot be read: {cause}.",
    "Save it again as CSV in UTF-8, and scan again.",
)
RAGGED = ProblemKind(
    "own_ragged",
    "Rows of {file} that do not have {wanted} cells: {count}, the first of them in line {line} with {found}.",
    "They are left out; mend them, and scan again.",
)
NO_ROWS = ProblemKind("own_no_rows", "The table {file} has no rows.", "Choose a table with a row for every sample.")
ONE_COLUMN = ProblemKind(
    "own_one_column",
    "The table {file} has a single column, so there is nothing to tell from anything else.",
    "Choose a table with a column for the answer and at least one beside it.",
)
SAME_NAMES = ProblemKind(
    "own_same_names",
    "Two columns of {file} are named {name}.",
    "They are told apart by numbers behind their names; rename one of them to be sure.",
)
OTHER_COLUMNS = ProblemKind(
    "own_other_columns",
    "The table {file} has {count} columns, but {other}, to which it belongs, has {wanted}.",
    "Give both the same columns, and scan again.",
)
TOO_MANY_COLUMNS = ProblemKind(
    "own_too_many_columns",
    "The table {file} has {count} columns, more than {limit}.",
    "Save it as arrays (NPZ or NPY), or keep fewer columns.",
)
NOT_FINITE = ProblemKind(
    "own_not_finite",
    "Values of {name} that are missing or infinite: {count}.",
    "The mean of the training samples takes their place; correct them, and scan again.",
)
NO_TARGETS = ProblemKind(
    "own_no_targets",
    "Rows that have nothing in {name}, which is to be told: {count}.",
    "They are left out; fill them in, and scan again.",
)
UNUSED_COLUMNS = ProblemKind(
    "own_unused_columns",
    "Columns that no network gets, as nearly every row has words of its own there: {names}.",
    "Write numbers, or words that come again, and scan again.",
)
NO_SUCH_COLUMN = ProblemKind(
    "own_no_such_column",
    "The table has no column {name}.",
    "Choose one of: {choices}.",
)
NO_INPUTS = ProblemKind(
    "own_no_inputs",
    "No column is left to learn from.",
    "Choose columns of numbers, or of words that occur often.",
)
NOT_A_VALUE = ProblemKind(
    "own_not_a_value",
    "The column {name} holds no numbers that could be told.",
    "Name its class instead, or choose another target column.",
)
NOT_A_CLASS = ProblemKind(
    "own_not_a_class",
    "The column {name} holds no classes: its values are too many, or hardly ever occur twice.",
    "Tell its value instead, or choose another target column.",
)
SAME_TARGET = ProblemKind(
    "own_same_target",
    "All rows have the same value of {name}: there is nothing to tell.",
    "Choose another target column.",
)
LABEL_WITHOUT_FILE = ProblemKind(
    "own_label_without_file",
    "{file} names {name}, which is not in the folder.",
    "The row is left out; add the file, or remove the row.",
)
FILE_WITHOUT_LABEL = ProblemKind(
    "own_file_without_label",
    "Files without a label: {count}, such as {file}.",
    "They are left out; add them to the table of labels.",
)

WRONG_ENCODING = ProblemKind(
    "own_wrong_encoding",
    "{file} is in no encoding that is known here; it is read as {encoding}, and some letters may be wrong.",
    "Save it as UTF-8.",
)
NOT_TEXT = ProblemKind("own_not_text", "{file} is no text: it holds zero bytes.", "Choose a file of plain text.")
TEXT_TOO_SHORT = ProblemKind(
    "own_text_too_short",
    "The text is too short: it has {count} characters, and at least {limit} are needed.",
    "Choose a longer text, or a folder of texts.",
)
TEXT_CUT = ProblemKind(
    "own_text_cut",
    "The text is longer than {limit} MB; what lies behind is left out.",
    "Nothing has to be done; a longer text would not fit into memory.",
)
EMPTY_TEXTS = ProblemKind(
    "own_empty_texts",
    "Rows of {file} with an empty text or label: {count}, the first of them in line {line}.",
    "They are left out; mend or remove them.",
)

ARRAY_PICKLED = ProblemKind(
    "own_array_pickled",
    "The array {name} in {file} holds Python objects, which could run anything when they are read.",
    "Save it as an array of numbers, such as numpy.asarray(values, dtype=numpy.float32).",
)
ARRAY_BROKEN = ProblemKind(
    "own_array_broken",
    "{file} cannot be read as arrays: {cause}.",
    "Save it again with numpy.savez or numpy.save.",
)
ARRAY_NOT_NUMBERS = ProblemKind(
    "own_array_not_numbers",
    "The array {name} holds {type}, not numbers.",
    "Save it as an array of numbers.",
)
ARRAY_NO_SAMPLES = ProblemKind(
    "own_array_no_samples",
    "No array of {file} holds samples: the first axis of one has to count them.",
    "Save an array whose shape begins with the number of samples.",
)
ARRAY_LENGTHS = ProblemKind(
    "own_array_lengths",
    "The arrays {inputs} and {targets} do not have the same number of samples: {one} and {other}.",
    "Save as many targets as there are samples.",
)
ARRAY_SHAPE = ProblemKind(
    "own_array_shape",
    "Samples of the shape {shape} cannot be fed into a network.",
    "Give them one axis (a vector), two (positions, features) or three (an image).",
)
ARRAY_NOT_FINITE = ProblemKind(
    "own_array_not_finite",
    "Values of the array {name} that are not finite: {count}.",
    "They are read as 0; replace them, such as with numpy.nan_to_num, and scan again.",
)
ARRAY_TOO_LARGE = ProblemKind(
    "own_array_too_large",
    "{file} would take {size} of memory when it is unpacked.",
    "Save its arrays as NPY files in a folder, which are read piece by piece.",
)
NO_SUCH_ARRAY = ProblemKind("own_no_such_array", "There is no array {name}.", "Choose one of: {choices}.")
