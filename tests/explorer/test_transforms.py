"""Transforms: each is what torchvision or a formula says, and a step is the same wherever and whenever it is taken."""

# B batch, C channels, H height, W width

from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import Tensor
from torch.nn import functional as F
from torchvision.transforms.v2 import functional as reference

from explorer import edits
from explorer.dataset import LoadedData
from explorer.engine import data_budget
from explorer.engine.building import make_learner
from explorer.engine.fast_path import NUM_WARM, FastPath
from explorer.engine.learner import Learner
from explorer.engine.loop import evaluate, train
from explorer.engine.seeding import step_seed
from explorer.engine.state import restore, state_of
from explorer.gallery import load
from explorer.prepared_splits import mean_and_deviation, measured_rows
from explorer.spec import Experiment
from explorer.transform import Known, TransformSpec, after_normalise
from explorer.transforms import TRANSFORMS
from explorer.transforms.colour import Colour
from explorer.transforms.crop import Crop
from explorer.transforms.cutout import Cutout
from explorer.transforms.flip import Flip
from explorer.transforms.mixup import Mixup
from explorer.transforms.noise import Noise
from explorer.transforms.normalise import Normalise
from explorer.transforms.rotate import Rotate
from models.problem import InputError
from tests.explorer.pictures import as_pictures, as_sources
from tests.explorer.tape import TapeCapturing, held

pytestmark = pytest.mark.usefixtures("one_thread")

CPU = torch.device("cpu")
KINDS = [kind.model_fields["kind"].default for kind in TRANSFORMS]
SHAPE = (5, 3, 12, 9)
FEW = Known(
    torch.tensor([0.2, 0.5, 0.7])[:, None, None], torch.tensor([0.5, 2.0, 1.0])[:, None, None], torch.zeros(3, 1, 1)
)


def pictures() -> Tensor:
    return 0.4 + 0.2 * torch.rand(SHAPE, generator=torch.Generator().manual_seed(1))


def drawn(transform: TransformSpec, seed: int = 0, shape: tuple[int, ...] = SHAPE) -> tuple[Tensor, ...]:
    return transform.draw(torch.Generator().manual_seed(seed), shape)


def test_flips_are_torchvisions() -> None:
    flip, x = Flip(horizontal=0.5, vertical=0.3), pictures()
    chance = drawn(flip)
    for one, y, across, down in zip(x, flip.apply(x, chance, FEW), *chance[0].flatten(1), strict=True):
        wanted = reference.horizontal_flip(one) if across < 0.5 else one
        assert torch.equal(y, reference.vertical_flip(wanted) if down < 0.3 else wanted)


def test_crops_are_torchvisions() -> None:
    crop, x = Crop(padding=3), pictures()
    chance = drawn(crop)
    for one, y, top, left in zip(x, crop.apply(x, chance, FEW), *chance[0].tolist(), strict=True):
        assert torch.equal(y, reference.crop(reference.pad(one, [3]), top, left, *SHAPE[2:]))
    grey = crop.apply(x, chance, after_normalise(FEW))
    assert {round(value, 5) for value in grey[:, 0].unique().tolist() if value < 0.3} == {-0.4}  # (0 - 0.2) / 0.5


def test_rotations_are_torchvisions() -> None:
    rotate, x = Rotate(degrees=40), pictures()
    chance = drawn(rotate)
    for one, y, angle in zip(x, rotate.apply(x, chance, FEW), chance[0].tolist(), strict=True):
        wanted = reference.rotate(one, angle, interpolation=reference.InterpolationMode.BILINEAR)
        assert torch.allclose(y, wanted, atol=1e-5)
    assert 0 < chance[0].abs().max() <= 40


def test_colours_are_torchvisions() -> None:
    colour, x = Colour(brightness=0.3, contrast=0.2, saturation=0.4), pictures()
    chance = drawn(colour)
    factors = 1 + torch.tensor([0.3, 0.2, 0.4])[:, None] * chance[0].flatten(1)
    for one, y, bright, strong, colourful in zip(x, colour.apply(x, chance, FEW), *factors.tolist(), strict=True):
        wanted = reference.adjust_contrast(reference.adjust_brightness(one, bright), strong)
        assert torch.allclose(y, reference.adjust_saturation(wanted, colourful), atol=1e-5)


