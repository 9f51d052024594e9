"""A sample that a person made: the same numbers as for the same sample of the data, and no trace left."""

from dataclasses import fields, is_dataclass, replace
from itertools import islice
from typing import Any

import numpy as np
import pytest
import torch

from explorer import gallery
from explorer.engine.building import make_learner
from explorer.engine.given import given_batch
from explorer.engine.learner import Learner
from explorer.engine.look import Look
from explorer.engine.loop import train
from explorer.probes import PROBES, Activations, Answer, Attention, Boundary, HiddenWords, Reconstructions, Sequences
from explorer.snapshots import Sample
from explorer.spec import Experiment
from models.problem import InputError

pytestmark = pytest.mark.usefixtures("one_thread")

FAMILIES = (
    "cnn-digits", "lstm-digits", "transformer-reversal", "gan-digits", "mlp-spirals", "transformer-lm", "unet-digits",
    "bert-mini", "word2vec-cbow", "naive-bayes",
)  # fmt: skip

SENTENCE = ["the", "name", "of", "an", "object", "is", "a", "string", "value"]


def learner_for(name: str, num_moments: int = 12) -> Learner:
    experiment = small(name)
    learner = make_learner(experiment, experiment.data.load(), torch.device("cpu"))
    for _ in islice(train(learner), num_moments):
        pass
    return learner


def small(name: str) -> Experiment:
    experiment = gallery.load(name)
    return experiment.model_copy(update={"training": experiment.training.model_copy(update={"batch_size": 16})})


def raw(learner: Learner, index: int) -> np.ndarray[Any, Any]:
    """A sample of the validation split as it was loaded."""
    inputs = learner.splits["validation"].inputs
    assert isinstance(inputs, torch.Tensor)
    return inputs[index].numpy().copy()


def captured(probe: type, look: Look) -> object:
    look.memory = {}
    return probe.model_validate({"length": 4} if "length" in probe.model_fields else {}).capture(look)  # type: ignore[attr-defined]


def assert_same(one: object, other: object) -> None:
    """To the last bit, but for what tells who made the sample and what is true of it."""
    if isinstance(one, Sample):
        one = replace(one, is_given=False, truth="")
        other = replace(other, is_given=False, truth="")  # type: ignore[type-var]
    if isinstance(one, np.ndarray):
        assert np.array_equal(one, other)  # type: ignore[arg-type]
    elif is_dataclass(one):
        for field in fields(one):
            assert_same(getattr(one, field.name), getattr(other, field.name))
    elif isinstance(one, dict):
        assert one.keys() == other.keys()  # type: ignore[attr-defined]
        for key, value in one.items():
            assert_same(value, other[key])  # type: ignore[index]
    elif isinstance(one, tuple):
        for pair in zip(one, other, strict=True):  # type: ignore[call-overload]
            assert_same(*pair)
    else:
        assert one == other


@pytest.mark.parametrize("name", [name for name in FAMILIES if name != "transformer-reversal"])
def test_a_copy_of_a_sample_is_answered_as_the_sample_itself(name: str) -> None:
    learner = learner_for(name)
    pinned = Look(learner, "validation", 5)
    given = Look(learner, "validation", 5, given=given_batch(raw(learner, 5), learner))
    mine, own = pinned.pinned().inputs, given.pinned().inputs
    assert (own.stride(), own.dtype, own.is_contiguous()) == (mine.stride(), mine.dtype, mine.is_contiguous())
    assert torch.equal(own, mine)
    compared = [probe for probe in PROBES if probe.applies_to(learner.experiment)]
    compared = [probe for probe in compared if probe not in (Boundary, HiddenWords, Reconstructions, Sequences)]
    assert Answer in compared
    for probe in compared:
        assert_same(captured(probe, pinned), captured(probe, given))
    sample = Answer().capture(given).sample
    assert (sample.is_given, sample.truth) == (True, "")
    assert sample.predicted == Answer().capture(pinned).sample.predicted


def test_a_text_to_be_translated_is_seen_as_the_network_writes_it() -> None:
    learner = learner_for("transformer-reversal")
    look = Look(learner, given=given_batch(raw(learner, 5), learner))
    written = Sequences().capture(look)
    assert (written.has_given, written.wanted[0]) == (True, "")
    assert Answer().capture(look).sample.predicted == written.predicted[0]
    pinned = Look(learner, "validation", 5)
    assert Sequences().capture(pinned).predicted[0] == written.predicted[0]
    encoder, of_pinned = (Attention(network="encoder").capture(one).weights for one in (look, pinned))
    assert all(np.array_equal(one, other) for one, other in zip(encoder, of_pinned, strict=True))
    decoder = Attention(network="decoder").capture(look)
    assert "".join(decoder.target_tokens[-1]) == written.predicted[0]


