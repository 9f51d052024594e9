"""Changes while a run goes on: exact in replays, forks and in another process, and true to what they promise."""

import random
from pathlib import Path
from typing import Any

import pytest
import torch
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from explorer import edits
from explorer.changes import AnyChange
from explorer.changes.freeze import Freeze
from explorer.changes.learning_rate import LearningRate
from explorer.changes.setting import Setting
from explorer.changes.silence import Silence
from explorer.changes.weight_edit import WeightEdit
from explorer.engine.building import make_learner
from explorer.engine.learner import Learner
from explorer.engine.live_changes import ahead, refuse_unfit, take_up
from explorer.engine.look import undisturbed
from explorer.engine.loop import train
from explorer.engine.state import restore, state_from_arrays, state_of
from explorer.engine.timeline import Timeline
from explorer.live_edits import live_settings
from explorer.probe import all_blocks, network_and_module
from explorer.runs.marks import as_marks, from_facts
from explorer.runs.run_folder import RunFolder
from explorer.spec import Experiment
from models.problem import InputError
from models.resolve import ResolvedBlock
from tests.explorer.test_learner_state import CNN, GAN, LSTM, TRANSFORMER, trained_with

pytestmark = pytest.mark.usefixtures("one_thread")

NUM_STEPS = 24
CPU = torch.device("cpu")
REPEATED = {"kind": "repeat", "blocks": [{"kind": "conv2d", "out_channels": 4, "padding": 1}, {"kind": "batch_norm"}]}
EXPERIMENTS = {
    "cnn": trained_with(
        CNN,
        schedule={"kind": "cosine"},
        optimizer={"kind": "sgd", "learning_rate": 0.02},
        early_stopping={"kind": "patience", "epochs": 50},  # replays validate too, by which it is judged
    ),
    "lstm": trained_with(LSTM, schedule={"kind": "step", "every": 1, "gamma": 0.8}, clip_norm=1.0),
    "transformer": TRANSFORMER,
    "gan": trained_with(GAN, discriminator_optimizer={"kind": "rmsprop", "learning_rate": 0.001}),
}


def learner_of(experiment: dict[str, Any] | str, **training: object) -> Learner:
    plain = EXPERIMENTS[experiment] if isinstance(experiment, str) else experiment
    spec = Experiment.model_validate(trained_with(plain, **{"limit": {"kind": "epochs", "count": 9}, **training}))
    return make_learner(spec, spec.data.load(), CPU)


def lived(learner: Learner, until: int) -> dict[int, list[tuple[str, float]]]:
    """What every step up to that one tells, by its number."""
    found: dict[int, list[tuple[str, float]]] = {}
    if learner.step == until:
        return found
    for moment in train(learner):
        if moment.name == "step":
            found[learner.step] = [(name, float(value)) for name, value in moment.metrics.items()]
            if learner.step == until:
                break
    return found


def refuse_difference(one: dict[int, Any], other: dict[int, Any]) -> None:
    """Both tell the same of the same steps; named is the first that differs."""
    assert one.keys() <= other.keys()
    assert next((step for step in one if one[step] != other[step]), None) is None


def any_change(learner: Learner, draw: random.Random) -> AnyChange:
    """Something that fits the learner."""
    experiment = learner.experiment
    blocks = all_blocks(experiment)
    learning = [block for block in blocks if block.num_params]
    match draw.randrange(5):
        case 0:
            return LearningRate(network=draw.choice(list(learner.networks)), value=draw.uniform(1e-4, 0.02))
        case 1:
            path, value = draw.choice(list(live_settings(experiment).items()))
            if isinstance(value, bool):
                return Setting(path=path, value=not value)
            if path == "training.batch_size":
                return Setting(path=path, value=draw.choice((17, 32, 60, 128)))
            if isinstance(value, int):
                return Setting(path=path, value=draw.randrange(1, 9))
            return Setting(path=path, value=draw.choice((0.05, 0.3, 0.6)))
        case 2:
            return Freeze(block=draw.choice(learning).path, is_frozen=draw.random() < 0.7)
        case 3:
            block = draw.choice(blocks)
            assert block.out_port is not None
            heads = getattr(block.layer, "heads", 0)
            numbers = (draw.randrange(heads or block.out_port.features),)
            return Silence(
                block=block.path, part="head" if heads else "unit", numbers=numbers, is_silent=draw.random() < 0.7
            )
        case _:
            block = draw.choice(learning)
            name, weight = draw.choice(list(module_of(learner, block).named_parameters()))
            index = tuple(draw.randrange(size) for size in weight.shape)
            return WeightEdit(block=block.path, weight=name, index=index, value=draw.uniform(-1, 1))


