"""Steps of plain dense networks with the gradients written out, without autograd's bookkeeping.

The operations are those that autograd would run, in its order, so that every number is the same to the last bit. What
is left out, its graph, takes longer than the arithmetic of a small network: two thirds of a step of 2-16-16-2 with 10
samples (measured on one core: 540 and 175 microseconds).
"""

import math
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

import torch
from torch import Tensor, nn

from explorer.engine.dense_operations import BENDS, LOSSES, Bend, Loss, bend_of
from explorer.engine.fast_path import GRADIENT_HOOKS
from explorer.engine.fused_steps import Fused
from explorer.engine.learner import Learner, Metrics
from explorer.objective import NO_METRICS, Batch, Phase
from explorer.schedules import Constant
from explorer.supervised import SupervisedSpec

# What torch calls those who are told of a block's values, or of a gradient.
HOOKS = ("_forward_hooks", "_forward_pre_hooks", *GRADIENT_HOOKS)
MOST_ROOMS = 8  # batch sizes whose memory is kept


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
        bend = None if activation is None else bend_of(activation)
        return cls(weight, weight.t(), bias, torch.empty_like(weight), bias_gradient, bend)


class Forward(NamedTuple):
    """What one layer needs on the way forward, for batches of one size."""

    turned: Tensor
    bias: Tensor | None  # a view of it, as large as the answer, which each step would make anew
    bend: Callable[[Tensor], Tensor] | None
    answer: Tensor


class Backward(NamedTuple):
    """What one layer needs on the way back: `before` is the answer of the layer below, `below` that answer's gradient.

    Both are None for the first layer, which sees the batch.
    """

    layer: Dense
    answer: Tensor
    gradient: Tensor
    turned: Tensor  # the gradient, a view of it
    before: Tensor | None
    below: Tensor | None


class Room:
    """Memory for the answers and gradients of batches of one size, used at every step: to ask for it takes as long
    as to fill it.
    """

    def __init__(self, layers: list[Dense], num_samples: int) -> None:
        answers = [layer.weight.new_empty(num_samples, len(layer.weight)) for layer in layers]
        gradients = [torch.empty_like(answer) for answer in answers]
        self.output, self.output_gradient = answers[-1], gradients[-1]
        self.forward = [
            Forward(
                layer.turned,
                None if layer.bias is None else layer.bias.expand_as(answer),
                layer.bend and layer.bend.forward,
                answer,
            )
            for layer, answer in zip(layers, answers, strict=True)
        ]
        below = zip([None, *answers[:-1]], [None, *gradients[:-1]], strict=True)
        self.backward = [
            Backward(layer, answer, gradient, gradient.t(), *under)
            for layer, answer, gradient, under in zip(layers, answers, gradients, below, strict=True)
        ][::-1]


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
        self._rooms: dict[int, Room] = {}

    def step(self, learner: Learner, batch: Batch) -> Iterator[Phase]:
        """One training step; the mode without autograd is the thread's, and is never left on across a yield."""
        optimizer = learner.optimizers["network"]
        optimizer.zero_grad()  # whoever stands before the backward phase sees no gradient of the step before
        if self._has_lesson:
            batch = self._objective.lesson(learner, batch)
        with torch.inference_mode():
            room = self._forward(batch.inputs)
            loss, known = self._loss.forward(room.output, batch.targets)
        yield FORWARD
        yield Phase("loss", metrics=self._objective.step_metrics(loss))
        with torch.inference_mode():
            wanted = self._loss.wanted(room.output, batch.targets, len(batch.targets))
            self._loss.backward(wanted, known, room.output_gradient)
            self._backward(batch.inputs, room)
        yield BACKWARD
        clipped = learner.clip("network") if self._clips else NO_METRICS
        optimizer.step()
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
            parts = (part.split(sizes) for part in (whole.inputs, whole.targets, self._wanted(whole.targets, sizes)))
            for size, inputs, targets, wanted in zip(sizes, *parts, strict=True):
                metrics = dict(rates) if is_steady else learner.apply_schedule()
                room = self._forward(inputs)
                loss, known = self._loss.forward(room.output, targets)
                metrics["train/loss"] = value = loss.item()
                if not math.isfinite(value):
                    break
                self._loss.backward(wanted, known, room.output_gradient)
                self._backward(inputs, room)
                optimizer.update(self._gradients)
                learner.num_updates["network"] += 1
                learner.count_step(size)
                taken.append(metrics)

    def _wanted(self, targets: Tensor, sizes: list[int]) -> Tensor:
        """What every step's gradient begins with, for all samples at once; the last step's number may be another."""
        outputs = self._layers[-1].weight.new_empty(len(targets), len(self._layers[-1].weight))
        if sizes[-1] == sizes[0]:
            return self._loss.wanted(outputs, targets, sizes[0])
        parts = [slice(0, -sizes[-1]), slice(-sizes[-1], None)]
        pairs = zip(parts, (sizes[0], sizes[-1]), strict=True)
        return torch.cat([self._loss.wanted(outputs[part], targets[part], size) for part, size in pairs])

    def _forward(self, inputs: Tensor) -> Room:
        """The room with the answers of all layers."""
        room = self._rooms.get(len(inputs)) or self._new_room(len(inputs))
        addmm, mm, x = torch.addmm, torch.mm, inputs if inputs.dim() == 2 else inputs.flatten(1)
        for turned, bias, bend, answer in room.forward:  # the operations alone, since a call takes as long as one
            if bias is None:
                mm(x, turned, out=answer)
            else:
                addmm(bias, x, turned, out=answer)
            if bend is not None:
                bend(answer)
            x = answer
        return room

    def _new_room(self, num_samples: int) -> Room:
        if len(self._rooms) >= MOST_ROOMS:
            self._rooms.clear()
        room = self._rooms[num_samples] = Room(self._layers, num_samples)
        return room

    def _backward(self, inputs: Tensor, room: Room) -> None:
        """Write down the gradients of all weights, given that of the output, in its place in the room."""
        mm, add_up, first = torch.mm, torch.sum, self._layers[0]
        x = inputs if inputs.dim() == 2 else inputs.flatten(1)
        for layer, answer, gradient, turned, before, below in room.backward:
            weight, _, _, weight_gradient, bias_gradient, bend = layer
            if bend is not None:
                bend.backward(gradient, answer)
            mm(turned, x if before is None else before, out=weight_gradient)
            if bias_gradient is not None:
                add_up(gradient, 0, out=bias_gradient)
            if below is not None:
                mm(gradient, weight, out=below)
        if self._weights[0].grad is not first.weight_gradient:  # a step of another kind was taken in between
            for owner, own in zip(self._weights, self._gradients, strict=True):
                owner.grad = own


FORWARD, BACKWARD, UPDATE = Phase("forward"), Phase("backward"), Phase("update", ends_step=True)


def dense_steps(learner: Learner) -> DenseSteps | None:
    """The steps of a learner whose only network is a plain stack of dense blocks on a processor; None for others."""
    objective, network = learner.objective, learner.networks.get("network")
    is_otherwise = learner.compiler is not None or learner.fast_path is not None
    is_mixed = learner.data.transforming is not None and learner.data.transforming.mixes_classes
    if is_mixed or learner.device.type != "cpu" or is_otherwise or len(learner.networks) != 1 or network is None:
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
