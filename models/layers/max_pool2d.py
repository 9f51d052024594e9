"""Max pooling block: keeps the strongest answer of every neighbourhood."""

from typing import ClassVar, Literal

from models.pooling import PoolingBlock


class MaxPool2d(PoolingBlock):
    """y = the largest value of every window, channel by channel."""

    label: ClassVar[str] = "Max pool"
    about: ClassVar[str] = "Keeps the largest value of every window, which makes the image smaller."
    module: ClassVar[str] = "torch.nn.MaxPool2d"

    kind: Literal["max_pool2d"] = "max_pool2d"
