"""The schedules are torch's, and keep within the learning rate that a person has set."""

import math
from typing import Any

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter
from torch.optim import lr_scheduler

from explorer.engine.building import make_learner
from explorer.engine.learner import Learner
from explorer.engine.loop import train
from explorer.run_length import batch_sizes, num_steps, steps_per_epoch
from explorer.schedules import SCHEDULES, AnySchedule, Constant, Cosine, OneCycle, StepDecay, WarmUp
from explorer.spec import Experiment
from explorer.training import Epochs, Seconds, Steps

RATE, NUM_STEPS, STEPS_PER_EPOCH = 0.5, 60, 12


def torchs_rates(make: Any) -> list[float]:
    """The learning rate of each step under one of torch's schedulers."""
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=RATE)
    scheduler, rates = make(optimizer), []
    for _ in range(NUM_STEPS):
        rates.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        scheduler.step()
    return rates


def warm_up(optimizer: torch.optim.Optimizer, after: Any) -> Any:
    rise = lr_scheduler.LinearLR(optimizer, start_factor=1 / 20, total_iters=19)
    return lr_scheduler.SequentialLR(optimizer, [rise, after], milestones=[20])


PAIRS: dict[str, tuple[AnySchedule, Any]] = {
    "constant": (Constant(), lambda o: lr_scheduler.ConstantLR(o, factor=1.0)),
    "every 3 epochs": (StepDecay(every=3, gamma=0.3), lambda o: lr_scheduler.StepLR(o, 36, 0.3)),
    "every 7 steps": (StepDecay(every=7, unit="steps", gamma=0.5), lambda o: lr_scheduler.StepLR(o, 7, 0.5)),
    "cosine": (Cosine(), lambda o: lr_scheduler.CosineAnnealingLR(o, NUM_STEPS)),
    "cosine to a tenth": (Cosine(end=0.1), lambda o: lr_scheduler.CosineAnnealingLR(o, NUM_STEPS, eta_min=RATE / 10)),
    "warm-up": (WarmUp(steps=20), lambda o: warm_up(o, lr_scheduler.ConstantLR(o, factor=1.0))),
    "warm-up, cosine": (
        WarmUp(steps=20, then="cosine"),
        lambda o: warm_up(o, lr_scheduler.CosineAnnealingLR(o, NUM_STEPS - 20)),
    ),
    "warm-up, inverse square root": (
        WarmUp(steps=20, then="inverse_sqrt"),
        lambda o: lr_scheduler.LambdaLR(o, lambda step: 20**0.5 * min((step + 1) ** -0.5, (step + 1) * 20**-1.5)),
    ),
    "one cycle": (
        OneCycle(),
        lambda o: lr_scheduler.OneCycleLR(o, max_lr=RATE, total_steps=NUM_STEPS, cycle_momentum=False),
    ),
    "one cycle, early peak": (
        OneCycle(rise=0.1, start=0.1, end=0.001),
        lambda o: lr_scheduler.OneCycleLR(
            o, RATE, NUM_STEPS, pct_start=0.1, div_factor=10, final_div_factor=100, cycle_momentum=False
        ),
    ),
}


@pytest.mark.parametrize("name", PAIRS)
@pytest.mark.filterwarnings("ignore:The epoch parameter in `scheduler.step:UserWarning")  # SequentialLR's own call
def test_every_schedule_is_torchs(name: str) -> None:
    schedule, make = PAIRS[name]
    found = [RATE * schedule.factor(step, NUM_STEPS, STEPS_PER_EPOCH) for step in range(NUM_STEPS)]
    assert found == pytest.approx(torchs_rates(make), rel=1e-9, abs=1e-12)


def test_every_schedule_is_compared() -> None:
    assert {type(schedule) for schedule, _ in PAIRS.values()} == set(SCHEDULES)


def any_schedule() -> st.SearchStrategy[AnySchedule]:
    share, count = st.floats(0, 1), st.integers(1, 10_000)
    part = st.floats(0.001, 0.999)
    return st.one_of(
        st.builds(Constant),
        st.builds(StepDecay, every=count, unit=st.sampled_from(["epochs", "steps"]), gamma=part),
        st.builds(Cosine, end=share),
        st.builds(WarmUp, steps=count, then=st.sampled_from(["constant", "cosine", "inverse_sqrt"])),
        st.builds(OneCycle, rise=part, start=part, end=share),
    )


@given(any_schedule(), st.integers(1, 100_000), st.integers(1, 1000), st.data())
def test_the_factor_lies_between_nothing_and_one(
    schedule: AnySchedule, length: int, steps_per_epoch: int, data: st.DataObject
) -> None:
    step = data.draw(st.integers(0, length - 1))
    assert 0 <= schedule.factor(step, length, steps_per_epoch) <= 1 + 1e-12
    assert 0 <= schedule.factor(step, math.inf, steps_per_epoch) <= 1 + 1e-12


@given(st.integers(1, 5000), st.integers(1, 700))
def test_the_batches_of_an_epoch_are_all_samples(num_samples: int, batch_size: int) -> None:
    sizes = batch_sizes(num_samples, batch_size)
    assert sum(sizes) == num_samples
    assert max(sizes) <= batch_size + 1
    assert len(sizes) == steps_per_epoch(num_samples, batch_size)
    assert batch_size == 1 or num_samples == 1 or min(sizes) > 1


def test_only_a_time_leaves_the_number_of_steps_open() -> None:
    assert num_steps(Epochs(count=3), 12) == 36
    assert num_steps(Steps(count=7), 12) == 7
    assert num_steps(Seconds(), 12) is None


def learner_with(training: dict[str, Any]) -> Learner:
    experiment = Experiment.model_validate(
        {
            "data": {"kind": "points", "num_samples": 200},
            "architecture": {"kind": "single", "network": {"blocks": [{"kind": "dense", "units": "classes"}]}},
            "training": training,
        }
    )
    return make_learner(experiment, experiment.data.load(), torch.device("cpu"))


def test_each_steps_learning_rate_is_recorded_and_used() -> None:
    schedule: AnySchedule = TypeAdapter(AnySchedule).validate_python({"kind": "one_cycle"})
    learner = learner_with({"schedule": {"kind": "one_cycle"}, "limit": {"kind": "epochs", "count": 4}})
    rates = []
    for moment in train(learner):
        if moment.name == "step":
            assert learner.optimizers["network"].param_groups[0]["lr"] == moment.metrics["learning_rate"]
            rates.append(moment.metrics["learning_rate"])
        if learner.step == 5:
            learner.set_learning_rate("network", 0.01)  # as a person does while it trains
    length, per_epoch = len(rates), learner.lengths.steps_per_epoch
    factors = [schedule.factor(step, length, per_epoch) for step in range(length)]
    assert rates == [(0.001 if step < 5 else 0.01) * factor for step, factor in enumerate(factors)]


def test_under_a_limit_of_time_the_share_of_the_time_counts() -> None:
    learner = learner_with({"schedule": {"kind": "cosine"}, "limit": {"kind": "seconds", "count": 10}})
    assert learner.apply_schedule() == {"learning_rate": 0.001}
    learner.step = 50
    learner.stopwatch.set(5.0)
    assert learner.apply_schedule() == {"learning_rate": pytest.approx(0.0005)}
    learner.stopwatch.set(11.0)
    assert learner.apply_schedule() == {"learning_rate": pytest.approx(0.0)}
