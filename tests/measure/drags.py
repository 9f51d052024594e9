"""Drags over every view of the catalogue while a run goes on: `python -m tests.measure.drags [EXPERIMENT ...]`.

Prints one JSON object: for each view, for the canvas of the Build page and for the timeline, the milliseconds from a
move of the mouse to the end of everything that it has painted. A view is dragged over at each of its larger parts.
"""

import argparse
import json
from collections.abc import Iterator

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget

from explorer import edits
from explorer.gallery import load
from tests.measure.figures import spread
from tests.measure.hand import drag, there_and_back
from tests.measure.window import let_work, open_window, wait_until
from ui.framed_view import FramedView
from ui.main_window import MainWindow
from ui.view import View

# Together they have every view of the catalogue, and need no download.
EXPERIMENTS = (
    "cnn-digits", "mlp-spirals", "transformer-reversal", "lstm-digits", "gan-digits", "autoencoder-digits",
    "word2vec-skipgram", "bert-mini", "transformer-lm", "lstm-waves",
)  # fmt: skip
NUM_MOVES = 60
SMALLEST = (64, 48)  # pixels of a part that somebody would drag over
PATIENCE_S = 60.0


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("experiments", nargs="*", default=EXPERIMENTS)
    options = parser.parse_args()
    found: dict[str, list[float]] = {}
    with open_window(lambda: QApplication(["neural-explorer"])) as (_, window):
        wait_until(lambda: window.has_workspace)
        for experiment_id in options.experiments:
            run(window, experiment_id)
            drag_all(window, found)
        window.workspace.document.forget_autosave()
    print(json.dumps({name: spread(seconds) for name, seconds in found.items()}))


def run(window: MainWindow, experiment_id: str) -> None:
    """Let this experiment train for as long as one likes."""
    workspace = window.workspace
    limit = {"kind": "seconds", "count": 86_400}
    workspace.open(edits.replace(load(experiment_id), "training.limit", limit))
    window.show_train()
    workspace.controller.start()
    wait_until(lambda: workspace.controller.state == "running", PATIENCE_S)
    let_work(1.0)


def drag_all(window: MainWindow, found: dict[str, list[float]]) -> None:
    """Over every view that was not dragged over yet; the canvas and the timeline once."""
    docks = window.workspace.train_page.docks
    for kind, view in docks.views.items():
        if kind not in found:
            docks.bring_forward(kind)
            wait_until(lambda view=view: shows(view), PATIENCE_S)  # type: ignore[misc]
            let_work(0.5)
            found[kind] = [one for part in parts_of(view) for one in drag(part, there_and_back(part, NUM_MOVES))[0]]
    if "timeline" not in found:
        found["timeline"] = rewound(window)
        window.show_build()
        let_work(1.0)
        viewport = window.workspace.build_page.model.canvas.view.viewport()
        found["build canvas"] = drag(viewport, there_and_back(viewport, NUM_MOVES))[0]
        view = window.workspace.build_page.model.canvas.view
        path = "architecture.network.blocks.0"
        item = window.workspace.build_page.model.canvas.scene.item_of(path)
        if item is not None:
            view.show_block(path)
            let_work(0.5)
            start = view.mapFromScene(item.sceneBoundingRect().center())
            way = [start + QPoint(step % 40, 4 * (30 - abs(step - 30))) for step in range(NUM_MOVES)]
            found["block on the canvas"] = drag(viewport, way)[0]
            window.workspace.store.undo_stack.undo()


def rewound(window: MainWindow) -> list[float]:
    """Drag the knob of the timeline through the run, which then goes on."""
    strip = window.workspace.train_page.transport.timeline
    wait_until(lambda: window.workspace.controller.can_rewind)
    seconds = drag(strip, there_and_back(strip, NUM_MOVES))[0]
    wait_until(lambda: window.workspace.controller.timeline.now.is_behind, PATIENCE_S)
    return seconds


def shows(view: View) -> bool:
    """Whether it shows more than what it will show."""
    return view.isVisible() and (not isinstance(view, FramedView) or view.shows_content)


def parts_of(view: QWidget) -> Iterator[QWidget]:
    """The larger parts of a view that have no larger parts themselves: what the mouse meets."""
    wide, high = SMALLEST
    inner = [
        child for child in view.findChildren(QWidget)
        if child.width() >= wide and child.height() >= high and not child.visibleRegion().isEmpty()
    ]  # fmt: skip
    yield from (one for one in inner if not any(one is not other and one.isAncestorOf(other) for other in inner))


if __name__ == "__main__":
    main()
