"""The time of a run as one value: where it stands, how far it has come, and where it is being brought."""

from dataclasses import dataclass, replace

from explorer.changes import Mark
from explorer.events import Progress, RunLoaded, TimelineChanged
from explorer.runs.branches import Branch

FEW = 32  # steps: a timeline of less would be another one at every step


@dataclass(frozen=True)
class RunTime:
    """All in steps: it stands at `step`, has come to `head`, and will end at `num_steps`, if that can be told.

    `target` is where it is to be brought back to and has not arrived yet. `is_back`: it was rewound and has not come
    to its head again; what the engine tells of step and head may be a little apart, so that comparing them is not
    enough. `moments` can be reached at once; `branches` are other runs that share steps with this one.
    """

    step: int = 0
    head: int = 0
    num_steps: int | None = None
    estimate: int = 0
    target: int | None = None
    is_back: bool = False
    moments: tuple[int, ...] = ()
    marks: tuple[Mark, ...] = ()
    branches: tuple[Branch, ...] = ()

    @property
    def place(self) -> int:
        """The step to show: where it stands, or is about to."""
        return self.step if self.target is None else self.target

    @property
    def planned(self) -> int:
        """The last step that the run will have, as far as that can be told."""
        return max(self.head, self.num_steps or self.estimate)

    @property
    def last(self) -> int:
        """The step at the end of the timeline: the run's last one, or an earlier one while little has been lived.

        A quarter of the timeline at least is lived, else nobody could find a step of the first minute of an hour.
        """
        room = 1 << (2 * max(self.head, FEW) - 1).bit_length()  # the power of two from twice the head on
        return min(self.planned, room)

    @property
    def is_behind(self) -> bool:
        """Whether it stands, or is about to, behind its head: what follows is a replay, and a change forks."""
        return self.is_back and self.place < self.head

    def loaded(self, facts: RunLoaded) -> "RunTime":
        """The run can be played, from its head."""
        return replace(self, step=facts.step, head=facts.step, num_steps=facts.num_steps, target=None, is_back=False)

    def told(self, progress: Progress) -> "RunTime":
        """The engine tells where the run stands; places on the way to the target are passed over."""
        if self.target not in (None, progress.step):
            return self
        is_back = self.is_back and progress.step < self.head
        head = self.head if is_back else max(self.head, progress.step)
        known = replace(self, step=progress.step, head=head, target=None, is_back=is_back)
        seconds, left = progress.seconds, progress.seconds_left
        if is_back or left is None or seconds <= 0:
            return known
        return replace(known, estimate=round(progress.step * (seconds + left) / seconds))

    def changed(self, timeline: TimelineChanged) -> "RunTime":
        """The engine tells how far the run has come, and what was changed."""
        num_steps = timeline.num_steps or self.num_steps  # other batches make more or fewer steps of an epoch
        head = max(timeline.head, self.head)
        return replace(self, head=head, moments=timeline.moments, marks=timeline.marks, num_steps=num_steps)

    def asked(self, step: int) -> "RunTime":
        """It shall be brought to where it stood after `step` steps."""
        return replace(self, target=min(max(0, step), self.head), is_back=True)

    def given_up(self) -> "RunTime":
        """Something else was asked for before it has arrived: it stands where the engine says."""
        return replace(self, target=None)

    def forked(self, run_id: str, title: str) -> "RunTime":
        """Another life begins here: what came after this step belongs to the run before, which is named."""
        here = self.place
        parent = Branch(run_id, title, here, self.head, is_parent=True)
        older = tuple(replace(one, is_parent=False) for one in self.branches if one.step <= here)
        return replace(
            self,
            step=here,
            head=here,
            target=None,
            is_back=False,
            moments=tuple(step for step in self.moments if step <= here),
            marks=tuple(mark for mark in self.marks if mark.step < here),
            branches=(parent, *older),
        )
