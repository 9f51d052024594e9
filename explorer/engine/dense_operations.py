"""The operations of dense networks with their gradients, as torch's autograd would run them, into given memory."""

from collections.abc import Callable
from typing import Any, Literal, NamedTuple

import torch
from torch import Tensor, nn

# torch's own operations, called without the Python function around each, which takes as long as a small one
_leaky_relu_backward = torch.ops.aten.leaky_relu_backward.grad_input._op
_threshold_backward = torch.ops.aten.threshold_backward.grad_input._op
_tanh_backward = torch.ops.aten.tanh_backward.grad_input._op
_sigmoid_backward = torch.ops.aten.sigmoid_backward.grad_input._op
_nll_loss_backward = torch.ops.aten.nll_loss_backward.default._op
_mse_loss_backward = torch.ops.aten.mse_loss_backward.grad_input._op
_nll_loss: Any = torch._C._nn.nll_loss_nd  # whose type is not told rightly
ONE = torch.ones(())  # the gradient of the loss by itself
MEAN, NO_CLASS = 1, -100  # how torch averages a loss, and the class that it leaves out


class Bend(NamedTuple):
    """An activation, in place, and what a gradient becomes on its way back through it, in place, given the answer."""

    forward: Callable[[Tensor], Tensor]
    backward: Callable[[Tensor, Tensor], object]


class Loss(NamedTuple):
    """A loss averaged over the batch, with what its gradient needs; and the gradient of the network's output.

    wanted: what the gradient takes from the targets (N, ...) alone, for batches of so many samples each, given a tensor
    of the outputs' form; samples of several batches can be asked for at once. backward takes that, what forward has
    given, and where to write.
    """

    forward: Callable[[Tensor, Tensor], tuple[Tensor, Tensor]]
    wanted: Callable[[Tensor, Tensor, int], Tensor]
    backward: Callable[[Tensor, Tensor, Tensor], object]


def bend_of(block: nn.Module) -> Bend:
    """What an activation block does; it is one of BENDS, or a leaky ReLU."""
    if isinstance(block, nn.LeakyReLU):
        slope = block.negative_slope  # at least 0, so that the answer has the sign of what came in
        leaky_relu = torch.nn.functional.leaky_relu_
        return Bend(lambda x: leaky_relu(x, slope), lambda g, y: _leaky_relu_backward(g, y, slope, True, grad_input=g))
    return BENDS[type(block)]


BENDS: dict[type[nn.Module], Bend] = {
    nn.ReLU: Bend(Tensor.relu_, lambda g, y: _threshold_backward(g, y, 0, grad_input=g)),
    nn.Tanh: Bend(Tensor.tanh_, lambda g, y: _tanh_backward(g, y, grad_input=g)),
    nn.Sigmoid: Bend(Tensor.sigmoid_, lambda g, y: _sigmoid_backward(g, y, grad_input=g)),
}


def _cross_entropy(logits_BC: Tensor, targets_B: Tensor) -> tuple[Tensor, Tensor]:
    log_probabilities_BC = torch.log_softmax(logits_BC, 1)
    return _nll_loss(log_probabilities_BC, targets_B, None, MEAN, NO_CLASS), log_probabilities_BC


def _gradient_of_classes(outputs_NC: Tensor, targets_N: Tensor, num_samples: int) -> Tensor:
    """That of the log probabilities (N, C): the class of a sample alone decides it."""
    count = torch.tensor(float(num_samples))
    gradient_NC: Tensor = _nll_loss_backward(ONE, outputs_NC, targets_N, None, MEAN, NO_CLASS, count)
    return gradient_NC


def _back_from_cross_entropy(wanted_BC: Tensor, log_probabilities_BC: Tensor, out_BC: Tensor) -> None:
    torch._log_softmax_backward_data(wanted_BC, log_probabilities_BC, 1, torch.float32, out=out_BC)


def _squared_error(output: Tensor, targets: Tensor) -> tuple[Tensor, Tensor]:
    return torch.nn.functional.mse_loss(output, targets), output


def _back_from_squared_error(wanted: Tensor, output: Tensor, out: Tensor) -> None:
    _mse_loss_backward(ONE, output, wanted, MEAN, grad_input=out)


LOSSES: dict[Literal["cross_entropy", "squared_error"], Loss] = {
    "cross_entropy": Loss(_cross_entropy, _gradient_of_classes, _back_from_cross_entropy),
    "squared_error": Loss(_squared_error, lambda outputs, targets, num_samples: targets, _back_from_squared_error),
}
