"""Edits: a new value every time, validated, and problems that name the place."""

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer import edits
from explorer.gallery import load
from explorer.spec import Experiment
from models.layers import LAYERS
from models.layers.activation import Activation
from models.layers.dense import Dense
from models.layers.parallel import Branch, Parallel
from models.layers.residual import Residual
from models.network import NetworkSpec, Single
from models.problem import InputError

STACK = "architecture.network.blocks"


def experiment_of(*blocks: object) -> Experiment:
    network = NetworkSpec.model_validate({"blocks": blocks})
    return Experiment(architecture=Single(network=network))


def kinds(experiment: Experiment, stack: str = STACK) -> list[str]:
    return [block.kind for block in edits.get(experiment, stack)]


def code_of(call: object, *arguments: object) -> str:
    with pytest.raises(InputError) as caught:
        call(*arguments)  # type: ignore[operator]
    (problem,) = caught.value.problems
    return f"{problem.code} {problem.place}"


def test_get_follows_keys_and_indices() -> None:
    experiment = experiment_of(Residual(blocks=(Dense(units=7),)))
    assert edits.get(experiment, f"{STACK}.0.blocks.0.units") == 7
    assert edits.get(experiment, "training.batch_size") == 64


@pytest.mark.parametrize(
    "path", ["", "nowhere", "training.nowhere", f"{STACK}.0", f"{STACK}.-1", f"{STACK}.x", "seed.0"]
)
def test_get_names_a_place_that_does_not_exist(path: str) -> None:
    assert code_of(edits.get, experiment_of(), path) == f"no_such_place {path}"


def test_replace_leaves_the_old_value_alone() -> None:
    before = experiment_of(Dense(units=7))
    after = edits.replace(before, f"{STACK}.0.units", 9)
    assert (edits.get(before, f"{STACK}.0.units"), edits.get(after, f"{STACK}.0.units")) == (7, 9)
    assert edits.replace(after, f"{STACK}.0.units", 7) == before


@given(st.integers(1, 65536), st.floats(1e-9, 100), st.text(max_size=200), st.integers(0, 2**32 - 1))
@settings(max_examples=30)
def test_what_is_set_is_what_one_gets(batch_size: int, rate: float, title: str, seed: int) -> None:
    values = {
        "training.batch_size": batch_size,
        "training.optimizer.learning_rate": rate,
        "title": title,
        "seed": seed,
    }
    experiment = edits.replace_each(Experiment(), values)
    assert {path: edits.get(experiment, path) for path in values} == values
    unchanged = {"title", "seed", "training"}
    assert experiment.model_dump(exclude=unchanged) == Experiment().model_dump(exclude=unchanged)


@pytest.mark.parametrize(
    ("path", "value", "code"),
    [
        ("training.batch_size", 0, "at_least"),
        ("training.batch_size", 10**9, "at_most"),
        ("training.batch_size", "many", "wrong_type"),
        ("training.optimizer.learning_rate", 0, "above"),
        ("training.optimizer.beta1", 1, "below"),
        ("training.optimizer.learning_rate", float("nan"), "wrong_type"),
        ("training.optimizer.speed", 1, "unknown_key"),
        ("training.num_threads", "some", "number_or_choice"),
        ("training.num_threads", 0, "at_least"),
        ("training.precision", "fp7", "not_a_choice"),
        (f"{STACK}.0.units", "lots", "number_or_choice"),
        (f"{STACK}.0.units", -3, "at_least"),
        (f"{STACK}.0.bias", "perhaps", "wrong_type"),
        (STACK, 7, "wrong_type"),
        ("title", "x" * 201, "text_too_long"),
        ("title", 7, "wrong_type"),
    ],
)
def test_a_bad_value_is_a_problem_at_its_place(path: str, value: object, code: str) -> None:
    assert code_of(edits.replace, experiment_of(Dense()), path, value) == f"{code} {path}"


