"""How a device records work and does it again without being told each operation: the contract, and CUDA's graphs."""

import warnings
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Protocol

import torch

from explorer.engine.leash import Mark

WAITS = "called a synchronizing"  # what torch says of an operation in its mode of finding them


class Recording(Protocol):
    """Work that was recorded."""

    def replay(self) -> None:
        """Do it again, on the same memory."""


class Capturing(Protocol):
    """What records. Work that can be recorded asks nothing of the device in its course."""

    rate_dtype: torch.dtype  # of a learning rate that the device's fused optimisers read from a tensor

    def aside(self) -> AbstractContextManager[None]:
        """Where steps are computed that warm up for a recording."""

    def rehearsing(self) -> AbstractContextManager[list[str]]:
        """Work goes on as usual meanwhile; the list then names what could not have been recorded."""

    def capture(self, work: Callable[[], None]) -> Recording:
        """Record work, which is not done by that.

        Raises:
            RuntimeError: when it cannot be recorded.
        """

    def mark(self) -> Mark:
        """The place in the device's work that has come so far."""


class CudaCapturing:
    """CUDA graphs, on a stream of their own (docs.pytorch.org/docs/stable/notes/cuda.html#cuda-graphs).

    The device's default generator takes part: a replay draws the numbers that come next, as an eager step would, and
    setting the generator's state before it has the same effect.
    """

    rate_dtype = torch.float32

    def __init__(self, device: torch.device) -> None:
        self._device = device
        self._stream = torch.cuda.Stream(device)

    @contextmanager
    def aside(self) -> Iterator[None]:
        current = torch.cuda.current_stream(self._device)
        self._stream.wait_stream(current)
        try:
            with torch.cuda.stream(self._stream):
                yield
        finally:
            current.wait_stream(self._stream)

    @contextmanager
    def rehearsing(self) -> Iterator[list[str]]:
        found: list[str] = []
        before = torch.cuda.get_sync_debug_mode()
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            torch.cuda.set_sync_debug_mode("warn")
            try:
                yield found
            finally:
                torch.cuda.set_sync_debug_mode(before)
        found += (str(one.message) for one in caught if WAITS in str(one.message))

    def capture(self, work: Callable[[], None]) -> Recording:
        graph = torch.cuda.CUDAGraph()
        # What other threads do to the device meanwhile, such as a look, does not spoil the recording.
        with torch.cuda.graph(graph, stream=self._stream, capture_error_mode="thread_local"):
            work()
        return graph

    def mark(self) -> Mark:
        event: Mark = torch.cuda.current_stream(self._device).record_event()
        return event
