"""Undo as a list of values: what the experiment was before each edit, and after it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from explorer.spec import Experiment


@dataclass(frozen=True)
class _Edit:
    before: Experiment
    after: Experiment
    merge_key: str


class UndoStack:
    """Edits that can be taken back, and done again until another one is made.

    Qt's own stack is not used: its commands, written in Python, can be freed before the stack when both are garbage.
    """

    def __init__(self, show: Callable[[Experiment], None]) -> None:
        self._show = show
        self._edits: list[_Edit] = []
        self._num_done = 0

    def push(self, before: Experiment, after: Experiment, merge_key: str) -> None:
        """Make an edit; one with the same non-empty key as the last is undone together with it."""
        del self._edits[self._num_done :]
        last = self._edits[-1] if self._edits else None
        if last is not None and merge_key and last.merge_key == merge_key:
            self._edits[-1] = replace(last, after=after)
        else:
            self._edits.append(_Edit(before, after, merge_key))
        self._num_done = len(self._edits)
        self._show(after)

    def slip_in(self, before: Experiment, after: Experiment) -> None:
        """Put an edit beneath the last one, which leads from `before` to `after` now."""
        last = self._edits[-1]
        self._edits[-1:] = [_Edit(last.before, before, ""), replace(last, before=before, after=after)]
        self._num_done = len(self._edits)
        self._show(after)

    def undo(self) -> None:
        """Take the last edit back, if there is one."""
        if self.can_undo():
            self._num_done -= 1
            self._show(self._edits[self._num_done].before)

    def redo(self) -> None:
        """Make the edit again that was taken back last, if there is one."""
        if self.can_redo():
            self._num_done += 1
            self._show(self._edits[self._num_done - 1].after)

    @property
    def before_last(self) -> Experiment | None:
        """The experiment before the last edit; None where there is none, or it was taken back."""
        return self._edits[-1].before if self._edits and not self.can_redo() else None

    def can_undo(self) -> bool:
        return self._num_done > 0

    def can_redo(self) -> bool:
        return self._num_done < len(self._edits)

    def clear(self) -> None:
        """Forget every edit."""
        self._edits, self._num_done = [], 0
