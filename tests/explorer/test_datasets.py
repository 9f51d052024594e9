"""Every dataset: what it says without loading is what it loads, its splits are apart, and seeds name them."""

import subprocess
import sys

import numpy as np
import pytest

from explorer.dataset import SPLITS, DatasetSpec
from explorer.datasets import DATASETS
from explorer.datasets.adding import Adding
from explorer.datasets.brackets import Brackets
from explorer.datasets.copy import Copy
from explorer.datasets.dates import Dates
from explorer.datasets.digits import Digits
from explorer.datasets.glyphs import Glyphs
from explorer.datasets.points import Points
from explorer.datasets.reference import SYMBOLS, Reference, encode
from explorer.datasets.reversal import START, Reversal
from explorer.datasets.ring import Ring
from explorer.datasets.sentences import Sentences
from explorer.datasets.shapes import Shapes
from explorer.datasets.signals import Signals
from explorer.datasets.waves import WAVES, Waves
from explorer.datasets.word_windows import WordWindows
from models.port import PORT_RANKS

OFFLINE = [dataset() for dataset in DATASETS if dataset.offline and not dataset.is_own]
VARIANTS = [
    *OFFLINE,
    Digits(form="rows", range="signed", split_seed=3),
    *(Points(shape=shape, num_samples=101) for shape in ("circles", "xor", "blobs", "spirals")),
    Waves(task="cycles", length=16, num_samples=57),
    Reference(length=10, stride=3, split_seed=5),
    Sentences(length=8, vocabulary=50, split_seed=2),
    WordWindows(predict="context", reach=3, vocabulary=100),
    WordWindows(predict="hidden", reach=4, vocabulary=100),
    Reversal(length=4, num_samples=1234),
    Reversal(order="sorted", length=5, num_samples=500),
    Ring(num_modes=3, num_samples=200),
    Glyphs(symbols="both", difficulty="hard", form="rows", range="signed", num_samples=1000),
    Shapes(target="texture", noise=0, num_samples=1000),
    *(Shapes(target=target, num_samples=1000) for target in ("colour", "position", "size", "rotation")),
    Signals(task="place", length=40, num_samples=123),
    Dates(ways=2, num_samples=123),
    Adding(length=5, num_samples=123),
    Copy(num_letters=7, pause=0, num_samples=123),
    Brackets(num_kinds=4, num_pairs=9, num_samples=123),
]

SEPARATE = [
    Digits(), Points(noise=0.3), Waves(), Ring(), Reversal(), Glyphs(num_samples=2000), Shapes(num_samples=2000),
    Signals(), Dates(), Adding(), Copy(), Brackets(),
]  # fmt: skip
BALANCED = [
    Digits(), Points(), Waves(), Sentences(), Glyphs(num_samples=2000), Shapes(num_samples=2000), Signals(), Brackets(),
]  # fmt: skip


def each_variant() -> pytest.MarkDecorator:
    return pytest.mark.parametrize("dataset", VARIANTS, ids=lambda dataset: repr(dataset)[:60])


@each_variant()
def test_what_is_said_without_loading_is_what_is_loaded(dataset: DatasetSpec) -> None:
    facts, data = dataset.facts(), dataset.load()
    port = facts.ports.input
    for split in SPLITS:
        arrays = data.splits[split]
        assert len(arrays.inputs) == len(arrays.targets) == facts.num_samples[split] > 0
        one_more = 1 if facts.target == "next" else 0
        assert arrays.inputs.shape[1:] == (port.shape[0] + one_more, *port.shape[1:])
        if port.kind == "tokens":
            assert arrays.inputs.dtype.kind in "iu"
        else:
            assert arrays.inputs.dtype == (np.float32 if data.scale == 1 else np.uint8)
        assert len(port.shape) == PORT_RANKS[port.kind]
        if port.kind == "tokens":
            assert arrays.inputs.max() < (port.vocabulary or 0) == len(facts.symbols)


