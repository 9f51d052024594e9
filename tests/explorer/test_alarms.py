"""Every alarm: silent on a sound run, seen where its figure passes its threshold, at the guilty place."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.alarm import AlarmKind
from explorer.alarms import ALARMS
from explorer.alarms.dead_units import DeadUnits
from explorer.alarms.diverging import Diverging
from explorer.alarms.exploding_gradient import ExplodingGradient
from explorer.alarms.gan_collapse import GanCollapse
from explorer.alarms.gan_imbalance import GanImbalance
from explorer.alarms.not_finite import NotFinite
from explorer.alarms.overfitting import Overfitting
from explorer.alarms.plateau import Plateau
from explorer.alarms.rate_high import RateHigh
from explorer.alarms.rate_low import RateLow
from explorer.alarms.saturated_units import SaturatedUnits
from explorer.alarms.vanishing_gradient import VanishingGradient
from explorer.health import Activity, Breakdown, Course, Learning
from tests.explorer.sightings import FIRST, LAST, MIDDLE, curve, falling, gan_course, sound_course, with_health

SOUND = sound_course()
STILL = replace(SOUND, loss=curve(*[2.25] * 64), early=(2.3,) * 100)
SLOW = (Learning(FIRST, 640, 0.01, 1e-7), Learning(MIDDLE, 4096, 0.02, 2e-7), Learning(LAST, 640, 0.03, 1e-8))
GROWN = curve(*falling(2.3, 0.5, 8), *falling(0.5, 3.0, 8), stride=40)

BROKEN: dict[type[AlarmKind], tuple[Course, str]] = {
    NotFinite: (replace(SOUND, breakdown=Breakdown(7, MIDDLE, float("nan"))), MIDDLE),
    Diverging: (replace(SOUND, loss=curve(*falling(2.3, 60.0))), MIDDLE),
    DeadUnits: (with_health(SOUND, activities=(Activity(MIDDLE, "ReLU", 64, dead=0.9),)), MIDDLE),
    SaturatedUnits: (with_health(SOUND, activities=(Activity(MIDDLE, "Tanh", 64, saturated=0.9),)), MIDDLE),
    VanishingGradient: (
        with_health(SOUND, learning=(Learning(FIRST, 9, 1e-9, 1e-3), Learning(LAST, 9, 1e-2, 1e-3))),
        FIRST,
    ),
    ExplodingGradient: (
        with_health(SOUND, learning=(Learning(FIRST, 9, 5.0, 1e-3), Learning(LAST, 9, 1e-2, 1e-3))),
        FIRST,
    ),
    RateHigh: (replace(SOUND, early=(2.3, *[9.0] * 99)), "training.optimizer.learning_rate"),
    RateLow: (with_health(STILL, learning=SLOW), "training.optimizer.learning_rate"),
    Plateau: (STILL, FIRST),
    Overfitting: (replace(SOUND, validation=GROWN), MIDDLE),
    GanCollapse: (gan_course([0.9] * 20 + [0.5] * 20), "architecture.generator"),
    GanImbalance: (gan_course([1.0] * 8, 0.98, 0.02), "architecture.discriminator"),
}


def test_every_alarm_is_tried() -> None:
    assert set(BROKEN) == set(ALARMS)


@pytest.mark.parametrize("kind", ALARMS, ids=lambda kind: kind.kind)
def test_it_is_seen_where_it_shall_be(kind: type[AlarmKind]) -> None:
    course, place = BROKEN[kind]
    (sighting,) = kind.see(course)
    assert (sighting.problem.place, sighting.problem.code) == (place, kind.kind)
    assert kind.moment(course) is not None
    message, remedy = str(sighting.problem.message), str(sighting.problem.remedy)
    assert "{" not in message + remedy
    assert message.endswith(".")
    assert remedy.endswith(".")


@pytest.mark.parametrize("kind", ALARMS, ids=lambda kind: kind.kind)
def test_it_is_not_seen_in_a_sound_run_nor_before_anything_is_known(kind: type[AlarmKind]) -> None:
    assert kind.see(SOUND) == []
    assert kind.see(gan_course([1.0] * 40)) == []
    assert kind.see(Course()) == []


def test_a_step_that_moves_the_weights_far_is_too_long_whatever_the_loss_says() -> None:
    far = tuple(replace(block, update=0.3) for block in SOUND.healths[0].learning)
    (sighting,) = RateHigh.see(with_health(SOUND, learning=far))
    assert (sighting.figure, sighting.threshold) == (0.3, RateHigh.threshold)
    assert "0.3" in str(sighting.problem.message)


def test_a_schedule_that_ends_near_zero_is_no_low_rate() -> None:
    assert RateLow.see(with_health(STILL, learning=SLOW))
    assert RateLow.see(with_health(STILL, learning=SLOW, rate_factor=0.01)) == []


def test_a_young_generator_that_makes_more_and_more_is_not_collapsed() -> None:
    assert GanCollapse.see(gan_course([0.02 * step for step in range(30)])) == []
    assert GanCollapse.see(gan_course([0.1] * 15)) == []


def test_a_critic_whose_scores_are_no_probabilities_may_win() -> None:
    assert GanImbalance.see(gan_course([1.0] * 8, None, None)) == []


def test_a_resumed_run_is_not_compared_with_a_beginning_that_nobody_saw() -> None:
    for course, _ in BROKEN.values():
        blind = replace(course, early=())
        for kind in (Diverging, Plateau, Overfitting, RateLow):
            assert kind.see(blind) == []


@given(st.floats(0, 1), st.floats(0, 1))
def test_units_raise_at_their_threshold_and_never_below(dead: float, saturated: float) -> None:
    activities = (Activity(FIRST, "ReLU", 64, dead=dead), Activity(LAST, "Tanh", 64, saturated=saturated))
    course = with_health(SOUND, activities=activities)
    assert bool(DeadUnits.see(course)) == (dead >= DeadUnits.threshold)
    assert bool(SaturatedUnits.see(course)) == (saturated >= SaturatedUnits.threshold)


@given(st.floats(1e-20, 1e6), st.floats(1e-12, 1e12))
def test_gradients_are_compared_whatever_their_size(scale: float, share: float) -> None:
    blocks = (Learning(FIRST, 9, scale * share, 1e-3), Learning(LAST, 9, scale, 1e-3))
    course = with_health(SOUND, learning=blocks)
    vanishes, explodes = VanishingGradient.see(course), ExplodingGradient.see(course)
    assert not (vanishes and explodes)
    if not 0.99 < share / VanishingGradient.threshold < 1.01:
        assert bool(vanishes) == (share < VanishingGradient.threshold)
    if not 0.99 < share / ExplodingGradient.threshold < 1.01:
        assert bool(explodes) == (share > ExplodingGradient.threshold)


@given(st.lists(st.floats(allow_nan=True, allow_infinity=True), max_size=80), st.integers(0, 100))
def test_no_figures_break_an_alarm(values: list[float], step: int) -> None:
    numbers = [*values, 0.0, float("nan"), float("inf")]
    blocks = tuple(Learning(FIRST, 9, value, value) for value in numbers)
    units = tuple(Activity(FIRST, "ReLU", 9, dead=value, saturated=value) for value in numbers)
    shown = curve(*values)
    course = with_health(
        Course(SOUND.healths, tuple(values), shown, shown), step=step, learning=blocks, activities=units
    )
    for kind in ALARMS:
        for sighting in kind.see(course):
            assert str(sighting.problem.message)
