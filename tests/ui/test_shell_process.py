"""The real window in its own process, with a real engine: it trains, and torch never comes into the window."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from explorer.edits import replace
from explorer.files import save_experiment
from explorer.gallery import load
from explorer.runs.run_folder import RunFolder

SCRIPT = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
import ui.main_window as module

def every(milliseconds, inspect):
    timer = QTimer(QApplication.instance(), interval=milliseconds)
    timer.timeout.connect(inspect)
    timer.start()

class Window(module.MainWindow):
    def show(self):
        super().show()
        self.commands.run.trigger()
        every(50, self.inspect)

    def inspect(self):
        if not self.has_workspace:
            return
        workspace = self.workspace
        numbers = workspace.train_page.docks.views["curves"].numbers() if workspace.is_open else {}
        shown = workspace.controller.timeline.now.step
        if numbers and shown > 0 and self.isVisible():
            print("step", shown, "torch" in sys.modules, flush=True)
            self.closing.close_unasked()

if __name__ == "__main__":
    module.MainWindow = Window
    from ui.app import run_window
    sys.exit(run_window(sys.argv[1:]))
"""


def run_script(folder: Path, text: str) -> subprocess.CompletedProcess[str]:
    script = folder / "window.py"
    script.write_text(text)
    root = Path(__file__).parents[2]
    environment = os.environ | {"PYTHONPATH": str(root), "QT_QPA_PLATFORM": "offscreen", "PYTHONWARNINGS": "error"}
    experiment = folder / "moons.json"  # that does not end by itself
    save_experiment(replace(load("mlp-moons"), "training.limit", {"kind": "seconds", "count": 3600}), experiment)
    command = [sys.executable, str(script), str(experiment)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return done


def test_the_window_trains_without_torch_in_its_process(tmp_path: Path) -> None:
    words = run_script(tmp_path, SCRIPT).stdout.split()
    assert words[0] == "step"
    assert words[2] == "False"
    (run,) = (tmp_path / "runs").iterdir()
    assert (run / "experiment.json").is_file()
    assert list((run / "checkpoints").glob("*.safetensors")), "closing the window saves the run"


@pytest.mark.skipif(sys.platform == "win32", reason="sessions end in another way there")
def test_the_end_of_the_session_saves_the_run_without_a_question(tmp_path: Path) -> None:
    """A desktop tells every process of it: the window, and the engine as well."""
    told = "import os, psutil, signal; me = psutil.Process(); [one.terminate() for one in (*me.children(), me)]"
    run_script(tmp_path, SCRIPT.replace("self.closing.close_unasked()", told))
    (path,) = (tmp_path / "runs").iterdir()
    with RunFolder.open(path) as run:
        assert run.status == "stopped"
        assert run.checkpoints()[-1] == run.last_step()
    (note,) = (tmp_path / "config" / "held-runs").glob("*.json")
    assert json.loads(note.read_text()) == {"folder": str(path), "was_moving": True, "speed": None}
