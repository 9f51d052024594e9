"""Any sequence of edits, undo and redo leaves a valid experiment, perhaps with problems, and never an exception."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from PySide6.QtWidgets import QApplication

from explorer import edits
from explorer.check import check
from explorer.datasets import DATASETS
from explorer.extent import extent
from explorer.gallery import ids, load
from explorer.objectives import OBJECTIVES
from explorer.optimizers import OPTIMIZERS
from explorer.remedies import remedies
from explorer.schedules import SCHEDULES
from explorer.spec import Experiment
from explorer.training import LIMITS
from explorer.validation import experiment_from
from models.layer import LayerSpec
from models.layers import COMPOSITES, LAYERS
from models.limits import MAX_BLOCKS, MAX_DEPTH
from models.network import ARCHITECTURES
from models.problem import InputError, Problem
from models.spec import Spec
from tests.explorer.made_up import POOL
from tests.explorer.made_up import blocks as made_up_blocks
from ui.spec_store import SpecStore

STEPS = 50
KINDS = sorted(
    spec.model_fields["kind"].default
    for spec in (*LAYERS, *DATASETS, *OBJECTIVES, *OPTIMIZERS, *SCHEDULES, *LIMITS, *ARCHITECTURES)
)
WRAPPERS = [*(composite.model_fields["kind"].default for composite in COMPOSITES), "dense", ""]
TEXTS = (
    "", "hello", "[]", "[" * 3000, "9" * 5000, "null", '{"kind": "dense", "units": 0}', '"\\ud800"',
    '{"kind": "residual"}',
    '{"kind": "dense", "units": 1e400}', '[{"kind": "skip", "blocks": [{"kind": "flatten"}]}, {"kind": "dense"}]',
    json.dumps({"blocks": [{"kind": "conv2d", "out_channels": 10**6}]}), '{"kind": {"kind": []}}', "{}", "NaN",
    '{"kind":"residual","blocks":[' * 20 + "]}" * 20, '{"architecture": {"kind": "gan"}}',
)  # fmt: skip
ODD_VALUES = (-1, 10**30, "", "x", float("nan"), [], {}, [[]], {"kind": "dense"}, [{"kind": "flatten"}], {"a": [1]})
VALUES = st.sampled_from([*POOL, *ODD_VALUES, *KINDS])
ODD_PLACES = ("", "nowhere", "architecture", "training.0", "architecture.network.blocks.99", "0", "a.b.c", "..")
CHOICE = st.integers(0, 10**6)


class AnyEdits(RuleBasedStateMachine):
    """Works on a real store, with a plain list of values beside it that says what undo and redo have to give."""

    def __init__(self) -> None:
        super().__init__()
        self.store = SpecStore()
        self.told: list[Experiment] = []
        self.store.spec_changed.connect(self.told.append)
        self.history = [self.store.experiment]
        self.now = 0
        self.keys = [""]
        self.refusals: list[Problem] = []

    # --- choosing ---

    def stacks(self) -> list[str]:
        return [
            place for place, value in self.places().items() if place.endswith("blocks") and isinstance(value, tuple)
        ]

    def blocks(self) -> list[str]:
        return [place for place, value in self.places().items() if isinstance(value, LayerSpec)] or [ODD_PLACES[0]]

    def places(self) -> dict[str, Any]:
        return dict(_places(self.store.experiment, ""))

    def block(self, choice: int) -> str:
        found = self.blocks()
        return ODD_PLACES[choice % len(ODD_PLACES)] if choice % 17 == 0 else found[choice % len(found)]

    def some(self, choices: list[int]) -> list[str]:
        return [self.block(choice) for choice in choices]

    def place(self, choice: int) -> str:
        """A place where a block may be put in."""
        stacks = self.stacks()
        if choice % 17 == 0 or not stacks:
            return self.block(choice)
        stack = stacks[choice % len(stacks)]
        return f"{stack}.{choice % (len(edits.get(self.store.experiment, stack)) + 1)}"

    def edit(self, change: Callable[[Experiment], Experiment], key: str = "") -> None:
        """One edit as the window makes it: a new value in the store, or a refusal that says why."""
        before = self.store.experiment
        try:
            after = change(before)
        except InputError as refused:
            self.refusals.extend(refused.problems)
            return
        self.store.set(after, key)
        assert self.store.experiment == after
        if after == before:
            return
        if not (key and key == self.keys[self.now]):  # typing goes on in the same field otherwise
            self.now += 1
        self.history = [*self.history[: self.now], after]
        self.keys = [*self.keys[: self.now], key]

    # --- edits ---

    @rule(choice=CHOICE, block=made_up_blocks(1))
    def insert(self, choice: int, block: LayerSpec) -> None:
        self.edit(lambda it: edits.insert_block(it, self.place(choice), block))

    @rule(choices=st.lists(CHOICE, max_size=4))
    def remove(self, choices: list[int]) -> None:
        self.edit(lambda it: edits.remove_blocks(it, self.some(choices)))

    @rule(choices=st.lists(CHOICE, max_size=4), to=CHOICE)
    def move(self, choices: list[int], to: int) -> None:
        self.edit(lambda it: edits.move_blocks(it, self.some(choices), self.place(to)))

    @rule(choices=st.lists(CHOICE, max_size=3))
    def duplicate(self, choices: list[int]) -> None:
        self.edit(lambda it: edits.duplicate_blocks(it, self.some(choices)))

    @rule(choice=CHOICE, more=st.integers(0, 2), kind=st.sampled_from(WRAPPERS))
    def wrap(self, choice: int, more: int, kind: str) -> None:
        stack, _, index = self.block(choice).rpartition(".")
        run = [f"{stack}.{int(index) + number}" if index.isdecimal() else stack for number in range(more + 1)]
        self.edit(lambda it: edits.wrap_blocks(it, run, kind))

    @rule(choice=CHOICE)
    def unwrap(self, choice: int) -> None:
        self.edit(lambda it: edits.unwrap_block(it, self.block(choice)))

    @rule(choice=CHOICE, value=VALUES, key=st.sampled_from(["", "", "a", "b"]))
    def replace(self, choice: int, value: object, key: str) -> None:
        found = [*self.places(), *ODD_PLACES]
        self.edit(lambda it: edits.replace(it, found[choice % len(found)], value), key)

    @rule(choice=CHOICE, kind=st.sampled_from(KINDS))
    def change_kind(self, choice: int, kind: str) -> None:
        found = [place for place in self.places() if place.endswith("kind")]
        self.edit(lambda it: edits.replace(it, found[choice % len(found)], kind))

    @rule(choice=CHOICE, text=st.sampled_from(TEXTS) | st.text(max_size=20))
    def paste(self, choice: int, text: str) -> None:
        self.edit(lambda it: edits.insert_blocks(it, self.place(choice), edits.blocks_from_text(text)))

    @rule(choices=st.lists(CHOICE, max_size=3), to=CHOICE)
    def copy_and_paste(self, choices: list[int], to: int) -> None:
        def change(experiment: Experiment) -> Experiment:
            text = edits.blocks_as_text(experiment, self.some(choices))
            return edits.insert_blocks(experiment, self.place(to), edits.blocks_from_text(text))

        self.edit(change)

    @rule(choice=CHOICE)
    def remedy(self, choice: int) -> None:
        problems = check(self.store.experiment)
        if problems:
            offered = remedies(self.store.experiment, problems[choice % len(problems)])
            if offered:
                self.edit(lambda it: offered[choice % len(offered)].experiment)

    @rule(name=st.sampled_from(ids()))
    def open_networks_of_another(self, name: str) -> None:
        self.edit(lambda it: it.model_copy(update={"architecture": load(name).architecture}))

    @rule(steps=st.integers(1, 5))
    def undo_and_redo(self, steps: int) -> None:
        before, steps = self.store.experiment, min(steps, self.now)
        for number in range(1, steps + 1):
            self.store.undo_stack.undo()
            assert self.store.experiment is self.history[self.now - number]
        for _ in range(steps):
            self.store.undo_stack.redo()
        assert self.store.experiment is before

    @rule()
    def undo(self) -> None:
        self.store.undo_stack.undo()
        self.now = max(0, self.now - 1)

    @rule()
    def redo(self) -> None:
        self.store.undo_stack.redo()
        self.now = min(len(self.history) - 1, self.now + 1)

    # --- what always holds ---

    @invariant()
    def is_what_the_history_says(self) -> None:
        assert self.store.experiment is self.history[self.now]
        assert not self.told or self.told[-1] is self.store.experiment

    @invariant()
    def says_why_it_refuses(self) -> None:
        assert all(problem.code and str(problem.message) and str(problem.remedy) for problem in self.refusals)
        self.refusals.clear()

    @invariant()
    def survives_json(self) -> None:
        experiment = self.store.experiment
        assert experiment_from(json.loads(experiment.model_dump_json())) == experiment

    @invariant()
    def has_problems_at_worst(self) -> None:
        experiment = self.store.experiment
        for problem in check(experiment):
            assert problem.place
            assert str(problem.message).endswith(".")
            assert str(problem.remedy).endswith(".")
        reached = extent(experiment.architecture)
        assert reached.depth <= MAX_DEPTH
        assert reached.num_blocks <= MAX_BLOCKS


def _places(value: object, path: str) -> list[tuple[str, Any]]:
    found = [(path, value)] if path else []
    if isinstance(value, tuple):
        items = [(str(index), inner) for index, inner in enumerate(value)]
    else:
        items = list(vars(value).items()) if isinstance(value, Spec) else []
    for key, inner in items:
        found += _places(inner, f"{path}.{key}" if path else key)
    return found


def run(examples: int) -> None:
    run_state_machine_as_test(
        AnyEdits,
        settings=settings(
            max_examples=examples, stateful_step_count=STEPS, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )


def test_2000_edits(qapp: QApplication) -> None:
    run(2000 // STEPS)


@pytest.mark.accept
def test_10_000_edits(qapp: QApplication) -> None:
    run(10_000 // STEPS)