def module_of(learner: Learner, block: ResolvedBlock | str) -> torch.nn.Module:
    network, name = network_and_module(block if isinstance(block, str) else block.path)
    return learner.networks[network].get_submodule(name)


@pytest.mark.parametrize("name", EXPERIMENTS)
@given(seed=st.integers(0, 2**32))
@settings(
    max_examples=3,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],  # a smaller seed is no simpler case
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_a_changed_life_is_lived_again_to_the_last_bit(name: str, seed: int) -> None:
    learner, draw = learner_of(name), random.Random(seed)
    timeline = Timeline(learner)
    first: dict[int, list[tuple[str, float]]] = {}
    for until in sorted(draw.sample(range(NUM_STEPS), 6)):
        first |= lived(learner, until)
        for _ in range(draw.randrange(1, 3)):
            change = any_change(learner, draw)
            refuse_unfit(learner, change)
            timeline.change(change)
        if draw.random() < 0.5:
            timeline.keep()
        with ahead(learner):  # whoever looks leaves no trace
            pass
    first |= lived(learner, NUM_STEPS)
    timeline.keep_head()
    for _ in range(3):
        target = draw.randrange(NUM_STEPS)
        timeline.restore(target)
        until = draw.randrange(target + 1, NUM_STEPS + 1)
        refuse_difference(lived(learner, until), first)
    resumed = elsewhere(learner, timeline, draw.randrange(NUM_STEPS), name)
    refuse_difference(lived(resumed, NUM_STEPS), first)
    forked = draw.randrange(1, NUM_STEPS)
    timeline.restore(forked)
    lived(learner, forked)
    timeline.cut(None)
    fork = lived(learner, NUM_STEPS)
    plain = elsewhere(learner, timeline, forked, name)
    refuse_difference(lived(plain, NUM_STEPS), fork)


def elsewhere(learner: Learner, timeline: Timeline, step: int, name: str) -> Learner:
    """Another learner that has been told what a folder keeps of this one at the last kept step up to `step`."""
    kept = max(one for one in timeline.steps if one <= step)
    saved = timeline._states[kept]
    arrays = [{key: value.numpy() for key, value in part.items()} for part in (saved.weights, saved.state)]
    marks = [[mark.step, mark.change.model_dump(mode="json")] for mark in as_marks(learner.changes)]
    paces = list(learner.paces.items())
    resumed = learner_of(name)
    take_up(resumed, *from_facts(marks, paces, NUM_STEPS))
    restore(resumed, state_from_arrays(*arrays, saved.scalars))
    resumed.replays_until = NUM_STEPS
    return resumed


BLOCKS = "architecture.network.blocks"
EVERY = [
    {"kind": "sgd", "learning_rate": 0.05, "momentum": 0.9, "weight_decay": 0.1},
    {"kind": "adam", "weight_decay": 0.1},
    {"kind": "adamw", "weight_decay": 0.5},
    {"kind": "rmsprop", "momentum": 0.9, "weight_decay": 0.1},
]


