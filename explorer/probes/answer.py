"""Probe: what the network answers for the pinned sample, be it of the data or made by a person."""

# K names, C classes, T positions, V vocabulary

from typing import TYPE_CHECKING, ClassVar, Literal

import numpy as np
import numpy.typing as npt

from explorer.probe import ProbeSpec
from explorer.snapshots import AnswerSnapshot, FloatArray
from explorer.spec import Experiment

if TYPE_CHECKING:
    from torch import Tensor

    from explorer.engine.look import Look

MOST_NAMES, LIKELIEST = 20, 10
MOST_POINTS = 300

Chances = tuple[tuple[str, ...], "Tensor"]


class Answer(ProbeSpec):
    """Probabilities where there are any: of classes, of the next symbol, of the first hidden word, or of "real"."""

    label: ClassVar[str] = "Answer"
    about: ClassVar[str] = "What the network answers for the pinned sample, and how sure it is."

    kind: Literal["answer"] = "answer"

    @classmethod
    def applies_to(cls, experiment: Experiment) -> bool:
        return True

    def capture(self, look: "Look") -> AnswerSnapshot:
        from explorer.engine.sample import array, describe

        answer = look.recorded().answer[0]
        names, chances_K = _chances(look, answer)
        gives_back = look.learner.objective.kind == "reconstruct"
        picture = array(answer if gives_back else answer[:0])
        return AnswerSnapshot(describe(look), names, array(chances_K), picture, *_points(look), look.facts.input_units)


def _points(look: "Look") -> tuple[FloatArray, npt.NDArray[np.int64]]:
    """Points of the plane (N, 2) and their classes (N,); none where the data are something else."""
    from explorer.engine.sample import array

    if look.learner.input_shape != (2,):
        return np.empty((0, 2), dtype=np.float32), np.empty(0, dtype=np.int64)
    points = look.samples(look.split, slice(MOST_POINTS))
    has_classes = look.facts.target == "class"
    return array(points.inputs), points.targets.cpu().numpy() if has_classes else np.zeros(len(points), dtype=np.int64)


def _chances(look: "Look", answer: "Tensor") -> Chances:
    """Names and probabilities (K,); none where the answer is not one of several things."""
    from explorer.objectives.adversarial import Adversarial

    objective, facts = look.learner.objective, look.facts
    if isinstance(objective, Adversarial) and objective.judges_in_probabilities:
        real_1 = objective.judgement(answer)
        return ("real", "made"), real_1.new_tensor([real_1.item(), 1 - real_1.item()])
    match objective.kind:
        case "classify" | "fit":
            return _likeliest(answer.softmax(-1), facts.class_names)
        case "predict_next":
            return _likeliest(answer[-1].softmax(-1), facts.symbols)
        case "predict_words":
            return _likeliest(answer.softmax(-1), facts.symbols)
        case "masked":
            tokens = look.pinned().inputs[0].tolist()
            if look.learner.mask in tokens:
                return _likeliest(answer[tokens.index(look.learner.mask)].softmax(-1), facts.symbols)
    return (), answer.new_empty(0)


def _likeliest(chances_C: "Tensor", names: tuple[str, ...]) -> Chances:
    """All in their order where they are few, else the likeliest ones, first the likeliest."""
    if len(chances_C) <= MOST_NAMES:
        return names, chances_C
    chances_K, numbers = chances_C.topk(LIKELIEST)
    return tuple(names[number] for number in numbers.tolist()), chances_K
