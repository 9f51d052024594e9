"""The real window in its own process, with a real engine: it trains, and torch never comes into the window."""

import os
import subprocess
import sys
from pathlib import Path

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
    sys.exit(run_window(["mlp-moons"]))
"""


def test_the_window_trains_without_torch_in_its_process(tmp_path: Path) -> None:
    script = tmp_path / "window.py"
    script.write_text(SCRIPT)
    root = Path(__file__).parents[2]
    environment = os.environ | {"PYTHONPATH": str(root), "QT_QPA_PLATFORM": "offscreen", "PYTHONWARNINGS": "error"}
    done = subprocess.run(
        [sys.executable, str(script)], env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    words = done.stdout.split()
    assert done.returncode == 0, done.stderr
    assert words[0] == "step"
    assert words[2] == "False"
    (run,) = (tmp_path / "runs").iterdir()
    assert (run / "experiment.json").is_file()
    assert list((run / "checkpoints").glob("*.safetensors")), "closing the window saves the run"
