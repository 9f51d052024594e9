"""Acceptance: over 200 steps, every exported script prints the losses of the program to the last bit, without it."""

from collections.abc import Callable

import pytest

from explorer import idx
from explorer.check import check_spec
from explorer.datasets import ag_news, cifar10
from explorer.export.script import python_script
from explorer.gallery import ids, load
from explorer.spec import Experiment
from tests.explorer.fetched_files import write_fetched_files

pytestmark = pytest.mark.accept

NUM_STEPS = 200
Losses = list[tuple[float, ...]]


@pytest.fixture
def fetched_files() -> None:
    """Files as large as those that have to be fetched, with random pictures and words."""
    news = ag_news.NUM_OFFICIAL, ag_news.NUM_TEST
    write_fetched_files((idx.NUM_OFFICIAL, idx.NUM_TEST), news, cifar10.PER_FILE)


@pytest.mark.parametrize("experiment_id", ids())
def test_a_script_prints_the_losses_of_the_program(
    experiment_id: str,
    request: pytest.FixtureRequest,
    script_losses: Callable[[dict[str, str], int], dict[str, Losses]],
    program_losses: Callable[[Experiment, int], Losses],
) -> None:
    experiment = load(experiment_id)
    if check_spec(experiment):
        pytest.skip("it is a mistake on purpose")
    if not experiment.data.offline:
        request.getfixturevalue("fetched_files")
    printed = script_losses({experiment_id: python_script(experiment).text}, NUM_STEPS)[experiment_id]
    ours = program_losses(experiment, NUM_STEPS)
    assert len(ours) == min(NUM_STEPS, len(printed)) > 0
    assert list(map(str, printed)) == list(map(str, ours)), "as text, where a loss that is no number equals itself"
