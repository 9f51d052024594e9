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
ENDLESS: dict[str, object] = {"kind": "seconds", "count": 86_400}
SHORT: dict[str, object] = {"kind": "steps", "count": 500}
FIRST_BLOCK = "architecture.network.blocks.0"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("experiments", nargs="*", default=EXPERIMENTS)
    options = parser.parse_args()
    found: dict[str, list[float]] = {}
    with open_window(lambda: QApplication(["neural-explorer"])) as (_, window):
        wait_until(lambda: window.has_workspace)
        for experiment_id in options.experiments:
            run(window, experiment_id)
            drag_views(window, found)
        found |= dict(drag_canvas(window))
        found["timeline"] = drag_timeline(window)
        window.workspace.document.forget_autosave()
    print(json.dumps({name: spread(seconds) for name, seconds in found.items()}))


def run(window: MainWindow, experiment_id: str, limit: dict[str, object] = ENDLESS) -> None:
    """Let this experiment train, by itself for as long as one likes."""
    workspace = window.workspace
    workspace.open(edits.replace(load(experiment_id), "training.limit", limit))
    window.show_train()
    workspace.controller.start()
    wait_until(lambda: workspace.controller.state in ("running", "finished"), PATIENCE_S)
    let_work(1.0)


def drag_views(window: MainWindow, found: dict[str, list[float]]) -> None:
    """Over every view that was not dragged over yet, while the run goes on."""
    docks = window.workspace.train_page.docks
    for kind, view in docks.views.items():
        if kind not in found:
            docks.bring_forward(kind)
            wait_until(lambda view=view: shows(view), PATIENCE_S)  # type: ignore[misc]
            let_work(0.5)
            found[kind] = [one for part in parts_of(view) for one in drag(part, there_and_back(part, NUM_MOVES))[0]]


def drag_canvas(window: MainWindow) -> Iterator[tuple[str, list[float]]]:
    """The canvas of the Build page, and a block on it, while the run goes on."""
    window.show_build()
    let_work(1.0)
    canvas = window.workspace.build_page.model.canvas
    viewport = canvas.view.viewport()
    yield "canvas", drag(viewport, there_and_back(viewport, NUM_MOVES))[0]
    item = canvas.scene.item_of(FIRST_BLOCK)
    assert item is not None
    canvas.view.show_block(FIRST_BLOCK)
    let_work(0.5)
    start = canvas.view.mapFromScene(item.sceneBoundingRect().center())
    way = [start + QPoint(move % 40, 2 * (NUM_MOVES - abs(2 * move - NUM_MOVES))) for move in range(NUM_MOVES)]
    yield "a block on the canvas", drag(viewport, way)[0]
    window.workspace.store.undo_stack.undo()


def drag_timeline(window: MainWindow) -> list[float]:
    """The knob of the timeline, through a run that has ended; the run has really been rewound then."""
    run(window, "mlp-digits", SHORT)
    controller, strip = window.workspace.controller, window.workspace.train_page.transport.timeline
    wait_until(lambda: controller.state == "finished" and controller.can_rewind, PATIENCE_S)
    seconds = drag(strip, there_and_back(strip, NUM_MOVES))[0]
    wait_until(lambda: controller.state == "paused" and controller.timeline.now.is_behind, PATIENCE_S)
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
