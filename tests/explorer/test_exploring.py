"""Looking at data: statistics, twins and maps agree with references, and every kind of data can be looked at."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from sklearn.decomposition import PCA
from sklearn.neighbors import NearestNeighbors

from explorer.dataset import SPLITS, Arrays, DataFacts, DatasetSpec, LoadedData
from explorer.datasets import DATASETS
from explorer.datasets.digits import Digits
from explorer.datasets.mnist import Mnist
from explorer.datasets.points import Points
from explorer.datasets.reference import Reference
from explorer.datasets.reversal import Reversal
from explorer.datasets.sentences import Sentences
from explorer.datasets.waves import Waves
from explorer.exploring import loaded
from explorer.exploring.duplicates import Duplicates, nearest_pairs
from explorer.exploring.features import features, symbol_shares
from explorer.exploring.filtering import SampleFilter, found
from explorer.exploring.find_duplicates import FindDuplicates
from explorer.exploring.find_samples import FindSamples, FoundSamples, ReadSamples
from explorer.exploring.loaded import held, spread, spread_over_splits
from explorer.exploring.look_at_data import FirstLook, LookAtData
from explorer.exploring.overview import text_counts
from explorer.exploring.project_data import ProjectData
from explorer.exploring.projection import Projection, pca, tsne
from explorer.exploring.samples import MOST_SIDE, PAGE_SIZE, SamplePage
from explorer.exploring.statistics import ClassMeans, RunningStatistics, histogram
from explorer.jobs.job import Cancelled
from explorer.source import Rows, Source, SourceSplit, Values
from models.port import DataPorts, Port
from models.problem import InputError
from models.text import Text

QUICK = settings(max_examples=40, deadline=None)


def silent(done: float | None, text: Text | None = None, part: object = None) -> None:
    """A report that nobody reads."""


@pytest.fixture(autouse=True)
def nothing_kept() -> Iterator[None]:
    yield
    loaded._kept.clear()


@dataclass(frozen=True)
class Files(Source):
    """Colour pictures that are read one by one: the row's number is the brightness; rows 3 and 13 are the same."""

    count: int

    @property
    def shape(self) -> tuple[int, ...]:
        return self.count, 3, 200, 100

    @property
    def dtype(self) -> np.dtype[np.generic]:
        return np.dtype(np.uint8)

    def read(self, rows: Rows, out: Values) -> None:
        assert len(rows) <= 20, "only what is needed is read"
        out[:] = np.where(rows == 13, 3, rows)[:, None, None, None]


class Odd(DatasetSpec):
    """A table with holes, of so many samples, all equal or not."""

    kind: Literal["odd"] = "odd"
    label: ClassVar[str] = "Odd"
    count: int = 1
    equal: bool = False

    def facts(self) -> DataFacts:
        counts: dict[Any, int] = {"train": self.count, "validation": 0, "test": 0}
        return DataFacts(DataPorts(Port("vector", (3,)), num_classes=4), "class", counts, ("a", "b", "c", "d"))

    def load(self) -> LoadedData:
        table = np.random.default_rng(0).normal(size=(self.count, 3)).astype(np.float32)
        table[:, 1], table[:1, 2] = np.nan, np.inf
        table = np.ones_like(table) if self.equal else table
        nothing = Arrays(np.zeros((0, 3), np.float32), np.zeros(0, np.int64))
        return LoadedData({"train": Arrays(table, np.full(self.count, 2)), "validation": nothing, "test": nothing})


class Streamed(DatasetSpec):
    kind: Literal["streamed"] = "streamed"
    label: ClassVar[str] = "Streamed"

    def facts(self) -> DataFacts:
        counts: dict[Any, int] = {"train": 12, "validation": 0, "test": 14}
        return DataFacts(DataPorts(Port("image", (3, 200, 100)), num_classes=2), "class", counts, ("dark", "bright"))

    def load(self) -> LoadedData:
        classes = np.arange(14) % 2
        return LoadedData({
            "train": SourceSplit(Files(12), classes[:12]), "validation": Arrays(np.zeros((0, 3, 200, 100), np.uint8),
            classes[:0]), "test": SourceSplit(Files(14), classes),
        }, 1 / 255)  # fmt: skip


FLOATS = st.floats(-1e6, 1e6, width=32) | st.sampled_from([np.nan, np.inf, -np.inf])


