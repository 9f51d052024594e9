"""Data: MNIST, 70 000 handwritten digits, the first dataset of most textbooks (LeCun et al. 1998)."""

from typing import ClassVar, Literal

from explorer.idx import IdxImages


class Mnist(IdxImages):
    """70 000 handwritten digits."""

    label: ClassVar[str] = "MNIST"
    about: ClassVar[str] = "70 000 handwritten digits of 28 × 28 pixels."
    folder_name: ClassVar[str] = "MNIST"
    names: ClassVar[tuple[str, ...]] = tuple("0123456789")
    fetch_bytes: ClassVar[int] = 11_594_722

    kind: Literal["mnist"] = "mnist"