@pytest.mark.parametrize("optimizer", EVERY, ids=lambda spec: spec["kind"])
@pytest.mark.parametrize("frozen_at", [0, 3])
def test_what_is_frozen_stays_as_it_is_and_learns_again(optimizer: dict[str, Any], frozen_at: int) -> None:
    learner = learner_of(trained_with(CNN, optimizer=optimizer))
    timeline = Timeline(learner)
    lived(learner, frozen_at)
    for number in (0, 1):  # a convolution and the batch normalisation behind it
        timeline.change(Freeze(block=f"{BLOCKS}.{number}"))
    before = state_of(learner)
    lived(learner, 9)
    after = state_of(learner)
    held = [key for key in before.weights if key.startswith(("network.blocks.0.", "network.blocks.1."))]
    assert len(held) == 7
    assert all(torch.equal(before.weights[key], after.weights[key]) for key in held)
    assert not torch.equal(before.weights["network.blocks.5.weight"], after.weights["network.blocks.5.weight"])
    if frozen_at:
        states = [key for key in before.state if key.startswith(tuple(f"optimizer.network.{n}." for n in range(4)))]
        assert states
        assert all(torch.equal(before.state[key], after.state[key]) for key in states)
    for number in (0, 1):
        timeline.change(Freeze(block=f"{BLOCKS}.{number}", is_frozen=False))
    lived(learner, 11)
    thawed = state_of(learner).weights
    assert not any(torch.equal(after.weights[key], thawed[key]) for key in held)


