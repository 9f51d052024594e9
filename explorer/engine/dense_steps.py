"""Steps of plain dense networks with the gradients written out, without autograd's bookkeeping.

The operations are those that autograd would run, in its order, so that every number is the same to the last bit. What
is left out, its graph, takes longer than the arithmetic of a small network: two thirds of a step of 2-16-16-2 with 10
samples (measured on one core: 540 and 175 microseconds).
"""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Literal, NamedTuple

import torch
from torch import Tensor, nn

from explorer.engine.fast_path import GRADIENT_HOOKS
from explorer.engine.fused_steps import Fused
from explorer.engine.learner import Learner, Metrics
from explorer.objective import NO_METRICS, Batch, Phase
from explorer.supervised import SupervisedSpec

# torch's own operations, called without the Python function around each, which takes as long as a small one
_leaky_relu_backward = torch.ops.aten.leaky_relu_backward.default._op
_threshold_backward = torch.ops.aten.threshold_backward.default._op
_tanh_backward = torch.ops.aten.tanh_backward.default._op
_sigmoid_backward = torch.ops.aten.sigmoid_backward.default._op
_nll_loss = torch.ops.aten.nll_loss_forward.default._op
_nll_loss_backward = torch.ops.aten.nll_loss_backward.default._op
_mse_loss_backward = torch.ops.aten.mse_loss_backward.default._op
# What torch calls those who are told of a block's values, or of a gradient.
HOOKS = ("_forward_hooks", "_forward_pre_hooks", *GRADIENT_HOOKS)
MEAN, NO_CLASS = 1, -100  # how torch averages a loss, and the class that it leaves out

Backward = Callable[[Tensor, Tensor, Tensor], Tensor]  # the gradient of the answer, what came in, the answer


class Bend(NamedTuple):
    """An activation: its value, and what a gradient becomes on its way back through it."""

    forward: Callable[[Tensor], Tensor]
    backward: Backward


class Loss(NamedTuple):
    """A loss averaged over the batch, with what its gradient needs; and the gradient of the network's output."""

    forward: Callable[[Tensor, Tensor], tuple[Tensor, Tensor, Tensor]]
    backward: Callable[[Tensor, Tensor, Tensor, Tensor], Tensor]


class Dense:
    """One affine block: y = x W' + b. Its gradients are written into the same tensors at every step."""

    def __init__(self, module: nn.Linear) -> None:
        weight, bias = module.weight, module.bias
        self._weight, self._turned = weight.detach(), weight.detach().t()
        self._bias = None if bias is None else bias.detach()
        self._gradient = torch.empty_like(self._weight)
        self._bias_gradient = None if bias is None else torch.empty_like(bias.detach())
        self.gradients = [(weight, self._gradient)]  # of every weight, where it belongs
        if bias is not None:
            self.gradients.append((bias, self._bias_gradient))

    def forward(self, x_BF: Tensor) -> Tensor:
        """(B, F) to (B, U)."""
        return x_BF.mm(self._turned) if self._bias is None else torch.addmm(self._bias, x_BF, self._turned)

    def backward(self, g_BU: Tensor, x_BF: Tensor, y_BU: Tensor) -> Tensor:
        """Write down the gradients of the weights; (B, F) the gradient of the input."""
        self.learn(g_BU, x_BF)
        return g_BU.mm(self._weight)

    def learn(self, g_BU: Tensor, x_BF: Tensor) -> None:
        """Write down the gradients of the weights."""
        torch.mm(g_BU.t(), x_BF, out=self._gradient)
        if self._bias_gradient is not None:
            torch.sum(g_BU, 0, out=self._bias_gradient)


class DenseSteps:
    """Takes the steps of one learner, each with the phases that its objective's own step would have."""

    def __init__(self, learner: Learner, objective: SupervisedSpec, loss: Loss) -> None:
        self._objective, self._loss = objective, loss
        first, *blocks = [block for block in learner.networks["network"].blocks if not isinstance(block, nn.Flatten)]
        assert isinstance(first, nn.Linear)
        self._first = Dense(first)
        self._rest = [Dense(block) if isinstance(block, nn.Linear) else _bend(block) for block in blocks]
        dense = [part for part in (self._first, *self._rest) if isinstance(part, Dense)]
        self._gradients = [pair for part in dense for pair in part.gradients]
        self._own = [own for _, own in self._gradients]
        self._has_lesson = type(objective).lesson is not SupervisedSpec.lesson
        self._clips = learner.experiment.training.clip_norm > 0
        makes_metrics = type(objective).step_metrics is not SupervisedSpec.step_metrics
        self._is_bare = not (self._has_lesson or self._clips or makes_metrics)
        self._one = torch.ones(())

    def step(self, learner: Learner, batch: Batch) -> Iterator[Phase]:
        """One training step; the mode without autograd is the thread's, and is never left on across a yield."""
        if self._has_lesson:
            batch = self._objective.lesson(learner, batch)
        with torch.inference_mode():
            values = self._forward(batch.inputs)
            loss, *known = self._loss.forward(values[-1], batch.targets)
        yield FORWARD
        yield Phase("loss", metrics=self._objective.step_metrics(loss))
        with torch.inference_mode():
            self._backward(values, self._loss.backward(self._one, batch.targets, *known))
        yield BACKWARD
        clipped = learner.clip("network") if self._clips else NO_METRICS
        learner.optimizers["network"].step()
        yield Phase("update", metrics=clipped, ends_step=True) if clipped else UPDATE

    def take(self, learner: Learner, batches: Iterable[Batch], taken: list[Metrics]) -> None:
        """Take one step for each batch, as long as losses are finite; `taken` has the metrics of every step taken.

        A step with another loss is not begun: a forward phase of dense blocks leaves no trace. Nothing else may want
        to know of the steps in between.
        """
        optimizer = learner.optimizers["network"]
        if not (self._is_bare and isinstance(optimizer, Fused) and optimizer.lists is not None):
            return
        with torch.inference_mode():
            for batch in batches:
                metrics = learner.apply_schedule()
                values = self._forward(batch.inputs)
                loss, *known = self._loss.forward(values[-1], batch.targets)
                metrics["train/loss"] = value = loss.item()
                if not math.isfinite(value):
                    break
                self._backward(values, self._loss.backward(self._one, batch.targets, *known))
                optimizer.update(self._own)
                learner.num_updates["network"] += 1
                learner.count_step(len(batch))
                taken.append(metrics)

    def _forward(self, inputs: Tensor) -> list[Tensor]:
        """What went into every part, and the network's output."""
        x = inputs if inputs.dim() == 2 else inputs.flatten(1)
        y = self._first.forward(x)
        values = [x, y]
        for part in self._rest:
            y = part.forward(y)
            values.append(y)
        return values

    def _backward(self, values: list[Tensor], gradient: Tensor) -> None:
        y = values.pop()
        for part in reversed(self._rest):
            x = values.pop()
            gradient = part.backward(gradient, x, y)
            y = x
        self._first.learn(gradient, values.pop())
        weight, own = self._gradients[0]
        if weight.grad is not own:  # somebody has taken a step of another kind in between
            for weight, own in self._gradients:
                weight.grad = own


