"""Acceptance: the ring's generator holds all modes, or collapses where it shall; digits of all kinds appear."""

# N samples

from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from explorer.datasets.ring import Ring
from explorer.engine.headless import TrainResult, train_headless
from explorer.engine.learner import Learner
from explorer.gallery import load
from tests.explorer.built_in import learner_of, made, mode_shares

pytestmark = pytest.mark.accept

HELD = 0.04  # of all samples


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_all_modes_are_held(seed: int, tmp_path: Path) -> None:
    result, shares = shares_of("gan-ring", seed, tmp_path / "run")
    print(f"gan-ring seed {seed}: {np.round(shares, 3)} in {result.seconds:.0f} s")
    assert (shares >= HELD).all()
    assert result.seconds <= 60


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_the_plain_objective_collapses(seed: int, tmp_path: Path) -> None:
    result, shares = shares_of("gan-ring-collapses", seed, tmp_path / "run")
    print(f"gan-ring-collapses seed {seed}: {np.round(shares, 3)} in {result.seconds:.0f} s")
    assert (shares < HELD).any()


@pytest.mark.parametrize("name", ["gan-digits", "dcgan-digits"])
@pytest.mark.parametrize("seed", [0, 1, 2])
def test_digits_of_all_kinds_are_made(name: str, seed: int, tmp_path: Path) -> None:
    from sklearn.svm import SVC

    result, learner = trained(name, seed, tmp_path / "run")
    real = learner.data.batch("train", slice(None))
    judge = SVC().fit(real.inputs.flatten(1).numpy(), real.targets.numpy())
    test = learner.data.batch("test", slice(None))
    accuracy = judge.score(test.inputs.flatten(1).numpy(), test.targets.numpy())
    found = np.bincount(judge.predict(made(learner, 1000)), minlength=10)
    print(f"{name} seed {seed}: {found.tolist()} in {result.seconds:.0f} s, judge's accuracy {accuracy:.3f}")
    assert (found >= 10).sum() >= 8
    assert result.seconds <= 120


def shares_of(name: str, seed: int, folder: Path) -> tuple[TrainResult, npt.NDArray[np.float64]]:
    """The run, and the share of 2000 samples that lies near each centre of the ring."""
    result, learner = trained(name, seed, folder)
    ring = learner.experiment.data
    assert isinstance(ring, Ring)
    return result, mode_shares(ring, made(learner, 2000))


def trained(name: str, seed: int, path: Path) -> tuple[TrainResult, Learner]:
    """The run, and a learner as it stood at its end."""
    result = train_headless(load(name).model_copy(update={"seed": seed}), "cpu", path)
    return result, learner_of(path)