@pytest.mark.parametrize("optimizer", EVERY, ids=lambda spec: spec["kind"])
def test_others_learn_as_torch_itself_lets_them(optimizer: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """The lists of the fused steps make no difference, whoever is frozen when."""

    def life() -> dict[int, list[tuple[str, float]]]:
        learner = learner_of(trained_with(CNN, optimizer=optimizer))
        for step, is_frozen in ((2, True), (6, False), (9, True), (10, False)):
            learner.changes[step] = [Freeze(block=f"{BLOCKS}.0", is_frozen=is_frozen)]
        return lived(learner, 14)

    listed = life()
    monkeypatch.setattr("explorer.engine.fused_steps._listed", lambda optimizer: None)
    refuse_difference(life(), listed)


def test_a_network_that_is_frozen_whole_trains_on_without_a_change() -> None:
    learner = learner_of("gan")
    learner.changes[2] = [Freeze(block=block.path) for block in all_blocks(learner.experiment) if block.num_params]
    lived(learner, 2)
    before = state_of(learner).weights
    lived(learner, 8)
    after = state_of(learner).weights
    assert all(torch.equal(before[key], after[key]) for key in before)


def test_a_frozen_block_is_frozen_every_time_that_a_repeat_has_it() -> None:
    plain = CNN | {
        "architecture": {
            "kind": "single",
            "network": {"blocks": [{"kind": "conv2d", "out_channels": 4, "padding": 1}, REPEATED, *LAST]},
        }
    }
    learner = learner_of(plain)
    timeline = Timeline(learner)
    timeline.change(Freeze(block=f"{BLOCKS}.1.blocks.0"))
    timeline.change(Silence(block=f"{BLOCKS}.1.blocks.1", numbers=(2,)))
    before = state_of(learner).weights
    lived(learner, 3)
    after = state_of(learner).weights
    held = {key for key in before if torch.equal(before[key], after[key])}
    names = ("blocks.1.blocks.0", "blocks.1.copies.0.blocks.0")
    assert held == {f"network.{name}.{weight}" for name in names for weight in ("weight", "bias")}
    with undisturbed(learner):
        for name in ("blocks.1.blocks.1", "blocks.1.copies.0.blocks.1"):
            (answer,) = answers_of(learner, name)
            assert not answer[:, 2].any()
            assert answer[:, 3].any()


LAST = [{"kind": "flatten"}, {"kind": "dense", "units": "classes"}]


def answers_of(learner: Learner, name: str) -> list[torch.Tensor]:
    answers: list[torch.Tensor] = []
    module = learner.networks["network"].get_submodule(name)
    handle = module.register_forward_hook(lambda module, inputs, output: answers.append(output))
    learner.objective.output(learner, learner.data.batch("validation", slice(0, 5)))
    handle.remove()
    return answers


@pytest.mark.parametrize(("name", "number", "shape"), [("cnn", 0, (4, 1, 1)), ("cnn", 5, (10,)), ("lstm", 0, (8,))])
def test_a_silenced_unit_answers_nothing_as_if_masked_by_hand(name: str, number: int, shape: tuple[int, ...]) -> None:
    by_hand = learner_of(name)
    mask = torch.ones(shape[0])
    mask[1] = 0
    module_of(by_hand, f"{BLOCKS}.{number}").register_forward_hook(
        lambda module, inputs, output: output * mask.view(shape)
    )
    silent = lived(by_hand, 7)
    learner = learner_of(name)
    learner.changes[0] = [Silence(block=f"{BLOCKS}.{number}", numbers=(1,))]
    learner.changes[6] = [Silence(block=f"{BLOCKS}.{number}", numbers=(1, 2), is_silent=False)]
    refuse_difference(lived(learner, 6), silent)
    assert lived(learner, 7)[7] != silent[7]
    assert not learner.interventions._lifting, "where nothing is silenced nothing is in the way"


@pytest.mark.parametrize("attention", ["self", "cross"])
def test_a_silenced_head_is_one_whose_share_in_the_mixture_is_zero(attention: Any) -> None:
    by_hand = learner_of("transformer")
    block = "architecture.decoder.blocks.1"
    heads = module_of(by_hand, block).get_submodule("attention" if attention == "self" else "cross_attention")
    out: Any = heads.out
    zero = torch.cat([torch.ones(8), torch.zeros(8)])  # the second of two heads
    by_hand_forward = out.forward
    out.forward = lambda x: by_hand_forward(x * zero)
    silent = lived(by_hand, 5)
    learner = learner_of("transformer")
    learner.changes[0] = [Silence(block=block, part="head", numbers=(1,), attention=attention)]
    refuse_difference(lived(learner, 5), silent)


def test_a_weight_is_what_it_was_set_to_and_goes_on_learning() -> None:
    learner = learner_of("cnn")
    timeline = Timeline(learner)
    lived(learner, 4)
    edit = WeightEdit(block=f"{BLOCKS}.5", weight="weight", index=(3, 7), value=0.625)
    timeline.change(edit)
    weight: Any = module_of(learner, f"{BLOCKS}.5").weight
    before = weight.detach().clone()
    with undisturbed(learner):
        assert weight[3, 7] == 0.625, "whoever looks sees it already"
    assert torch.equal(weight, before), "but a state of this step has what was there"
    moments = train(learner)
    assert next(moments).name == "phase"
    assert weight[3, 7] == 0.625
    lived(learner, 5)
    assert weight[3, 7] != 0.625


@given(sizes=st.lists(st.sampled_from((1, 30, 64, 200, 700)), min_size=1, max_size=8), draw=st.randoms())
@settings(max_examples=8, deadline=None)
def test_an_epoch_takes_every_sample_once_whatever_sizes_its_batches_have(
    sizes: list[int], draw: random.Random
) -> None:
    learner = learner_of("cnn", batch_size=100)
    train_on, when = len(learner.splits["train"]), 0
    for size in sizes:
        when += draw.randrange(1, 4)
        learner.changes[when] = [Setting(path="training.batch_size", value=size)]
    for epoch in range(2):
        rows = []
        for batch in learner.epoch_batches():
            rows.append(batch)
            learner.step, learner.position = learner.step + 1, learner.position + len(batch)
            assert learner.num_samples == epoch * train_on + sum(map(len, rows))
        assert sorted(torch.cat(rows).tolist()) == list(range(train_on))
        learner.epoch, learner.position = epoch + 1, 0
    assert learner.lengths.num_steps == learner.step + (9 - 2) * learner.lengths.steps_per_epoch


def test_a_run_of_epochs_ends_with_its_last_epoch_whatever_its_batches() -> None:
    learner = learner_of("cnn", limit={"kind": "epochs", "count": 3}, schedule={"kind": "cosine"})
    learner.changes = {
        5: [Setting(path="training.batch_size", value=40)],
        30: [Setting(path="training.batch_size", value=300)],
    }
    rates = [dict(metrics)["learning_rate"] for metrics in lived(learner, 10**9).values()]
    assert (learner.epoch, learner.position) == (3, 0)
    assert learner.lengths.num_steps == learner.step == len(rates)
    assert list(learner.paces) == [0, 5, 30]
    assert rates[-1] < 0.3 * 0.001


def test_dropout_is_set_wherever_the_block_has_it() -> None:
    learner = learner_of("transformer")
    learner.changes[1] = [Setting(path="architecture.decoder.blocks.1.dropout", value=0.75)]
    lived(learner, 2)
    shares = {
        name: {part.p for part in network.modules() if isinstance(part, torch.nn.Dropout)}
        for name, network in learner.networks.items()
    }
    assert shares == {"encoder": {0.1}, "decoder": {0.75}}
    Timeline(learner).keep()
    learner.changes.clear()
    restore(learner, state_of(learner))
    assert {part.p for part in learner.networks["decoder"].modules() if isinstance(part, torch.nn.Dropout)} == {0.1}


REFUSED: dict[str, AnyChange] = {
    "not_live": Setting(path="training.optimizer.learning_rate", value=0.1),
    "no_such_place": Setting(path="seed", value=3),
    "batch_too_large": Setting(path="training.batch_size", value=60000),
    "out_of_range": Setting(path="architecture.network.blocks.3.probability", value=1.5),
    "no_such_network": LearningRate(network="generator", value=0.1),
    "no_such_block": Freeze(block=f"{BLOCKS}.9"),
    "nothing_to_freeze": Freeze(block=f"{BLOCKS}.3"),
    "no_such_unit": Silence(block=f"{BLOCKS}.0", numbers=(3, 4)),
    "no_such_head": Silence(block=f"{BLOCKS}.0", part="head", numbers=(0,)),
    "no_such_weight": WeightEdit(block=f"{BLOCKS}.0", weight="gain", index=(0,), value=1.0),
    "no_such_index": WeightEdit(block=f"{BLOCKS}.0", weight="bias", index=(4,), value=1.0),
    "weight_too_large": WeightEdit(block=f"{BLOCKS}.0", weight="bias", index=(3,), value=1e300),
}


@pytest.mark.parametrize("code", REFUSED)
def test_what_does_not_fit_is_refused_with_place_cause_and_remedy(code: str) -> None:
    learner = learner_of("cnn")
    with pytest.raises(InputError) as refusal:
        refuse_unfit(learner, REFUSED[code])
    (problem,) = refusal.value.problems
    assert problem.place
    assert str(problem.message)
    assert str(problem.remedy)
    assert code in (problem.code, "no_such_place", "out_of_range")


def test_every_setting_that_is_live_is_one_of_the_experiment() -> None:
    for name, plain in EXPERIMENTS.items():
        experiment = Experiment.model_validate(plain)
        for path, value in live_settings(experiment).items():
            assert edits.get(experiment, path) == value
            assert type(edits.get(experiment, path.rpartition(".")[0])).model_fields, name
    paths = set(live_settings(Experiment.model_validate(EXPERIMENTS["transformer"])))
    assert {"training.batch_size", "architecture.decoder.blocks.1.dropout", "training.optimizer.beta1"} <= paths


def test_a_folder_keeps_changes_for_another_process(tmp_path: Path) -> None:
    learner = learner_of("gan")
    learner.changes = {
        2: [Freeze(block="architecture.generator.blocks.0"), Setting(path="training.batch_size", value=17)],
        5: [Silence(block="architecture.discriminator.blocks.0", numbers=(1, 3))],
    }
    lived(learner, 8)
    saved = state_of(learner)
    with RunFolder.create(tmp_path / "run", learner.began_as, device="cpu", num_threads=1) as folder:
        folder.write_checkpoint(8, saved.weights, saved.state, saved.scalars)
        folder.write_marks(learner.changes, learner.paces)
        resumed = learner_of("gan")
        take_up(resumed, *folder.read_marks(8))
        restore(resumed, state_from_arrays(*folder.read_checkpoint(8)))
    assert resumed.experiment == learner.experiment
    assert (resumed.position, resumed.lengths.num_steps) == (learner.position, learner.lengths.num_steps)
    taken_up = lived(resumed, 20)
    torch.set_rng_state(saved.state["random.cpu"])
    refuse_difference(lived(learner, 20), taken_up)
