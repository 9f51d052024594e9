"""How pictures lie in a device's memory: channels last, where its fast units for convolutions ask for that."""

from collections.abc import Iterable

import torch
from torch import Tensor, nn
from torch.optim import Optimizer


def lay_out(networks: Iterable[nn.Module], device: torch.device, precision: str) -> None:
    """Put the weights of convolutions channels last where that pays; the layer's outputs follow them by themselves.

    On CUDA devices the tensor cores' convolutions work on that order and would turn every picture there and back
    (docs.nvidia.com/deeplearning/performance/dl-performance-convolutional, "Tensor Layouts In Memory: NCHW vs NHWC").
    They are used in bfloat16. Elsewhere the usual order stays: the other one changes the last bits.
    """
    if device.type == "cuda" and precision == "bf16":
        for network in networks:
            if any(isinstance(module, nn.Conv2d) for module in network.modules()):
                channels_last(network)


def channels_last(network: nn.Module) -> None:
    """Every weight of four axes from now on lies channels last; its shape and values stay as they are."""
    network.to(memory_format=torch.channels_last)


def follow_weights(optimizer: Optimizer) -> None:
    """After a state was loaded: what fused operations take together with a weight lies in memory as the weight does."""
    for weight, state in optimizer.state.items():
        for name, value in state.items():
            if isinstance(value, Tensor) and value.shape == weight.shape and value.stride() != weight.stride():
                state[name] = torch.empty_like(weight, requires_grad=False).copy_(value)
