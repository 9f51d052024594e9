"""What probes compute and views draw: frozen dataclasses of numpy arrays, one per probe. Reduced to what is shown."""

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from explorer.dataset import SplitName
from explorer.units import Units

FloatArray = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Sample:
    """The pinned sample as people read it: a picture (C, H, W), a sequence (T, F), a vector (F,), or tokens as text.

    `truth` and `predicted` are shown words such as a class name, or written text; empty when there are none. For a
    block of a generator the sample is the noise vector that it receives. Where a person made it (`is_given`), `split`
    and `index` name the sample of the data that was pinned last.
    """

    split: SplitName
    index: int
    values: FloatArray | None = None
    tokens: tuple[str, ...] = ()
    truth: str = ""
    predicted: str = ""
    is_given: bool = False


@dataclass(frozen=True)
class AnswerSnapshot:
    """What the network answers for the pinned sample.

    probabilities (K,) of `names`, which are classes or symbols, the likeliest ones where there are many; `picture` is
    what a network gives back of the sample. points (N, 2) are some of the data with their classes (N,), where those
    are points of the plane. All are empty where there are none. By `units` the inputs are normalised, if they are.
    """

    sample: Sample
    names: tuple[str, ...]
    probabilities: FloatArray
    picture: FloatArray
    points: FloatArray
    classes: npt.NDArray[np.int64]
    units: Units | None = None


@dataclass(frozen=True)
class ActivationsSnapshot:
    """The output of one block for the pinned sample.

    values: image (C, H, W), vector (F,), sequence (T, F). `path` names the block, as in the experiment. Of very wide
    blocks only the first channels are here; `num_channels` says how many there are.
    """

    path: str
    sample: Sample
    values: FloatArray
    num_channels: int


@dataclass(frozen=True)
class BlockOutputsSnapshot:
    """Every block's output for the pinned sample, small enough for the cards of the model canvas.

    inputs: by network, what it received; tokens: the same as symbols, where it reads text. outputs: by block path. An
    image is (C, H, W) with its first channels, a sequence (T, F), a vector (F,) with its first values; large sides are
    averaged down. attention: by block path, the mean over heads of the weights (targets, sources).
    """

    sample: Sample
    inputs: dict[str, FloatArray]
    tokens: dict[str, tuple[str, ...]]
    outputs: dict[str, FloatArray]
    attention: dict[str, FloatArray]


@dataclass(frozen=True)
class AttentionSnapshot:
    """Every head's attention weights of one network for the pinned sample.

    weights: one (heads, targets, sources) per attention layer, rows sum to 1, in order of `layers`, which name the
    attention by block path and "self", "cross" or "pooling" (one head, one row). Tokens label the axes of each layer:
    targets are rows, sources are columns. Rows of a cross-attention are labelled with the symbols that they wrote.
    """

    sample: Sample
    layers: tuple[tuple[str, str], ...]
    weights: tuple[FloatArray, ...]
    target_tokens: tuple[tuple[str, ...], ...]
    source_tokens: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class StatesSnapshot:
    """Hidden states of one recurrent block for the pinned sample.

    hidden (T, units) of the chosen layer and direction, at the positions in reading order of the input; gates
    name -> (T, units): LSTM input, forget, candidate, output and cell_state; GRU reset, update, candidate; empty for
    the simple cell.
    """

    path: str
    cell: str
    layer: int
    direction: int
    num_layers: int
    num_directions: int
    sample: Sample
    hidden: FloatArray
    gates: dict[str, FloatArray]


@dataclass(frozen=True)
class GanSamplesSnapshot:
    """What the generator makes of the same fixed noise: images (N, C, H, W) or points (N, 2).

    `real` are as many real samples; `judged` and `judged_real` the discriminator's probabilities of "real" (N,),
    or its scores where the objective's loss makes no probabilities of them.
    """

    made: FloatArray
    real: FloatArray
    judged: FloatArray
    judged_real: FloatArray


@dataclass(frozen=True)
class ReconstructionsSnapshot:
    """What the network received, gave back, and should have given back: images (N, C, H, W), sequences or vectors.

    With `has_given` the first one is no sample of the split, but one that a person made.
    """

    split: SplitName
    given: FloatArray
    answered: FloatArray
    wanted: FloatArray
    has_given: bool = False


