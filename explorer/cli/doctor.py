"""Command: doctor - what this machine has, and what of it is known not to work together."""

import ctypes
import os
import platform
import shutil
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from explorer.cli.output import out, print_problems, print_table, say
from explorer.cli.problems import BAD_QT, BAD_TORCHVISION, LIBRARIES_MISSING
from explorer.cli.sentences import (
    COMBINATIONS,
    DEVICES,
    DISPLAY,
    FOLDERS,
    IS_NOT_WRITABLE,
    NO_DISPLAY_SET,
    NONE_FOUND,
    NOT_INSTALLED,
    VERSIONS,
    WILL_BE_MADE,
    WORKS,
    WRITABLE,
)
from explorer.cli.window import DISPLAY_VARIABLES
from explorer.folders import config_folder, data_folder, runs_folder
from explorer.qt_versions import refuses_qt
from models.problem import InputError, Problem
from models.text import Text

QT = "PySide6-Essentials"
PACKAGES = (
    "neural-explorer", "torch", "torchvision", "numpy", "pydantic", "safetensors", "scikit-learn", "psutil", QT,
    "pyqtgraph",
)  # fmt: skip

# The libraries that Qt loads, and the Debian packages they come in; the second group for a window under X only.
LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
}
X_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}


def print_diagnosis() -> None:
    """Print versions, devices, display and folders on stdout, and what is wrong as problems on stderr."""
    _section(VERSIONS, [("Python", platform.python_version()), *((name, _version(name)) for name in PACKAGES)])
    _section(DEVICES, list(_devices()))
    _section(DISPLAY, list(_display()))
    _section(FOLDERS, list(_folders()))
    problems = list(known_bad())
    out(say(COMBINATIONS))
    if problems:
        sys.stdout.flush()
        print_problems(problems)
    else:
        out(f"  {say(NONE_FOUND)}")


def known_bad() -> Iterator[Problem]:
    """What is installed or missing here and is known to fail."""
    if refuses_qt(_version(QT), sys.version_info[:2]):
        yield BAD_QT.at(QT, version=_version(QT), python=platform.python_version())
    try:
        import torchvision  # noqa: F401 - a torch of another build makes this fail
    except Exception as fault:
        cause = (str(fault).splitlines() or [type(fault).__name__])[0]
        yield BAD_TORCHVISION.at("torchvision", cause=cause)
    missing = _missing_libraries()
    if missing:
        yield LIBRARIES_MISSING.at("window", libraries=", ".join(missing), packages=" ".join(missing.values()))


def _section(heading: Text, rows: list[tuple[str, ...]]) -> None:
    out(say(heading))
    print_table([("", *row) for row in rows])
    out()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return say(NOT_INSTALLED)


def _devices() -> Iterator[tuple[str, ...]]:
    try:
        from explorer.engine.devices import list_devices, pick
    except ImportError as fault:
        yield "torch", str(fault)
        return
    for device in list_devices():
        memory = f"{device.memory_bytes / 2**30:.1f} GiB" if device.memory_bytes else ""
        try:
            pick(device.id)
            state = say(WORKS)
        except InputError as failure:
            state = say(failure.problems[0].message)
        yield device.id, device.label, memory, state


def _display() -> Iterator[tuple[str, ...]]:
    found = [(name, os.environ[name]) for name in DISPLAY_VARIABLES if os.environ.get(name)]
    if not found and sys.platform.startswith("linux"):
        yield "", say(NO_DISPLAY_SET)
    yield from found


def _folders() -> Iterator[tuple[str, ...]]:
    folders = (("data", data_folder()), ("runs", runs_folder()), ("config", config_folder()))
    for name, folder in folders:
        yield name, str(folder), _state_of(folder)


def _state_of(folder: Path) -> str:
    existing = next((path for path in (folder, *folder.parents) if path.exists()), folder)
    if not existing.is_dir() or not os.access(existing, os.W_OK):
        return say(IS_NOT_WRITABLE)
    gigabytes = f"{shutil.disk_usage(existing).free / 1e9:.1f}"
    return say(WRITABLE if existing == folder else WILL_BE_MADE, gigabytes=gigabytes)


def _missing_libraries() -> dict[str, str]:
    """Name -> Debian package of every library that the window needs here and cannot load."""
    if not sys.platform.startswith("linux"):
        return {}
    wanted = {**LIBRARIES, **X_LIBRARIES} if os.environ.get("DISPLAY") else LIBRARIES
    return {name: package for name, package in wanted.items() if not _loads(name)}


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
