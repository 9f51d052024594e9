"""Experiment: data, architecture, training and seed, as one frozen value; torch-free."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import ClassVar, Literal

from pydantic import Field

from explorer.added import MOST_ADDED, AddedSample
from explorer.dataset import DataFacts
from explorer.datasets import AnyDataset
from explorer.datasets.digits import Digits
from explorer.preparation import Preparation
from explorer.training import Training
from models.layer import CompositeSpec, LayerSpec
from models.network import AnyArchitecture, Baseline, EncoderDecoder, Gan, Single
from models.spec import Spec

Family = Literal["MLP", "CNN", "RNN", "Transformer", "GAN", "Baseline"]
FAMILIES: tuple[Family, ...] = ("MLP", "CNN", "RNN", "Transformer", "GAN", "Baseline")

# A network belongs to the first family one of whose blocks it has.
_BLOCKS_OF_FAMILIES: dict[Family, frozenset[str]] = {
    "Transformer": frozenset({"encoder_block", "decoder_block", "self_attention"}),
    "RNN": frozenset({"recurrent"}),
    "CNN": frozenset({"conv1d", "conv2d", "conv_transpose2d", "backbone"}),
}


class Experiment(Spec):
    """Everything that a run depends on. Saved as JSON with every default written out."""

    label: ClassVar[str] = "Experiment"

    format_version: Literal[1] = 1
    title: str = Field("Untitled", max_length=200, title="Title", description="The experiment's name.")
    summary: str = Field("", max_length=2000, title="Summary", description="What there is to see, in a sentence.")
    data: AnyDataset = Field(Digits(), title="Data", description="What the network learns from.")
    added: tuple[AddedSample, ...] = Field(
        (), max_length=MOST_ADDED, title="Added samples", description="Samples that were made by hand, for training."
    )
    preparation: Preparation = Field(
        Preparation(), title="Preparation", description="What is done with the data before networks receive them."
    )
    architecture: AnyArchitecture = Field(Single(), title="Architecture", description="Which networks there are.")
    training: Training = Field(Training(), title="Training", description="How they learn.")
    seed: int = Field(
        0, ge=0, le=2**32 - 1, title="Seed", description="Decides initial weights, batch order and dropout."
    )

    def facts(self) -> DataFacts:
        """What is known of the data as networks meet them: prepared, and with what was added, without loading them."""
        facts = self.preparation.facts(self.data.facts())
        if not self.added:
            return facts
        counts = {**facts.num_samples, "train": facts.num_samples["train"] + len(self.added)}
        return replace(facts, num_samples=counts)


def family(experiment: Experiment) -> Family:
    """The family that the experiment belongs to, told from its architecture and its blocks."""
    match experiment.architecture:
        case Gan():
            return "GAN"
        case Baseline():
            return "Baseline"
        case EncoderDecoder(encoder=encoder, decoder=decoder):
            kinds = _kinds((*encoder.blocks, *decoder.blocks))
        case single:
            kinds = _kinds(single.network.blocks)
    present = set(kinds)
    return next((name for name, blocks in _BLOCKS_OF_FAMILIES.items() if blocks & present), "MLP")


def _kinds(blocks: Sequence[LayerSpec]) -> Iterator[str]:
    for block in blocks:
        yield block.kind
        if isinstance(block, CompositeSpec):
            yield from _kinds(block.inner())