@QUICK
@given(arrays(np.float64, st.tuples(st.integers(0, 20), st.integers(1, 4)), elements=FLOATS), st.integers(1, 7))
def test_statistics_of_pieces_are_those_of_the_whole(values: np.ndarray, size: int) -> None:
    running = RunningStatistics(values.shape[1])
    for start in range(0, len(values), size):
        running.add(values[start : start + size])
    result, kept = running.result(), np.where(np.isfinite(values), values, np.nan)
    assert (result.missing == np.isnan(kept).sum(axis=0)).all()
    for column in range(values.shape[1]):
        known = kept[~np.isnan(kept[:, column]), column]
        told = [float(getattr(result, name)[column]) for name in ("low", "high", "mean", "deviation")]
        if not len(known):
            assert np.isnan(told).all()
        else:
            assert told == pytest.approx([known.min(), known.max(), known.mean(), known.std()], rel=1e-9, abs=1e-6)


@QUICK
@given(arrays(np.float64, st.integers(0, 60), elements=FLOATS))
def test_a_histogram_counts_every_finite_value(values: np.ndarray) -> None:
    counted = histogram(values)
    assert counted.counts.sum() == np.isfinite(values).sum()
    assert len(counted.edges) == len(counted.counts) + 1
    assert (np.diff(counted.edges) > 0).all()


def test_few_even_levels_have_a_bar_each() -> None:
    counted = histogram(np.array([0, 0, 1, 3, 3, 3]) / 16)
    assert counted.counts.tolist() == [2, 1, 0, 3]
    assert counted.edges[:-1] + 1 / 32 == pytest.approx(np.arange(4) / 16)


@QUICK
@given(st.lists(st.integers(0, 50), min_size=3, max_size=3), st.integers(1, 40))
def test_spread_rows_differ_ascend_and_reach_every_split(counts: list[int], most: int) -> None:
    rows = spread(counts[0], most)
    assert len(rows) == min(counts[0], most)
    assert (np.diff(rows) > 0).all()
    splits, indices = spread_over_splits(tuple(counts), most)
    assert len(splits) == min(sum(counts), most)
    assert len(set(zip(splits.tolist(), indices.tolist(), strict=True))) == len(splits)
    assert all(0 <= index < counts[split] for split, index in zip(splits.tolist(), indices.tolist(), strict=True))


def test_means_of_classes_leave_out_what_is_missing() -> None:
    means = ClassMeans(3, (2,))
    means.add(np.array([[1, 2], [3, np.nan]]), np.array([0, 0]))
    means.add(np.array([[5, 6.0]]), np.array([2]))
    assert means.result().tolist() == [[2, 2], [0, 0], [5, 6]]


@pytest.mark.parametrize("shape", [(80, 12), (12, 80), (30, 1)])
def test_principal_components_are_those_of_scikit_learn(shape: tuple[int, int]) -> None:
    x_NF = np.random.default_rng(1).normal(size=shape) * np.arange(1, shape[1] + 1)
    points, shares = pca(x_NF, 2)
    known = PCA(min(2, *shape)).fit(x_NF)
    wanted = known.transform(x_NF)
    for column in range(wanted.shape[1]):
        sign = np.sign(known.components_[column][np.abs(known.components_[column]).argmax()])
        assert points[:, column] == pytest.approx(sign * wanted[:, column], abs=1e-4)
        assert shares[column] == pytest.approx(known.explained_variance_ratio_[column], abs=1e-9)
    assert not points[:, wanted.shape[1] :].any()


def test_nearest_pairs_are_those_of_scikit_learn() -> None:
    x_NF = np.random.default_rng(2).normal(size=(60, 5)).astype(np.float32)
    x_NF[7] = x_NF[40]  # the same is no pair
    told = nearest_pairs(x_NF, most=1000)
    distances, neighbours = NearestNeighbors(n_neighbors=3).fit(x_NF).kneighbors(x_NF)
    typical = np.sqrt(2 * ((x_NF - x_NF.mean(axis=0)) ** 2).sum(axis=1).mean())
    wanted = {}
    for row in range(60):
        place = next(p for p in range(3) if distances[row, p] > 1e-6)
        wanted[tuple(sorted((row, int(neighbours[row, place]))))] = distances[row, place] / typical
    assert [distance for *_, distance in told] == sorted(distance for *_, distance in told)
    twins = {7: 40}
    assert {(twins.get(a, a), twins.get(b, b)) for a, b, _ in told} <= {
        (twins.get(a, a), twins.get(b, b)) for a, b in wanted
    } | {(twins.get(b, b), twins.get(a, a)) for a, b in wanted}
    assert {round(distance, 4) for *_, distance in told} == {round(float(d), 4) for d in wanted.values()}
    assert nearest_pairs(np.zeros((5, 2), np.float32)) == nearest_pairs(x_NF[:1]) == []


