"""Probes against torch itself, on networks that have trained for a few steps; looking must leave no trace."""

from itertools import islice
from typing import Any

import numpy as np
import pytest
import torch
from torch import nn

from explorer import gallery
from explorer.engine.building import make_learner
from explorer.engine.learner import Learner
from explorer.engine.look import Look, undisturbed
from explorer.engine.loop import train
from explorer.objectives.translate import greedy_decode
from explorer.probe import ProbeSpec, all_blocks
from explorer.probes import (
    PROBES,
    Activations,
    Answer,
    Attention,
    BlockOutputs,
    Boundary,
    GanSamples,
    GeneratedText,
    Predictions,
    Sequences,
)
from explorer.probes.generated_text import fitting_prompt
from explorer.probes.hidden_words import HiddenWords
from explorer.probes.predictions import confusion
from explorer.probes.reconstructions import Reconstructions
from explorer.probes.states import States
from explorer.probes.word_vectors import WordVectors, flattened, turned_towards
from explorer.spec import Experiment
from models.modules.recurrent import RecurrentLayers
from models.problem import InputError

pytestmark = pytest.mark.usefixtures("one_thread")

FAMILIES = (
    "cnn-digits", "lstm-digits", "transformer-reversal", "gan-digits", "mlp-spirals", "transformer-lm", "unet-digits",
    "bert-mini", "word2vec-cbow",
)  # fmt: skip


def small(name: str, **data: object) -> Experiment:
    """A gallery experiment in small batches."""
    experiment = gallery.load(name)
    training = experiment.training.model_copy(update={"batch_size": 16})
    update: dict[str, Any] = {"training": training}
    if data:
        update["data"] = experiment.data.model_copy(update=data)
    return experiment.model_copy(update=update)


def learner_of(experiment: Experiment, num_moments: int = 12) -> Learner:
    learner = make_learner(experiment, experiment.data.load(), torch.device("cpu"))
    for _ in islice(train(learner), num_moments):
        pass
    return learner


def learner_for(name: str, **data: object) -> Learner:
    return learner_of(small(name, **data))


def recurrent(**fields: object) -> Learner:
    experiment = small("lstm-digits")
    blocks = [{"kind": "recurrent", "units": 5, "layers": 2, **fields}, {"kind": "dense", "units": "classes"}]
    spec = experiment.model_dump()
    spec["architecture"] = {"kind": "single", "network": {"blocks": blocks}}
    return learner_of(Experiment.model_validate(spec))


@pytest.mark.parametrize("name", FAMILIES)
def test_looking_leaves_training_bit_identical(name: str) -> None:
    def losses(is_watched: bool) -> list[tuple[str, float]]:
        experiment = small(name)
        learner = make_learner(experiment, experiment.data.load(), torch.device("cpu"))
        found = []
        for number, moment in enumerate(islice(train(learner), 22)):
            if is_watched and number % 4 == 1:  # in the middle of steps too
                capture_all(learner)
            found += [(key, float(value)) for key, value in moment.metrics.items()]
        return found

    assert losses(is_watched=True) == losses(is_watched=False)


def capture_all(learner: Learner) -> None:
    look = Look(learner, at_leisure=False)
    for probe in PROBES:
        if probe.applies_to(learner.experiment):
            look.memory = {}
            spec = GeneratedText(length=4) if probe is GeneratedText else probe.model_validate({})
            spec.capture(look)


@pytest.mark.parametrize("name", [card.id for card in gallery.cards() if card.offline])
def test_every_offline_experiment_has_probes(name: str) -> None:
    experiment = gallery.load(name)
    applying = {probe for probe in PROBES if probe.applies_to(experiment)}
    if experiment.architecture.kind == "baseline":  # there is nothing inside that could be looked into
        assert applying == {Predictions, Answer}
        return
    assert Activations in applying
    assert len(applying) >= 2


@pytest.mark.parametrize("probe", PROBES)
def test_snapshots_are_contiguous_single_precision(probe: type[ProbeSpec]) -> None:
    name = next(card.id for card in gallery.cards() if card.offline and probe.applies_to(gallery.load(card.id)))
    snapshot = probe.model_validate({"length": 3} if probe is GeneratedText else {}).capture(Look(learner_for(name)))
    arrays = [value for value in vars(snapshot).values() if isinstance(value, np.ndarray)]
    assert all(array.flags["C_CONTIGUOUS"] for array in arrays)
    assert all(array.dtype in (np.float32, np.int64) for array in arrays)


