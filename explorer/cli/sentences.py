"""The catalogue of what the command line says to people, beside problems; English, translated where it is printed."""

TRAINING = "Training: {title}"
PROGRESS = "step {step} · epoch {epoch} · {metrics} · {rate} samples/s"
SECONDS_LEFT = "{time} left"
TRAINED = "{steps} steps, {epochs} epochs in {seconds} s ({rate} samples/s)"
INTERRUPTED = "Stopped by Ctrl+C; everything is saved."
KEPT_IN = "The run is kept in {folder}"
PARAMETERS = "{num_params} parameters"
BLOCK_HEADINGS = ("Block", "Output", "Parameters")
NO_PROBLEMS = "No problems."
NOTHING_LISTED = "There are none."
FAILED = "This is a failure of Neural Explorer, not of your input. The report is in {file}"
FAILED_UNSAVED = "This is a failure of Neural Explorer, not of your input. The report could not be saved; here it is:"
NEEDS_FETCHING = "needs data to be fetched"
DAMAGED = "damaged"

RUN_STATES = ("running", "finished", "stopped", "failed", "interrupted")

VERSIONS = "Versions"
DEVICES = "Devices"
DISPLAY = "Display"
FOLDERS = "Folders"
COMBINATIONS = "Known-bad combinations"
NOT_INSTALLED = "not installed"
WORKS = "works"
NO_DISPLAY_SET = "no display; the window needs one, or QT_QPA_PLATFORM=offscreen"
WRITABLE = "writable, {gigabytes} GB free"
WILL_BE_MADE = "will be made when it is needed, {gigabytes} GB free"
IS_NOT_WRITABLE = "cannot be written"
NONE_FOUND = "none found"

CLI_SENTENCES: tuple[str, ...] = (
    TRAINING, PROGRESS, SECONDS_LEFT, TRAINED, INTERRUPTED, KEPT_IN, PARAMETERS, *BLOCK_HEADINGS, NO_PROBLEMS,
    NOTHING_LISTED, FAILED, FAILED_UNSAVED, NEEDS_FETCHING, DAMAGED, *RUN_STATES, VERSIONS, DEVICES, DISPLAY, FOLDERS,
    COMBINATIONS, NOT_INSTALLED, WORKS, NO_DISPLAY_SET, WRITABLE, WILL_BE_MADE, IS_NOT_WRITABLE, NONE_FOUND,
)  # fmt: skip
