"""Rules that span the parts of an experiment, and the promise that checking never raises."""

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer import edits
from explorer.check import check
from explorer.dataset import SPLITS
from explorer.datasets import DATASETS
from explorer.gallery import ids, load
from explorer.objectives import OBJECTIVES
from explorer.objectives.adversarial import Adversarial
from explorer.problems import DATA_MISSING
from explorer.remedies import remedies
from explorer.spec import FAMILIES, Experiment, family
from explorer.training import Training
from models.layers import LAYERS
from models.layers.residual import Residual
from models.network import EncoderDecoder, Gan, NetworkSpec, Single

BLOCKS = st.one_of(
    st.sampled_from(LAYERS).map(lambda layer: layer()),
    st.lists(st.sampled_from(LAYERS).map(lambda layer: layer()), max_size=3).map(
        lambda blocks: Residual.model_validate({"blocks": blocks})
    ),
)
NETWORKS = st.lists(BLOCKS, max_size=6).map(lambda blocks: NetworkSpec.model_validate({"blocks": blocks}))
ARCHITECTURES = st.one_of(
    st.builds(Single, network=NETWORKS),
    st.builds(EncoderDecoder, encoder=NETWORKS, decoder=NETWORKS),
    st.builds(Gan, generator=NETWORKS, discriminator=NETWORKS),
)
TRAININGS = st.builds(
    Training, objective=st.sampled_from(OBJECTIVES).map(lambda member: member()), batch_size=st.integers(1, 65536)
)
EXPERIMENTS = st.builds(
    Experiment,
    data=st.sampled_from(DATASETS).map(lambda dataset: dataset()),
    architecture=ARCHITECTURES,
    training=TRAININGS,
)


@given(EXPERIMENTS)
@settings(max_examples=150, deadline=None)
def test_checking_never_raises_and_every_problem_can_be_read(experiment: Experiment) -> None:
    for problem in check(experiment):
        assert problem.place.split(".")[0] in {"data", "architecture", "training"}
        assert str(problem.message)
        assert str(problem.remedy)
    assert family(experiment) in FAMILIES


@pytest.mark.parametrize("experiment_id", ids())
def test_the_gallery_has_no_problem_but_missing_data_and_the_printed_mistake(experiment_id: str) -> None:
    experiment = load(experiment_id)
    codes = [problem.code for problem in check(experiment)]
    assert codes.count("data_missing") == (not experiment.data.offline)
    others = [code for code in codes if code != "data_missing"]
    assert others == (["input_mismatch"] if experiment_id == "cnn-two-conv-as-printed" else [])


def place_and_code(experiment: Experiment) -> list[tuple[str, str]]:
    return [(problem.place, problem.code) for problem in check(experiment)]


def test_an_objective_that_needs_another_architecture() -> None:
    experiment = edits.replace(load("cnn-digits"), "training.objective.kind", "adversarial")
    assert place_and_code(experiment) == [("training.objective", "wrong_architecture")]


def test_an_objective_without_targets_for_it() -> None:
    experiment = edits.replace(load("cnn-digits"), "training.objective.kind", "regress")
    assert place_and_code(experiment) == [("training.objective", "wrong_target")]


@pytest.mark.parametrize(
    ("experiment_id", "path", "place"),
    [
        ("cnn-digits", "architecture.network.blocks.{last}.units", "architecture.network"),
        ("gru-waves", "architecture.network.blocks.{last}.units", "architecture.network"),
        ("transformer-lm", "architecture.network.blocks.{last}.units", "architecture.network"),
        ("transformer-reversal", "architecture.decoder.blocks.{last}.units", "architecture.decoder"),
        ("gan-ring", "architecture.generator.blocks.{last}.units", "architecture.generator"),
        ("gan-ring", "architecture.discriminator.blocks.{last}.units", "architecture.discriminator"),
    ],
)
def test_an_output_that_the_objective_cannot_use(experiment_id: str, path: str, place: str) -> None:
    experiment = load(experiment_id)
    stack = path.partition(".{last}")[0]
    last = len(edits.get(experiment, stack)) - 1
    broken = edits.replace(experiment, path.format(last=last), 77)
    assert place_and_code(broken) == [(place, "wrong_output")]


def test_a_batch_larger_than_the_training_split() -> None:
    experiment = edits.replace(load("cnn-digits"), "training.batch_size", 1259)
    assert place_and_code(experiment) == [("training.batch_size", "batch_too_large")]
    assert check(edits.replace(experiment, "training.batch_size", 1258)) == ()


def test_tokens_are_no_data_for_a_generator() -> None:
    experiment = edits.replace(load("gan-ring"), "data", {"kind": "sentences"})
    assert ("training.objective", "not_numbers") in place_and_code(experiment)
    assert not Adversarial.suits(experiment.data.facts())


def test_a_split_without_samples() -> None:
    data = {"kind": "word_windows", "vocabulary": 10, "reach": 8}
    experiment = edits.replace(edits.replace(load("word2vec-cbow"), "data", data), "training.batch_size", 32)
    assert 0 in experiment.data.facts().num_samples.values()
    assert ("data", "empty_split") in place_and_code(experiment)


def test_data_that_are_not_there_are_not_said_to_be_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    experiment = load("word2vec-cbow")
    empty = dataclasses.replace(experiment.data.facts(), num_samples=dict.fromkeys(SPLITS, 0))
    monkeypatch.setattr(type(experiment.data), "facts", lambda self: empty)
    assert [code for _, code in place_and_code(experiment)] == ["empty_split"] * 3
    missing = DATA_MISSING.at("data", label="", id="", file="", folder="")
    monkeypatch.setattr(type(experiment.data), "problems", lambda self: (missing,))
    assert [code for _, code in place_and_code(experiment)] == ["data_missing"]


def test_a_network_without_weights() -> None:
    activation = [{"kind": "activation"}]
    plain = edits.replace(load("autoencoder-digits"), "architecture.network.blocks", activation)
    assert place_and_code(plain) == [("architecture.network", "nothing_to_learn")]
    generator = edits.replace(load("gan-ring"), "architecture.generator.blocks", activation)
    generator = edits.replace(generator, "architecture.noise", 2)
    assert place_and_code(generator) == [("architecture.generator", "nothing_to_learn")]
    for experiment in (plain, generator):
        (problem,) = check(experiment)
        assert remedies(experiment, problem)


@pytest.mark.parametrize(
    ("experiment_id", "wanted"),
    [
        ("mlp-spirals", "MLP"),
        ("cnn-digits", "CNN"),
        ("lstm-digits", "RNN"),
        ("transformer-lm", "Transformer"),
        ("transformer-reversal", "Transformer"),
        ("gan-ring", "GAN"),
    ],
)
def test_the_family_is_told_from_the_blocks(experiment_id: str, wanted: str) -> None:
    assert family(load(experiment_id)) == wanted


def test_blocks_inside_composites_count_for_the_family() -> None:
    experiment = edits.insert_block(Experiment(), "architecture.network.blocks.0", Residual())
    path = "architecture.network.blocks.0.blocks.0"
    convolution = edits.get(load("cnn-digits"), "architecture.network.blocks.0")
    assert family(edits.insert_block(experiment, path, convolution)) == "CNN"
