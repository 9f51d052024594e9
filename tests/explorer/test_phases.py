"""Block by block and in slow motion: where a run stands then, and that its losses stay what they are."""

import multiprocessing
from collections import deque
from collections.abc import Iterator
from itertools import islice
from typing import Any

import pytest
import torch

from explorer.commands import Command, Pause, Play, SetSpeed, StepOnce, Watch
from explorer.edits import replace
from explorer.engine.building import make_learner
from explorer.engine.learner import Learner
from explorer.engine.loop import Moment, train
from explorer.engine.outbox import Outbox
from explorer.engine.pacing import Pace
from explorer.engine.saving import Saving
from explorer.engine.session import Session
from explorer.engine.timeline import Timeline
from explorer.engine.watching import Watching
from explorer.events import Event, Progress, SnapshotTaken, StateChanged
from explorer.gallery import load as gallery
from explorer.probes import Activations
from explorer.spec import Experiment
from tests.explorer.talk import Talk, experiment, is_event, load

FAMILIES = ("cnn-digits", "lstm-digits", "transformer-reversal", "gan-ring", "resnet-digits", "mlp-digits")


def learner_of(spec: Experiment) -> Learner:
    return make_learner(spec, spec.data.load(), torch.device("cpu"))


def followed(spec: Experiment, *, by_block: bool, num_steps: int) -> tuple[list[tuple[float, ...]], list[Moment]]:
    """The losses of the first steps, and every moment of the last of them."""
    learner = learner_of(spec)
    learner.stops_at_blocks = by_block
    losses: list[tuple[float, ...]] = []
    moments: list[Moment] = []
    for moment in train(learner):
        moments.append(moment)
        if moment.name == "step":
            losses.append(tuple(float(moment.metrics[name]) for name in sorted(moment.metrics)))
            if len(losses) == num_steps:
                break
            moments.clear()
    return losses, moments


@pytest.mark.parametrize("name", FAMILIES)
def test_a_run_stands_after_every_block_in_order_and_learns_the_same(name: str) -> None:
    spec = gallery(name)
    by_block, moments = followed(spec, by_block=True, num_steps=3)
    assert by_block == followed(spec, by_block=False, num_steps=3)[0]
    for network, passes in passes_of(moments).items():
        num_blocks = len(getattr(spec.architecture, network).blocks)
        assert passes, network
        for blocks in passes:
            assert blocks == [f"architecture.{network}.blocks.{number}" for number in range(num_blocks)]


def passes_of(moments: list[Moment]) -> dict[str, list[list[str]]]:
    """By network, the blocks of every pass through it; the last block of a pass is the forward phase itself."""
    passes: dict[str, list[list[str]]] = {}
    blocks: list[str] = []
    for moment in moments:
        phase = moment.phase
        if phase is None or phase.name != "forward":
            continue
        blocks.append(phase.block)
        assert (moment.name == "phase") == phase.is_whole
        if phase.is_whole:
            passes.setdefault(phase.network, []).append(blocks)
            blocks = []
    assert not blocks
    return passes


def test_block_by_block_a_gan_judges_real_samples_made_ones_and_made_ones_again() -> None:
    _, moments = followed(gallery("gan-ring"), by_block=True, num_steps=1)
    passes = passes_of(moments)
    assert (len(passes["generator"]), len(passes["discriminator"])) == (1, 3)


def test_block_by_block_in_bfloat16_is_the_same_and_leaves_no_mode_behind() -> None:
    spec = replace(gallery("cnn-digits"), "training.precision", "bf16")
    learner = learner_of(spec)
    learner.stops_at_blocks = True
    for moment in islice(train(learner), 40):
        assert not torch.is_autocast_enabled("cpu"), moment
        assert torch.is_grad_enabled()
    by_block, _ = followed(spec, by_block=True, num_steps=4)
    assert by_block == followed(spec, by_block=False, num_steps=4)[0]


def test_a_network_without_blocks_has_a_forward_phase_too() -> None:
    learner = learner_of(experiment())
    learner.stops_at_blocks = True
    learner.networks["network"].blocks = torch.nn.ModuleList()
    given = torch.ones(2, 3)
    way = learner.forward("network", given)
    assert next(way).block == ""
    with pytest.raises(StopIteration) as done:
        next(way)
    assert done.value.value is given