@dataclass(frozen=True)
class PredictionsSnapshot:
    """Samples of a split with truth and answer, and the confusion matrix over the whole split.

    samples (N, ...) inputs; truth, predicted (N,) class numbers; confidence (N,) softmax probability;
    confusion (classes, classes) counts, rows true, columns predicted. While training runs, a large split is answered
    a part at a time: the counts hold every sample's newest answer, the oldest of them given at `oldest_step`.
    `texts` (N,) are the samples as they are read, where they are tokens.
    """

    split: SplitName
    class_names: tuple[str, ...]
    indices: npt.NDArray[np.int64]
    samples: FloatArray
    truth: npt.NDArray[np.int64]
    predicted: npt.NDArray[np.int64]
    confidence: FloatArray
    confusion: npt.NDArray[np.int64]
    oldest_step: int
    texts: tuple[str, ...] = ()


@dataclass(frozen=True)
class HiddenWordsSnapshot:
    """Sentences of which some words were hidden, word by word and without padding.

    `words` are the true ones, `seen` what the network saw in their places, `guesses` its likeliest word where one was
    hidden, and empty everywhere else. With `has_given` the first sentence was written by a person.
    """

    split: SplitName
    words: tuple[tuple[str, ...], ...]
    seen: tuple[tuple[str, ...], ...]
    guesses: tuple[tuple[str, ...], ...]
    has_given: bool = False


@dataclass(frozen=True)
class WordVectorsSnapshot:
    """The vectors of the most frequent words of one embedding, seen from the side on which they differ most.

    positions (N, 2) of `words` (N,); `nearest` are the words whose vectors point the same way as that of `word`, with
    the cosine (M,) of the angle between them.
    """

    path: str
    words: tuple[str, ...]
    positions: FloatArray
    word: str
    nearest: tuple[str, ...]
    cosines: FloatArray


@dataclass(frozen=True)
class TensorPart:
    """A tensor as far as it can be drawn: its first `values` in every dimension, exactly as they are.

    counts (bins,) of all its finite values between the edges (bins + 1,), which lie evenly around zero; `length` is
    the root of the sum of all squares.
    """

    values: FloatArray
    counts: npt.NDArray[np.int64]
    edges: FloatArray
    length: float


@dataclass(frozen=True)
class WeightsSnapshot:
    """One parameter of a block, of which there are `parameters`; `shape` is all of it.

    `phase` of `network` was the last one of the step under way; empty between two steps. `before` are the values
    before the network's last update and `change` is weights - before, both None where nobody has looked then. The
    gradient is that of the last update, or (`is_gradient_new`) waits for the next one; None where none was computed.
    """

    path: str
    parameter: str
    parameters: tuple[str, ...]
    shape: tuple[int, ...]
    phase: str
    network: str
    weights: TensorPart
    gradient: TensorPart | None = None
    is_gradient_new: bool = False
    before: TensorPart | None = None
    change: TensorPart | None = None


@dataclass(frozen=True)
class SequencesSnapshot:
    """Sequences in, wanted and written as text rows (translate), or values (N, F), true and predicted, in their
    own unit (regress).

    Texts are written by greedy decoding; the pinned sample stands first. One that a person made (`has_given`) wants
    nothing; it is not among values.
    """

    split: SplitName
    sources: tuple[str, ...] = ()
    wanted: tuple[str, ...] = ()
    predicted: tuple[str, ...] = ()
    values: npt.NDArray[np.floating] | None = None
    predicted_values: npt.NDArray[np.floating] | None = None
    has_given: bool = False


@dataclass(frozen=True)
class BoundarySnapshot:
    """What a network answers over the plane: class probabilities (classes, rows, columns) over `extent`.

    extent: (left, right, bottom, top), row 0 at the bottom. points (N, 2) with their classes (N,).
    For a GAN: one "class", the probability of "real". `given` (N, 2) is the point that a person made, if it is pinned.
    """

    extent: tuple[float, float, float, float]
    probabilities: FloatArray
    points: FloatArray
    classes: npt.NDArray[np.int64]
    given: FloatArray = field(default_factory=lambda: np.empty((0, 2), dtype=np.float32))


@dataclass(frozen=True)
class GeneratedTextSnapshot:
    """Text written by the network after a prompt, and the probability (N,) that it gave to each written symbol."""

    prompt: str
    text: str
    probabilities: FloatArray


Snapshot = (
    ActivationsSnapshot | BlockOutputsSnapshot | AttentionSnapshot | StatesSnapshot | GanSamplesSnapshot
    | ReconstructionsSnapshot | PredictionsSnapshot | HiddenWordsSnapshot | WordVectorsSnapshot | WeightsSnapshot
    | SequencesSnapshot | BoundarySnapshot | GeneratedTextSnapshot | AnswerSnapshot
)  # fmt: skip