def test_a_square_is_cut_out() -> None:
    cutout, x = Cutout(size=4), pictures()
    chance = drawn(cutout)
    for one, y, top, left in zip(x, cutout.apply(x, chance, FEW), *(part.tolist() for part in chance), strict=True):
        inside = max(top, 0), max(left, 0), min(top + 4, 12), min(left + 4, 9)
        rows, columns = slice(inside[0], inside[2]), slice(inside[1], inside[3])
        wanted = one.clone()
        wanted[:, rows, columns] = 0
        assert torch.equal(y, wanted)


def test_mixed_targets_give_the_mixed_loss() -> None:
    mixup, x, logits = Mixup(alpha=1.0), pictures(), torch.randn(5, 4)
    targets = torch.tensor([0, 3, 1, 1, 2])
    share, others = chance = drawn(mixup)
    assert torch.allclose(mixup.apply(x, chance, FEW), share * x + (1 - share) * x[others])
    wanted = share * F.cross_entropy(logits, targets) + (1 - share) * F.cross_entropy(logits, targets[others])
    assert torch.allclose(F.cross_entropy(logits, mixup.answers(targets, chance, 4)), wanted)
    shares = torch.stack([drawn(Mixup(alpha=0.3), seed)[0] for seed in range(2000)])
    assert abs(float(shares.mean()) - 0.5) < 0.03
    assert abs(float(shares.var()) - 1 / (4 * (2 * 0.3 + 1))) < 0.01  # of Beta(0.3, 0.3)


def test_noise_is_as_strong_as_it_says() -> None:
    x = torch.zeros(40, 1, 30, 30)
    y = Noise(deviation=0.5).apply(x, drawn(Noise(), shape=x.shape), FEW)
    assert abs(float(y.std()) - 0.5) < 0.01


@given(seed=st.integers(0, 999), kind=st.sampled_from(["image", "vector", "sequence"]), is_bytes=st.booleans())
@settings(max_examples=25, deadline=None)
def test_measured_samples_are_normal_afterwards(seed: int, kind: str, is_bytes: bool) -> None:
    shape, axis = {"image": ((200, 3, 4, 5), 1), "vector": ((200, 3), 1), "sequence": ((200, 7, 3), 2)}[kind]
    rng = np.random.default_rng(seed)
    values = rng.integers(0, 256, shape).astype(np.uint8) if is_bytes else rng.normal(1e4, 3, shape)
    pieces = [values[rows] for rows in measured_rows(len(values))]
    mean, deviation = mean_and_deviation(pieces, axis)
    known = Known(*(torch.from_numpy(one) for one in (mean, deviation, mean)))
    y = Normalise().apply(torch.from_numpy(values.astype(np.float64)), (), known)
    others = tuple(other for other in range(y.dim()) if other != axis)
    assert torch.allclose(y.mean(others), torch.zeros(3, dtype=y.dtype), atol=1e-8)
    assert torch.allclose(y.std(others, correction=0), torch.ones(3, dtype=y.dtype), atol=1e-8)


def test_what_never_changes_is_only_moved() -> None:
    mean, deviation = mean_and_deviation([np.full((4, 2), 7, np.uint8)], 1)
    assert (mean == 7).all()
    assert (deviation == 1).all()


def test_at_most_so_many_samples_are_measured() -> None:
    rows = np.concatenate(list(measured_rows(100_000)))
    assert len(rows) == 4096
    assert (rows[0], rows[-1]) == (0, 99_999)
    assert np.concatenate(list(measured_rows(10))).tolist() == list(range(10))


def test_seeds_of_steps_have_nothing_in_common() -> None:
    seeds = {step_seed(seed, step) for seed in range(60) for step in range(60)}
    assert len(seeds) == 3600
    assert all(0 <= one < 2**32 for one in seeds)
    firsts = torch.tensor(
        [float(torch.rand(1, generator=torch.Generator().manual_seed(step_seed(7, step)))) for step in range(500)]
    )
    assert abs(float(firsts.mean()) - 0.5) < 0.05
    assert abs(float(torch.corrcoef(torch.stack([firsts[1:], firsts[:-1]]))[0, 1])) < 0.15


def experiment(*kinds: str, of: str = "cnn-digits", **more: Any) -> Experiment:
    transforms = [{"kind": kind} for kind in kinds]
    return edits.replace_each(load(of), {"preparation.transforms": transforms, **more})


def losses(learner: Learner, num_steps: int) -> list[float]:
    steps = (moment.metrics for moment in train(learner) if moment.name == "step")
    return [float(metrics["train/loss"]) for metrics in islice(steps, num_steps)]


def learner_of(one: Experiment, data: LoadedData | None = None) -> Learner:
    return make_learner(one, data or one.data.load(), CPU)


