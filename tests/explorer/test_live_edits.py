"""What of an edited experiment reaches the run that goes on."""

from explorer import edits
from explorer.changes import LearningRate, Mark
from explorer.gallery import load
from explorer.live_edits import changed_rates, experiment_at, is_same_run, with_live
from explorer.spec import Experiment

RATE, OWN_RATE = "training.optimizer.learning_rate", "training.discriminator_optimizer.learning_rate"


def gan(*, own: bool) -> Experiment:
    experiment = load("gan-digits")
    optimizer = experiment.training.optimizer.model_dump() if own else None
    return edits.replace(experiment, "training.discriminator_optimizer", optimizer)


def test_networks_that_share_an_optimiser_share_its_rate() -> None:
    run = gan(own=False)
    edited = edits.replace(run, RATE, 0.5)
    assert changed_rates(run, edited) == {"generator": 0.5, "discriminator": 0.5}
    assert with_live(run, edited) == edited


def test_a_discriminator_with_its_own_optimiser_has_its_own_rate() -> None:
    run = gan(own=True)
    edited = edits.replace(run, OWN_RATE, 0.5)
    assert changed_rates(run, edited) == {"discriminator": 0.5}
    assert with_live(run, edited) == edited


def test_an_optimiser_that_comes_or_goes_is_another_run() -> None:
    run, edited = gan(own=True), edits.replace(gan(own=False), RATE, 0.5)
    assert changed_rates(run, edited) == {"generator": 0.5}
    assert not is_same_run(with_live(run, edited), edited)


def test_only_rates_are_taken_over() -> None:
    run = load("mlp-digits")
    edited = edits.replace(edits.replace(run, "seed", 9), RATE, 0.5)
    assert with_live(run, edited) == edits.replace(run, RATE, 0.5)


def test_words_make_no_other_run() -> None:
    run = load("mlp-digits")
    assert is_same_run(run, edits.replace(run, "title", "Mine"))
    assert not is_same_run(run, edits.replace(run, "seed", 9))


def test_the_experiment_at_a_step_are_those_of_the_changes_before_it() -> None:
    run = gan(own=True)
    marks = (
        Mark(10, LearningRate(network="generator", value=0.5)),
        Mark(20, LearningRate(network="discriminator", value=0.25)),
        Mark(30, LearningRate(network="generator", value=0.125)),
    )
    assert experiment_at(run, marks, 10) == run, "a change counts from the next step on"
    assert experiment_at(run, marks, 21) == edits.replace(edits.replace(run, RATE, 0.5), OWN_RATE, 0.25)
    assert edits.get(experiment_at(run, marks, 31), RATE) == 0.125
