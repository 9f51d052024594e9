"""Tensors on their way from the device to the processor, without letting training wait for them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Protocol

import torch
from torch import Tensor


class Crossing(Protocol):
    """Tensors that were sent. What happens to the originals afterwards does not change what arrives."""

    @property
    def has_arrived(self) -> bool: ...

    def arrived(self) -> list[Tensor]:
        """The tensors on the processor, in ordinary memory; waits for them."""


Send = Callable[[Sequence[Tensor]], Crossing]


def send(tensors: Sequence[Tensor]) -> Crossing:
    """Send copies on their way; from a CUDA device they cross beside the steps that follow."""
    if any(tensor.device.type == "cuda" for tensor in tensors):
        return _Aside(tensors)
    return _AtOnce(tensors)


class Arriving(Mapping[str, Tensor]):
    """Tensors by name that may still be on their way; whoever reads one waits until all are there."""

    def __init__(self, tensors: Mapping[str, Tensor], send: Send = send) -> None:
        self._names = tuple(tensors)
        self._crossing: Crossing | None = send([value.detach() for value in tensors.values()])
        self.nbytes = sum(value.nbytes for value in tensors.values())
        self._values: dict[str, Tensor] = {}

    def __getitem__(self, name: str) -> Tensor:
        return self.settle()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def settle(self) -> dict[str, Tensor]:
        """The tensors, all there; memory that was lent for the way is given back."""
        if self._crossing is not None:
            self._values = dict(zip(self._names, self._crossing.arrived(), strict=True))
            self._crossing = None
        return self._values


class _AtOnce:
    """From the processor itself, or from a device that knows no other way."""

    has_arrived = True

    def __init__(self, tensors: Sequence[Tensor]) -> None:
        self._copies = [tensor.detach().to("cpu", copy=True).contiguous() for tensor in tensors]

    def arrived(self) -> list[Tensor]:
        return self._copies


class _Aside:
    """From a CUDA device: copied there in the order of the steps, then on a stream of its own into pinned memory."""

    def __init__(self, tensors: Sequence[Tensor]) -> None:
        copies = [tensor.detach().clone(memory_format=torch.contiguous_format) for tensor in tensors]
        device = next(copy.device for copy in copies if copy.device.type == "cuda")
        side = _side_stream(device)
        side.wait_stream(torch.cuda.current_stream(device))
        with torch.cuda.stream(side):
            self._landed = [_landing(copy, side) for copy in copies]
            self._event = side.record_event()

    @property
    def has_arrived(self) -> bool:
        return bool(self._event.query())

    def arrived(self) -> list[Tensor]:
        self._event.synchronize()
        return [tensor.clone() for tensor in self._landed]  # pinned memory is scarce and is lent again


@cache
def _side_stream(device: torch.device) -> torch.cuda.Stream:
    return torch.cuda.Stream(device)


def _landing(copy: Tensor, side: torch.cuda.Stream) -> Tensor:
    if copy.device.type != "cuda":
        return copy
    copy.record_stream(side)  # its memory is not lent again before the side stream has read it
    return torch.empty(copy.shape, dtype=copy.dtype, pin_memory=True).copy_(copy, non_blocking=True)
