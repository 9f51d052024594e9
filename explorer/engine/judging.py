"""What the networks answer to a batch of an evaluation, sample by sample, as arrays."""

# B batch, C classes, T positions, V vocabulary, F values of a sample

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
from torch import Tensor
from torch.nn import functional as F

from explorer.engine.learner import Learner
from explorer.evaluation.answers import NOT_ASKED
from explorer.objective import Batch
from explorer.objectives.masked import NOT_HIDDEN
from explorer.objectives.translate import greedy_decode
from explorer.supervised import SupervisedSpec

Judged = Mapping[str, npt.NDArray[Any]]


def judge(learner: Learner, batch: Batch) -> Judged:
    """One row per sample in every array; nothing where a sample cannot be judged by itself, as in a GAN.

    Call it in evaluation mode without gradients. losses: of a sample, summed over its `counts` tokens where it has
    such. classes: targets, answers, confidences (B,) and probabilities (B, C). tokens: wanted and answered (B, T),
    hits (B,). values: targets and answers (B, F). reconstruct: absolute_errors (B,).
    """
    method = METHODS.get(learner.objective.kind)
    if method is None:
        return {}
    return {name: values.cpu().numpy() for name, values in method(learner, batch).items()}


def _classes(learner: Learner, batch: Batch) -> dict[str, Tensor]:
    logits_BC = learner.objective.output(learner, batch).float()
    probabilities_BC = logits_BC.softmax(-1)
    answers_B = logits_BC.argmax(-1)
    return {
        "losses": F.cross_entropy(logits_BC, batch.targets, reduction="none"),
        "targets": batch.targets,
        "answers": answers_B,
        "confidences": probabilities_BC.gather(-1, answers_B[:, None])[:, 0],
        "probabilities": probabilities_BC,
    }


def _tokens(learner: Learner, batch: Batch) -> dict[str, Tensor]:
    objective = learner.objective
    exam = objective.exam(learner, batch) if isinstance(objective, SupervisedSpec) else batch
    return _judged_tokens(objective.output(learner, exam), exam.targets)


def _judged_tokens(logits_BTV: Tensor, wanted_BT: Tensor) -> dict[str, Tensor]:
    is_asked_BT = wanted_BT != NOT_HIDDEN
    losses_BT = F.cross_entropy(
        logits_BTV.float().transpose(1, 2), wanted_BT, reduction="none", ignore_index=NOT_HIDDEN
    )
    answered_BT = logits_BTV.argmax(-1)
    return {
        "losses": losses_BT.sum(-1),
        "counts": is_asked_BT.sum(-1),
        "hits": ((answered_BT == wanted_BT) & is_asked_BT).sum(-1),
        "wanted": wanted_BT.masked_fill(~is_asked_BT, NOT_ASKED),
        "answered": answered_BT,
    }


def _words(learner: Learner, batch: Batch) -> dict[str, Tensor]:
    """Several words are wanted of one answer."""
    logits_BV = learner.objective.output(learner, batch)
    return _judged_tokens(logits_BV[:, None].expand(-1, batch.targets.shape[1], -1), batch.targets)


def _translations(learner: Learner, batch: Batch) -> dict[str, Tensor]:
    """Losses and hits where the decoder reads the right tokens, answers where it reads its own."""
    judged = _judged_tokens(learner.objective.output(learner, batch), batch.targets[:, 1:])
    return {**judged, "answered": greedy_decode(learner, batch)[:, 1:]}


def _values(learner: Learner, batch: Batch) -> dict[str, Tensor]:
    answers_BF = learner.objective.output(learner, batch)
    losses_B = (answers_BF - batch.targets).square().mean(-1)
    return {"losses": losses_B, "targets": batch.targets, "answers": answers_BF}


def _reconstructions(learner: Learner, batch: Batch) -> dict[str, Tensor]:
    objective = learner.objective
    exam = objective.exam(learner, batch) if isinstance(objective, SupervisedSpec) else batch
    errors_B = (objective.output(learner, exam) - exam.targets).flatten(1)
    return {"losses": errors_B.square().mean(-1), "absolute_errors": errors_B.abs().mean(-1)}


METHODS: Mapping[str, Callable[[Learner, Batch], dict[str, Tensor]]] = {
    "classify": _classes,
    "fit": _classes,
    "predict_next": _tokens,
    "masked": _tokens,
    "predict_words": _words,
    "translate": _translations,
    "regress": _values,
    "reconstruct": _reconstructions,
}


def joined(parts: list[Judged]) -> dict[str, npt.NDArray[Any]]:
    """The arrays of all batches as one each."""
    return {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}
