"""The catalogue of what the command line says to people, beside problems; English, translated where it is printed."""

from models.text import Text

TRAINING = Text("Training: {title}")
PROGRESS = Text("step {step} · epoch {epoch} · {metrics} · {rate} samples/s")
SECONDS_LEFT = Text("{time} left")
ALARM_RAISED = Text("Alarm since step {step}: {label} ({place}).")
ALARM_OVER = Text("Over since step {step}: {label} ({place}).")
TRAINED = Text("{steps} steps, {epochs} epochs in {seconds} s ({rate} samples/s)")
INTERRUPTED = Text("Stopped by Ctrl+C; everything is saved.")
KEPT_IN = Text("The run is kept in {folder}")
WRITTEN = Text("Written: {file}")
PARAMETERS = Text("{num_params} parameters")
BLOCK_HEADINGS = (Text("Block"), Text("Output"), Text("Parameters"))
COST_HEADINGS = (Text("FLOPs"), Text("Activations"), Text("Receptive field"))
COST_NOTE = Text(
    "FLOPs are of one sample; a multiply-add counts as 2. Activations are kept for every sample of a batch."
)
WHOLE_INPUT = Text("whole input")
NO_PROBLEMS = Text("No problems.")
NOTHING_LISTED = Text("There are none.")
FAILED = Text("This is a failure of Neural Explorer, not of your input. The report is in {file}")
FAILED_UNSAVED = Text("This is a failure of Neural Explorer, not of your input. The report could not be saved:")
NEEDS_FETCHING = Text("needs data to be fetched")

FETCHING = Text("Fetching: {label} ({size}) into {folder}")
FETCHED = Text("Done: {size} were received in {seconds} s.")
NOTHING_TO_FETCH = Text("All of it is here already.")
FETCH_INTERRUPTED = Text("Stopped by Ctrl+C; the same command goes on from here.")
LICENCE_AT_SOURCE = Text("see source")
DATA_HERE = Text("here")
DATA_MISSING = Text("not here")
SOUND = Text("sound")

RUN_STATES = {
    "running": Text("running"),
    "finished": Text("finished"),
    "stopped": Text("stopped"),
    "failed": Text("failed"),
    "interrupted": Text("interrupted"),
    None: Text("damaged"),
}

VERSIONS = Text("Versions")
DEVICES = Text("Devices")
DISPLAY = Text("Display")
FOLDERS = Text("Folders")
COMBINATIONS = Text("Known-bad combinations")
NOT_INSTALLED = Text("not installed")
WORKS = Text("works")
NO_DISPLAY_SET = Text("no display; the window needs one, or QT_QPA_PLATFORM=offscreen")
WRITABLE = Text("writable, {gigabytes} GB free")
WILL_BE_MADE = Text("will be made when it is needed, {gigabytes} GB free")
IS_NOT_WRITABLE = Text("cannot be written")
NONE_FOUND = Text("none found")

EVALUATED = Text("{title}: {count} samples of the split “{split}” at step {step}")
INTERVAL = Text("95 %: {low} to {high}")
CLASS_SCORE_HEADINGS = (Text("Class"), Text("Class precision"), Text("Recall"), Text("F1"), Text("Samples"))
