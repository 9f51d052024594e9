"""Probe: which words have similar vectors, on a map and as a list of nearest words."""

# V vocabulary, U features of a vector, N words on the map

from typing import TYPE_CHECKING, ClassVar, Literal

import numpy as np
from pydantic import Field

from explorer.probe import ProbeSpec, all_blocks, network_and_module
from explorer.snapshots import FloatArray, WordVectorsSnapshot
from explorer.spec import Experiment

if TYPE_CHECKING:
    from explorer.engine.look import Look

TELLING_LENGTH = 5  # letters


class WordVectors(ProbeSpec):
    """The first embedding's vectors: principal components of the most frequent words, and which of them are near one.

    Rare words are neither on the map nor in the list: what is seen seldom has a vector that is mostly chance.
    From step to step the map is turned so that words stay where they were as well as they can.
    """

    label: ClassVar[str] = "Word vectors"
    about: ClassVar[str] = "Which words the network has given similar vectors."

    kind: Literal["word_vectors"] = "word_vectors"
    word: str = Field(
        "", max_length=60, title="Word", description="Whose neighbours are listed; empty takes the first."
    )
    num_words: int = Field(100, ge=3, le=1000, title="Words", description="Number of words on the map.")
    num_nearest: int = Field(12, ge=1, le=100, title="Neighbours", description="Number of words that are listed.")

    @classmethod
    def applies_to(cls, experiment: Experiment) -> bool:
        has_words = experiment.data.facts().first_word > 0
        return has_words and any(block.layer.kind == "embedding" for block in all_blocks(experiment))

    def capture(self, look: "Look") -> WordVectorsSnapshot:
        from explorer.engine.sample import array

        path = next(block.path for block in all_blocks(look.experiment) if block.layer.kind == "embedding")
        network, module = network_and_module(path)
        (weights,) = look.learner.networks[network].get_submodule(module).parameters()
        first, symbols = look.facts.first_word, look.facts.symbols
        shown = symbols[first : first + self.num_words]
        vectors_NU = array(weights[first : first + len(shown)])
        positions_N2 = turned_towards(look.memory.get("positions"), flattened(vectors_NU))
        look.memory["positions"] = positions_N2
        word = self.word if self.word in symbols[first:] else _telling(shown)
        cosines_N = cosines(vectors_NU, array(weights[symbols.index(word)]))
        nearest = [number for number in np.argsort(-cosines_N, kind="stable").tolist() if shown[number] != word]
        nearest = nearest[: self.num_nearest]
        listed = tuple(shown[number] for number in nearest)
        return WordVectorsSnapshot(path, shown, positions_N2, word, listed, cosines_N[nearest])


def _telling(words: tuple[str, ...]) -> str:
    """The first word that is no article or preposition, as far as its length tells."""
    return next((word for word in words if len(word) >= TELLING_LENGTH), words[0])


def flattened(vectors_NU: FloatArray) -> FloatArray:
    """(N, 2): the two directions in which the vectors differ most, from their mean."""
    centred_NU = (vectors_NU - vectors_NU.mean(axis=0)).astype(np.float64)
    _, directions_UU = np.linalg.eigh(centred_NU.T @ centred_NU)  # in ascending order; quicker than an SVD
    positions_N2 = np.zeros((len(vectors_NU), 2), dtype=np.float32)
    widest_UK = directions_UU[:, :-3:-1]
    positions_N2[:, : widest_UK.shape[1]] = centred_NU @ widest_UK
    return positions_N2


def turned_towards(before_N2: object, positions_N2: FloatArray) -> FloatArray:
    """The positions turned and mirrored so that they lie closest to those before (Schönemann 1966)."""
    if not isinstance(before_N2, np.ndarray) or before_N2.shape != positions_N2.shape:
        return positions_N2
    left, _, right = np.linalg.svd(positions_N2.T.astype(np.float64) @ before_N2)
    turned: FloatArray = np.ascontiguousarray(positions_N2 @ (left @ right), dtype=np.float32)
    return turned


def cosines(vectors_NU: FloatArray, vector_U: FloatArray) -> FloatArray:
    """(N,): the cosine of the angle between one vector and each of the others."""
    lengths_N = np.linalg.norm(vectors_NU, axis=1) * np.linalg.norm(vector_U)
    found: FloatArray = (vectors_NU @ vector_U / np.maximum(lengths_N, 1e-12)).astype(np.float32)
    return found
