"""Assembles LeNet-5 in the real window from an empty canvas, by a real mouse or a real keyboard alone, and trains it.

`python assemble_lenet.py mouse|keyboard FILE` on an X display with xdotool; writes the experiment and the step reached.
The order of blocks is LeCun et al. 1998; both convolutions are padded, so that 8 × 8 digits are large enough.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QListWidgetItem, QWidget

from explorer.engine.host import ProcessHost
from ui import theme
from ui.canvas.block_list import layer_of
from ui.editors.model_editor import ModelEditor
from ui.fields.form_row import FormRow
from ui.fields.scrub_title import PIXELS_PER_STEP
from ui.fields.size import SizeField
from ui.main_window import MainWindow
from ui.settings import Settings

RELU = ("activation", {})
RECIPE: tuple[tuple[str, dict[str, int | str]], ...] = (
    ("conv2d", {"out_channels": 6, "kernel_size": 5, "padding": 2}), RELU, ("max_pool2d", {}),
    ("conv2d", {"out_channels": 16, "kernel_size": 5, "padding": 2}), RELU, ("max_pool2d", {}),
    ("flatten", {}), ("dense", {"units": 120}), RELU, ("dense", {"units": 84}), RELU, ("dense", {"units": "classes"}),
)  # fmt: skip
PATIENCE_S = 20.0
STEPS = 30


def xdotool(*arguments: object) -> None:
    subprocess.run(["xdotool", *map(str, arguments)], check=True, capture_output=True)


def until(condition: Callable[[], object], what: str) -> None:
    ends = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < ends, f"it did not happen: {what}"
        QTest.qWait(5)


class Person:
    """What both hands share: the window, and what can be seen in it."""

    def __init__(self) -> None:
        self.host = ProcessHost()
        self.host.prepare()
        self.window = MainWindow(self.host, Settings())
        self.window.show()
        until(lambda: self.window.has_workspace, "the window is up")
        xdotool("windowfocus", "--sync", int(self.window.winId()))
        until(self.window.isActiveWindow, "the window has the keyboard")

    @property
    def editor(self) -> ModelEditor:
        return self.window.workspace.build_page.model

    @property
    def num_blocks(self) -> int:
        return len(self.editor.canvas.scene.paths())

    def row(self, name: str) -> FormRow:
        form = self.editor.inspector.form.form
        assert form is not None
        return form.row(name)

    def value(self, path: str, name: str) -> object:
        from explorer import edits

        return edits.get(self.window.workspace.store.experiment, f"{path}.{name}")

    def assemble(self) -> None:
        for index, (kind, settings) in enumerate(RECIPE):
            path = f"architecture.network.blocks.{index}"
            self.add(path, kind)
            until(lambda count=index + 1: self.num_blocks == count, f"block {index} is there")
            until(lambda path=path: self.editor.selected == path, f"{path} is selected")
            for name, value in settings.items():
                if self.value(path, name) != value:
                    self.set(path, name, value)
                until(lambda p=path, n=name, v=value: self.value(p, n) == v, f"{path}.{name} is {value}")
            self.come_back()

    def add(self, path: str, kind: str) -> None:
        raise NotImplementedError

    def set(self, path: str, name: str, value: int | str) -> None:
        raise NotImplementedError

    def come_back(self) -> None:
        raise NotImplementedError

    def begin(self) -> None:
        raise NotImplementedError

    def run(self) -> None:
        raise NotImplementedError


class Mouse(Person):
    """Presses, drags and turns nothing but the mouse."""

    def click(self, widget: QWidget, place: QPoint | None = None) -> None:
        point = widget.mapToGlobal(place or widget.rect().center())
        xdotool("mousemove", point.x(), point.y(), "click", 1)
        QTest.qWait(1)

    def begin(self) -> None:
        self.click(self.window.gallery.empty)

    def add(self, path: str, kind: str) -> None:
        canvas = self.editor.canvas
        slot = canvas.scene.slot_of(path)
        assert slot is not None
        canvas.view.ensureVisible(slot)
        self.click(canvas.view.viewport(), canvas.view.mapFromScene(slot.sceneBoundingRect().center()))
        until(canvas.picker.isVisible, "the list of blocks is there")
        choices = canvas.picker.list
        item = next(one for one in items_of(choices) if kind_of(one) == kind)
        while not choices.viewport().rect().contains(choices.visualItemRect(item).center()):
            point = choices.mapToGlobal(choices.rect().center())
            xdotool("mousemove", point.x(), point.y(), "click", 5)  # the wheel
            QTest.qWait(5)
        self.click(choices.viewport(), choices.visualItemRect(item).center())

    def set(self, path: str, name: str, value: int | str) -> None:
        row = self.row(name)
        if isinstance(value, str):
            assert isinstance(row.field, SizeField)
            self.choose(row.field.choice, value)
            return
        now = self.value(path, name)
        assert isinstance(now, int)
        place = settled(row.title).mapToGlobal(QPoint(4, row.title.height() // 2))
        xdotool("mousemove", place.x(), place.y(), "mousedown", 1)
        QTest.qWait(1)
        xdotool("mousemove", place.x() + (value - now) * PIXELS_PER_STEP, place.y())
        until(lambda: self.value(path, name) == value, f"{name} is dragged to {value}")
        xdotool("mouseup", 1)
        QTest.qWait(1)

    def choose(self, choice: QWidget, word: str) -> None:
        box = choice.findChild(QComboBox) or choice
        assert isinstance(box, QComboBox)
        self.click(settled(box))
        until(box.view().isVisible, "the choices are there")
        row = box.findData(word)
        QTest.qWait(300)  # a combo box does not take a press that comes right after it has opened
        self.click(box.view().viewport(), box.view().visualRect(box.model().index(row, 0)).center())

    def come_back(self) -> None:
        """A mouse has nowhere to come back from."""

    def run(self) -> None:
        self.click(self.window.top_bar._tabs.buttons()[2])
        until(lambda: self.window.is_training_page, "the Train page is there")
        self.click(self.window.workspace.train_page.transport.run)


class Keyboard(Person):
    """Presses nothing but keys."""

    def press(self, *keys: str) -> None:
        xdotool("key", *keys)
        QTest.qWait(1)

    def write(self, text: str) -> None:
        xdotool("type", "--delay", 1, text)
        QTest.qWait(1)

    def begin(self) -> None:
        self.press("ctrl+n")

    def add(self, path: str, kind: str) -> None:
        canvas = self.editor.canvas
        until(canvas.view.hasFocus, "the canvas has the keyboard")
        self.press("Insert")
        until(canvas.picker.search.hasFocus, "the list of blocks is there")
        self.write(kind)
        until(lambda: kind_of(canvas.picker.list.currentItem()) == kind, f"{kind} is found")
        self.press("Return")

    def set(self, path: str, name: str, value: int | str) -> None:
        field = self.row(name).field
        if self.editor.canvas.view.hasFocus():
            self.press("Return")
        target = field.focusProxy() or field
        for _ in range(12):
            if has_keyboard(field, target, value):
                break
            self.press("Tab")
        if isinstance(value, str):
            while self.value(path, name) != value:
                self.press("Up")
        else:
            self.write(str(value))

    def come_back(self) -> None:
        if not self.editor.canvas.view.hasFocus():
            self.press("Escape")

    def run(self) -> None:
        self.press("F5")


def settled(widget: QWidget) -> QWidget:
    """The widget once it has stopped moving, as after a form was made: nobody aims at what still moves."""
    places = [QPoint(-1, -1)]
    while len(places) < 3 or len(set(map(repr, places[-3:]))) > 1:
        QTest.qWait(20)
        places.append(widget.mapToGlobal(QPoint(0, 0)))
    return widget


def has_keyboard(field: QWidget, target: QWidget, value: object) -> bool:
    """Whether the part of a field that takes this value has the focus: of a size the word or the number."""
    if isinstance(field, SizeField):
        part = field.choice if isinstance(value, str) else field.number.line
        return part.hasFocus() or part.isAncestorOf(QApplication.focusWidget())
    return target.hasFocus()


def items_of(choices: QWidget) -> list[QListWidgetItem]:
    return [choices.item(row) for row in range(choices.count())]  # type: ignore[attr-defined]


def kind_of(item: QListWidgetItem | None) -> str:
    layer = None if item is None else layer_of(item)
    return "" if layer is None else layer.model_fields["kind"].default


def main() -> None:
    app = QApplication(sys.argv[:1])
    theme.apply(app, "dark")
    person: Person = {"mouse": Mouse, "keyboard": Keyboard}[sys.argv[1]]()
    person.begin()
    until(person.editor.isVisible, "the Build page is there")
    person.assemble()
    assert not person.editor.window().messages  # type: ignore[attr-defined]
    person.run()
    label = person.window.workspace.train_page.transport._step_label
    until(lambda: int("".join(c for c in label.text() if c.isdigit()) or 0) >= STEPS, "it trains")
    experiment = person.window.workspace.store.experiment
    Path(sys.argv[2]).write_text(json.dumps(experiment.model_dump(mode="json")), encoding="utf-8")
    person.window.workspace.document._saved = experiment
    person.window.close()
    person.window.end_engine()
    app.setQuitOnLastWindowClosed(True)
    app.processEvents()


if __name__ == "__main__":
    main()
