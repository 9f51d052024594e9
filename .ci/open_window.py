"""`make run`: the window where there is a display, else a tour of it on a virtual one."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

PROGRAM = str(Path(sys.executable).with_name("neural-explorer"))


def main() -> int:
    has_display = sys.platform in ("win32", "darwin") or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if has_display:
        return subprocess.call([PROGRAM])
    tour = [PROGRAM, "tour", "--out", "tour"]
    if not shutil.which("xvfb-run"):
        print("There is no display here. Taking pictures of the window offscreen instead, into ./tour", flush=True)
        return subprocess.call(tour, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"})
    print("There is no display here. Taking pictures of the window on a virtual one instead, into ./tour", flush=True)
    return subprocess.call(["xvfb-run", "-a", "-s", "-screen 0 1600x1000x24", *tour])


if __name__ == "__main__":
    sys.exit(main())