@pytest.mark.parametrize("name", FAMILIES)
def test_looking_at_it_leaves_training_bit_identical(name: str) -> None:
    def losses(is_watched: bool) -> list[tuple[str, float]]:
        learner = learner_for(name, 0)
        found = []
        for number, moment in enumerate(islice(train(learner), 14)):
            if is_watched and number % 4 == 1:
                look = Look(learner, at_leisure=False, given=given_batch(raw(learner, 3), learner))
                for probe in PROBES:
                    if probe.applies_to(learner.experiment):
                        captured(probe, look)
            found += [(key, float(value)) for key, value in moment.metrics.items()]
        return found

    assert losses(is_watched=True) == losses(is_watched=False)


def test_what_shows_several_samples_begins_with_it() -> None:
    learner = learner_for("unet-digits")
    look = Look(learner, given=given_batch(raw(learner, 9), learner))
    shown, usual = Reconstructions().capture(look), Reconstructions().capture(Look(learner))
    assert shown.has_given
    assert np.array_equal(shown.wanted[0], Look(learner, "validation", 9).pinned().inputs[0].numpy())
    assert np.array_equal(shown.answered[1:], usual.answered)
    learner = learner_for("bert-mini")
    look = Look(learner, given=given_batch(np.array(SENTENCE), learner))
    words = HiddenWords().capture(look)
    assert (words.has_given, words.words[0]) == (True, tuple(SENTENCE))
    learner = learner_for("mlp-spirals")
    look = Look(learner, given=given_batch(np.array([0.5, -0.25]), learner))
    assert Boundary().capture(look).given.tolist() == [[0.5, -0.25]]
    assert len(Boundary().capture(Look(learner)).given) == 0


def test_floats_are_what_becomes_of_bytes() -> None:
    learner = learner_for("cnn-digits")
    seen = Look(learner, "validation", 5).pinned().inputs
    again = given_batch(seen[0].numpy(), learner).inputs
    assert torch.equal(again, seen)
    assert again.stride() == seen.stride()


def test_the_first_hidden_word_and_the_next_letter_are_told() -> None:
    learner = learner_for("bert-mini")
    look = Look(learner, given=given_batch(np.array([SENTENCE[0], "[mask]", *SENTENCE[2:]]), learner))
    answer = Answer().capture(look)
    assert len(answer.names) == 10
    assert np.all(np.diff(answer.probabilities) <= 0)
    learner = learner_for("transformer-lm")
    look = Look(learner, given=given_batch(np.array(list("The ")), learner))  # shorter than what it reads in training
    answer = Answer().capture(look)
    assert answer.sample.tokens == tuple("The ")
    assert Activations().capture(look).values.shape[0] == 4


@pytest.mark.parametrize(
    ("name", "inputs", "code"),
    [
        ("cnn-digits", np.zeros((1, 8, 9), np.uint8), "given_shape"),
        ("cnn-digits", np.full((1, 8, 8), np.nan), "given_not_finite"),
        ("cnn-digits", np.full((1, 8, 8), 1e300), "given_not_finite"),
        ("cnn-digits", np.full((1, 8, 8), None), "given_kind"),
        ("cnn-digits", np.full((1, 8, 8), "ink"), "given_kind"),
        ("cnn-digits", "ink", "given_kind"),
        ("mlp-spirals", np.zeros(3), "given_shape"),
        ("mlp-spirals", np.zeros(2, complex), "given_kind"),
        ("transformer-reversal", np.array([1, 2]), "given_shape"),
        ("transformer-reversal", np.array(list("ab")), "given_too_short"),
        ("transformer-reversal", np.full(8, 900), "given_token"),
        ("transformer-reversal", np.full(8, -1), "given_token"),
        ("transformer-reversal", np.zeros(8), "given_kind"),
        ("transformer-lm", np.zeros(0, np.int64), "given_shape"),
    ],
)
def test_what_does_not_fit_the_data_is_a_problem(name: str, inputs: object, code: str) -> None:
    with pytest.raises(InputError) as caught:
        given_batch(inputs, learner_for(name, 0))
    assert caught.value.problems[0].code == code
    str(caught.value)
