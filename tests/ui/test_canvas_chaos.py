"""Two thousand random clicks, drags and keys on the canvas: the experiment stays a valid value, and nothing raises."""

import random

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from explorer import edits
from explorer.check import check
from explorer.gallery import load
from explorer.spec import Experiment
from explorer.validation import experiment_from
from models.layer import LayerSpec
from ui.editors.facts import facts_of
from ui.editors.model_editor import ModelEditor
from ui.spec_store import SpecStore

NUM_ACTIONS = 500
Key, Modifier = Qt.Key, Qt.KeyboardModifier
NONE, CTRL, SHIFT, ALT = (
    Modifier.NoModifier, Modifier.ControlModifier, Modifier.ShiftModifier, Modifier.AltModifier,
)  # fmt: skip
ARROWS = (Key.Key_Up, Key.Key_Down, Key.Key_Left, Key.Key_Right)
KEYS = (
    *[(key, modifier) for key in ARROWS for modifier in (NONE, SHIFT, ALT)],
    *[(key, CTRL) for key in (Key.Key_A, Key.Key_C, Key.Key_D, Key.Key_V, Key.Key_X)],
    *[(key, NONE) for key in (Key.Key_Delete, Key.Key_Backspace, Key.Key_F, Key.Key_0, Key.Key_Plus, Key.Key_Minus)],
    *[(key, NONE) for key in (Key.Key_Home, Key.Key_End, Key.Key_U, Key.Key_W, Key.Key_Insert, Key.Key_Escape)],
    (Key.Key_Insert, SHIFT), (Key.Key_Return, NONE),
)  # fmt: skip


class Chaos:
    """Hands that know nothing."""

    def __init__(self, editor: ModelEditor, seed: int) -> None:
        self.editor, self.random = editor, random.Random(seed)
        self.view = editor.canvas.view

    def act(self) -> str:
        """Do something; what it was."""
        name = self.random.choice(("click", "click", "drag", "key", "key", "key", "history", "double", "resize"))
        getattr(self, name)()
        self.answer_popups()
        return name

    def place(self) -> QPoint:
        rect = self.view.viewport().rect()
        if self.random.random() < 0.7 and self.editor.canvas.scene.items():
            item = self.random.choice(self.editor.canvas.scene.items())
            found = self.view.mapFromScene(item.sceneBoundingRect().center())
            if rect.contains(found):
                return found
        return QPoint(self.random.randrange(rect.width()), self.random.randrange(rect.height()))

    def click(self) -> None:
        button = self.random.choice((Qt.MouseButton.LeftButton, Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton))
        QTest.mouseClick(self.view.viewport(), button, self.random.choice((NONE, CTRL, SHIFT)), self.place())

    def double(self) -> None:
        QTest.mouseDClick(self.view.viewport(), Qt.MouseButton.LeftButton, NONE, self.place())
        self.view.setFocus()

    def drag(self) -> None:
        viewport, start, end = self.view.viewport(), self.place(), self.place()
        modifier = self.random.choice((NONE, NONE, CTRL))
        QTest.mousePress(viewport, Qt.MouseButton.LeftButton, NONE, start)
        for share in (0.3, 0.6, 1.0):
            QTest.mouseMove(viewport, start + (end - start) * share)
        if self.random.random() < 0.1:
            QTest.keyClick(self.view, Key.Key_Escape)
        QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, modifier, end)

    def key(self) -> None:
        QTest.keyClick(self.view, *self.random.choice(KEYS))

    def history(self) -> None:
        stack = self.editor._store.undo_stack
        (stack.undo if self.random.random() < 0.6 else stack.redo)()

    def resize(self) -> None:
        self.editor.resize(self.random.randrange(700, 1500), self.random.randrange(300, 900))

    def answer_popups(self) -> None:
        picker = self.editor.canvas.picker
        if picker.isVisible():
            QTest.keyClicks(picker.search, self.random.choice(("", "conv", "res", "dense", "zzz", "emb", "norm")))
            QTest.keyClick(picker, self.random.choice((Key.Key_Return, Key.Key_Down, Key.Key_Escape)))
            picker.hide()
        while isinstance(menu := QApplication.activePopupWidget(), QMenu):
            QTest.keyClick(menu, self.random.choice((Key.Key_Return, Key.Key_Escape)))
            menu.close()


@pytest.mark.parametrize(("name", "seed"), [("cnn-digits", 1), ("gan-digits", 2), ("transformer-reversal", 3), ("", 4)])
def test_whatever_hands_do_the_experiment_stays_a_value(qtbot: QtBot, name: str, seed: int) -> None:
    store = SpecStore(load(name) if name else None)
    editor = ModelEditor(store)
    store.setParent(editor)
    qtbot.addWidget(editor)
    editor.resize(1100, 800)
    editor.show()
    QGuiApplication.clipboard().clear()
    chaos = Chaos(editor, seed)
    kinds = set()  # the stacks that there were
    for number in range(NUM_ACTIONS):
        done = chaos.act()
        experiment = store.experiment
        kinds.add(str([block.kind for part in experiment.architecture.parts for block in _stack(experiment, part)]))
        check(experiment)
        shown = set(editor.canvas.scene.paths())
        known = {block.path for net in facts_of(experiment).resolved.networks.values() for block in net.flat()}
        assert shown <= known, f"after action {number} ({done}) the canvas shows blocks that are not there"
        assert set(editor.canvas.scene.selected_paths()) <= shown
        if number % 25 == 0:
            assert experiment_from(experiment.model_dump(mode="json")) == experiment
    assert len(kinds) > 5, "hands that edit nothing prove nothing"
    while store.undo_stack.can_undo():
        store.undo_stack.undo()
    assert store.experiment == (load(name) if name else SpecStore().experiment)


def _stack(experiment: Experiment, part: str) -> tuple[LayerSpec, ...]:
    blocks: tuple[LayerSpec, ...] = edits.get(experiment, f"architecture.{part}.blocks")
    return blocks
