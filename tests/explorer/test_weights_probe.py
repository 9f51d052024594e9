"""The weights probe against autograd and against the weights themselves, phase by phase."""

from collections.abc import Iterator

import numpy as np
import pytest
import torch

from explorer import gallery
from explorer.changes.weight_edit import WeightEdit
from explorer.engine.building import make_learner
from explorer.engine.learner import Learner
from explorer.engine.look import Look
from explorer.engine.loop import Moment, train
from explorer.engine.state import restore, state_of
from explorer.engine.timeline import Timeline
from explorer.probes.weights import Weights, tensor_part
from explorer.snapshots import WeightsSnapshot
from models.problem import InputError

FIRST = "architecture.network.blocks.0"


def learner_of(name: str) -> Learner:
    experiment = gallery.load(name)
    return make_learner(experiment, experiment.data.load(), torch.device("cpu"))


class Watcher:
    """A view that looks at every moment, or at those that it is told to."""

    def __init__(self, learner: Learner, path: str, *, at_leisure: bool = True) -> None:
        self.learner, self.probe, self.at_leisure = learner, Weights(path=path), at_leisure
        self.memory: dict[str, object] = {}
        self.moments = train(learner)

    def look(self) -> WeightsSnapshot:
        look = Look(self.learner, at_leisure=self.at_leisure, memory=self.memory)
        return self.probe.capture(look)

    def go(self, phase: str, network: str = "network") -> Moment:
        """On to the next phase of that name."""
        for moment in self.moments:
            found = moment.phase
            if moment.name == "phase" and found is not None and (found.name, found.network) == (phase, network):
                return moment
        raise AssertionError(phase)

    def each(self, num_steps: int) -> Iterator[tuple[Moment, WeightsSnapshot]]:
        """Look at every moment of these steps."""
        last = self.learner.step + num_steps
        for moment in self.moments:
            yield moment, self.look()
            if moment.name == "step" and self.learner.step == last:
                return


def test_the_gradient_is_autograd_s() -> None:
    watcher = Watcher(learner_of("cnn-digits"), FIRST)
    assert watcher.look().gradient is None
    watcher.go("forward")
    assert watcher.look().gradient is None
    watcher.go("backward")
    snapshot = watcher.look()
    twin = learner_of("cnn-digits")
    network = twin.networks["network"]
    network.train()
    batch = twin.data.batch("train", twin.epoch_batches()[0])
    loss = torch.nn.functional.cross_entropy(network(batch.inputs), batch.targets)
    wanted = torch.autograd.grad(loss, network.get_parameter("blocks.0.weight"))[0]
    assert snapshot.gradient is not None
    assert snapshot.gradient.values.shape == wanted.shape
    assert np.array_equal(snapshot.gradient.values, wanted.numpy())
    assert snapshot.is_gradient_new
    assert (snapshot.phase, snapshot.network) == ("backward", "network")


def test_the_change_is_after_minus_before_and_only_of_one_update() -> None:
    watcher = Watcher(learner_of("cnn-digits"), FIRST)
    weight = watcher.learner.networks["network"].get_parameter("blocks.0.weight")
    copies = [weight.detach().clone().numpy()]
    assert watcher.look().change is None
    for moment, snapshot in watcher.each(3):
        if moment.name == "phase" and moment.phase is not None and moment.phase.name == "update":
            copies.append(weight.detach().clone().numpy())
        assert np.array_equal(snapshot.weights.values, copies[-1])
        if len(copies) == 1:
            assert snapshot.change is None
            continue
        assert snapshot.before is not None
        assert snapshot.change is not None
        assert np.array_equal(snapshot.before.values, copies[-2])
        assert np.array_equal(snapshot.change.values, copies[-1] - copies[-2])
        assert snapshot.is_gradient_new == (snapshot.phase == "backward")
        assert (snapshot.phase == "") == (moment.name == "step")


def test_what_happened_while_nobody_looked_is_no_change() -> None:
    watcher = Watcher(learner_of("mlp-digits"), "")
    watcher.look()
    watcher.go("update")
    assert watcher.look().change is not None
    watcher.go("update")
    watcher.go("update")
    assert watcher.look().change is None


def test_at_full_speed_there_are_weights_and_a_gradient_and_no_change() -> None:
    watcher = Watcher(learner_of("mlp-digits"), "", at_leisure=False)
    snapshots = [snapshot for moment, snapshot in watcher.each(3) if moment.name == "step"]
    assert all(snapshot.gradient is not None and snapshot.change is None for snapshot in snapshots)
    assert not watcher.memory


def test_a_step_back_is_no_update() -> None:
    watcher = Watcher(learner_of("mlp-digits"), "")
    for _ in watcher.each(1):
        pass
    saved = state_of(watcher.learner)
    for _ in watcher.each(2):
        pass
    restore(watcher.learner, saved)
    assert watcher.look().change is None


