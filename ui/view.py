"""The contract of a view: a panel that shows something. A view draws; what it draws, a probe has computed."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import Signal

from explorer.events import Event
from explorer.held import BlockPart
from explorer.probe import ProbeSpec
from explorer.spec import Experiment
from ui.added_samples import AddedSamples
from ui.pane import Pane
from ui.run_changes import RunChanges


class View(Pane):
    """A panel in a dock.

    The feed watches `probe()` while the view is visible, hands over batches of events (only this view's SnapshotTaken
    and ProbeFailed, or else metrics), and acknowledges snapshots after `show_events` has drawn.
    A view never shows nothing: before the first event it says what it will show and which button makes it show it.
    """

    about: ClassVar[str]  # one sentence: what one sees here
    takes_metrics: ClassVar[bool] = False  # it lives on metrics, and nobody asks for its probe

    changes: RunChanges | None = None  # of the run, once there is somebody who follows it

    probe_changed = Signal()  # the settings of `probe()` are others now
    pin_requested = Signal(str, int)  # split, index: every view shall look at this sample
    give_requested = Signal(object)  # an array: every view shall look at this sample, which a person made

    @classmethod
    def applies_to(cls, experiment: Experiment) -> bool:
        """Whether this view has anything to show for that experiment."""
        raise NotImplementedError

    def probe(self) -> ProbeSpec:
        """What the engine shall compute for this view."""
        raise NotImplementedError

    def reset(self, experiment: Experiment) -> None:
        """Another run begins, or another experiment is open: forget everything shown."""
        raise NotImplementedError

    def show_events(self, events: Sequence[Event]) -> None:
        """Take a batch of events, drawn at most once."""
        raise NotImplementedError

    def select_block(self, path: str) -> None:
        """Look at the block at this path, as chosen elsewhere; "" for none. Many views look at no block."""

    def follow_changes(self, changes: RunChanges) -> None:
        """Show what is frozen and silenced in the run, and offer to change it."""
        self.changes = changes
        changes.changed.connect(self.show_changes)
        self.show_changes()

    def silent_in(self, path: str) -> tuple[BlockPart, ...]:
        """What is silenced in a block of the run, as far as anybody tells this view."""
        return () if self.changes is None else self.changes.in_force.silent_in(path)

    def follow_added(self, added: AddedSamples) -> None:
        """Offer to add samples to the experiment's data. Only a view in which they are made does."""

    def show_changes(self) -> None:
        """Something else is frozen or silenced now, or can be. Many views show nothing that could be."""

    def show_present(self, step: int | None) -> None:
        """The run stands at this step, behind its head; None: at its head. Only a view over steps shows it."""

    def begin_fork(self, step: int) -> None:
        """The run goes on after this step as a fork of itself: what is remembered of later steps is another life's.

        A view that lives on metrics is told the common part anew.
        """
