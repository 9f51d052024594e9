"""What is in force at a step, told from the marks alone."""

from hypothesis import given
from hypothesis import strategies as st

from explorer.changes import AnyChange, Mark
from explorer.changes.freeze import Freeze
from explorer.changes.learning_rate import LearningRate
from explorer.changes.silence import AttentionKind, Part, Silence
from explorer.held import NOTHING, BlockPart, held_by, parts_of

OUTER = "architecture.network.blocks.1"
PATHS = ("architecture.network.blocks.0", OUTER, f"{OUTER}.blocks.0", f"{OUTER}.blocks.0.blocks.2", f"{OUTER}0")
PARTS: tuple[Part, ...] = ("unit", "head")
KINDS: tuple[AttentionKind, ...] = ("self", "cross")

freezes = st.builds(Freeze, block=st.sampled_from(PATHS), is_frozen=st.booleans())
silences = st.builds(
    Silence, block=st.sampled_from(PATHS), part=st.sampled_from(PARTS), is_silent=st.booleans(),
    attention=st.sampled_from(KINDS),
    numbers=st.lists(st.integers(0, 3), min_size=1, max_size=3, unique=True).map(tuple),
)  # fmt: skip
rates = st.just(LearningRate(network="network", value=0.5))


@st.composite
def lives(draw: st.DrawFn) -> tuple[Mark, ...]:
    """Marks in the order of their steps, as the engine tells them."""
    changes: list[AnyChange] = draw(st.lists(st.one_of(freezes, silences, rates), max_size=20))
    steps = sorted(draw(st.lists(st.integers(0, 9), min_size=len(changes), max_size=len(changes))))
    return tuple(Mark(step, change) for step, change in zip(steps, changes, strict=True))


@given(lives(), st.integers(0, 10))
def test_what_comes_later_does_not_count(marks: tuple[Mark, ...], step: int) -> None:
    assert held_by(marks, step) == held_by([mark for mark in marks if mark.step < step])
    assert held_by(marks) == held_by(marks, 10), "without a step all of them count"


@given(lives(), st.sampled_from(PATHS))
def test_a_block_is_as_the_last_word_about_it_or_what_it_lies_in(marks: tuple[Mark, ...], path: str) -> None:
    """The reference asks for every block alone: a word counts for all inside, yet what holds from outside holds on."""

    def is_held(one: str) -> bool:
        words = [
            mark.change.is_frozen
            for mark in marks
            if isinstance(mark.change, Freeze)
            and (mark.change.block == one or (not mark.change.is_frozen and one.startswith(f"{mark.change.block}.")))
        ]
        return bool(words) and words[-1]

    holders = [one for one in PATHS if (path == one or path.startswith(f"{one}.")) and is_held(one)]
    assert held_by(marks).frozen_by(path) == min(holders, key=len, default="")


@given(lives(), st.sampled_from(PATHS))
def test_a_part_is_silent_as_the_last_word_about_it(marks: tuple[Mark, ...], path: str) -> None:
    words = {
        part: mark.change.is_silent for mark in marks if isinstance(mark.change, Silence)
        for part in parts_of(mark.change)
    }  # fmt: skip
    silent = {part for part, is_silent in words.items() if is_silent}
    assert held_by(marks).silent == silent
    assert set(held_by(marks).silent_in(path)) == {part for part in silent if part.block == path}


@given(lives())
def test_the_opposite_of_everything_leaves_nothing(marks: tuple[Mark, ...]) -> None:
    now = held_by(marks)
    undone = [Mark(10, Freeze(block=path, is_frozen=False)) for path in now.frozen]
    undone += [Mark(10, opposite(part)) for part in now.silent]
    assert held_by([*marks, *undone]) == NOTHING


def opposite(part: BlockPart) -> Silence:
    return Silence(block=part.block, part=part.part, attention=part.attention, numbers=(part.number,), is_silent=False)


def test_parts_are_told_in_the_order_in_which_people_count() -> None:
    marks = [
        Mark(0, Silence(block=OUTER, part="head", attention="cross", numbers=(1,))),
        Mark(0, Silence(block=OUTER, part="head", numbers=(2, 0))),
        Mark(0, Silence(block=OUTER, numbers=(10, 9))),
    ]
    told = [(one.part, one.attention, one.number) for one in held_by(marks).silent_in(OUTER)]
    assert told == [
        ("unit", "self", 9), ("unit", "self", 10), ("head", "self", 0), ("head", "self", 2), ("head", "cross", 1),
    ]  # fmt: skip


def test_a_neighbour_whose_path_begins_alike_is_not_inside() -> None:
    now = held_by([Mark(0, Freeze(block=OUTER))])
    assert now.frozen_by(f"{OUTER}.blocks.0") == OUTER
    assert now.frozen_by(f"{OUTER}0") == ""
