"""Steps of plain dense networks with the gradients written out, without autograd's bookkeeping.

The operations are those that autograd would run, in its order, so that every number is the same to the last bit. What
is left out, its graph, takes longer than the arithmetic of a small network: two thirds of a step of 2-16-16-2 with 10
samples (measured on one core: 540 and 175 microseconds).
"""

import math
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Literal, NamedTuple

import torch
from torch import Tensor, nn

from explorer.engine.fast_path import GRADIENT_HOOKS
from explorer.engine.fused_steps import Fused
from explorer.engine.learner import Learner, Metrics
from explorer.objective import NO_METRICS, Batch, Phase
from explorer.schedules import Constant
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


class Bend(NamedTuple):
    """An activation, in place, and what a gradient becomes on its way back through it, given the answer."""

    forward: Callable[[Tensor], Tensor]
    backward: Callable[[Tensor, Tensor], Tensor]


class Loss(NamedTuple):
    """A loss averaged over the batch, with what its gradient needs; and the gradient of the network's output."""

    forward: Callable[[Tensor, Tensor], tuple[Tensor, Tensor, Tensor]]
    backward: Callable[[Tensor, Tensor, Tensor, Tensor], Tensor]


class Dense(NamedTuple):
    """One affine block, y = x W' + b, and its activation. Gradients are written into the same tensors at every step."""

    weight: Tensor
    turned: Tensor  # W', a view of it
    bias: Tensor | None
    weight_gradient: Tensor
    bias_gradient: Tensor | None
    bend: Bend | None = None

    @classmethod
    def of(cls, module: nn.Linear, activation: nn.Module | None) -> "Dense":
        weight, bias = module.weight.detach(), None if module.bias is None else module.bias.detach()
        bias_gradient = None if bias is None else torch.empty_like(bias)
        bend = None if activation is None else _bend(activation)
        return cls(weight, weight.t(), bias, torch.empty_like(weight), bias_gradient, bend)


class DenseSteps:
    """Takes the steps of one learner, each with the phases that its objective's own step would have."""

    def __init__(self, learner: Learner, objective: SupervisedSpec, loss: Loss) -> None:
        self._objective, self._loss = objective, loss
        blocks = [block for block in learner.networks["network"].blocks if not isinstance(block, nn.Flatten)]
        followers = [*blocks[1:], None]
        self._layers = [
            Dense.of(block, None if isinstance(follower, nn.Linear) else follower)
            for block, follower in zip(blocks, followers, strict=True)
            if isinstance(block, nn.Linear)
        ]
        pairs = [pair for layer in self._layers for pair in (layer.weight_gradient, layer.bias_gradient)]
        self._gradients = [gradient for gradient in pairs if gradient is not None]
        self._weights = list(learner.networks["network"].parameters())
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

    def take(self, learner: Learner, whole: Batch, sizes: list[int], taken: list[Metrics]) -> None:
        """Take steps with the samples of `whole`, so many in each; `taken` gets the metrics of every step taken.

        A step whose loss is not finite is not begun: a forward phase of dense blocks leaves no trace. Nobody else may
        want to know of the steps in between.
        """
        optimizer = learner.optimizers["network"]
        if not (self._is_bare and isinstance(optimizer, Fused) and optimizer.lists is not None):
            return
        is_steady = isinstance(learner.experiment.training.schedule, Constant)
        rates = learner.apply_schedule()
        with torch.inference_mode():
            for size, inputs, targets in zip(sizes, whole.inputs.split(sizes), whole.targets.split(sizes), strict=True):
                metrics = dict(rates) if is_steady else learner.apply_schedule()
                values = self._forward(inputs)
                loss, *known = self._loss.forward(values[-1], targets)
                metrics["train/loss"] = value = loss.item()
                if not math.isfinite(value):
                    break
                self._backward(values, self._loss.backward(self._one, targets, *known))
                optimizer.update(self._gradients)
                learner.num_updates["network"] += 1
                learner.count_step(size)
                taken.append(metrics)

    def _forward(self, inputs: Tensor) -> list[Tensor]:
        """The network's input and the answers of all layers."""
        addmm, x = torch.addmm, inputs if inputs.dim() == 2 else inputs.flatten(1)
        values = [x]
        for _, turned, bias, _, _, bend in self._layers:  # the operations alone, since a call takes as long as one
            x = x.mm(turned) if bias is None else addmm(bias, x, turned)
            if bend is not None:
                bend.forward(x)
            values.append(x)
        return values

    def _backward(self, values: list[Tensor], gradient: Tensor) -> None:
        """Write down the gradients of all weights, given that of the output; `values` are used up."""
        mm, add_up, first = torch.mm, torch.sum, self._layers[0]
        for layer in reversed(self._layers):
            weight, _, _, weight_gradient, bias_gradient, bend = layer
            answer = values.pop()
            if bend is not None:
                gradient = bend.backward(gradient, answer)
            mm(gradient.t(), values[-1], out=weight_gradient)
            if bias_gradient is not None:
                add_up(gradient, 0, out=bias_gradient)
            if layer is not first:
                gradient = mm(gradient, weight)
        if self._weights[0].grad is not first.weight_gradient:  # a step of another kind was taken in between
            for owner, own in zip(self._weights, self._gradients, strict=True):
                owner.grad = own


