"""The operations of dense networks with their gradients, as torch's autograd would run them, into given memory."""

from collections.abc import Callable
from typing import Literal, NamedTuple

import torch
from torch import Tensor, nn

# torch's own operations, called without the Python function around each, which takes as long as a small one
_leaky_relu_backward = torch.ops.aten.leaky_relu_backward.grad_input._op
_threshold_backward = torch.ops.aten.threshold_backward.grad_input._op
_tanh_backward = torch.ops.aten.tanh_backward.grad_input._op
_sigmoid_backward = torch.ops.aten.sigmoid_backward.grad_input._op
_nll_loss_backward = torch.ops.aten.nll_loss_backward.default._op
_mse_loss_backward = torch.ops.aten.mse_loss_backward.grad_input._op
MEAN, NO_CLASS = 1, -100  # how torch averages a loss, and the class that it leaves out


class Bend(NamedTuple):
    """An activation, in place, and what a gradient becomes on its way back through it, in place, given the answer."""

    forward: Callable[[Tensor], Tensor]
    backward: Callable[[Tensor, Tensor], object]


class Loss(NamedTuple):
    """A loss averaged over the batch, with what its gradient needs; and the gradient of the network's output.

    backward takes a one, the targets, what forward has given, the number of samples as a tensor, and where to write.
    """

    forward: Callable[[Tensor, Tensor], tuple[Tensor, Tensor]]
    backward: Callable[[Tensor, Tensor, Tensor, Tensor, Tensor], object]


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
    return torch.nn.functional.nll_loss(log_probabilities_BC, targets_B), log_probabilities_BC


def _back_from_cross_entropy(
    one: Tensor, targets_B: Tensor, log_probabilities_BC: Tensor, count: Tensor, out_BC: Tensor
) -> None:
    gradient_BC = _nll_loss_backward(one, log_probabilities_BC, targets_B, None, MEAN, NO_CLASS, count)
    torch._log_softmax_backward_data(gradient_BC, log_probabilities_BC, 1, torch.float32, out=out_BC)


def _squared_error(output: Tensor, targets: Tensor) -> tuple[Tensor, Tensor]:
    return torch.nn.functional.mse_loss(output, targets), output


def _back_from_squared_error(one: Tensor, targets: Tensor, output: Tensor, count: Tensor, out: Tensor) -> None:
    _mse_loss_backward(one, output, targets, MEAN, grad_input=out)


LOSSES: dict[Literal["cross_entropy", "squared_error"], Loss] = {
    "cross_entropy": Loss(_cross_entropy, _back_from_cross_entropy),
    "squared_error": Loss(_squared_error, _back_from_squared_error),
}
