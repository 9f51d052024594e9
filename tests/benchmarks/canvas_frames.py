"""How long a frame takes while one of 200 blocks is dragged over the canvas, in milliseconds.

`python -m tests.benchmarks.canvas_frames [--quick]`; a frame is a move of the mouse and its painting.
"""

import os
import sys
import time

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from explorer.spec import Experiment
from models.layers.activation import Activation
from models.layers.conv2d import Conv2d
from models.network import NetworkSpec, Single
from tests.measure.command_line import is_quick, tell
from tests.measure.figures import spread
from ui import theme
from ui.editors.model_editor import ModelEditor
from ui.spec_store import SpecStore

NUM_BLOCKS, NUM_FRAMES = 200, 300
LEFT = Qt.MouseButton.LeftButton


def main() -> None:
    num_frames = NUM_FRAMES // 3 if is_quick() else NUM_FRAMES
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication(sys.argv[:1])
    theme.apply(app, "dark")
    pair = (Conv2d(out_channels=8, padding=1), Activation())
    blocks = pair * (NUM_BLOCKS // 2)
    store = SpecStore(Experiment(architecture=Single(network=NetworkSpec(blocks=blocks))))
    editor = ModelEditor(store)
    editor.resize(1600, 1000)
    editor.show()
    QTest.qWait(200)
    view = editor.canvas.view
    result = {}
    for name, zoom in (("usual size", 1.0), ("everything in sight", 0.0)):
        if zoom:
            view.usual_size()
        else:
            view.fit()
        view.show_block("architecture.network.blocks.0")
        QTest.qWait(200)
        result[name] = spread(drag(editor, num_frames))
    tell(result)


def drag(editor: ModelEditor, num_frames: int) -> list[float]:
    """Drag the first block through the view and back to where it was; seconds from each move until it is on screen."""
    view = editor.canvas.view
    item = editor.canvas.scene.item_of("architecture.network.blocks.0")
    assert item is not None
    viewport = view.viewport()
    start = view.mapFromScene(item.sceneBoundingRect().center())
    send(viewport, QEvent.Type.MouseButtonPress, start)
    times = []
    for frame in range(num_frames):
        share = abs((frame % 100) - 50) / 50
        place = start + QPoint(round(40 * share), round(share * (viewport.height() - start.y() - 40)))
        started = time.perf_counter()
        send(viewport, QEvent.Type.MouseMove, place)
        QApplication.processEvents()
        viewport.repaint(0, 0, 1, 1)  # whatever is still to be painted is painted now
        times.append(time.perf_counter() - started)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    send(viewport, QEvent.Type.MouseButtonRelease, start)
    return times[1:]


def send(viewport: object, kind: QEvent.Type, place: QPoint) -> None:
    buttons = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else LEFT
    event = QMouseEvent(kind, QPointF(place), QPointF(place), LEFT, buttons, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(viewport, event)  # type: ignore[arg-type]


if __name__ == "__main__":
    main()