def test_standing_after_each_block_and_then_at_each_phase(talk: Talk) -> None:
    talk.send(load(experiment()))
    talk.until_state("paused")
    told = []
    for _ in range(8):
        talk.send(StepOnce("r", "block"))
        paused = talk.until_state("paused")
        told.append((paused.phase, paused.block.rpartition(".")[2]))
    blocks = [("forward", str(number)) for number in range(4)]
    assert told == [*blocks, ("loss", ""), ("backward", ""), ("update", ""), blocks[0]]


def test_a_phase_goes_on_from_a_block_to_the_end_of_the_forward_phase(talk: Talk) -> None:
    talk.send(load(experiment()), StepOnce("r", "block"))
    talk.until_state("stepping")
    assert talk.until_state("paused").block.endswith("blocks.0")
    told = []
    for unit in ("phase", "phase", "block", "batch", "phase"):
        talk.send(StepOnce("r", unit))  # type: ignore[arg-type]
        told.append(talk.until_state("paused").phase)
    assert told == ["forward", "loss", "backward", "", "forward"]


def test_blocks_and_views_that_look_at_them_change_no_loss(talk: Talk) -> None:
    talk.send(load(experiment(epochs=1)), Play("r"))
    talk.until_state("finished")
    alone = talk.losses()
    talk.heard.clear()
    talk.send(load(experiment(epochs=1), run_id="s"), Watch("s", "view", Activations()))
    talk.until_state("paused")
    for _ in range(16):
        talk.send(StepOnce("s", "block"))
        talk.until_state("paused")
        talk.until(is_event(SnapshotTaken))
    talk.send(Play("s"))
    talk.until_state("finished")
    assert talk.losses() == alone


class Box(Outbox):
    """An outbox that keeps everything."""

    def __init__(self) -> None:
        here, self._there = multiprocessing.Pipe()
        super().__init__(here)
        self.events: list[Event] = []

    def put(self, event: Event) -> None:
        self.events.append(event)

    def put_latest(self, key: str, event: Event) -> None:
        self.events.append(event)

    def put_snapshot(self, key: str, event: Event) -> None:
        self.events.append(event)

    def put_metrics(self, metrics: Any) -> None:
        self.events.append(metrics)

    def places(self) -> list[tuple[str, str, str]]:
        """What it was told of states since the last call."""
        told = [event for event in self.events if isinstance(event, StateChanged)]
        self.events = [event for event in self.events if not isinstance(event, StateChanged)]
        return [(one.state, one.phase, one.block.rpartition(".")[2]) for one in told]


class SlowRun:
    """A session whose rests pass when the test says so."""

    def __init__(self, speed: float | None, spec: Experiment | None = None) -> None:
        self.now, self.box = 100.0, Box()
        self.learner = learner_of(spec or experiment())
        self.session = Session(
            "r", Watching("r", self.learner, self.box), self.box, Saving(self.learner, None), Timeline(self.learner)
        )
        self.session._motion.pace = Pace(lambda: self.now)
        self.session.set_speed(speed)
        self.pending: deque[Command] = deque()

    def rest(self) -> float:
        """Let the rest under way pass; how long it was."""
        seconds = self.session.rest_s
        assert seconds is not None
        self.now += seconds
        self.session.advance(self.pending, deque())
        return seconds


STEP = [
    *(("running", "forward", str(number)) for number in range(4)),
    ("running", "loss", ""),
    ("running", "backward", ""),
    ("running", "update", ""),
]


def test_slow_motion_shows_every_block_and_phase_for_its_time() -> None:
    run = SlowRun(0.5)
    run.session.play()
    run.session.advance(run.pending, deque())
    run.box.places()
    rests = [run.rest() for _ in range(13)]
    assert rests == pytest.approx([2.0] * 13)
    assert run.box.places() == (STEP * 2)[1:]
    assert run.learner.step == 2


