"""The catalogue of datasets: one line to import, one to list."""

from typing import Annotated

from pydantic import Field

from explorer.dataset import DatasetSpec
from explorer.datasets.adding import Adding
from explorer.datasets.ag_news import AgNews
from explorer.datasets.alice import Alice
from explorer.datasets.brackets import Brackets
from explorer.datasets.cifar10 import Cifar10
from explorer.datasets.cifar100 import Cifar100
from explorer.datasets.copy import Copy
from explorer.datasets.dates import Dates
from explorer.datasets.digits import Digits
from explorer.datasets.emnist import Emnist
from explorer.datasets.fashion_mnist import FashionMnist
from explorer.datasets.glyphs import Glyphs
from explorer.datasets.imdb import Imdb
from explorer.datasets.kmnist import Kmnist
from explorer.datasets.mnist import Mnist
from explorer.datasets.own_arrays import OwnArrays
from explorer.datasets.own_images import OwnImages
from explorer.datasets.own_labelled import OwnLabelled
from explorer.datasets.own_pairs import OwnPairs
from explorer.datasets.own_sounds import OwnSounds
from explorer.datasets.own_table import OwnTable
from explorer.datasets.own_text import OwnText
from explorer.datasets.paradise_lost import ParadiseLost
from explorer.datasets.pets import Pets
from explorer.datasets.points import Points
from explorer.datasets.reference import Reference
from explorer.datasets.reversal import Reversal
from explorer.datasets.ring import Ring
from explorer.datasets.sentences import Sentences
from explorer.datasets.shakespeare import Shakespeare
from explorer.datasets.shapes import Shapes
from explorer.datasets.signals import Signals
from explorer.datasets.stl10 import Stl10
from explorer.datasets.svhn import Svhn
from explorer.datasets.waves import Waves
from explorer.datasets.word_windows import WordWindows

AnyDataset = Annotated[
    Digits
    | Glyphs
    | Shapes
    | Points
    | Waves
    | Signals
    | Reference
    | Sentences
    | WordWindows
    | Reversal
    | Dates
    | Adding
    | Copy
    | Brackets
    | Ring
    | Mnist
    | FashionMnist
    | Kmnist
    | Emnist
    | Cifar10
    | Cifar100
    | Svhn
    | Stl10
    | Pets
    | Shakespeare
    | Alice
    | ParadiseLost
    | AgNews
    | Imdb
    | OwnImages
    | OwnTable
    | OwnArrays
    | OwnText
    | OwnLabelled
    | OwnPairs
    | OwnSounds,
    Field(discriminator="kind"),
]

DATASETS: tuple[type[DatasetSpec], ...] = (
    Digits, Glyphs, Shapes, Points, Waves, Signals, Reference, Sentences, WordWindows, Reversal, Dates, Adding, Copy,
    Brackets, Ring, Mnist, FashionMnist, Kmnist, Emnist, Cifar10, Cifar100, Svhn, Stl10, Pets, Shakespeare, Alice,
    ParadiseLost, AgNews, Imdb, OwnImages, OwnTable, OwnArrays, OwnText, OwnLabelled, OwnPairs, OwnSounds,
)  # fmt: skip
