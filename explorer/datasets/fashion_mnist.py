"""Data: FashionMNIST, pictures of clothes in MNIST's format, but harder (Xiao et al. 2017, arXiv:1708.07747)."""

from typing import ClassVar, Literal

from explorer.idx import IdxImages


class FashionMnist(IdxImages):
    """70 000 pictures of clothes, shoes and bags."""

    label: ClassVar[str] = "FashionMNIST"
    about: ClassVar[str] = "70 000 pictures of clothes of 28 × 28 pixels."
    folder_name: ClassVar[str] = "FashionMNIST"
    names: ClassVar[tuple[str, ...]] = (
        "T-shirt", "trousers", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "ankle boot",
    )  # fmt: skip
    fetch_bytes: ClassVar[int] = 30_878_645

    kind: Literal["fashion_mnist"] = "fashion_mnist"
