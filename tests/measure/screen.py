"""A virtual screen for the real window, so that measuring needs no display and nobody sees windows come and go."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
SIZE = "1600x1000x24"


def on_screen(module: str, *arguments: object) -> dict[str, Any]:
    """Run a module of tests.measure on a virtual screen, in a process of its own; the JSON object that it prints."""
    command = ["xvfb-run", "-a", "-s", f"-screen 0 {SIZE}", sys.executable, "-m", f"tests.measure.{module}"]
    environment = os.environ | {"QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [*command, *map(str, arguments)], stdout=subprocess.PIPE, text=True, check=True, env=environment, cwd=ROOT
    )
    result: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return result


@contextmanager
def virtual_screen(folder: Path) -> Iterator[None]:
    """A screen for programs that are started meanwhile, with data, runs and settings of their own in `folder`."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", SIZE, "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as number:
        own = {"DISPLAY": f":{number.readline().strip()}", "QT_QPA_PLATFORM": "xcb"}
    own |= {f"NEURAL_EXPLORER_{name}": str(folder / name) for name in ("DATA", "RUNS", "CONFIG")}
    before = {name: os.environ.get(name) for name in own}
    os.environ.update(own)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
        server.terminate()
        server.wait()
