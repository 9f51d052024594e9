"""The catalogue of problems that only the command line meets."""

from models.problem import ProblemKind

WINDOW_MISSING = ProblemKind(
    "window_missing",
    "The window cannot be opened: {cause}.",
    "Run “neural-explorer doctor”, which names what is missing; the commands list, describe and train work without it.",
)
NO_DISPLAY = ProblemKind(
    "no_display",
    "There is no display to open a window on.",
    "Set DISPLAY, or run “neural-explorer tour --out pictures”, which paints the window into pictures.",
)
UNKNOWN_COMMAND = ProblemKind(
    "unknown_command",
    "{word} is neither a command nor an experiment nor a run.",
    "Did you mean: {choices}?",
)
TWO_LIMITS = ProblemKind(
    "two_limits",
    "More than one of --epochs, --steps and --seconds is given.",
    "Give one of them; it replaces the experiment's own limit.",
)
BAD_QT = ProblemKind(
    "bad_qt",
    "PySide6 {version} on Python {python} ends the window's process after a while.",
    "Install another one: pip install “PySide6-Essentials>=6.10.2,!=6.11.0,!=6.11.1,<6.12”.",
)
BAD_TORCHVISION = ProblemKind(
    "bad_torchvision",
    "torchvision does not go with this torch: {cause}.",
    "Install both from the same place: pip install --force-reinstall torch torchvision.",
)
LIBRARIES_MISSING = ProblemKind(
    "libraries_missing",
    "The window needs system libraries that are missing: {libraries}.",
    "On Debian or Ubuntu: apt-get install {packages}.",
)
EXPORT_TARGET = ProblemKind(
    "export_target",
    "This version does not export to {target}.",
    "Choose one of: {targets}.",
)
