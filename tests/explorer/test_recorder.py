"""Every step's metrics arrive, exact and in order, and a loss that is not finite is found at its step."""

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.engine.recorder import Recorder, loss_problem

FLOATS = st.floats(allow_nan=True, allow_infinity=True, width=32)


@given(rows=st.lists(st.fixed_dictionaries({"a": FLOATS}, optional={"b": FLOATS}), max_size=30), cut=st.integers(0, 30))
@settings(max_examples=50, deadline=None)
def test_nothing_is_lost_and_nothing_comes_twice(rows: list[dict[str, float]], cut: int) -> None:
    recorder, found = Recorder(), []
    for step, row in enumerate(rows):
        if step == cut:
            found += recorder.flush()
        recorder.record(step, {name: torch.tensor(value) if name == "a" else value for name, value in row.items()})
    found += recorder.flush()
    assert recorder.flush() == ()
    for name in ("a", "b"):
        wanted = [(step, row[name]) for step, row in enumerate(rows) if name in row]
        seen = [
            pair
            for series in found
            if series.name == name
            for pair in zip(series.steps.tolist(), series.values.tolist(), strict=True)
        ]
        assert [step for step, _ in seen] == [step for step, _ in wanted]
        assert np.array_equal([value for _, value in seen], [value for _, value in wanted], equal_nan=True)


def test_the_latest_values_stand_after_a_flush() -> None:
    recorder = Recorder()
    recorder.record(1, {"train/loss": torch.tensor(2.0), "learning_rate": 0.1})
    recorder.record(2, {"train/loss": torch.tensor(1.5), "learning_rate": 0.1})
    recorder.flush()
    recorder.record(2, {"validation/loss": 3.0})
    recorder.flush()
    assert recorder.latest == {"train/loss": 1.5, "learning_rate": 0.1, "validation/loss": 3.0}


@pytest.mark.parametrize(("bad", "shown"), [(float("nan"), "NaN"), (float("inf"), "infinite")])
def test_the_first_loss_that_is_not_finite_is_named_with_its_step(bad: float, shown: str) -> None:
    recorder = Recorder()
    for step, (generator, discriminator) in enumerate([(1.0, 1.0), (1.0, bad), (bad, bad), (1.0, 1.0)], start=5):
        recorder.record(
            step,
            {"train/loss/generator": torch.tensor(generator), "train/loss/discriminator": torch.tensor(discriminator)},
        )
    problem = loss_problem(recorder.flush())
    assert problem is not None
    assert problem.code == "loss_not_finite"
    assert str(problem.message) == f"The loss became {shown} at step 6, so training stopped."


def test_other_metrics_may_be_infinite() -> None:
    recorder = Recorder()
    recorder.record(1, {"train/loss": torch.tensor(1.0), "train/perplexity": torch.tensor(float("inf"))})
    assert loss_problem(recorder.flush()) is None