def test_a_bad_kind_is_a_problem_that_names_the_good_ones() -> None:
    with pytest.raises(InputError, match=r"Choose one of: .*dense"):
        edits.replace(experiment_of(Dense()), f"{STACK}.0.kind", "dens")
    assert code_of(edits.replace, Experiment(), "data.kind", "clouds") == "unknown_kind data"
    assert code_of(edits.replace, Experiment(), "training.optimizer", {}) == "key_missing training.optimizer"


def test_a_new_kind_keeps_what_both_kinds_share() -> None:
    experiment = edits.replace(Experiment(), "training.optimizer.learning_rate", 0.5)
    experiment = edits.replace(experiment, "training.optimizer.kind", "sgd")
    assert experiment.training.optimizer.model_dump()["learning_rate"] == 0.5
    experiment = edits.replace(experiment, "data.split_seed", 11)
    experiment = edits.replace(experiment, "data.kind", "points")
    assert (experiment.data.kind, experiment.data.split_seed) == ("points", 11)
    # "rows" is a form of digits, and blobs are a shape of points: neither says anything about waves.
    experiment = edits.replace(experiment, "data.num_samples", 20_000)
    experiment = edits.replace(experiment, "data.kind", "waves")
    assert edits.get(experiment, "data.num_samples") == 20_000
    assert edits.replace(experiment, "architecture.kind", "gan").architecture.kind == "gan"


def test_a_new_kind_drops_a_shared_field_whose_value_it_does_not_allow() -> None:
    experiment = edits.set_from_text(Experiment(), 'training.limit={"kind": "seconds", "count": 0.5}')
    experiment = edits.replace(experiment, "training.limit.kind", "epochs")
    assert edits.get(experiment, "training.limit.count") == 10


@pytest.mark.parametrize("layer", LAYERS, ids=lambda layer: layer.model_fields["kind"].default)
def test_every_block_can_take_the_place_of_a_dense_one(layer: type) -> None:
    kind = layer.model_fields["kind"].default  # type: ignore[attr-defined]
    assert kinds(edits.replace(experiment_of(Dense(units=3)), f"{STACK}.0.kind", kind)) == [kind]


def test_blocks_are_inserted_moved_copied_and_removed() -> None:
    experiment = edits.insert_block(Experiment(), f"{STACK}.0", Dense(units=5))
    experiment = edits.insert_block(experiment, f"{STACK}.1", Residual())
    experiment = edits.insert_block(experiment, f"{STACK}.0", Activation())
    assert kinds(experiment) == ["activation", "dense", "residual"]
    experiment = edits.move_block(experiment, f"{STACK}.0", f"{STACK}.1.blocks.0")
    assert kinds(experiment) == ["dense", "residual"]
    assert kinds(experiment, f"{STACK}.1.blocks") == ["activation"]
    experiment = edits.duplicate_block(experiment, f"{STACK}.1")
    assert edits.get(experiment, f"{STACK}.1") == edits.get(experiment, f"{STACK}.2")
    experiment = edits.move_block(experiment, f"{STACK}.1.blocks.0", f"{STACK}.0")
    experiment = edits.remove_block(experiment, f"{STACK}.2")
    assert kinds(experiment) == ["activation", "dense", "residual"]


@given(st.data(), st.integers(1, 6))
@settings(max_examples=40)
def test_moving_there_and_back_changes_nothing(data: st.DataObject, count: int) -> None:
    experiment = experiment_of(*(Dense(units=number + 1) for number in range(count)))
    source, target = data.draw(st.integers(0, count - 1)), data.draw(st.integers(0, count - 1))
    moved = edits.move_block(experiment, f"{STACK}.{source}", f"{STACK}.{target}")
    assert edits.get(moved, f"{STACK}.{target}") == edits.get(experiment, f"{STACK}.{source}")
    assert edits.move_block(moved, f"{STACK}.{target}", f"{STACK}.{source}") == experiment


