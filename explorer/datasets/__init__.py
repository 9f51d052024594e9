"""The catalogue of datasets: one line to import, one to list."""

from typing import Annotated

from pydantic import Field

from explorer.dataset import DatasetSpec
from explorer.datasets.ag_news import AgNews
from explorer.datasets.cifar10 import Cifar10
from explorer.datasets.digits import Digits
from explorer.datasets.fashion_mnist import FashionMnist
from explorer.datasets.mnist import Mnist
from explorer.datasets.points import Points
from explorer.datasets.reference import Reference
from explorer.datasets.reversal import Reversal
from explorer.datasets.ring import Ring
from explorer.datasets.sentences import Sentences
from explorer.datasets.waves import Waves
from explorer.datasets.word_windows import WordWindows

AnyDataset = Annotated[
    Digits
    | Points
    | Waves
    | Reference
    | Sentences
    | WordWindows
    | Reversal
    | Ring
    | Mnist
    | FashionMnist
    | Cifar10
    | AgNews,
    Field(discriminator="kind"),
]

DATASETS: tuple[type[DatasetSpec], ...] = (
    Digits, Points, Waves, Reference, Sentences, WordWindows, Reversal, Ring, Mnist, FashionMnist, Cifar10, AgNews,
)  # fmt: skip
