"""Undo is a list of values: going back and forth shows what was there, and another edit ends what could be redone."""

from hypothesis import given
from hypothesis import strategies as st

from explorer.spec import Experiment
from ui.undo_stack import UndoStack

ACTIONS = st.lists(st.sampled_from(["edit", "undo", "redo"]), max_size=40)


@given(ACTIONS)
def test_back_and_forth_through_the_values(actions: list[str]) -> None:
    shown: list[Experiment] = []
    stack, past, future = UndoStack(shown.append), [Experiment(title="0")], [Experiment() for _ in ()]
    for number, action in enumerate(actions, start=1):
        if action == "edit":
            after = Experiment(title=str(number))
            stack.push(past[-1], after, "")
            past, future = [*past, after], []
        elif action == "undo":
            stack.undo()
            if len(past) > 1:
                future = [past.pop(), *future]
        else:
            stack.redo()
            if future:
                past.append(future.pop(0))
        assert (stack.can_undo(), stack.can_redo()) == (len(past) > 1, bool(future))
        if shown:
            assert shown[-1] == past[-1]


def test_edits_with_one_key_are_undone_together() -> None:
    shown: list[Experiment] = []
    stack = UndoStack(shown.append)
    titles = [Experiment(title=title) for title in "abcd"]
    stack.push(titles[0], titles[1], "typing")
    stack.push(titles[1], titles[2], "typing")
    stack.push(titles[2], titles[3], "typing elsewhere")
    stack.undo()
    stack.undo()
    assert shown[-1] is titles[0]
    assert not stack.can_undo()
    stack.redo()
    assert shown[-1] is titles[2]
    stack.clear()
    assert not stack.can_redo()