def test_t_sne_keeps_neighbours_together_and_is_the_same_again() -> None:
    rng = np.random.default_rng(3)
    x_NF = np.concatenate([rng.normal(centre, 0.1, (20, 6)) for centre in (0, 3, 6)]).astype(np.float32)
    pictures = list(tsne(x_NF))
    assert [done for done, _ in pictures] == pytest.approx([0.2, 0.6, 1.0])
    points = pictures[-1][1]
    _, neighbours = NearestNeighbors(n_neighbors=2).fit(points).kneighbors(points)
    assert (neighbours[:, 1] // 20 == np.arange(60) // 20).all()
    assert (list(tsne(x_NF))[-1][1] == points).all()


def test_texts_are_counted_without_padding() -> None:
    tokens = np.array([[0, 0, 3, 3], [0, 1, 2, 3]], np.uint8)
    counted = text_counts(tokens, 5, padding=0)
    assert counted.lengths.tolist() == [0, 0, 1, 1, 0]
    assert counted.symbols.tolist() == [0, 1, 1, 3, 0]
    shares = symbol_shares(tokens, 0)
    assert shares.sum(axis=1) == pytest.approx([1, 1])
    assert symbol_shares(tokens, None, most=1).tolist() == [[0.5], [0.25]]


@pytest.mark.parametrize("data", [Digits(), Points(), Waves(task="cycles"), Reference(), Reversal()], ids=repr)
def test_every_kind_of_data_can_be_looked_at(data: DatasetSpec) -> None:
    splits, facts = data.load().splits, data.facts()
    look = LookAtData(data).run(silent)
    assert isinstance(look, FirstLook)
    overview = look.overview
    assert overview.counts == tuple(len(splits[name]) for name in SPLITS)
    assert look.found.total == sum(overview.counts)
    assert len(look.page) == PAGE_SIZE
    assert look.page.place(5) == ("train", 5)
    inputs = np.asarray(splits["train"].inputs[:])
    if facts.ports.input.kind == "tokens":
        assert overview.texts is not None
        assert overview.texts.symbols.sum() == inputs.size
        assert look.page.inputs is None
        assert all(look.page.texts)
        assert bool(look.page.target_texts) == (facts.target == "tokens")
    else:
        scale, shift = data.scaling()
        seen = inputs * scale + shift
        assert overview.extent == pytest.approx((seen.min(), seen.max()))
        assert overview.statistics is not None
        assert overview.statistics.mean.mean() == pytest.approx(seen.mean(), abs=1e-6)
        assert look.page.inputs is not None
        assert look.page.inputs[3] == pytest.approx(seen[3])
    if facts.target == "class":
        assert overview.class_counts is not None
        assert overview.class_counts[2].tolist() == np.bincount(splits["test"].targets).tolist()
        assert overview.class_means is not None
        mine = np.asarray(splits["train"].targets) == 1
        assert overview.class_means[1] == pytest.approx(seen[mine].mean(axis=0), abs=1e-5)
    assert len(overview.targets) == (1 if facts.target == "value" else 0)
    for method in ("pca", "plane") if facts.ports.input.shape == (2,) else ("pca",):
        projection = ProjectData(data, method).run(silent)
        assert isinstance(projection, Projection)
        assert np.isfinite(projection.points).all()
    twins = FindDuplicates(data).run(silent)
    assert isinstance(twins, Duplicates)
    assert twins.num_compared == sum(overview.counts)


def test_filters_find_what_they_name() -> None:
    digits = held(Digits())
    threes = found(digits, SampleFilter(("validation", "test"), class_number=3))
    assert threes.total == sum((np.asarray(digits.split(number).targets) == 3).sum() for number in (1, 2))
    assert found(digits, SampleFilter(("train",), first=10, last=19)).indices.tolist() == list(range(10, 20))
    assert threes.position(2, 10**6) == len(threes) - 1
    assert (threes.split_numbers[threes.position(2, 0)], threes.position(0, 0)) == (2, 0)
    sentences = held(Sentences())
    named = FindSamples(Sentences(), SampleFilter(text="Data MODEL")).run(silent)
    assert isinstance(named, FoundSamples)
    spelled = FindSamples(Sentences(), SampleFilter(("test",), text="Iterator ")).run(silent)
    assert isinstance(spelled, FoundSamples)
    assert set(named.page.classes.tolist()) == {0}  # type: ignore[union-attr]
    assert 0 < spelled.found.total < len(sentences.split(2))
    assert all("iterator " in text for text in spelled.page.texts)
    backwards = FindSamples(Reversal(), SampleFilter(text="zyx")).run(silent)
    assert isinstance(backwards, FoundSamples)
    pairs = zip(backwards.page.texts, backwards.page.target_texts, strict=True)
    assert all("zyx" in text or "zyx" in target for text, target in pairs)


def test_streamed_data_are_read_by_row_and_thinned_for_the_gallery() -> None:
    look = LookAtData(Streamed()).run(silent)
    assert isinstance(look, FirstLook)
    assert look.page.step == -(-200 // MOST_SIDE)
    assert look.page.inputs is not None
    assert look.page.inputs.shape[1:] == (3, 67, 34)
    order = np.array([2, 0, 2], np.uint8), np.array([9, 11, 1])
    whole = ReadSamples(Streamed(), *order, is_whole=True).run(silent)
    assert isinstance(whole, SamplePage)
    assert whole.inputs is not None
    assert whole.inputs[:, 0, 0, 0] * 255 == pytest.approx([9, 11, 1])
    assert whole.classes is not None
    assert whole.classes.tolist() == [1, 1, 1]
    assert features(held(Streamed()), np.array([0, 2], np.uint8), np.array([11, 1])).shape == (2, 3 * 25 * 13)
    twins = FindDuplicates(Streamed()).run(silent)
    assert isinstance(twins, Duplicates)
    assert (twins.num_groups, twins.num_leaks, twins.num_repeated) == (12, 12, 13)
    assert next(group.places for group in twins.twins if (2, 13) in group.places) == ((0, 3), (2, 3), (2, 13))


@pytest.mark.parametrize("data", [Odd(count=0), Odd(), Odd(count=6), Odd(count=40, equal=True)], ids=repr)
def test_odd_data_are_looked_at_like_any(data: Odd) -> None:
    look = LookAtData(data).run(silent)
    assert isinstance(look, FirstLook)
    assert len(look.found) == len(look.page) == data.count
    assert look.overview.extent[0] <= look.overview.extent[1]
    if look.overview.statistics is not None and not data.equal:
        assert look.overview.statistics.missing.tolist() == [0, data.count, 1]
    for method in ("pca", "tsne"):
        projection = ProjectData(data, method).run(silent)  # type: ignore[arg-type]
        assert isinstance(projection, Projection)
        assert projection.points.shape == (data.count, 2)
        assert np.isfinite(projection.points).all()
    twins = FindDuplicates(data).run(silent)
    assert isinstance(twins, Duplicates)
    assert twins.num_repeated == (data.count - 1 if data.equal else 0)


def test_missing_data_are_a_problem_and_a_wait_can_be_ended() -> None:
    with pytest.raises(InputError) as missing:
        LookAtData(Mnist()).run(silent)
    assert missing.value.problems[0].remedy

    def cancel(done: float | None, text: Text | None = None, part: object = None) -> None:
        raise Cancelled

    for job in (LookAtData(Digits()), ProjectData(Digits(), "tsne"), FindDuplicates(Digits()),
                FindSamples(Sentences(), SampleFilter(text="a"))):  # fmt: skip
        with pytest.raises(Cancelled):
            job.run(cancel)


def test_the_last_data_are_kept() -> None:
    first = held(Digits())
    assert held(Digits()) is first
    assert held(Points()) is not first
    assert held(Digits()) is not first
    assert all(dataset.model_validate({}).facts() for dataset in DATASETS[:3])
