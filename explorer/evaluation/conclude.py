"""From the answers to every sample to figures: which measures suit what kind of answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from explorer.dataset import DataFacts
from explorer.evaluation.answers import AnyAnswers, ClassAnswers, TokenAnswers, ValueAnswers
from explorer.evaluation.bleu import corpus_bleu
from explorer.evaluation.figure import Figure
from explorer.evaluation.mean import mean
from explorer.evaluation.perplexity import perplexity
from explorer.evaluation.proportion import proportion
from explorer.units import Units

Judged = Mapping[str, npt.NDArray[Any]]  # one row per sample, as the engine's judging tells


@dataclass(frozen=True)
class Conclusion:
    """Figures, the one that says most first, and what they were worked out from; `losses` (N,) are per sample."""

    figures: tuple[Figure, ...]
    losses: npt.NDArray[np.float32]
    answers: AnyAnswers | None = None


def conclude(judged: Judged, objective: str, facts: DataFacts) -> Conclusion:
    """All measures that suit the objective. Errors of values are in the values' own unit, also where the network learns
    normalised ones; the loss is of what it learns."""
    match objective:
        case "classify" | "fit":
            return _classes(judged, facts.ports.num_classes or 1)
        case "translate":
            return _translations(judged, facts.padding)
        case "regress":
            return _values(judged, facts.target_units)
        case "reconstruct":
            error = mean("mean_absolute_error", judged["absolute_errors"])
            return Conclusion((mean("loss", judged["losses"]), error), _losses(judged))
        case _:
            return _tokens(judged)


def _classes(judged: Judged, num_classes: int) -> Conclusion:
    answers = ClassAnswers(
        num_classes, judged["targets"], judged["answers"], judged["confidences"], judged.get("probabilities")
    )
    figures = [
        proportion("accuracy", int(answers.is_right.sum()), len(answers.targets)),
        mean("loss", judged["losses"]),
        Figure("macro_f1", answers.scores.macro_f1),
        Figure("calibration_error", answers.calibration.error),
    ]
    if np.isfinite(answers.areas).any():  # worked out here, whatever it takes, and sent along
        figures.append(Figure("roc_area", float(np.nanmean(answers.areas))))
    return Conclusion(tuple(figures), _losses(judged), answers)


def _tokens(judged: Judged) -> Conclusion:
    loss = mean("loss", judged["losses"], judged["counts"])
    accuracy = mean("accuracy", judged["hits"], judged["counts"])
    return Conclusion((perplexity(loss), loss, accuracy), _losses(judged), _token_answers(judged))


def _translations(judged: Judged, padding: int | None) -> Conclusion:
    """An answer is right when no token of it is wrong; BLEU looks past padding, which nobody wrote."""
    answers = _token_answers(judged)
    matches = int((answers.wanted == answers.answered).all(-1).sum())
    pairs = [answers.pair(row, padding) for row in range(len(answers.wanted))]
    bleu = corpus_bleu([written for _, written in pairs], [wanted for wanted, _ in pairs])
    loss = mean("loss", judged["losses"], judged["counts"])
    figures = (
        proportion("exact_match", matches, len(pairs)),
        Figure("bleu", bleu),
        mean("accuracy", judged["hits"], judged["counts"]),
        loss,
        perplexity(loss),
    )
    return Conclusion(figures, _losses(judged), answers)


def _values(judged: Judged, units: Units | None) -> Conclusion:
    answers = _in_own_unit(judged["targets"], judged["answers"], units)
    with np.errstate(all="ignore"):
        errors = answers.answers.astype(np.float64) - answers.targets
        absolute = np.abs(errors).mean(-1)
        rmse = float(np.sqrt(np.square(errors).mean()))
    figures = (
        Figure("r2", float(answers.scores.r2.mean())),
        mean("mean_absolute_error", absolute),
        Figure("root_mean_squared_error", rmse),
        mean("loss", judged["losses"]),
    )
    return Conclusion(figures, _losses(judged), answers)


def _in_own_unit(targets: npt.NDArray[Any], answers: npt.NDArray[Any], units: Units | None) -> ValueAnswers:
    """Their difference is taken first, so that it keeps its digits where the values are large against it."""
    if units is None:
        return ValueAnswers(targets, answers)
    restored = units.restored(targets)
    return ValueAnswers(restored, restored + units.stretched(answers.astype(np.float64) - targets))


def _token_answers(judged: Judged) -> TokenAnswers:
    return TokenAnswers(judged["wanted"], judged["answered"])


def _losses(judged: Judged) -> npt.NDArray[np.float32]:
    """Of each sample, on average over its tokens."""
    counts = np.maximum(judged["counts"], 1) if "counts" in judged else 1
    return (judged["losses"] / counts).astype(np.float32)
