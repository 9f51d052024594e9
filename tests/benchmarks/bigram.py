"""The line that a language model has to beat: counting which character follows which, on the same split.

python tests/benchmarks/bigram.py        prints the losses in nats per character
"""

import json

import numpy as np
import numpy.typing as npt

from explorer.dataset import LoadedData
from explorer.datasets.reference import Reference

SMOOTHINGS = (1.0, 0.3, 0.1, 0.03, 0.01)


def bigram_losses(spec: Reference) -> dict[float, float]:
    """Validation loss of the bigram counts, by what is added to every count (1 is add-one smoothing)."""
    data, vocabulary = spec.load(), spec.facts().ports.vocabulary or 0
    text, judged = training_text(data, spec.stride), data.splits["validation"].inputs
    counts = np.zeros((vocabulary, vocabulary))
    np.add.at(counts, (text[:-1], text[1:]), 1)
    return {added: _loss(counts + added, judged) for added in SMOOTHINGS}


def training_text(data: LoadedData, stride: int) -> npt.NDArray[np.generic]:
    """The training windows put together again to the text they were cut from, every character once."""
    windows = data.splits["train"].inputs
    return np.concatenate([windows[0], windows[1:, -stride:].ravel()])


def _loss(counts: npt.NDArray[np.float64], windows: npt.NDArray[np.generic]) -> float:
    probabilities = counts / counts.sum(axis=1, keepdims=True)
    return float(-np.log(probabilities[windows[:, :-1], windows[:, 1:]]).mean())


if __name__ == "__main__":
    print(json.dumps({f"+{added}": round(loss, 4) for added, loss in bigram_losses(Reference()).items()}))