@each_variant()
def test_targets_are_of_the_kind_that_is_said(dataset: DatasetSpec) -> None:
    facts = dataset.facts()
    for arrays in dataset.load().splits.values():
        targets, num = arrays.targets, len(arrays)
        if facts.target == "class":
            assert targets.dtype == np.int64
            assert targets.shape == (num,)
            assert set(targets.tolist()) == set(range(len(facts.class_names)))
            assert facts.ports.num_classes == len(facts.class_names)
        elif facts.target == "value":
            assert targets.dtype == np.float32
            assert targets.shape == (num, len(facts.value_names))
        elif facts.target == "words":
            assert targets.dtype == np.int64
            assert targets.shape[0] == num
            assert targets.max() < (facts.ports.vocabulary or 0)
        elif facts.target == "tokens":
            assert facts.ports.target is not None
            assert targets.shape == (num, facts.ports.target.shape[0] + 1)
        else:
            assert targets.shape == (num, 0)


@each_variant()
def test_the_same_spec_gives_the_same_bytes(dataset: DatasetSpec) -> None:
    first, second = dataset.load(), dataset.load()
    for split in SPLITS:
        assert first.splits[split].inputs.tobytes() == second.splits[split].inputs.tobytes()
        assert first.splits[split].targets.tobytes() == second.splits[split].targets.tobytes()


@pytest.mark.parametrize("dataset", OFFLINE, ids=lambda dataset: dataset.kind)
def test_another_split_seed_gives_another_split(dataset: DatasetSpec) -> None:
    other = dataset.model_copy(update={"split_seed": 7})
    assert not np.array_equal(dataset.load().splits["test"].inputs, other.load().splits["test"].inputs)


@pytest.mark.parametrize("dataset", SEPARATE, ids=lambda dataset: dataset.kind)
def test_no_sample_is_in_two_splits(dataset: DatasetSpec) -> None:
    seen: set[bytes] = set()
    for arrays in dataset.load().splits.values():
        own = {sample.tobytes() for sample in arrays.inputs}
        assert not own & seen
        seen |= own


@pytest.mark.parametrize("dataset", BALANCED, ids=lambda dataset: dataset.kind)
def test_every_split_has_the_same_mixture_of_classes(dataset: DatasetSpec) -> None:
    splits = dataset.load().splits
    everything = np.concatenate([arrays.targets for arrays in splits.values()])
    shares = np.bincount(everything) / len(everything)
    for arrays in splits.values():
        counts = np.bincount(arrays.targets, minlength=len(shares))
        assert np.all(np.abs(counts - shares * len(arrays)) < 3)


def test_signed_pictures_reach_from_minus_one_to_one() -> None:
    unit, signed = Digits().load(), Digits(range="signed").load()
    assert np.array_equal(unit.splits["train"].inputs, signed.splits["train"].inputs)
    assert (16 * unit.scale + unit.shift, unit.shift) == (1.0, 0.0)
    assert (16 * signed.scale + signed.shift, signed.shift) == (1.0, -1.0)


def test_rows_are_the_rows_of_the_image() -> None:
    images, rows = Digits().load().splits["test"].inputs, Digits(form="rows").load().splits["test"].inputs
    assert np.array_equal(images[:, 0], rows)


def test_without_noise_points_lie_on_their_curves() -> None:
    circles = Points(shape="circles", noise=0).load().splits["train"]
    radii = np.linalg.norm(circles.inputs, axis=1)
    assert np.allclose(radii, np.where(circles.targets == 0, 1.0, 0.4), atol=1e-6)
    quarters = Points(shape="xor", noise=0).load().splits["train"]
    assert np.array_equal(np.prod(quarters.inputs, axis=1) < 0, quarters.targets == 1)


def test_a_ring_has_its_modes_on_the_unit_circle() -> None:
    ring = Ring(spread=0.01)
    points, centres = ring.load().splits["train"].inputs, ring.centres()
    nearest = np.linalg.norm(points[:, None] - centres, axis=2).argmin(axis=1)
    assert np.all(np.abs(np.bincount(nearest, minlength=8) / len(points) - 1 / 8) < 0.01)
    assert np.linalg.norm(points - centres[nearest], axis=1).max() < 0.06


def test_waves_make_as_many_cycles_as_their_value_says() -> None:
    waves = Waves(task="cycles", noise=0, length=1024, num_samples=100).load().splits["train"]
    signs = np.sign(waves.inputs[..., 0])
    crossings = (signs[:, 1:] * signs[:, :-1] < 0).sum(axis=1)
    assert np.all(np.abs(crossings - 2 * waves.targets[:, 0]) <= 1.5)


