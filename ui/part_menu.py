"""The menu and keys of a widget in which parts of a block are seen: silence or restore one, edit a weight."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from explorer.held import BlockPart
from explorer.spec import Experiment
from ui.change_words import part_words
from ui.editors.place_words import place_words
from ui.run_changes import RunChanges
from ui.text import tr
from ui.view import View

SILENCE_KEYS = (Qt.Key.Key_S, Qt.Key.Key_Delete)
EDIT_KEYS = (Qt.Key.Key_E, Qt.Key.Key_F2)


@dataclass(frozen=True)
class Seen:
    """What is seen at a place of a view: a part of what a block answers, or a weight and the part that it feeds.

    `part` is None where it is no part of the block's output, `index` where it is no weight.
    """

    block: str
    part: BlockPart | None = None
    index: tuple[int, ...] | None = None


class PartMenu(QObject):
    """Listens to a widget of a view; `part_at` tells what is seen at a place of it, or for None where its cursor is."""

    def __init__(
        self,
        view: View,
        widget: QWidget,
        part_at: Callable[[QPointF | None], Seen | None],
        edit: Callable[[Seen], None] | None = None,
    ) -> None:
        super().__init__(view)
        self._view, self._widget, self._part_at, self._edit = view, widget, part_at, edit
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        changes = self._view.changes
        if watched is not self._widget or changes is None or changes.experiment is None:
            return False
        if isinstance(event, QContextMenuEvent):
            by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
            seen = self._part_at(None if by_key else QPointF(event.pos()))
            if seen is not None and changes.block(seen.block) is not None:
                return self._show_menu(self._menu(seen, changes, changes.experiment), event.globalPos())
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and not event.modifiers():
            return self._press(Qt.Key(event.key()), changes)
        return False

    def _show_menu(self, menu: QMenu, place: QPoint) -> bool:
        """Show a menu, if there is anything in it."""
        if menu.isEmpty():
            menu.deleteLater()
            return False
        menu.popup(place)
        return True

    def _press(self, key: Qt.Key, changes: RunChanges) -> bool:
        """Do what a key says to what is seen where the cursor is; whether it says anything there."""
        seen = self._part_at(None) if key in (*SILENCE_KEYS, *EDIT_KEYS) else None
        if seen is None or not changes.can_change or changes.block(seen.block) is None:
            return False
        if key in SILENCE_KEYS and seen.part is not None:
            changes.toggle_silence(seen.part)
            return True
        if key in EDIT_KEYS and seen.index is not None and self._edit is not None:
            self._edit(seen)
            return True
        return False

    def _menu(self, seen: Seen, changes: RunChanges, experiment: Experiment) -> QMenu:
        menu = QMenu(self._widget)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        edit = self._edit
        if seen.index is not None and edit is not None:
            _add(menu, changes, tr("Edit this weight…"), "E", lambda: edit(seen), weight_hint())
        if seen.part is not None:
            _add_silence(menu, changes, experiment, seen.part)
        if changes.in_force.silent_in(seen.block):
            words = tr("Restore all of {block}", block=place_words(experiment, seen.block))
            _add(menu, changes, words, "", lambda: changes.restore_all(seen.block), silence_hint(is_silent=True))
        return menu


def _add_silence(menu: QMenu, changes: RunChanges, experiment: Experiment, part: BlockPart) -> None:
    is_silent = part in changes.in_force.silent
    name = part_words(experiment, (part,))
    words = tr("Restore {part}", part=name) if is_silent else tr("Silence {part}", part=name)
    _add(menu, changes, words, "S", lambda: changes.toggle_silence(part), silence_hint(is_silent=is_silent))


def _add(menu: QMenu, changes: RunChanges, words: str, key: str, do: Callable[[], None], hint: str) -> None:
    """An entry that changes the run; disabled where it cannot, with the reason."""
    action = menu.addAction(words)
    if key:
        action.setShortcut(QKeySequence(key))
    action.setEnabled(changes.can_change)
    action.setToolTip(changes.no_change() or hint)
    action.triggered.connect(lambda _checked=False: do())


def silence_hint(*, is_silent: bool) -> str:
    """What silencing or restoring does, and what takes it back."""
    if is_silent:
        return tr("It answers again from the next step on.")
    return tr(
        "What it answers is 0 from the next step on, in training and in every view. It belongs to the run, not to the "
        "experiment: restoring or going back takes it back, Ctrl+Z does not."
    )


def weight_hint() -> str:
    """What editing a weight does, and what takes it back."""
    return tr(
        "The weight has another value before the next step, from which it goes on learning. It belongs to the run, not "
        "to the experiment: going back takes it back, Ctrl+Z does not."
    )
