"""What a timeline says of the place under the mouse: changes, and the runs that branch off there."""

from explorer.runs.branches import Branch
from explorer.spec import Experiment
from ui.change_words import mark_words
from ui.run_time import RunTime
from ui.text import tr
from ui.theme import theme
from ui.timeline_geometry import TimelineScale, near

REACH = 6  # pixels


def words_at(scale: TimelineScale, time: RunTime, x: float, experiment: Experiment | None = None) -> str:
    """One line for every mark and every branch near pixel x; `experiment`, the run's, names blocks."""
    reach = theme.px(REACH)
    marks = near(scale, [mark.step for mark in time.marks], x, reach)
    branches = near(scale, [branch.step for branch in time.branches], x, reach)
    lines = [mark_words(time.marks[index], experiment) for index in marks]
    lines += [branch_words(time.branches[index]) for index in branches]
    return "\n".join(lines)


def hint(*, can_rewind: bool) -> str:
    """What can be done with a timeline."""
    if can_rewind:
        return tr("Drag to rewind the run to any step up to its head (Left, Right, Home, End)")
    return tr("The timeline: while a run is there, drag it to rewind the run to any step")


def branch_words(branch: Branch) -> str:
    """What another run has to do with this one."""
    if branch.is_parent:
        return tr(
            "forked at step {step} from “{title}”, which came to step {head}",
            step=branch.step, title=branch.title, head=branch.head,
        )  # fmt: skip
    return tr(
        "“{title}” forks off at step {step} and came to step {head}",
        step=branch.step, title=branch.title, head=branch.head,
    )  # fmt: skip
