"""The measures of an evaluation against scikit-learn, against scipy, and against examples worked out by hand."""

import math

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binomtest, sem
from sklearn import metrics
from sklearn.calibration import calibration_curve

from explorer.evaluation.answers import NOT_ASKED, ClassAnswers, TokenAnswers
from explorer.evaluation.bleu import corpus_bleu
from explorer.evaluation.calibration import calibration
from explorer.evaluation.class_scores import class_scores
from explorer.evaluation.confusion import MOST_CLASSES, confusion_matrix
from explorer.evaluation.figure import Figure
from explorer.evaluation.mean import mean
from explorer.evaluation.perplexity import perplexity
from explorer.evaluation.proportion import Z_95, proportion
from explorer.evaluation.regression import value_scores
from explorer.evaluation.roc import areas, roc
from explorer.evaluation.step_wish import step_wish
from explorer.evaluation.worst import worst, worst_of_each
from models.problem import InputError

few = settings(max_examples=60, deadline=None)


@few
@given(st.integers(1, 3000).flatmap(lambda count: st.tuples(st.integers(0, count), st.just(count))))
def test_a_share_has_wilsons_interval(hits_and_count: tuple[int, int]) -> None:
    hits, count = hits_and_count
    found = proportion("accuracy", hits, count)
    wanted = binomtest(hits, count).proportion_ci(0.95, method="wilson")
    assert (found.low, found.high) == pytest.approx((wanted.low, wanted.high), abs=1e-12)
    assert found.low is not None
    assert found.high is not None
    assert 0 <= found.low <= found.value <= found.high <= 1
    assert math.isnan(proportion("accuracy", 0, 0).value)


@few
@given(st.integers(0, 2**32 - 1), st.integers(2, 400), st.integers(2, 12))
def test_classes_are_measured_as_scikit_learn_does(seed: int, size: int, num_classes: int) -> None:
    rng = np.random.default_rng(seed)
    targets, answers = rng.integers(num_classes, size=(2, size))
    labels = range(num_classes)
    assert (
        confusion_matrix(targets, answers, num_classes) == metrics.confusion_matrix(targets, answers, labels=labels)
    ).all()
    scores = class_scores(targets, answers, num_classes)
    wanted = metrics.precision_recall_fscore_support(targets, answers, labels=labels, zero_division=0.0)
    for found, right in zip((scores.precision, scores.recall, scores.f1, scores.support), wanted, strict=True):
        np.testing.assert_allclose(found, right, atol=1e-12)
    assert scores.macro_f1 == pytest.approx(metrics.f1_score(targets, answers, average="macro", zero_division=0.0))


@few
@given(st.integers(0, 2**32 - 1), st.integers(2, 300), st.integers(1, 30))
def test_the_roc_is_scikit_learns_also_with_equal_scores(seed: int, size: int, num_values: int) -> None:
    rng = np.random.default_rng(seed)
    scores, is_class = rng.integers(num_values, size=size) / num_values, rng.random(size) < 0.4
    found = roc(scores, is_class)
    if is_class.all() or not is_class.any():
        assert math.isnan(found.area)
        return
    false, true, _ = metrics.roc_curve(is_class, scores, drop_intermediate=False)
    np.testing.assert_allclose(found.false_positives, false, atol=1e-12)
    np.testing.assert_allclose(found.true_positives, true, atol=1e-12)
    assert found.area == pytest.approx(metrics.roc_auc_score(is_class, scores))


def test_every_class_has_an_area_and_an_absent_one_none() -> None:
    rng = np.random.default_rng(0)
    probabilities, targets = rng.dirichlet(np.ones(4), 200), rng.integers(3, size=200)
    found = areas(probabilities, targets)
    wanted = [metrics.roc_auc_score(targets == number, probabilities[:, number]) for number in range(3)]
    np.testing.assert_allclose(found[:3], wanted)
    assert math.isnan(found[3])


@few
@given(st.integers(0, 2**32 - 1), st.integers(1, 500))
def test_calibration_is_scikit_learns(seed: int, size: int) -> None:
    rng = np.random.default_rng(seed)
    sure, right = rng.random(size), rng.random(size) < 0.7
    found = calibration(sure, right)
    used = found.counts > 0
    accuracy, confidence = calibration_curve(right, sure, n_bins=10)
    np.testing.assert_allclose(found.accuracy[used], accuracy)
    np.testing.assert_allclose(found.confidence[used], confidence)
    gaps = np.abs(accuracy - confidence) * found.counts[used] / size
    assert found.error == pytest.approx(gaps.sum())


@few
@given(st.integers(0, 2**32 - 1), st.integers(2, 200), st.integers(1, 4))
def test_real_values_are_measured_as_scikit_learn_does(seed: int, size: int, num_values: int) -> None:
    rng = np.random.default_rng(seed)
    targets = rng.normal(3, 2, (size, num_values))
    answers = targets + rng.normal(0, 1, targets.shape)
    found = value_scores(targets, answers)
    each = {"multioutput": "raw_values"}
    np.testing.assert_allclose(found.r2, metrics.r2_score(targets, answers, **each))
    np.testing.assert_allclose(found.mean_absolute_error, metrics.mean_absolute_error(targets, answers, **each))
    np.testing.assert_allclose(found.root_mean_squared_error, metrics.root_mean_squared_error(targets, answers, **each))


