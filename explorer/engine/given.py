"""A sample that a person made, as the networks receive one of the data: checked first, then laid out the same way."""

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from explorer.dataset import DataFacts
from explorer.engine.learner import Learner
from explorer.engine.streaming import StreamedSplit
from explorer.objective import Batch
from explorer.problems import GIVEN_KIND, GIVEN_NOT_FINITE, GIVEN_SHAPE, GIVEN_TOKEN, GIVEN_TOO_SHORT
from explorer.spelling import spell
from models.problem import InputError, Problem
from models.text import Text

PLACE = "data"

Values = npt.NDArray[np.generic]


def given_batch(inputs: object, learner: Learner) -> Batch:
    """A batch of one. Its truth is unknown: the targets only have the shape of the data's.

    inputs: as the data hold a sample: bytes where they hold bytes, floats where they hold floats; where they hold
    bytes, floats are what becomes of these, after scale and shift. Tokens as numbers, or as symbols that are looked
    up among those of the data.

    Raises:
        InputError: when it does not fit the data.
    """
    facts = learner.data.facts
    if not isinstance(inputs, np.ndarray):
        raise _wrong(GIVEN_KIND.at(PLACE, actual=Text("no array"), wanted=_wanted(facts)))
    if facts.ports.input.kind == "tokens":
        return _text(inputs, learner)
    values, like, truth = _numbers(inputs, facts), _loaded(learner), _no_truth(learner)
    if like.dtype == torch.uint8 and inputs.dtype != np.uint8:
        received = Batch(_row(values, learner.data.received(like, truth).inputs), truth)
    else:
        received = learner.data.received(_row(inputs if like.dtype == torch.uint8 else values, like), truth)
    transforming = learner.data.transforming
    return received if transforming is None else Batch(transforming.everywhere(received.inputs), truth)


def _text(inputs: Values, learner: Learner) -> Batch:
    facts = learner.data.facts
    length = facts.ports.input.shape[0]
    if inputs.dtype.kind == "U" and inputs.ndim == 1:
        spelled = spell(inputs.tolist(), facts)
        if spelled.num_missing:
            raise _wrong(GIVEN_TOO_SHORT.at(PLACE, count=length - spelled.num_missing, wanted=length))
        inputs = spelled.tokens
    tokens = _tokens(inputs, facts)
    if facts.target == "next" and len(tokens) <= length:  # nobody knows what comes after the last one
        tokens = np.append(tokens, 0)
    row = torch.from_numpy(tokens)[None].to(learner.device)
    return learner.data.received(row, _no_truth(learner))


def _tokens(inputs: Values, facts: DataFacts) -> npt.NDArray[np.int64]:
    if inputs.dtype.kind not in "iu":
        raise _wrong(GIVEN_KIND.at(PLACE, actual=str(inputs.dtype), wanted=_wanted(facts)))
    length, goes_on = facts.ports.input.shape[0], facts.target == "next"
    fits = 1 <= inputs.size <= length + 1 if goes_on else inputs.size == length
    if inputs.ndim != 1 or not fits:
        raise _wrong(GIVEN_SHAPE.at(PLACE, actual=inputs.shape, wanted=(length,)))
    count = facts.ports.input.vocabulary or 1
    strange = [token for token in inputs.tolist() if not 0 <= token < count]
    if strange:
        raise _wrong(GIVEN_TOKEN.at(PLACE, token=strange[0], count=count, last=count - 1))
    return inputs.astype(np.int64)


def _numbers(inputs: Values, facts: DataFacts) -> npt.NDArray[np.float32]:
    if inputs.dtype.kind not in "fiub":
        raise _wrong(GIVEN_KIND.at(PLACE, actual=str(inputs.dtype), wanted=_wanted(facts)))
    if inputs.shape != facts.ports.input.shape:
        raise _wrong(GIVEN_SHAPE.at(PLACE, actual=inputs.shape, wanted=facts.ports.input.shape))
    with np.errstate(over="ignore"):  # what is too large becomes infinite, which is told next
        values = inputs.astype(np.float32)
    if not np.isfinite(values).all():
        raise _wrong(GIVEN_NOT_FINITE.at(PLACE))
    return values


def _loaded(learner: Learner) -> Tensor:
    """The first sample (1, ...) of the data, as it was loaded."""
    split = learner.splits["train"]
    return split.selected(slice(1))[0] if isinstance(split, StreamedSplit) else split.inputs[:1]


def _row(values: Values, like: Tensor) -> Tensor:
    """(1, ...) of the type of `like`, laid out in memory as that one is: on the strides the last bits depend."""
    row = torch.empty_strided(like.shape, like.stride(), dtype=like.dtype, device=like.device)
    return row.copy_(torch.from_numpy(np.array(values[None], order="C")))


def _no_truth(learner: Learner) -> Tensor:
    """Of the shape of one target: zeros, or, where a text is to be written, start symbols in all places."""
    like = learner.splits["train"].targets
    if learner.data.facts.target == "tokens":
        return like[:1, :1].repeat(1, like.shape[1])
    return torch.zeros((1, *like.shape[1:]), dtype=like.dtype, device=like.device)


def _wanted(facts: DataFacts) -> Text:
    return Text("tokens") if facts.ports.input.kind == "tokens" else Text("numbers")


def _wrong(problem: Problem) -> InputError:
    return InputError((problem,))
