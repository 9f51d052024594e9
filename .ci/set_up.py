"""Sets up everything on a fresh machine: checks it, installs system packages where it may, makes .venv.

Uses the standard library alone and avoids new syntax, so that an old Python can still say what is missing.
"""

import ctypes
import os
import shutil
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(ROOT, ".venv")
PYTHONS = ("python3.11", "python3.12", "python3.13")
FREE_GIGABYTES = 9

# A library that the window loads, and the Debian package that holds it.
LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
PROGRAMS = {"Xvfb": "xvfb", "xauth": "xauth"}
HANDS = {"xdotool": "xdotool"}  # real clicks and keys, for tests; without it those are skipped
CHINESE_FONTS = "fonts-droid-fallback"


def main():
    python = find_python()
    if not os.path.exists(os.path.join(VENV, "bin", "python")):
        refuse_full_disk()
    if sys.platform.startswith("linux"):
        provide_system_packages()
    make_venv(python)
    with open(os.path.join(VENV, "ready"), "w"):
        pass


def stop(message):
    sys.exit("Neural Explorer: " + message)


def find_python():
    if (3, 11) <= sys.version_info[:2] <= (3, 13):
        return sys.executable
    for name in PYTHONS:
        if shutil.which(name):
            return name
    found = "%d.%d" % sys.version_info[:2]
    return stop("needs Python 3.11 to 3.13, but python3 is %s. Install one of them and try again." % found)


def refuse_full_disk():
    free = shutil.disk_usage(ROOT).free / 1e9
    if free < FREE_GIGABYTES:
        stop("needs %d GB of disk for PyTorch, but only %.1f GB are free at %s." % (FREE_GIGABYTES, free, ROOT))


def missing_packages(programs):
    missing = [package for library, package in LIBRARIES.items() if not loads(library)]
    missing += [package for program, package in programs.items() if not shutil.which(program)]
    fonts = shutil.which("fc-list") and subprocess.run(["fc-list", ":lang=zh"], capture_output=True).stdout
    if not fonts:
        missing.append(CHINESE_FONTS)
    return missing


def loads(library):
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def provide_system_packages():
    can_install = os.geteuid() == 0 and shutil.which("apt-get")
    missing = missing_packages(dict(PROGRAMS, **HANDS) if can_install else PROGRAMS)
    if not missing:
        return
    command = "apt-get install -y --no-install-recommends " + " ".join(missing)
    if can_install:
        print("Installing system packages:", " ".join(missing), flush=True)
        quiet = {"stdout": subprocess.DEVNULL, "env": dict(os.environ, DEBIAN_FRONTEND="noninteractive")}
        subprocess.run(["apt-get", "update"], check=False, **quiet)
        if subprocess.run(command.split(), check=False, **quiet).returncode == 0:
            return
    elif not shutil.which("apt-get"):
        print("Neural Explorer: the window may need what Debian calls " + " ".join(missing), flush=True)
        return
    stop("system packages are missing. Install them with:  sudo " + command)


def make_venv(python):
    inside = os.path.join(VENV, "bin", "python")
    if not os.path.exists(inside):
        print("Creating .venv ...", flush=True)
        made = subprocess.run([python, "-m", "venv", VENV], capture_output=True, text=True)
        if made.returncode != 0:
            shutil.rmtree(VENV, ignore_errors=True)
            stop("cannot make a virtual environment (on Debian: sudo apt-get install python3-venv python3-pip).")
    print("Installing PyTorch, Qt and the rest into .venv (about 5 GB, a few minutes the first time) ...", flush=True)
    pip = [inside, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    done = subprocess.run([*pip, "-c", "constraints.txt", "-e", ".[test]"], cwd=ROOT)
    if done.returncode != 0:
        stop("installing the Python packages failed; pip's message is above. Try 'make' again when it is mended.")


if __name__ == "__main__":
    main()
