"""Commands: gui and tour - the way to the window, which the command line knows only by its entry point."""

import os
import sys
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from explorer.cli.output import print_problems, set_language
from explorer.cli.problems import NO_DISPLAY, UNKNOWN_COMMAND, WINDOW_MISSING
from models.problem import InputError

GROUP = "neural_explorer.window"
DISPLAY_VARIABLES = ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY")


def open_window(arguments: list[str]) -> int:
    """Open the window with these arguments, with "gui" or without; returns the exit code."""
    rest = list(arguments)
    if "gui" in rest[:3]:  # the command may stand behind --language zh_CN
        rest.remove("gui")
    try:
        _refuse_unknown(rest)
        if _has_no_display():
            raise InputError((NO_DISPLAY.at("gui"),))
        return int(window_part("gui")(rest) or 0)
    except InputError as refusal:
        set_language(None)
        print_problems(refusal.problems)
        return 2


def take_tour(arguments: list[str]) -> int:
    """Let the window show itself, in pictures; without a display it paints into memory. Returns the exit code."""
    if _has_no_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return int(window_part("tour")(arguments) or 0)


def window_part(name: str) -> Any:
    """What the window offers under that name.

    Raises:
        InputError: when Qt is absent or does not start.
    """
    try:
        found = distribution("neural-explorer").entry_points
        (entry,) = (entry for entry in found if entry.group == GROUP and entry.name == name)
        return entry.load()
    except (PackageNotFoundError, ValueError) as fault:
        cause = f"neural-explorer is not installed ({type(fault).__name__})"
    except ImportError as fault:
        cause = str(fault)
    raise InputError((WINDOW_MISSING.at("gui", cause=cause),))


def _has_no_display() -> bool:
    """Whether Qt would find nothing to paint on, which it answers by ending the process."""
    return sys.platform.startswith("linux") and not any(os.environ.get(name) for name in DISPLAY_VARIABLES)


def _refuse_unknown(arguments: list[str]) -> None:
    """A mistyped command is not an experiment that the window should look for."""
    if not arguments or arguments[0].startswith("-"):
        return
    from explorer.gallery import ids
    from explorer.runs.library import find_run

    word = arguments[0]
    if word in ids() or Path(word).exists():
        return
    try:
        find_run(word)
    except InputError:
        import difflib

        from explorer.__main__ import COMMANDS

        near = difflib.get_close_matches(word, (*COMMANDS, "gui", *ids()), n=3, cutoff=0.3) or (*COMMANDS, "gui")
        raise InputError((UNKNOWN_COMMAND.at(word, word=word, choices=", ".join(near)),)) from None
