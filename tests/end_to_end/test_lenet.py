"""LeNet-5 from an empty canvas on a display of its own: with a mouse alone, with a keyboard alone; then it trains."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from explorer.check import check
from explorer.gallery import load
from explorer.validation import experiment_from
from models.network import Single
from models.resolve import resolve

DRIVER = Path(__file__).with_name("assemble_lenet.py")
ABSENT = [tool for tool in ("Xvfb", "xdotool") if shutil.which(tool) is None]

pytestmark = pytest.mark.skipif(bool(ABSENT), reason=f"{' and '.join(ABSENT)} cannot be found")


@pytest.fixture
def display() -> Iterator[str]:
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1440x900x24", "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as number:
        yield f":{number.readline().strip()}"
    server.terminate()
    server.wait()


@pytest.mark.parametrize("hand", ["mouse", "keyboard"])
def test_lenet_is_assembled_and_trains(hand: str, display: str, tmp_path: Path) -> None:
    written = tmp_path / "experiment.json"
    environment = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, str(DRIVER), hand, str(written)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=240)
    assert done.returncode == 0, done.stderr

    made = experiment_from(json.loads(written.read_text(encoding="utf-8")))
    assert check(made) == ()
    architecture, printed = made.architecture, load("lenet5-cifar10").architecture
    assert isinstance(architecture, Single)
    assert isinstance(printed, Single)
    kinds = [block.kind for block in architecture.network.blocks]
    assert kinds == [block.kind for block in printed.network.blocks]
    blocks = resolve(architecture, made.data.facts().ports).networks["network"].blocks
    assert sum(block.num_params for block in blocks) == 6 * 26 + 16 * 151 + 120 * 65 + 84 * 121 + 10 * 85
