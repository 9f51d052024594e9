"""Networks and the architectures that connect them: single, encoder_decoder, gan, and baseline without; torch-free."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from models.estimator import AnyEstimator, LogisticRegression
from models.layer import Size
from models.layers import AnyLayer
from models.spec import Spec


class NetworkSpec(Spec):
    """A stack of blocks."""

    label: ClassVar[str] = "Network"

    blocks: tuple[AnyLayer, ...] = Field((), title="Blocks", description="The blocks, from input to output.")


class Single(Spec):
    """One network from input to output."""

    label: ClassVar[str] = "Single network"
    about: ClassVar[str] = "One network from input to output."
    parts: ClassVar[tuple[str, ...]] = ("network",)

    kind: Literal["single"] = "single"
    network: NetworkSpec = Field(NetworkSpec(), title="Network", description="The stack of blocks.")


class EncoderDecoder(Spec):
    """An encoder reads the input, a decoder writes the output while looking at the encoder's output."""

    label: ClassVar[str] = "Encoder and decoder"
    about: ClassVar[str] = "An encoder reads the input; a decoder writes the output and looks at what was read."
    parts: ClassVar[tuple[str, ...]] = ("encoder", "decoder")

    kind: Literal["encoder_decoder"] = "encoder_decoder"
    encoder: NetworkSpec = Field(NetworkSpec(), title="Encoder", description="The stack that reads.")
    decoder: NetworkSpec = Field(NetworkSpec(), title="Decoder", description="The stack that writes.")


class Gan(Spec):
    """A generator turns noise into samples, a discriminator tells them from real ones."""

    label: ClassVar[str] = "Generator and discriminator"
    about: ClassVar[str] = "A generator turns noise into samples; a discriminator tells them from real ones."
    parts: ClassVar[tuple[str, ...]] = ("generator", "discriminator")

    kind: Literal["gan"] = "gan"
    noise: Size = Field(32, title="Noise", description="Number of random values that the generator receives.")
    generator: NetworkSpec = Field(NetworkSpec(), title="Generator", description="The stack that makes samples.")
    discriminator: NetworkSpec = Field(NetworkSpec(), title="Discriminator", description="The stack that judges.")


class Baseline(Spec):
    """No network at all: an estimator over a bag of words, which a network has to beat to be worth its while."""

    label: ClassVar[str] = "Baseline"
    about: ClassVar[str] = "No network: counted words and one classical estimator, the line to beat."
    parts: ClassVar[tuple[str, ...]] = ()

    kind: Literal["baseline"] = "baseline"
    estimator: AnyEstimator = Field(
        LogisticRegression(), title="Estimator", description="What is computed from the counted words."
    )


Architecture = Single | EncoderDecoder | Gan | Baseline
AnyArchitecture = Annotated[Architecture, Field(discriminator="kind")]
ARCHITECTURES = (Single, EncoderDecoder, Gan, Baseline)