def test_activations_are_those_of_the_module() -> None:
    learner = learner_for("cnn-digits")
    snapshot = Activations(path="architecture.network.blocks.1").capture(Look(learner, "test", 7))
    with undisturbed(learner):
        x = learner.data.batch("test", slice(7, 8)).inputs
        for block in list(learner.networks["network"].blocks)[:2]:
            x = block(x)
    assert np.array_equal(snapshot.values, x[0].numpy())
    assert snapshot.num_channels == len(snapshot.values)
    target = int(learner.splits["test"].targets[7])
    assert (snapshot.sample.truth, snapshot.sample.split, snapshot.sample.index) == (str(target), "test", 7)


def test_activations_of_a_generator_answer_noise() -> None:
    learner = learner_for("gan-digits")
    snapshot = Activations(path="architecture.generator.blocks.0").capture(Look(learner))
    noise = Look(learner).noise(1)
    with undisturbed(learner):
        expected = learner.networks["generator"].blocks[0](noise)
    assert np.allclose(snapshot.values, expected[0].numpy())
    assert snapshot.sample.values is not None
    assert np.array_equal(snapshot.sample.values, noise[0].numpy())


def test_an_unknown_block_is_a_problem() -> None:
    with pytest.raises(InputError) as caught:
        Activations(path="architecture.network.blocks.99").capture(Look(learner_for("mlp-spirals")))
    assert caught.value.problems[0].code == "nothing_to_show"


def test_attention_of_an_encoder_and_decoder() -> None:
    learner = learner_for("transformer-reversal")
    look = Look(learner, "test", 3)
    snapshot = Attention().capture(look)
    kinds = [(path.split(".")[1], kind) for path, kind in snapshot.layers]
    assert ("encoder", "self") in kinds
    assert ("decoder", "self") in kinds
    assert ("decoder", "cross") in kinds
    for weights in snapshot.weights:
        assert np.allclose(weights.sum(-1), 1, atol=1e-5)
    cross = kinds.index(("decoder", "cross"))
    assert snapshot.source_tokens[cross] == snapshot.sample.tokens
    assert "".join(snapshot.target_tokens[cross]) == snapshot.sample.predicted
    own = snapshot.weights[kinds.index(("decoder", "self"))]
    assert np.all(np.triu(own, 1) == 0)  # causal
    only = Attention(network="encoder").capture(look)
    assert {path.split(".")[1] for path, _ in only.layers} == {"encoder"}


def test_attention_pooling_has_one_row() -> None:
    experiment = small("transformer-digits").model_dump()
    blocks = [{"kind": "attention_pooling", "units": 4}, {"kind": "dense", "units": "classes"}]
    experiment["architecture"] = {"kind": "single", "network": {"blocks": blocks}}
    snapshot = Attention().capture(Look(learner_of(Experiment.model_validate(experiment))))
    assert snapshot.layers == (("architecture.network.blocks.0", "pooling"),)
    assert snapshot.weights[0].shape == (1, 1, 8)
    assert (snapshot.target_tokens[0], snapshot.source_tokens[0]) == (("",), tuple("12345678"))


def test_attention_in_a_branch_is_found_at_its_path() -> None:
    experiment = small("transformer-digits").model_dump()
    branch = {"blocks": [{"kind": "dense", "units": 8}, {"kind": "self_attention", "heads": 2}]}
    parallel = {"kind": "parallel", "branches": [{"blocks": []}, branch]}
    blocks = [parallel, {"kind": "mean_positions"}, {"kind": "dense", "units": "classes"}]
    experiment["architecture"] = {"kind": "single", "network": {"blocks": blocks}}
    look = Look(learner_of(Experiment.model_validate(experiment)))
    path = "architecture.network.blocks.0.branches.1.blocks.1"
    assert Attention().capture(look).layers == ((path, "self"),)
    assert Activations(path=path).capture(look).values.shape == (8, 8)


