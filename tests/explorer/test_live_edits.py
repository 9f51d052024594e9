"""What of an edited experiment reaches the run that goes on."""

from explorer import edits
from explorer.changes import Mark
from explorer.changes.learning_rate import LearningRate
from explorer.changes.setting import Setting
from explorer.gallery import load
from explorer.live_edits import changed_rates, changed_settings, changes_between, experiment_at, is_same_run, with_live
from explorer.spec import Experiment
from models.layers.dropout import Dropout

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


DROPOUT = "architecture.network.blocks.2.probability"


def with_dropout() -> Experiment:
    return edits.insert_block(load("mlp-digits"), "architecture.network.blocks.2", Dropout())


def test_live_settings_are_taken_over_one_by_one() -> None:
    run = with_dropout()
    edited = edits.replace(run, DROPOUT, 0.25)
    edited = edits.replace(edited, "training.batch_size", 17)
    edited = edits.replace(edits.replace(edited, RATE, 0.5), "seed", 9)
    assert changes_between(run, edited) == [
        LearningRate(network="network", value=0.5),
        Setting(path=DROPOUT, value=0.25),
        Setting(path="training.batch_size", value=17),
    ]
    assert with_live(run, edited) == edits.replace(edited, "seed", run.seed)


def test_a_path_that_may_name_another_block_by_now_changes_nothing() -> None:
    run = with_dropout()
    edited = edits.replace(edits.replace(run, DROPOUT, 0.25), "training.batch_size", 17)
    edited = edits.insert_block(edited, "architecture.network.blocks.4", Dropout())
    assert changed_settings(run, edited) == {"training.batch_size": 17}


def test_settings_of_another_kind_of_optimiser_are_no_change_of_the_run() -> None:
    run = load("mlp-digits")
    edited = edits.replace(run, "training.optimizer", {"kind": "adamw", "weight_decay": 0.3})
    assert changed_settings(run, edited) == {}


def test_the_experiment_at_a_step_has_the_settings_of_the_changes_before_it() -> None:
    run = with_dropout()
    marks = (
        Mark(10, Setting(path=DROPOUT, value=0.25)),
        Mark(20, Setting(path="training.batch_size", value=17)),
        Mark(30, Setting(path=DROPOUT, value=0.75)),
    )
    assert experiment_at(run, marks, 10) == run
    assert experiment_at(run, marks, 21) == edits.replace(edits.replace(run, DROPOUT, 0.25), "training.batch_size", 17)
    assert edits.get(experiment_at(run, marks, 31), DROPOUT) == 0.75