@pytest.mark.parametrize("name", ["mlp-digits", "cnn-digits"])
def test_after_a_rewind_the_gradient_is_the_moment_s_own_or_there_is_none(name: str) -> None:
    watcher = Watcher(learner_of(name), "")
    timeline, gradients = Timeline(watcher.learner), []
    for moment, snapshot in watcher.each(4):
        if moment.name == "step":
            assert snapshot.gradient is not None
            gradients.append(snapshot.gradient.values)
    timeline.keep()
    timeline.restore(0)
    assert watcher.look().gradient is None
    watcher.moments = train(watcher.learner)
    for moment, snapshot in watcher.each(4):
        found, phase = snapshot.gradient, moment.phase
        has_none = moment.name == "phase" and phase is not None and phase.name in ("forward", "loss")
        assert (found is None) == has_none
        if found is not None:
            assert np.array_equal(found.values, gradients[watcher.learner.step - (moment.name == "step")])
    timeline.arrive()
    arrived = watcher.look().gradient
    assert arrived is not None
    assert np.array_equal(arrived.values, gradients[-1])


def test_a_gan_s_judge_is_updated_before_the_generator() -> None:
    learner = learner_of("gan-ring")
    judge, maker = (Watcher(learner, f"architecture.{name}.blocks.0") for name in ("discriminator", "generator"))
    maker.moments = judge.moments
    for watcher in (judge, maker):
        watcher.look()
    judge.go("backward", "discriminator")
    assert judge.look().is_gradient_new
    assert maker.look().gradient is None
    judge.go("update", "discriminator")
    assert judge.look().change is not None
    assert maker.look().change is None
    judge.go("update", "generator")
    assert judge.look().phase == "update"
    assert maker.look().change is not None


def test_a_decoder_waits_while_its_encoder_is_updated() -> None:
    learner = learner_of("transformer-reversal")
    reader, writer = (Watcher(learner, f"architecture.{name}.blocks.0") for name in ("encoder", "decoder"))
    for watcher in (reader, writer):
        watcher.look()
    reader.go("backward", "decoder")
    assert reader.look().is_gradient_new
    assert writer.look().is_gradient_new
    reader.go("update", "encoder")
    first, second = reader.look(), writer.look()
    assert (first.is_gradient_new, second.is_gradient_new) == (False, True)
    assert first.change is not None
    assert second.change is None


def test_every_parameter_of_a_block_can_be_chosen() -> None:
    learner = learner_of("lstm-digits")
    names = Weights().capture(Look(learner)).parameters
    assert len(names) > 2
    for name in names:
        snapshot = Weights(path=FIRST, parameter=name).capture(Look(learner))
        assert snapshot.parameter == name
        wanted = learner.networks["network"].get_submodule("blocks.0").get_parameter(name)
        drawn = wanted.detach().numpy()[tuple(slice(size) for size in snapshot.weights.values.shape)]
        assert np.array_equal(snapshot.weights.values, drawn)
        assert snapshot.shape == tuple(wanted.shape)


def test_a_block_that_does_not_learn_is_a_problem() -> None:
    with pytest.raises(InputError) as caught:
        Weights(path="architecture.network.blocks.1").capture(Look(learner_of("cnn-digits")))
    assert caught.value.problems[0].code == "nothing_to_show"


def test_a_large_matrix_is_drawn_in_part_and_counted_whole() -> None:
    whole = torch.linspace(-1, 2, 300 * 700).reshape(300, 700)
    whole[299, 699] = float("nan")
    part = tensor_part(whole)
    assert np.array_equal(part.values, whole[:256, :256].numpy())
    assert part.counts.sum() == 300 * 700 - 1
    assert part.edges[-1] == -part.edges[0]
    assert np.isnan(part.length)
    assert tensor_part(torch.tensor([3.0, -4.0])).length == 5.0
    assert tensor_part(torch.zeros(2, 2)).edges[-1] == 1.0


def test_a_weight_that_was_set_by_hand_is_seen_before_the_next_step_and_is_what_was_before_its_update() -> None:
    watcher = Watcher(learner_of("cnn-digits"), FIRST)
    watcher.go("update")
    next(watcher.moments)
    watcher.look()
    learner = watcher.learner
    weight = learner.networks["network"].get_parameter("blocks.0.weight")
    before = weight.detach().clone()
    learner.changes[learner.step] = [WeightEdit(block=FIRST, weight="weight", index=(2, 0, 1, 1), value=0.75)]
    assert watcher.look().weights.values[2, 0, 1, 1] == 0.75
    assert torch.equal(weight, before)
    watcher.go("update")
    updated = watcher.look()
    assert updated.before is not None
    assert updated.before.values[2, 0, 1, 1] == 0.75