def test_attention_of_a_repeat_is_that_of_its_first_time() -> None:
    experiment = small("transformer-digits").model_dump()
    repeat = {"kind": "repeat", "n": 3, "blocks": [{"kind": "self_attention", "heads": 2}]}
    blocks = [{"kind": "dense", "units": 8}, repeat, {"kind": "mean_positions"}, {"kind": "dense", "units": "classes"}]
    experiment["architecture"] = {"kind": "single", "network": {"blocks": blocks}}
    look = Look(learner_of(Experiment.model_validate(experiment)))
    assert Attention().capture(look).layers == (("architecture.network.blocks.1.blocks.0", "self"),)


@pytest.mark.parametrize("direction", ["forward", "backward"])
@pytest.mark.parametrize("cell", ["simple", "lstm", "gru"])
def test_states_and_gates_agree_with_torch_step_by_step(cell: str, direction: str) -> None:
    learner = recurrent(cell=cell, bidirectional=True)
    look = Look(learner)
    snapshot = States(layer=1, direction=direction).capture(look)
    block = learner.networks["network"].blocks[0]
    assert isinstance(block, RecurrentLayers)
    hidden, cells = by_hand(block, look.pinned().inputs, reverse=direction == "backward")
    assert np.allclose(snapshot.hidden, hidden, atol=1e-5)
    if cell == "lstm":
        assert np.allclose(snapshot.gates["cell_state"], cells, atol=1e-5)
        memory = np.tanh(snapshot.gates["cell_state"])
        assert np.allclose(snapshot.hidden, snapshot.gates["output"] * memory, atol=1e-5)
    if cell == "gru":
        update = snapshot.gates["update"]
        order = slice(None, None, -1) if direction == "backward" else slice(None)
        before = np.concatenate([np.zeros((1, 5)), snapshot.hidden[order][:-1]])[order]
        mixed = (1 - update) * snapshot.gates["candidate"] + update * before
        assert np.allclose(snapshot.hidden, mixed, atol=1e-5)
    assert (snapshot.num_layers, snapshot.num_directions, snapshot.cell) == (2, 2, cell)


def by_hand(block: RecurrentLayers, inputs: torch.Tensor, reverse: bool) -> tuple[Any, Any]:
    """The second layer's states from torch's own cells, position by position."""
    layer = block.layers[1]
    suffix = "_reverse" if reverse else ""
    makers: dict[str, Any] = {"simple": nn.RNNCell, "lstm": nn.LSTMCell, "gru": nn.GRUCell}
    cell = makers[block.cell](layer.input_size, layer.hidden_size)
    with torch.no_grad():
        for name in ("weight_ih", "weight_hh", "bias_ih", "bias_hh"):
            getattr(cell, name).copy_(getattr(layer, f"{name}_l0{suffix}"))
        read = block.layers[0](inputs)[0][0]
        state, states = None, []
        for x in read.flip(0) if reverse else read:
            state = cell(x[None], state)
            states.append(state if isinstance(state, tuple) else (state, state))
    hidden, cells = (torch.cat([pair[part] for pair in states]).numpy() for part in (0, 1))
    return (hidden[::-1], cells[::-1]) if reverse else (hidden, cells)


def test_gan_samples_grow_from_the_same_noise() -> None:
    learner = learner_for("gan-digits")
    first, again = GanSamples().capture(Look(learner)), GanSamples().capture(Look(learner))
    assert np.array_equal(first.made, again.made)
    assert first.made.shape == first.real.shape == (64, *learner.input_shape)
    assert np.all((first.judged > 0) & (first.judged < 1))
    assert GanSamples().capture(Look(learner_for("gan-ring"))).made.shape == (512, 2)


def test_predictions_at_leisure_and_in_slices_agree() -> None:
    learner = learner_for("cnn-digits")
    whole = Predictions().capture(Look(learner, at_leisure=True))
    assert whole.confusion.sum() == len(learner.splits["validation"])
    assert whole.oldest_step == learner.step
    memory: dict[str, Any] = {}
    for _ in range(40):
        sliced = Predictions().capture(Look(learner, at_leisure=False, memory=memory))
    assert np.array_equal(sliced.confusion, whole.confusion)
    batch = learner.data.batch("validation", slice(24))
    probabilities = Look(learner).answer(batch).softmax(-1).numpy()
    assert np.array_equal(whole.predicted, probabilities.argmax(-1))
    assert np.allclose(whole.confidence, probabilities.max(-1), atol=1e-6)
    assert np.array_equal(whole.truth, batch.targets.numpy())