FORWARD, BACKWARD, UPDATE = Phase("forward"), Phase("backward"), Phase("update", ends_step=True)


def dense_steps(learner: Learner) -> DenseSteps | None:
    """The steps of a learner whose only network is a plain stack of dense blocks on a processor; None for others."""
    objective, network = learner.objective, learner.networks.get("network")
    is_otherwise = learner.compiler is not None or learner.fast_path is not None
    if learner.device.type != "cpu" or is_otherwise or len(learner.networks) != 1 or network is None:
        return None
    if not isinstance(objective, SupervisedSpec) or objective.plain_loss is None:
        return None
    blocks = list(network.blocks)
    is_plain = learner.experiment.training.precision == "fp32" and all(_is_plain(block) for block in blocks)
    if not (is_plain and blocks and _is_stack(learner, blocks) and _learns_all(network)):
        return None
    return DenseSteps(learner, objective, LOSSES[objective.plain_loss])


def _is_stack(learner: Learner, blocks: Sequence[nn.Module]) -> bool:
    """Whether it is dense blocks, with an activation after each or none, and vectors go into the first."""
    rest = blocks
    if isinstance(blocks[0], nn.Flatten):
        rest = blocks[1:]
    elif len(learner.input_shape) != 1:
        return False
    kinds = "".join("d" if isinstance(one, nn.Linear) else "-" if isinstance(one, nn.Flatten) else "a" for one in rest)
    return re.fullmatch("(da?)+", kinds) is not None


def _learns_all(network: nn.Module) -> bool:
    """Whether autograd has nothing else to do: every weight learns, and nobody listens."""
    places: list[Any] = [*network.modules(), *network.parameters()]
    is_heard = any(getattr(place, name, None) for place in places for name in HOOKS)
    return not is_heard and all(weight.requires_grad for weight in network.parameters())


def _is_plain(block: nn.Module) -> bool:
    return isinstance(block, nn.Linear | nn.Flatten | nn.LeakyReLU) or type(block) in BENDS


def _bend(block: nn.Module) -> Bend:
    if isinstance(block, nn.LeakyReLU):
        slope = block.negative_slope  # at least 0, so that the answer has the sign of what came in
        leaky_relu = torch.nn.functional.leaky_relu_
        return Bend(lambda x: leaky_relu(x, slope), lambda g, y: _leaky_relu_backward(g, y, slope, True))
    return BENDS[type(block)]


BENDS: dict[type[nn.Module], Bend] = {
    nn.ReLU: Bend(Tensor.relu_, lambda g, y: _threshold_backward(g, y, 0)),
    nn.Tanh: Bend(Tensor.tanh_, _tanh_backward),
    nn.Sigmoid: Bend(Tensor.sigmoid_, _sigmoid_backward),
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