def test_r2_is_not_defined_where_all_targets_are_equal_and_infinity_is_told_as_it_is() -> None:
    found = value_scores(np.ones((3, 1)), np.array([[1.0], [2.0], [3.0]]))
    assert math.isnan(found.r2[0])
    assert found.mean_absolute_error[0] == pytest.approx(1.0)
    assert value_scores(np.array([[0.0], [1.0]]), np.array([[np.inf], [1.0]])).mean_absolute_error[0] == math.inf


@few
@given(st.lists(st.floats(-1e3, 1e3), min_size=2, max_size=60))
def test_a_mean_has_the_interval_of_its_standard_error(values: list[float]) -> None:
    found = mean("loss", values)
    reach = Z_95 * float(sem(values))
    assert found.low is not None
    assert found.high is not None
    assert (found.low, found.value, found.high) == pytest.approx(
        (np.mean(values) - reach, np.mean(values), np.mean(values) + reach), abs=1e-6
    )


def test_a_mean_over_tokens_weighs_samples_by_their_tokens_and_knows_that_they_belong_together() -> None:
    sums, counts = np.array([8.0, 2.0, 3.0]), np.array([4, 1, 1])
    found = mean("loss", sums, counts)
    assert found.value == pytest.approx(13 / 6)
    assert found.high is not None
    repeated = mean("loss", np.repeat(sums / counts, counts))  # as if tokens were independent
    assert repeated.high is not None
    assert mean("loss", [1.0]) == Figure("loss", 1.0)
    assert math.isnan(mean("loss", [np.nan, 1.0]).value)
    assert mean("loss", [np.inf, 1.0]) == Figure("loss", math.inf)
    raised = perplexity(found)
    assert raised.value == pytest.approx(math.exp(13 / 6))
    assert raised.high == pytest.approx(math.exp(found.high))
    assert perplexity(Figure("loss", 1e4)).value == math.inf
    assert math.isnan(perplexity(Figure("loss", math.nan)).value)


def test_bleu_is_what_papineni_reckons() -> None:
    written = ["the", "cat", "the", "cat", "on", "the", "mat"]
    wanted = ["the", "cat", "is", "on", "the", "mat"]
    # Of 7 tokens 5 count (the 2, cat 1, on, mat), of 6 pairs 3, of 5 triples 1 (on the mat), of 4 runs of four none.
    assert corpus_bleu([written], [wanted]) == 0.0
    # With one more sentence, written as it is wanted: 5 + 4 of 11, 3 + 3 of 9, 1 + 2 of 7, 0 + 1 of 5; 11 against 10.
    other = ["a", "b", "c", "d"]
    right = (9 / 11 * 6 / 9 * 3 / 7 * 1 / 5) ** 0.25
    assert corpus_bleu([written, other], [wanted, other]) == pytest.approx(right)
    # Too short a text: the same precision of 1 everywhere, and a penalty of e^(1 - 6/5).
    assert corpus_bleu([wanted[:5]], [wanted]) == pytest.approx(math.exp(1 - 6 / 5))
    assert corpus_bleu([[1, 2]], [[1, 2]]) == 1.0
    assert corpus_bleu([[]], [[1, 2]]) == 0.0
    assert corpus_bleu([], []) == 0.0


@few
@given(st.lists(st.lists(st.integers(0, 5), min_size=1, max_size=9), min_size=1, max_size=5))
def test_bleu_of_what_is_wanted_is_1(texts: list[list[int]]) -> None:
    assert corpus_bleu(texts, texts) == pytest.approx(1.0)


@few
@given(st.lists(st.floats(0, 100), max_size=50), st.integers(0, 60), st.integers(1, 4), st.integers(0, 2**32 - 1))
def test_the_worst_come_first_and_of_each_kind_some(losses: list[float], most: int, each: int, seed: int) -> None:
    values: npt.NDArray[np.float64] = np.array(losses)
    order = worst(values, most)
    assert values[order].tolist() == sorted(losses, reverse=True)[:most]
    kinds = np.random.default_rng(seed).integers(3, size=len(losses))
    rows = worst_of_each(values, kinds, each, 1000)
    for kind in range(3):
        of_kind = sorted((loss for loss, one in zip(losses, kinds, strict=True) if one == kind), reverse=True)
        assert values[rows[kinds[rows] == kind]].tolist() == of_kind[:each]
    assert len(worst_of_each(values, kinds, each, 2)) <= 2


def test_a_loss_that_is_no_number_is_the_worst() -> None:
    assert worst(np.array([1.0, np.nan, 3.0]), 2).tolist() == [1, 2]


def test_answers_find_their_cells_and_leave_out_what_was_not_asked() -> None:
    answers = ClassAnswers(3, np.array([0, 1, 1, 2]), np.array([0, 2, 2, 2]), np.full(4, 0.5, np.float32))
    assert answers.cell(1, 2).tolist() == [1, 2]
    assert answers.roc(0) is None
    assert np.isnan(answers.areas).all()
    many = ClassAnswers(MOST_CLASSES + 1, np.array([7]), np.array([7]), np.ones(1, np.float32))
    assert many.confusion is None
    tokens = TokenAnswers(np.array([[NOT_ASKED, 5, 0]]), np.array([[9, 6, 7]]))
    assert tokens.pair(0, padding=0) == ([5], [6, 7])


def test_a_wish_for_a_step_is_a_number_or_one_of_two_words() -> None:
    assert (step_wish("12"), step_wish("best"), step_wish("newest")) == (12, "best", "newest")
    for text in ("-1", "1.5", "", "last", "٣", "9" * 40):
        with pytest.raises(InputError) as refused:
            step_wish(text)
        assert refused.value.problems[0].code == "not_a_step"