def test_a_block_moves_into_the_composite_below_which_then_has_its_own_path() -> None:
    experiment = experiment_of(Dense(units=3), Residual(), Residual())
    moved = edits.move_block(experiment, f"{STACK}.0", f"{STACK}.0.blocks.0")
    assert kinds(moved) == ["residual", "residual"]
    assert edits.get(moved, f"{STACK}.0.blocks.0") == Dense(units=3)
    moved = edits.move_block(moved, f"{STACK}.0", f"{STACK}.0.blocks.0")
    assert edits.get(moved, f"{STACK}.0.blocks.0.blocks.0") == Dense(units=3)


def test_places_of_blocks_that_do_not_exist() -> None:
    experiment = experiment_of(Residual())
    for path in (f"{STACK}.2", f"{STACK}.x", f"{STACK}.0.units.0", "training.0", "0", ""):
        assert code_of(edits.insert_block, experiment, path, Dense()) == f"no_such_place {path}"
        assert code_of(edits.remove_block, experiment, path) == f"no_such_place {path}"
        assert code_of(edits.duplicate_block, experiment, path) == f"no_such_place {path}"
    inside = f"{STACK}.0.blocks.0"  # the moved block is gone by then, and nothing has taken its place
    assert code_of(edits.move_block, experiment, f"{STACK}.0", inside) == f"no_such_place {STACK}.0.blocks"


def test_settings_are_json_or_else_text() -> None:
    experiment = edits.set_from_text(Experiment(), "training.batch_size=32")
    experiment = edits.set_from_text(experiment, "training.optimizer.kind=sgd")
    experiment = edits.set_from_text(experiment, "title=a = b")
    experiment = edits.set_from_text(experiment, 'architecture.network.blocks=[{"kind": "flatten"}]')
    assert (experiment.training.batch_size, experiment.training.optimizer.kind) == (32, "sgd")
    assert experiment.title == "a = b"
    assert kinds(experiment) == ["flatten"]
    assert code_of(edits.set_from_text, experiment, "training.batch_size") == "not_a_setting training.batch_size"


@given(st.text(max_size=30))
@settings(max_examples=100)
def test_any_text_is_a_setting_or_a_named_problem(text: str) -> None:
    for assignment in (text, f"{text}=1", f"title={text}", f"training.limit.kind={text}"):
        with contextlib.suppress(InputError):
            assert isinstance(edits.set_from_text(Experiment(), assignment), Experiment)


def test_blocks_of_both_networks_of_a_gan_can_be_edited() -> None:
    gan = load("gan-ring")
    path = "architecture.discriminator.blocks.0"
    assert len(edits.get(edits.remove_block(gan, path), "architecture.discriminator.blocks")) == 4


def test_branches_come_and_go_and_hold_blocks() -> None:
    experiment = experiment_of(Parallel())
    experiment = edits.insert_block(experiment, f"{STACK}.0.branches.1.blocks.0", Dense(units=5))
    experiment = edits.insert_branch(experiment, f"{STACK}.0", 0)
    assert [len(branch.blocks) for branch in edits.get(experiment, f"{STACK}.0.branches")] == [0, 0, 1]
    experiment = edits.move_block(experiment, f"{STACK}.0.branches.2.blocks.0", f"{STACK}.0.branches.0.blocks.0")
    assert edits.get(experiment, f"{STACK}.0.branches.0.blocks.0.units") == 5
    experiment = edits.remove_branch(experiment, f"{STACK}.0", 1)
    assert edits.get(experiment, f"{STACK}.0") == Parallel(branches=(Branch(blocks=(Dense(units=5),)), Branch()))


def test_a_branch_that_cannot_be_is_named() -> None:
    experiment = experiment_of(Parallel(), Dense())
    assert code_of(edits.remove_branch, experiment, f"{STACK}.0", 2) == f"no_such_place {STACK}.0.branches.2"
    assert code_of(edits.insert_branch, experiment, f"{STACK}.0", 3) == f"no_such_place {STACK}.0.branches.3"
    assert code_of(edits.insert_branch, experiment, f"{STACK}.1", 0) == f"no_such_place {STACK}.1.branches"
    full = experiment_of(Parallel(branches=(Branch(),) * 64))
    assert code_of(edits.insert_branch, full, f"{STACK}.0", 0) == f"too_many {STACK}.0.branches"
