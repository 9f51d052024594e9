"""Signals: one motif, where it is said to be, on ground that drifts."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.dataset import SPLITS
from explorer.datasets.signals import LONGEST, MOTIFS, PRECISION, SHORTEST, STRONGEST, WEAKEST, Signals, _ground
from tests.explorer.pinned import fingerprint

CLEAN = Signals(noise=0, drift=0, num_samples=1000)


@pytest.mark.parametrize(
    ("settings", "wanted"),
    [({}, "585c3e31fc76b9ae"), ({"task": "place", "length": 200, "split_seed": 2}, "ca1036f28cdcfa26")],
)
def test_the_same_settings_are_the_same_bytes_on_every_machine(settings: dict[str, object], wanted: str) -> None:
    assert fingerprint(Signals.model_validate({"num_samples": 500, **settings})) == wanted


def test_a_clean_signal_is_a_motif_and_nothing_else() -> None:
    motifs, places = CLEAN.splits()["train"], CLEAN.model_copy(update={"task": "place"}).splits()["train"]
    assert np.array_equal(motifs.inputs, places.inputs)
    for signal, place in zip(motifs.inputs[..., 0], places.targets[:, 0], strict=True):
        (found,) = np.nonzero(signal)
        assert SHORTEST - 2 <= np.ptp(found) + 1 <= LONGEST
        middle = (found.min() + found.max() + 1) / 2 / CLEAN.length
        assert middle == pytest.approx(place, abs=1.6 / CLEAN.length)
    assert places.targets.min() < 0.15
    assert places.targets.max() > 0.85


def test_motifs_are_as_high_as_is_said() -> None:
    arrays = CLEAN.splits()["train"]
    highest = np.abs(arrays.inputs[..., 0]).max(axis=1)
    assert highest.max() <= STRONGEST + 1 / PRECISION
    is_ringing = arrays.targets == list(MOTIFS).index("ringing")
    assert highest[~is_ringing].min() > WEAKEST * 0.8
    assert (arrays.inputs[is_ringing, :, 0].min(axis=1) < -0.25).all()
    assert (arrays.inputs[~is_ringing] >= 0).all()


@given(st.floats(0, 1))
def test_a_cliff_is_a_ramp_in_the_other_direction(share: float) -> None:
    ramp, cliff, hill = (MOTIFS[name] for name in ("ramp", "cliff", "hill"))
    assert ramp(np.array(share)) == pytest.approx(cliff(np.array(1 - share)))
    assert hill(np.array(share)) == pytest.approx(hill(np.array(1 - share)))


@given(st.sampled_from(list(MOTIFS)), st.floats(0, 1))
def test_no_motif_is_higher_than_one(name: str, share: float) -> None:
    assert abs(float(MOTIFS[name](np.array(share)))) <= 1


@pytest.mark.parametrize("name", MOTIFS)
def test_every_motif_comes_near_its_height(name: str) -> None:
    assert MOTIFS[name](np.linspace(0, 1, 200)).max() > 0.8


def test_values_are_those_of_a_converter_and_classes_equally_frequent() -> None:
    data = Signals(num_samples=500)
    for arrays in data.splits().values():
        assert np.array_equal(arrays.inputs * PRECISION, np.rint(arrays.inputs * PRECISION))
        counts = np.bincount(arrays.targets, minlength=len(MOTIFS))
        assert counts.max() - counts.min() <= 2
    assert data.facts().class_names == tuple(MOTIFS)


def test_ground_and_noise_are_as_strong_as_is_said() -> None:
    ground = _ground(200, 64, np.random.default_rng(0))
    assert 1 < np.abs(ground).max() <= 1.5
    assert np.abs(np.diff(ground, 3)).max() < 1e-9, "parabolas"
    quiet = np.concatenate([CLEAN.splits()[name].inputs for name in SPLITS])
    noisy = np.concatenate([CLEAN.model_copy(update={"noise": 0.3}).splits()[name].inputs for name in SPLITS])
    assert (noisy - quiet).std() == pytest.approx(0.3, rel=0.02)
