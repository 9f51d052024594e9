"""Acceptance: every broken experiment of the gallery raises its alarm, and no sound one raises any."""

import pytest

from explorer.alarm import Alarm
from explorer.engine.headless import train_headless
from explorer.gallery import Card, cards, load
from explorer.training import Seconds
from models.problem import InputError

pytestmark = pytest.mark.accept

LONGEST_S = 30.0
BROKEN = [card for card in cards() if card.alarm]
SOUND = [card for card in cards() if card.offline and not card.alarm and card.family != "Baseline"]


@pytest.mark.parametrize("card", BROKEN, ids=lambda card: card.id)
def test_a_broken_experiment_raises_its_alarm(card: Card) -> None:
    codes = raised(card)
    print(f"{card.id}: {codes}")
    assert card.alarm in codes


@pytest.mark.parametrize("card", SOUND, ids=lambda card: card.id)
def test_a_sound_experiment_raises_none(card: Card) -> None:
    codes = raised(card)
    print(f"{card.id}: {codes or 'none'}")
    assert codes == []


def raised(card: Card) -> list[str]:
    """The codes of all alarms that the run raised, to its end or for half a minute."""
    codes: list[str] = []

    def follow(alarms: tuple[Alarm, ...]) -> None:
        codes[:] = [alarm.code for alarm in alarms]

    experiment = load(card.id)
    limit = None if card.seconds is not None and card.seconds < LONGEST_S else Seconds(count=LONGEST_S)
    try:
        train_headless(experiment, "cpu", limit=limit, on_alarms=follow)
    except InputError as error:  # a loss that is no number ends the run
        codes += [problem.code for problem in error.problems if problem.code != "loss_not_finite"]
    return codes