def test_confusion_counts_rows_true_columns_predicted() -> None:
    counts = confusion(np.array([0, 0, 1]), np.array([0, 1, 1]), 3)
    assert counts.tolist() == [[1, 1, 0], [0, 1, 0], [0, 0, 0]]


def test_sequences_are_decoded_greedily() -> None:
    learner = learner_for("transformer-reversal")
    snapshot = Sequences(num_samples=4).capture(Look(learner, "test", 2))
    assert snapshot.wanted == tuple(source[::-1] for source in snapshot.sources)
    with undisturbed(learner):
        answers = greedy_decode(learner, learner.data.batch("test", slice(2, 3)))
    letters = "".join(learner.data.facts.symbols[token] for token in answers[0, 1:].tolist())
    assert snapshot.predicted[0] == letters


def test_told_values_stand_beside_the_true_ones() -> None:
    experiment = small("lstm-waves", task="cycles", num_samples=100).model_dump()
    experiment["architecture"]["network"]["blocks"][-1]["units"] = 1
    experiment["training"]["objective"] = {"kind": "regress"}
    snapshot = Sequences().capture(Look(learner_of(Experiment.model_validate(experiment))))
    assert snapshot.values is not None
    assert snapshot.predicted_values is not None
    assert snapshot.values.shape == snapshot.predicted_values.shape == (10, 1)


def test_boundary_covers_the_data_and_agrees_with_the_network() -> None:
    learner = learner_for("mlp-spirals")
    snapshot = Boundary(resolution=16).capture(Look(learner))
    left, right, bottom, top = snapshot.extent
    assert (snapshot.points > (left, bottom)).all()
    assert (snapshot.points < (right, top)).all()
    with undisturbed(learner):
        corner = learner.networks["network"](torch.tensor([[right, bottom]])).softmax(-1)[0]
    assert np.allclose(snapshot.probabilities[:, 0, -1], corner.numpy(), atol=1e-5)
    judged = Boundary(resolution=16).capture(Look(learner_for("gan-ring")))
    assert judged.probabilities.shape == (1, 16, 16)


def test_generated_text_repeats_and_knows_its_probabilities() -> None:
    learner = learner_for("transformer-lm")
    spec = GeneratedText(prompt="def ", length=6, temperature=0.0)
    snapshot = spec.capture(Look(learner))
    numbers = {symbol: number for number, symbol in enumerate(learner.data.facts.symbols)}
    text = "def " + snapshot.text
    for position, probability in enumerate(snapshot.probabilities):
        seen = torch.tensor([[numbers[symbol] for symbol in text[: 4 + position]]])
        with undisturbed(learner):
            expected = learner.networks["network"](seen)[0, -1].softmax(-1)
        assert numbers[snapshot.text[position]] == int(expected.argmax())
        assert probability == pytest.approx(float(expected.max()), rel=1e-4)
    drawn = GeneratedText(length=6)
    assert drawn.capture(Look(learner)).text == drawn.capture(Look(learner)).text
    with pytest.raises(InputError):
        GeneratedText(prompt="中").capture(Look(learner))


def test_letters_that_cannot_spell_the_usual_prompt_begin_with_the_first_of_them() -> None:
    learner = learner_for("gru-copy", num_samples=200)
    snapshot = GeneratedText(length=4, temperature=0.0).capture(Look(learner))
    assert snapshot.prompt == "A"
    assert snapshot.text == GeneratedText(prompt="A", length=4, temperature=0.0).capture(Look(learner)).text
    with pytest.raises(InputError):
        GeneratedText(prompt="The").capture(Look(learner))


@pytest.mark.parametrize(
    ("prompt", "symbols", "wanted"),
    [
        ("Once ", (), "Once "),
        ("cab", ("a", "b", "c"), "cab"),
        ("", ("a", "b"), ""),
        ("zoo", (*"The zo",), "zoo"),
        ("cab", (*"The zo",), "The "),
        ("zoo", ("a", "b"), "a"),
    ],
)
def test_a_prompt_is_one_that_the_symbols_can_spell(prompt: str, symbols: tuple[str, ...], wanted: str) -> None:
    assert fitting_prompt(prompt, symbols) == wanted


