"""How far a sliding window reaches: the port after a convolution or a pooling."""

from typing import Annotated

from pydantic import Field

from models.port import Port
from models.problem import Misfit
from models.problems import PADDING_TOO_LARGE, WINDOW_TOO_LARGE

KernelSize = Annotated[int, Field(ge=1, le=1024)]
Stride = Annotated[int, Field(ge=1, le=1024)]
Padding = Annotated[int, Field(ge=0, le=1024)]


def after_window(port: Port, kernel_size: int, stride: int, padding: int) -> Port:
    """The image after a window of `kernel_size` has moved over it, with as many channels as before.

    Raises:
        Misfit: when the window is larger than the padded image.
    """
    channels, height, width = port.shape
    if min(height, width) + 2 * padding < kernel_size:
        raise Misfit(WINDOW_TOO_LARGE, window=(kernel_size, kernel_size), shape=(height, width))
    return Port("image", (channels, *((size + 2 * padding - kernel_size) // stride + 1 for size in (height, width))))


def after_pooling(port: Port, kernel_size: int, stride: int, padding: int) -> Port:
    """The image after pooling; every window must hold something of the image itself.

    Raises:
        Misfit: when the window is too large or its padding more than half of it.
    """
    if 2 * padding > kernel_size:
        raise Misfit(PADDING_TOO_LARGE, padding=padding, window=(kernel_size, kernel_size), limit=kernel_size // 2)
    return after_window(port, kernel_size, stride, padding)
