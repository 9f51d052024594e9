"""Changes of the run by hand: the one way to make them, why one cannot be made, and which of them are in force."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from explorer.changes import AnyChange, Mark
from explorer.changes.freeze import Freeze
from explorer.changes.silence import Silence
from explorer.held import NOTHING, BlockPart, Held, held_by
from explorer.spec import Experiment
from models.resolve import ResolvedBlock, resolve
from ui.editors.place_words import place_words
from ui.text import tr
from ui.widgets.change_signs import SignName

if TYPE_CHECKING:
    from ui.run_controller import RunController


class RunChanges(QObject):
    """Whoever shows blocks, or offers to change them, follows `changed` and asks for what it shows."""

    changed = Signal()  # something else is in force, or can be changed

    def __init__(self, controller: "RunController") -> None:
        super().__init__(controller)
        self._controller = controller
        self._experiment: Experiment | None = None
        self._blocks: dict[str, ResolvedBlock] = {}  # of that experiment, by path
        self._told: tuple[object, ...] = ()
        self._asked: tuple[AnyChange, ...] = ()  # the engine has not answered yet
        self._known: tuple[object, ...] = ()  # what it has told last
        self.in_force = NOTHING
        controller.run_changed.connect(self._look)
        controller.state_changed.connect(lambda *_state: self._look())
        controller.timeline.changed.connect(lambda _time: self._look())
        controller.problems_found.connect(lambda _problems: self._forget_asked())

    @property
    def can_change(self) -> bool:
        """Whether there is a run that goes on, or can."""
        return self._controller.is_alive and self._controller.state != "loading"

    @property
    def experiment(self) -> Experiment | None:
        """The run's, by which blocks are named."""
        return self._controller.experiment

    @property
    def is_behind(self) -> bool:
        """Whether the run stands behind its head, where other settings may be in force."""
        return self._controller.timeline.now.is_behind

    def moved_here(self, edited: Experiment) -> Experiment:
        """An experiment with the learning rates and settings that are in force where the run stands."""
        return self._controller.edits.moved_here(edited)

    def make(self, *changes: AnyChange) -> None:
        """Change the run where it stands, or is being brought, as soon as it stands there; behind its head it forks."""
        self._controller.timeline.when_arrived(lambda: self._make(changes))

    def _make(self, changes: tuple[AnyChange, ...]) -> None:
        if self._controller.timeline.now.is_behind:
            self._controller.forks.fork()
        for change in changes:
            self._controller.change(change)
        self._asked += changes

    def toggle_freeze(self, path: str) -> None:
        """Freeze the block, or let it learn again."""
        self.make(Freeze(block=path, is_frozen=not self._wanted().frozen_by(path)))

    def toggle_silence(self, part: BlockPart) -> None:
        """Silence a unit, channel or head, or restore it."""
        self.make(_silence((part,), is_silent=part not in self._wanted().silent))

    def restore_all(self, path: str) -> None:
        """Restore whatever is silenced in a block."""
        alike: dict[tuple[str, str], list[BlockPart]] = {}
        for part in self.in_force.silent_in(path):
            alike.setdefault((part.part, part.attention), []).append(part)
        self.make(*(_silence(parts, is_silent=False) for parts in alike.values()))

    def _wanted(self) -> Held:
        """What will be in force once everything is made that was asked for: who presses a key twice means both."""
        place = self._controller.timeline.now.place
        return held_by((*self._marks(), *(Mark(place, change) for change in self._asked)))

    def _marks(self) -> tuple[Mark, ...]:
        """The marks that count: at the head all; behind it, those up to here and here, as views show it.

        None of a run of the library, which nobody holds.
        """
        if self._controller.experiment is None:
            return ()
        time = self._controller.timeline.now
        return tuple(mark for mark in time.marks if mark.step <= time.place) if time.is_behind else time.marks

    def _forget_asked(self) -> None:
        self._asked = ()

    def block(self, path: str) -> ResolvedBlock | None:
        """A block of the run by its path, with its facts; None when the run has none there."""
        experiment = self._controller.experiment
        if experiment is not self._experiment:
            self._experiment = experiment
            resolved = None if experiment is None else resolve(experiment.architecture, experiment.data.facts().ports)
            networks = () if resolved is None else resolved.networks.values()
            self._blocks = {block.path: block for network in networks for block in network.flat()}
        return self._blocks.get(path)

    def has(self, block: ResolvedBlock) -> bool:
        """Whether this block, of an experiment that may have been edited since, is one of the run's."""
        ours = self.block(block.path)
        return ours is not None and (ours.layer.kind, ours.num_params) == (block.layer.kind, block.num_params)

    def signs(self, block: ResolvedBlock) -> tuple[SignName, ...]:
        """What is in force at a block, as signs: one that has nothing to learn is not said to be frozen."""
        if self.in_force == NOTHING or not self.has(block):
            return ()
        is_frozen = bool(block.num_params and self.in_force.frozen_by(block.path))
        is_silent = bool(self.in_force.silent_in(block.path))
        found: list[tuple[SignName, bool]] = [("freeze", is_frozen), ("silence", is_silent)]
        return tuple(name for name, is_there in found if is_there)

    def no_change(self) -> str:
        """Why nothing can be changed now, in the window's language; "" where something can."""
        if self.can_change:
            return ""
        if self._controller.state == "finished" and self._controller.can_rewind:
            return tr("The run has finished: go back to one of its steps first, and what is changed there forks it.")
        return tr("This changes a run: press Run (Space) first.")

    def no_freeze(self, block: ResolvedBlock | None) -> str:
        """Why this block cannot be frozen or thawed now, in the window's language; "" where it can."""
        if block is None:
            return tr("Select a block first.")
        if not self.can_change:
            return self.no_change()
        if not block.num_params:
            return tr("This block has no weights, so there is nothing to freeze.")
        if not self.has(block):
            return tr("The run that goes on does not have this block: it was changed after the run had begun.")
        holder = self.in_force.frozen_by(block.path)
        if holder in ("", block.path):
            return ""
        assert self.experiment is not None  # or nothing would be frozen
        return tr("It is frozen with {block}: let that one learn again.", block=place_words(self.experiment, holder))

    def _look(self) -> None:
        """See what is in force where the run stands, and tell when anything is another than before."""
        marks = self._marks()
        known = marks, self._controller.run_id
        if known != self._known:
            self._known, self._asked = known, ()
            self.in_force = held_by(marks)
        here = self._controller.edits.here if self.is_behind else None
        told = self.in_force, self.no_change(), self._controller.run_id, here
        if told != self._told:
            self._told = told
            self.changed.emit()


def _silence(parts: Sequence[BlockPart], *, is_silent: bool) -> Silence:
    """One change for parts of one block that differ in their numbers alone."""
    one = parts[0]
    numbers = tuple(part.number for part in parts)
    return Silence(block=one.block, part=one.part, attention=one.attention, numbers=numbers, is_silent=is_silent)