def test_reconstructions_are_those_of_an_evaluation() -> None:
    learner = learner_for("unet-digits")
    snapshot = Reconstructions(num_samples=3).capture(Look(learner))
    batch = learner.data.batch("validation", slice(3))
    assert np.array_equal(snapshot.wanted, batch.inputs.numpy())
    assert not np.array_equal(snapshot.given, snapshot.wanted)
    with undisturbed(learner):
        answered = learner.networks["network"](torch.from_numpy(snapshot.given))
    assert np.array_equal(snapshot.answered, answered.numpy())


def test_texts_stand_beside_their_predictions() -> None:
    learner = learner_for("attention-pooling")
    snapshot = Predictions(num_samples=4).capture(Look(learner))
    symbols, rows = learner.data.facts.symbols, learner.splits["validation"].inputs[:4].tolist()
    assert list(snapshot.texts) == [" ".join(symbols[token] for token in row if token) for row in rows]


def test_hidden_words_are_guessed_where_they_were_hidden() -> None:
    learner = learner_for("bert-mini")
    snapshot = HiddenWords(num_samples=6).capture(Look(learner))
    assert len(snapshot.words) == len(snapshot.seen) == len(snapshot.guesses) == 6
    for words, seen, guesses in zip(snapshot.words, snapshot.seen, snapshot.guesses, strict=True):
        assert len(words) == len(seen) == len(guesses) >= 5
        assert any(guesses)
        assert all(guess or saw == word for word, saw, guess in zip(words, seen, guesses, strict=True))
    assert "[mask]" in {word for row in snapshot.seen for word in row}


def test_the_nearest_words_are_those_of_the_smallest_angle() -> None:
    learner = learner_for("word2vec-cbow")
    snapshot = WordVectors(word="class", num_words=60, num_nearest=5).capture(Look(learner))
    assert snapshot.words == learner.data.facts.symbols[3:63]
    weights = learner.networks["network"].get_submodule("blocks.0").weight.detach()[3:63]  # type: ignore[operator]
    chosen = snapshot.words.index("class")
    cosines = torch.nn.functional.cosine_similarity(weights, weights[chosen][None])
    cosines[chosen] = -2
    best = cosines.topk(5)
    assert snapshot.nearest == tuple(snapshot.words[number] for number in best.indices.tolist())
    assert np.allclose(snapshot.cosines, best.values.numpy(), atol=1e-5)
    assert len(WordVectors(word="not there").capture(Look(learner)).word) >= 5


def test_a_map_of_words_keeps_distances_and_turns_no_further_than_it_must() -> None:
    vectors = np.random.default_rng(0).normal(size=(30, 2)).astype(np.float32)
    flat = flattened(vectors)
    assert np.allclose(distances(flat), distances(vectors), atol=1e-4)
    angle = np.array([[0, -1], [1, 0]], dtype=np.float32)
    assert np.allclose(turned_towards(flat, flat @ angle), flat, atol=1e-4)
    assert flattened(vectors[:, :1]).shape == (30, 2)


def distances(points: np.ndarray) -> np.ndarray:
    return np.asarray(np.linalg.norm(points[:, None] - points[None], axis=-1))


@pytest.mark.parametrize("name", FAMILIES)
def test_every_block_has_a_small_picture(name: str) -> None:
    learner = learner_for(name)
    snapshot = BlockOutputs().capture(Look(learner))
    paths = {block.path for block in all_blocks(learner.experiment)}
    assert set(snapshot.outputs) == paths
    assert set(snapshot.inputs) | set(snapshot.tokens) == set(learner.networks)
    for picture in (*snapshot.outputs.values(), *snapshot.attention.values()):
        assert picture.ndim <= 3
        assert max(picture.shape) <= 64
    for weights in snapshot.attention.values():
        assert weights.sum(-1) == pytest.approx(np.ones(len(weights)), abs=1e-5)
    assert bool(snapshot.attention) == ("transformer" in name or "bert" in name)


def test_the_small_picture_of_a_small_block_is_the_block_s_output() -> None:
    learner = learner_for("cnn-digits")
    look = Look(learner)
    snapshot = BlockOutputs().capture(look)
    stack = learner.networks["network"]
    with undisturbed(learner):
        first = stack.blocks[0](look.pinned().inputs)[0]  # type: ignore[index, operator]
    assert snapshot.outputs["architecture.network.blocks.0"] == pytest.approx(first[:16].detach().numpy())