@pytest.fixture
def streams(monkeypatch: pytest.MonkeyPatch) -> None:
    """Data that do not lie in memory already must not lie on the device."""
    monkeypatch.setenv(data_budget.VARIABLE, "0")


@pytest.mark.usefixtures("streams")
@pytest.mark.parametrize("kinds", [*((kind,) for kind in KINDS), tuple(KINDS)], ids=lambda kinds: "+".join(kinds)[:20])
def test_streamed_losses_and_losses_lived_again_are_the_same_to_the_last_bit(kinds: tuple[str, ...]) -> None:
    one = experiment(*kinds)
    resident = learner_of(one)
    early = state_of(resident)
    wanted = losses(resident, 26)  # into the second epoch
    assert wanted != losses(learner_of(experiment()), 26)
    restore(resident, early)
    assert losses(resident, 11) == wanted[:11]
    streamed = learner_of(one, as_sources(one.data.load()))
    assert streamed.data.residence.kind == "thread"
    assert losses(streamed, 26) == wanted
    streamed.data.close()


@pytest.mark.parametrize("kinds", [("noise", "normalise"), ("mixup",)], ids=lambda kinds: kinds[0])
def test_steps_taken_together_are_those_taken_one_by_one(kinds: tuple[str, ...]) -> None:
    one = experiment(*kinds, of="mlp-moons")
    wanted, together = losses(learner_of(one), 40), learner_of(one)
    together.stops_at_phases, together.goes_until = False, 40
    found: list[float] = []
    for moment in train(together):
        if moment.name == "step":
            found += [float(metrics["train/loss"]) for metrics in (*moment.before, moment.metrics)]
        if together.step >= 40:
            break
    assert found[:40] == wanted


@pytest.mark.parametrize(
    "kinds", [("crop", "normalise", "noise"), ("flip", "rotate", "mixup")], ids=lambda kinds: kinds[0]
)
def test_recorded_steps_draw_anew_every_time(kinds: tuple[str, ...]) -> None:
    one = experiment(*kinds)
    wanted, learner = losses(learner_of(one), 9), learner_of(one)
    learner.stops_at_phases = False
    capturing = TapeCapturing(lambda: held(learner))
    learner.fast_path = FastPath(learner, capturing)
    assert losses(learner, 9) == wanted
    assert [tape.num_replays for tape in capturing.tapes] == [9 - NUM_WARM]


def test_evaluation_and_views_see_normalised_samples_and_nothing_else() -> None:
    plain, normal, both = (
        learner_of(experiment(*kinds)) for kinds in ((), ("normalise",), ("crop", "normalise", "noise"))
    )
    rows = slice(0, 40)
    for split in ("train", "validation", "test"):
        assert torch.equal(both.data.batch(split, rows).inputs, normal.data.batch(split, rows).inputs)
        assert torch.equal(both.data.batch(split, rows).targets, plain.data.batch(split, rows).targets)
    known = normal.data.transforming.known[0]  # type: ignore[union-attr]
    wanted = (plain.data.batch("test", rows).inputs - known.mean) / known.deviation
    assert torch.equal(normal.data.batch("test", rows).inputs, wanted)
    before = torch.get_rng_state()
    scores = [_returned(evaluate(one, "validation")) for one in (both, normal)]
    assert scores[0] == scores[1]
    both.training_batch(torch.arange(8))
    assert torch.equal(torch.get_rng_state(), before), "the random numbers of everybody else stay as they are"


def _returned(generator: Any) -> Any:
    while True:
        try:
            next(generator)
        except StopIteration as end:
            return end.value


@pytest.mark.parametrize("of", ["gan-digits", "lstm-waves", "autoencoder-digits"])
def test_other_objectives_train_on_transformed_samples(of: str) -> None:
    kinds = ("normalise", "noise")
    one = experiment(*kinds, of=of)
    steps = [
        moment.metrics for moment in islice((moment for moment in train(learner_of(one)) if moment.name == "step"), 3)
    ]
    assert all(np.isfinite(float(value)) for metrics in steps for value in metrics.values())


def test_samples_that_cannot_be_measured_are_a_problem(tmp_path: Path) -> None:
    one = experiment("normalise")
    data = as_pictures(one.data.load(), tmp_path / "files")
    (tmp_path / "files" / "train" / "7.png").write_bytes(b"no picture")
    with pytest.raises(InputError) as caught:
        learner_of(one, data)
    assert [problem.code for problem in caught.value.problems] == ["samples_unreadable"]
