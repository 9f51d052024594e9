"""The pinned sample in words: what it is, what is true of it, and what the network answers."""

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from explorer.dataset import DataFacts
from explorer.engine.look import Look
from explorer.objectives.adversarial import Adversarial
from explorer.snapshots import FloatArray, Sample
from explorer.words import spelled
from models.number_text import plain_text


def describe(look: Look) -> Sample:
    """The pinned sample with its truth and the networks' answer."""
    facts = look.facts
    batch = look.pinned()
    is_tokens = facts.ports.input.kind == "tokens"
    return Sample(
        look.split,
        look.index,
        None if is_tokens else array(batch.inputs[0]),
        symbols(batch.inputs[0], facts) if is_tokens else (),
        "" if look.given is not None else _truth(batch.targets[0], facts),
        _predicted(look),
        look.given is not None,
    )


def array(tensor: Tensor) -> FloatArray:
    """A tensor as the contiguous float32 numpy array that may leave the engine; a copy, never the live values."""
    copied = tensor.detach().to("cpu", torch.float32, copy=True, memory_format=torch.contiguous_format)
    values: FloatArray = copied.numpy()
    return values


def own_unit(values: Tensor, facts: DataFacts) -> npt.NDArray[np.floating]:
    """Values of a "value" target, or answers to it, (..., F) as people know them: not normalised."""
    told = array(values)
    return told if facts.target_units is None else facts.target_units.restored(told)


def symbols(tokens_T: Tensor, facts: DataFacts) -> tuple[str, ...]:
    """Token numbers (T,) as the characters or words that they stand for."""
    return tuple(facts.symbols[token] if token < len(facts.symbols) else str(token) for token in tokens_T.tolist())


def text(tokens_T: Tensor, facts: DataFacts) -> str:
    """Token numbers (T,) as one piece of writing: characters side by side, words apart."""
    return spelled(symbols(tokens_T, facts))


def _truth(target: Tensor, facts: DataFacts) -> str:
    match facts.target:
        case "class":
            return facts.class_names[int(target)]
        case "value":
            return _values(target, facts)
        case "next" | "words":
            return text(target, facts)
        case "tokens":
            return text(target[1:], facts)
        case _:
            return ""


def _predicted(look: Look) -> str:
    answer, facts = look.recorded().answer[0], look.facts
    objective = look.learner.objective
    if isinstance(objective, Adversarial):
        return f"{objective.judgement(answer).item():.2f}"  # the probability of "real", or the score
    match objective.kind:
        case "classify" | "fit":
            return facts.class_names[int(answer.argmax(-1))]
        case "regress":
            return _values(answer, facts)
        case "predict_next" | "masked" | "translate":
            return text(answer.argmax(-1), facts)
        case "predict_words":
            return text(answer.topk(look.pinned().targets.shape[1]).indices, facts)  # as many as are wanted
        case _:
            return ""


def _values(values: Tensor, facts: DataFacts) -> str:
    return ", ".join(plain_text(value, 4) for value in own_unit(values, facts).flatten().tolist())
