"""The gallery: cards that agree with their experiments, read without any spec's class."""

import json
import subprocess
import sys

import pytest

from explorer.alarms import ALARMS
from explorer.gallery import Card, cards, experiment_path, find, ids, load
from explorer.options import OPTION_LABELS
from explorer.spec import family
from models.problem import InputError
from models.resolve import resolve

PROMISED = {
    "mlp-points", "mlp-digits", "cnn-digits", "rnn-waves", "lstm-digits", "gru-waves", "transformer-lm",
    "transformer-digits", "transformer-reversal", "gan-ring", "gan-ring-collapses", "gan-digits", "mlp-mnist",
    "lenet5-cifar10", "cnn-three-conv", "gan-mnist", "rnn-simple", "lstm-classifier", "gru-classifier", "dcgan",
    "transformer-seq2seq", "alexnet-small", "vgg-small",
}  # fmt: skip


def test_the_gallery_holds_what_was_promised_and_every_file_has_a_card() -> None:
    assert set(ids()) >= PROMISED
    found = {path.stem for path in experiment_path("index").parent.glob("*.json")} - {"index"}
    assert set(ids()) == found
    assert len(ids()) == len(found)


@pytest.mark.parametrize("card", cards(), ids=lambda card: card.id)
def test_a_card_says_what_the_experiment_is(card: Card) -> None:
    experiment = load(card.id)
    facts = experiment.data.facts()
    assert card == Card(
        card.id,
        experiment.title,
        experiment.summary,
        family(experiment),
        experiment.data.label,
        experiment.data.offline,
        facts.fetch_bytes,
        card.seconds,
        card.alarm,
    )
    assert card.offline == (card.fetch_bytes == 0)
    assert 0 < len(card.title) <= 40
    assert card.summary.endswith((".", "?"))
    assert len(card.summary) <= 90


def test_every_alarm_has_an_experiment_that_shows_it() -> None:
    assert {card.alarm for card in cards() if card.alarm} == {kind.kind for kind in ALARMS}


def test_the_printed_mistake_is_explained_at_its_block() -> None:
    experiment = load("cnn-two-conv-as-printed")
    (problem,) = resolve(experiment.architecture, experiment.data.facts().ports).problems
    assert problem.place == "architecture.network.blocks.7"
    assert "expects 2\u202f304 inputs, receives 4\u202f096 = 64 × 8 × 8" in str(problem)


def test_an_unknown_id_is_a_problem_that_names_its_neighbours() -> None:
    with pytest.raises(InputError, match="cnn-digits") as caught:
        load("cnn-digit")
    assert caught.value.problems[0].code == "unknown_experiment"
    with pytest.raises(InputError):
        load("../../secret")


def test_an_experiment_is_found_by_id_or_by_path() -> None:
    assert find("cnn-digits") == find(str(experiment_path("cnn-digits"))) == load("cnn-digits")
    with pytest.raises(InputError) as caught:
        find("somewhere/else.json")
    assert caught.value.problems[0].code == "file_not_read"
    with pytest.raises(InputError) as caught:
        find("else")
    assert caught.value.problems[0].code == "unknown_experiment"


def test_cards_are_read_without_any_specs_class() -> None:
    program = (
        "import sys\nfrom explorer.gallery import cards\ncards()\n"
        "print([name for name in ('pydantic', 'numpy', 'torch') if name in sys.modules])"
    )
    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"


def test_files_of_the_gallery_are_plain_json_with_a_version() -> None:
    for experiment_id in ids():
        assert json.loads(experiment_path(experiment_id).read_text(encoding="utf-8"))["format_version"] == 1


def test_options_have_labels() -> None:
    assert all(label.strip() for label in OPTION_LABELS.values())