def test_resting_is_no_time_of_training_and_wakes_for_nothing_but_the_end_of_the_rest() -> None:
    run = SlowRun(2)
    run.session.play()
    run.session.advance(run.pending, deque())
    assert not run.learner.stopwatch.is_running
    seconds, moments = run.learner.stopwatch.seconds, run.session._life.num_moments
    run.now += 0.25
    run.session.advance(run.pending, deque())
    assert (run.learner.stopwatch.seconds, run.session._life.num_moments) == (seconds, moments)
    run.rest()
    assert run.learner.stopwatch.seconds > seconds
    assert not run.learner.stopwatch.is_running


def test_a_pause_in_slow_motion_stands_at_what_is_seen() -> None:
    run = SlowRun(0.5)
    run.session.play()
    run.session.advance(run.pending, deque())
    run.rest()
    run.box.places()
    run.session.pause()
    assert run.session.rest_s is None
    assert run.box.places() == [("paused", "forward", "1")]
    run.session.play()
    assert run.learner.stopwatch.is_running
    run.session.advance(run.pending, deque())
    assert run.box.places() == [("running", "forward", "1"), ("running", "forward", "2")]


def test_steps_in_slow_motion_end_where_they_always_end() -> None:
    run = SlowRun(1)
    run.session.step_once("batch")
    run.session.advance(run.pending, deque())
    for _ in range(6):
        run.rest()
    assert run.session.rest_s is None
    assert run.box.places()[-2:] == [("stepping", "backward", ""), ("paused", "update", "")]
    run.session.step_once("phase")
    run.session.advance(run.pending, deque())
    assert run.box.places() == [("stepping", "update", ""), ("paused", "forward", "3")], "a phase comes at once"


def test_without_a_limit_a_run_in_slow_motion_goes_on_at_once_and_tells_no_more_phases() -> None:
    run = SlowRun(0.5)
    run.session.play()
    run.session.advance(run.pending, deque())
    run.box.places()
    run.session.set_speed(None)
    assert run.session.rest_s == 0
    run.session.advance(run.pending, deque())  # to the end
    assert run.box.places() == [("running", "", ""), ("finished", "", "")]
    assert run.learner.step == 40


def test_a_validation_in_slow_motion_asks_for_no_rest() -> None:
    run = SlowRun(0.5)
    run.session.play()
    run.session.advance(run.pending, deque())
    while run.learner.step < run.learner.lengths.steps_per_epoch:
        run.rest()
    assert run.learner.epoch == 0
    assert run.rest() == pytest.approx(2.0)
    assert run.learner.epoch == 1, "validated, and a step later already"
    assert run.box.places()[-1] == ("running", "forward", "0")
    assert run.rest() == pytest.approx(2.0)
    assert not run.learner.stopwatch.is_running


def test_every_view_looks_at_every_phase_of_slow_motion() -> None:
    run = SlowRun(0.5)
    run.session.watching.watch("view", Activations())
    run.session.play()
    run.session.advance(run.pending, deque())
    for _ in range(10):
        run.session.look()
        run.session.look()  # nothing new
        run.session.watching.acknowledge(("view",))
        run.rest()
    taken = [event.step for event in run.box.events if isinstance(event, SnapshotTaken)]
    assert taken == [0] * 6 + [1] * 4
    progress = [event for event in run.box.events if isinstance(event, Progress)]
    assert progress[-1].watching_cost == 0, "training has waited for nobody"


def test_slow_motion_in_a_run_of_its_own_pauses_at_once(talk: Talk) -> None:
    """The engine itself: at one phase every two seconds a pause is not kept waiting, and losses stay the same."""
    talk.send(load(experiment(epochs=1)), Play("r"))
    talk.until_state("finished")
    alone = talk.losses()
    talk.heard.clear()
    talk.send(load(experiment(epochs=1), run_id="s"), SetSpeed("s", 0.5), Play("s"))
    shown = talk.until(lambda event: isinstance(event, StateChanged) and event.phase == "forward")
    assert isinstance(shown, StateChanged)
    assert (shown.state, shown.block) == ("running", "architecture.network.blocks.0")
    talk.send(Pause("s"))
    assert talk.until_state("paused").block == "architecture.network.blocks.0"
    talk.send(SetSpeed("s", 500), Play("s"))
    talk.until_state("finished")
    assert talk.losses() == alone


@pytest.fixture(autouse=True)
def threads_stay() -> Iterator[None]:
    before = torch.get_num_threads()
    yield
    torch.set_num_threads(before)
