"""The catalogue of what can be fetched, in order of the datasets."""

from explorer.fetching.pictures import (
    CIFAR10,
    CIFAR100,
    EMNIST,
    FASHION_MNIST,
    KMNIST,
    MNIST,
    PETS,
    STL10,
    SVHN,
)  # fmt: skip
from explorer.fetching.remote import Fetchable
from explorer.fetching.texts import AG_NEWS, ALICE, IMDB, PARADISE_LOST, SHAKESPEARE

FETCHABLES: tuple[Fetchable, ...] = (
    MNIST, FASHION_MNIST, KMNIST, EMNIST, CIFAR10, CIFAR100, SVHN, STL10, PETS, SHAKESPEARE, ALICE,
    PARADISE_LOST, AG_NEWS, IMDB,
)  # fmt: skip


def find(kind: str) -> Fetchable | None:
    """What has to be fetched for the dataset of that kind; None where there is nothing."""
    return next((one for one in FETCHABLES if one.id == kind), None)