def test_a_square_wave_has_two_values() -> None:
    waves = Waves(noise=0).load().splits["train"]
    squares = np.abs(waves.inputs[waves.targets == WAVES.index("square"), :, 0])
    assert np.allclose(squares, squares[:, :1], atol=1e-6)


def test_the_reference_has_95_printable_characters_and_the_end_of_a_line() -> None:
    assert len(SYMBOLS) == 96
    assert "".join(SYMBOLS[token] for token in encode("Aé—\n~\x07’")) == "A?-\n~?'"


def test_the_reference_is_cut_into_pieces_without_overlap() -> None:
    splits = Reference(length=16, stride=17).load().splits
    texts = {name: "".join(SYMBOLS[token] for window in splits[name].inputs for token in window) for name in SPLITS}
    assert "statement" in texts["train"]
    for first, second in (("train", "validation"), ("train", "test"), ("validation", "test")):
        pieces = {texts[first][start : start + 200] for start in range(len(texts[first]) - 200)}
        assert not any(texts[second][start : start + 200] in pieces for start in range(0, len(texts[second]) - 200, 50))


def test_windows_of_validation_judge_every_character_once() -> None:
    windows = Reference(length=16).load().splits["validation"].inputs
    assert np.array_equal(windows[:-1, -1], windows[1:, 0])


def test_reversed_letters_begin_with_the_start_symbol() -> None:
    data = Reversal()
    arrays, symbols = data.load().splits["train"], data.facts().symbols
    assert np.all(arrays.targets[:, 0] == symbols.index(START))
    assert np.array_equal(arrays.targets[:, 1:], arrays.inputs[:, ::-1])
    assert arrays.inputs.max() == 25


def test_sorted_letters_are_the_same_letters_in_order() -> None:
    arrays = Reversal(order="sorted").load().splits["train"]
    assert np.array_equal(arrays.targets[:, 1:], np.sort(arrays.inputs, axis=1))


def test_sentences_are_as_many_of_every_group_and_in_one_split_only() -> None:
    splits = Sentences(length=60, vocabulary=20_000).load().splits
    counts = np.bincount(np.concatenate([arrays.targets for arrays in splits.values()]))
    assert len(set(counts.tolist())) == 1
    assert counts[0] > 300
    rows = [sentence.tobytes() for arrays in splits.values() for sentence in arrays.inputs]
    assert len(set(rows)) == len(rows)


def test_sentences_are_padded_in_front_and_know_the_frequent_words() -> None:
    data = Sentences()
    facts, rows_NT = data.facts(), data.load().splits["train"].inputs
    assert facts.padding is not None
    is_word_NT = rows_NT != facts.padding
    assert is_word_NT[:, -1].all()
    assert np.array_equal(is_word_NT, np.sort(is_word_NT, axis=1)), "no padding after a word"
    assert (rows_NT != facts.mask).all()
    assert facts.symbols[3] == "the"
    assert len(facts.symbols) == data.vocabulary


@pytest.mark.parametrize("reach", [1, 2, 3])
def test_word_and_context_are_the_same_windows_the_other_way_round(reach: int) -> None:
    around, alone, whole = (
        WordWindows(reach=reach, predict=predict).load().splits["test"] for predict in ("word", "context", "hidden")
    )
    assert np.array_equal(whole.inputs[:, reach], alone.inputs[:, 0])
    assert np.array_equal(np.delete(whole.inputs, reach, axis=1), around.inputs)
    assert np.array_equal(around.inputs, alone.targets)
    assert np.array_equal(around.targets, alone.inputs)
    assert around.inputs.min() >= 3, "neither padding nor unknown words"


def test_facts_need_neither_torch_nor_sklearn() -> None:
    program = (
        "import sys\nfrom explorer.datasets import DATASETS\n[dataset().facts() for dataset in DATASETS]\n"
        "print([name for name in ('torch', 'sklearn', 'scipy', 'torchvision') if name in sys.modules])"
    )
    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"


def test_the_digits_read_from_the_file_are_those_that_scikit_learn_gives(monkeypatch: pytest.MonkeyPatch) -> None:
    read = Digits().load()
    monkeypatch.setattr("explorer.datasets.digits.find_spec", lambda name: None)
    given = Digits().load()
    for name, part in read.splits.items():
        assert np.array_equal(part.inputs, given.splits[name].inputs)
        assert np.array_equal(part.targets, given.splits[name].targets)
