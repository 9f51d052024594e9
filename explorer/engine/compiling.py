"""Networks whose forward phase torch compiles (torch.compile), tried before it counts, and left out where it fails."""

import os
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import torch
from torch import Tensor, nn

from explorer.changes.learning_rate import LearningRate
from explorer.folders import cache_folder
from models.text import Text

if TYPE_CHECKING:
    from explorer.engine.learner import Learner

BACKEND = "inductor"
# Random numbers are drawn as uncompiled networks draw them, so that dropout hits the same units.
OPTIONS: dict[str, dict[str, Any]] = {BACKEND: {"fallback_random": True}}

MOST = 64  # kinds of input, whereas torch gives up at 8

COMPILED = Text("The networks are compiled (torch.compile).")
NOT_YET = Text("The networks are compiled in the first step.")

Forward = Callable[..., Tensor]
Kind = tuple[object, ...]  # what a compiled network is made for: network, shapes, types, what asks for gradients


class Compiler:
    """The forward phases of a learner's networks. What they compute is the same, but not to the last bit.

    Every kind of input is compiled for itself at its first coming, with a trial forward and backward that leaves no
    trace; a smaller batch than the usual ones, which comes once an epoch, is not worth it. Where compiling fails, that
    kind is computed uncompiled, and `words` say why.
    """

    def __init__(self, learner: "Learner", backend: str | Callable[..., Any] = BACKEND) -> None:
        os.environ.setdefault("TORCHINDUCTOR_CACHE_DIR", str(cache_folder() / "compiled"))
        os.environ.setdefault("TORCHINDUCTOR_COMPILE_THREADS", "1")  # no processes beside the engine
        self.words = NOT_YET
        self.tell: Callable[[bool], None] = lambda is_compiling: None  # it begins, or is done
        self._learner = learner
        self._backend = backend
        self._ways: dict[Kind, Forward] = {}
        self._largest: dict[str, int] = {}  # batch of each network
        self._num_changes = 0

    def forward(self, network: str, inputs: Sequence[Tensor]) -> Tensor:
        """What the network answers in training."""
        self._notice_changes()
        kind: Kind = (network, *((x.shape, x.dtype, x.requires_grad) for x in inputs))
        way = self._ways.get(kind)
        if way is None:
            way = self._ways[kind] = self._way(network, inputs)
        return way(*inputs)

    def _way(self, network: str, inputs: Sequence[Tensor]) -> Forward:
        size, largest = len(inputs[0]), self._largest.get(network, 0)
        if size < largest:
            return self._learner.networks[network]
        self._largest[network] = size
        if not self._ways:
            torch._dynamo.reset()  # what runs before this one left behind counts against its limit
        return self._made(network, inputs)

    def _notice_changes(self) -> None:
        """Compiled networks do not see what is changed in them, such as a unit that is silenced: they are made anew."""
        step, changes = self._learner.step, self._learner.changes
        count = sum(
            not isinstance(change, LearningRate) for at, made in changes.items() if at <= step for change in made
        )
        if count != self._num_changes:
            self._num_changes = count
            self._ways.clear()
            self._largest.clear()

    def _made(self, network: str, inputs: Sequence[Tensor]) -> Forward:
        module = self._learner.networks[network]
        reason: Text | str | None = self._learner.objective.uncompilable(network)
        if reason is None:
            with self._standing_still():
                try:
                    compiled: Forward = torch.compile(
                        module, backend=self._backend, dynamic=False, options=OPTIONS.get(str(self._backend))
                    )
                    with warnings.catch_warnings(), torch._dynamo.config.patch(recompile_limit=MOST):
                        warnings.simplefilter("ignore")
                        self._try(module, compiled, inputs)
                except Exception as error:  # there is no list of what compilers fail with
                    reason = _cause(error)
                else:
                    self.words = COMPILED if self.words is NOT_YET else self.words
                    return compiled
        self.words = Text("The {network} is not compiled: {reason}", {"network": Text(network), "reason": reason})
        return module

    @contextmanager
    def _standing_still(self) -> Iterator[None]:
        """Compiling is told, and is no time of training."""
        stopwatch = self._learner.stopwatch
        was_running = stopwatch.is_running
        stopwatch.stop()
        self.tell(True)
        try:
            yield
        finally:
            self.tell(False)
            if was_running:
                stopwatch.start()

    def _try(self, module: nn.Module, compiled: Forward, inputs: Sequence[Tensor]) -> None:
        """Forward and backward once: random states, running statistics and gradients stay as they are."""
        buffers = [(buffer, buffer.clone()) for buffer in module.buffers()]
        weights = [weight for weight in module.parameters() if weight.requires_grad]
        devices = [self._learner.device] if self._learner.device.type == "cuda" else []
        try:
            with torch.random.fork_rng(devices=devices):
                output = compiled(*(x.detach().requires_grad_(x.requires_grad) for x in inputs))
                if weights:
                    torch.autograd.grad(output.float().sum(), weights, allow_unused=True)
        finally:
            with torch.no_grad():
                for buffer, before in buffers:
                    buffer.copy_(before)


def _cause(error: BaseException) -> str:
    """What a compiler stumbled over first, in a line."""
    while (inner := getattr(error, "inner_exception", None) or error.__cause__) is not None:
        error = inner
    return (str(error).strip().splitlines() or [type(error).__name__])[0]


def compiler_of(learner: "Learner") -> Compiler | None:
    """What compiles this learner's networks; None where the experiment does not ask for it."""
    return Compiler(learner) if learner.experiment.training.compiled else None