FORWARD, BACKWARD, UPDATE = Phase("forward"), Phase("backward"), Phase("update", ends_step=True)


def dense_steps(learner: Learner) -> DenseSteps | None:
    """The steps of a learner whose only network is a plain stack of dense blocks on a processor; None for others."""
    objective, network = learner.objective, learner.networks.get("network")
    if learner.device.type != "cpu" or learner.compiler is not None or len(learner.networks) != 1 or network is None:
        return None
    if not isinstance(objective, SupervisedSpec) or objective.plain_loss is None:
        return None
    blocks = list(network.blocks)
    is_plain = learner.experiment.training.precision == "fp32" and all(_is_plain(block) for block in blocks)
    if not (is_plain and blocks and _is_first(learner, blocks) and _learns_all(network)):
        return None
    return DenseSteps(learner, objective, LOSSES[objective.plain_loss])


def _is_first(learner: Learner, blocks: Sequence[nn.Module]) -> bool:
    """Whether the first block takes vectors, or makes them."""
    rest = blocks
    if isinstance(blocks[0], nn.Flatten):
        rest = blocks[1:]
    elif len(learner.input_shape) != 1:
        return False
    return bool(rest) and isinstance(rest[0], nn.Linear) and not any(isinstance(one, nn.Flatten) for one in rest)


def _learns_all(network: nn.Module) -> bool:
    """Whether autograd has nothing else to do: every weight learns, and nobody listens."""
    places: list[Any] = [*network.modules(), *network.parameters()]
    is_heard = any(getattr(place, name, None) for place in places for name in HOOKS)
    return not is_heard and all(weight.requires_grad for weight in network.parameters())


def _is_plain(block: nn.Module) -> bool:
    return isinstance(block, nn.Linear | nn.Flatten | nn.LeakyReLU) or type(block) in BENDS


def _bend(block: nn.Module) -> Bend:
    if isinstance(block, nn.LeakyReLU):
        slope = block.negative_slope
        return Bend(
            lambda x: torch.nn.functional.leaky_relu(x, slope),
            lambda g, x, y: _leaky_relu_backward(g, x, slope, False),
        )
    return BENDS[type(block)]


BENDS: dict[type[nn.Module], Bend] = {
    nn.ReLU: Bend(torch.relu, lambda g, x, y: _threshold_backward(g, y, 0)),
    nn.Tanh: Bend(torch.tanh, lambda g, x, y: _tanh_backward(g, y)),
    nn.Sigmoid: Bend(torch.sigmoid, lambda g, x, y: _sigmoid_backward(g, y)),
}


def _cross_entropy(logits_BC: Tensor, targets_B: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    log_probabilities_BC = torch.log_softmax(logits_BC, 1)
    loss, weight = _nll_loss(log_probabilities_BC, targets_B, None, MEAN, NO_CLASS)
    return loss, log_probabilities_BC, weight


def _back_from_cross_entropy(one: Tensor, targets_B: Tensor, log_probabilities_BC: Tensor, weight: Tensor) -> Tensor:
    gradient_BC: Tensor = _nll_loss_backward(one, log_probabilities_BC, targets_B, None, MEAN, NO_CLASS, weight)
    return torch._log_softmax_backward_data(gradient_BC, log_probabilities_BC, 1, torch.float32)


def _squared_error(output: Tensor, targets: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    return torch.nn.functional.mse_loss(output, targets), output, targets


def _back_from_squared_error(one: Tensor, targets: Tensor, output: Tensor, _: Tensor) -> Tensor:
    gradient: Tensor = _mse_loss_backward(one, output, targets, MEAN)
    return gradient


LOSSES: dict[Literal["cross_entropy", "squared_error"], Loss] = {
    "cross_entropy": Loss(_cross_entropy, _back_from_cross_entropy),
    "squared_error": Loss(_squared_error, _back_from_squared_error),
}
