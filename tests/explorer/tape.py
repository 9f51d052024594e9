"""Graphs of a device, imitated on the processor: a tape of operations is done again on the very same memory.

As on a CUDA device, nothing of Python runs again in a replay: what a step does beside torch's operations happens once,
while it is recorded. Nothing may be read back in the course of a recording, which does not count as having been done.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Any

import pytest
import torch
from torch import Tensor
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils._pytree import tree_leaves

from explorer.engine import building, fast_path
from explorer.engine.fast_path import FastPath
from explorer.engine.learner import Learner
from explorer.engine.ring import Ring

aten = torch.ops.aten
READS = {aten._local_scalar_dense, aten.nonzero, aten.equal, aten.is_nonzero, aten.masked_select, aten.unique_dim}


class Tape(TorchDispatchMode):
    """Remembers every operation with its tensors; `replay` does them again."""

    def __init__(self) -> None:
        super().__init__()
        self.num_replays = 0
        self._entries: list[tuple[Any, Any, Any, list[Tensor]]] = []

    def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        if func.overloadpacket in READS:
            raise RuntimeError(f"operation not permitted when stream is capturing: {func}")
        result = func(*args, **(kwargs or {}))
        self._entries.append((func, args, kwargs or {}, _tensors(result)))
        return result

    def replay(self) -> None:
        self.num_replays += 1
        with torch._C._AutoDispatchBelowAutograd():  # as while they were recorded
            for func, args, kwargs, made in self._entries:
                for old, new in zip(made, _tensors(func(*args, **kwargs)), strict=True):
                    if old.data_ptr() != new.data_ptr():
                        old.copy_(new)


class _Listener(TorchDispatchMode):
    """Lets every operation pass and names those that read back."""

    def __init__(self, found: list[str]) -> None:
        super().__init__()
        self._found = found

    def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        if func.overloadpacket in READS:
            self._found.append(str(func))
        return func(*args, **(kwargs or {}))


class Mark:
    """A place in the work of a device that is never behind."""

    def synchronize(self) -> None:
        pass


class TapeCapturing:
    """Records tapes. What a recording changes is put back, since on a device it would not have happened."""

    rate_dtype = torch.float64  # the processor's fused optimisers read it as it is

    def __init__(self, held: Callable[[], list[Tensor]]) -> None:
        """`held` gives the tensors that a step changes."""
        self.tapes: list[Tape] = []
        self._held = held

    @contextmanager
    def aside(self) -> Iterator[None]:
        yield

    @contextmanager
    def rehearsing(self) -> Iterator[list[str]]:
        found: list[str] = []
        with _Listener(found):
            yield found

    def capture(self, work: Callable[[], None]) -> Tape:
        held = self._held()
        before, random = [one.detach().clone() for one in held], torch.get_rng_state()
        tape = Tape()
        try:
            with tape:
                work()
        finally:
            torch.set_rng_state(random)
            with torch.no_grad():
                for one, value in zip(held, before, strict=True):
                    one.copy_(value)
        self.tapes.append(tape)
        return tape

    def mark(self) -> Mark:
        return Mark()


class Late:
    """Tensors whose crossing takes until somebody waits for them, or until `arrive` is called."""

    def __init__(self, tensors: Sequence[Tensor]) -> None:
        self.has_arrived = False
        self._copies = [tensor.detach().clone() for tensor in tensors]

    def arrived(self) -> list[Tensor]:
        self.has_arrived = True
        return self._copies


def held(learner: Learner) -> list[Tensor]:
    """The tensors that a step changes."""
    weights = [one for network in learner.networks.values() for one in network.state_dict().values()]
    states = [state for optimizer in learner.optimizers.values() for state in optimizer.state.values()]
    rings = () if learner.fast_path is None else learner.fast_path._rings.values()
    kept = [tensor for ring in rings for tensor in (ring._values_RM, ring._row)]
    return weights + kept + [one for state in states for one in state.values() if isinstance(one, Tensor)]


def treat_as_accelerator(monkeypatch: pytest.MonkeyPatch) -> list[TapeCapturing]:
    """From now on learners on the processor take steps as if it could record, and metrics come late."""
    found: list[TapeCapturing] = []

    def path(learner: Learner) -> FastPath:
        found.append(TapeCapturing(lambda: held(learner)))
        return FastPath(learner, found[-1])

    monkeypatch.setattr(building, "fast_path_of", path)
    monkeypatch.setattr(fast_path, "Ring", partial(Ring, send=Late))
    return found


def _tensors(result: Any) -> list[Tensor]:
    return [leaf for leaf in tree_leaves(result) if isinstance(leaf, Tensor)]
