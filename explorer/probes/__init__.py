"""The catalogue of probes: one line to import, one to list."""

from typing import Annotated

from pydantic import Field

from explorer.probe import ProbeSpec
from explorer.probes.activations import Activations
from explorer.probes.answer import Answer
from explorer.probes.attention import Attention
from explorer.probes.block_outputs import BlockOutputs
from explorer.probes.boundary import Boundary
from explorer.probes.gan_samples import GanSamples
from explorer.probes.generated_text import GeneratedText
from explorer.probes.hidden_words import HiddenWords
from explorer.probes.predictions import Predictions
from explorer.probes.reconstructions import Reconstructions
from explorer.probes.sequences import Sequences
from explorer.probes.states import States
from explorer.probes.weights import Weights
from explorer.probes.word_vectors import WordVectors

AnyProbe = Annotated[
    Activations
    | BlockOutputs
    | Attention
    | States
    | GanSamples
    | Reconstructions
    | Predictions
    | HiddenWords
    | WordVectors
    | Weights
    | Sequences
    | Boundary
    | GeneratedText
    | Answer,
    Field(discriminator="kind"),
]

PROBES: tuple[type[ProbeSpec], ...] = (
    Activations, BlockOutputs, Attention, States, GanSamples, Reconstructions, Predictions, HiddenWords, WordVectors,
    Weights, Sequences, Boundary, GeneratedText, Answer,
)  # fmt: skip
