"""Well-known networks of torchvision as modules without their last layer.

B batch, C channels, H height, W width, F features.
"""

from functools import partial
from math import sqrt
from typing import Any

from torch import Tensor, nn
from torchvision import models

from models.modules.batch_norm import ImageBatchNorm
from models.modules.pretrained import read_weights

LAST = {"resnet18": "fc", "mobilenet_v3_small": "classifier", "vit_b_16": "heads"}
FIRST = {"resnet18": "conv1", "mobilenet_v3_small": "features.0.0", "vit_b_16": "conv_proj"}
# The normalisation of each, taking single samples too; the settings are torchvision's own.
OPTIONS: dict[str, dict[str, Any]] = {
    "resnet18": {"norm_layer": ImageBatchNorm},
    "mobilenet_v3_small": {"norm_layer": partial(ImageBatchNorm, eps=0.001, momentum=0.01)},
}


class Backbone(nn.Module):
    """(B, C, H, W) -> (B, F); `body` is torchvision's network, its first convolution made for C channels."""

    def __init__(self, name: str, channels: int, *, pretrained: bool = False) -> None:
        super().__init__()
        self.body: nn.Module = getattr(models, name)(**OPTIONS.get(name, {}))
        setattr(self.body, LAST[name], nn.Identity())
        if channels != 3:
            self.body.set_submodule(FIRST[name], _for_channels(self.body.get_submodule(FIRST[name]), channels))
        if pretrained:
            read_weights(self.body, models.get_model_weights(name).DEFAULT.url)

    def forward(self, x_BCHW: Tensor) -> Tensor:
        features_BF: Tensor = self.body(x_BCHW)
        return features_BF


def _for_channels(first: nn.Module, channels: int) -> nn.Conv2d:
    """The first convolution for another number of channels, starting as torchvision would start it."""
    assert isinstance(first, nn.Conv2d)
    sizes: dict[str, Any] = {"stride": first.stride, "padding": first.padding, "bias": first.bias is not None}
    conv = nn.Conv2d(channels, first.out_channels, first.kernel_size, **sizes)  # type: ignore[arg-type]
    if conv.bias is None:
        nn.init.kaiming_normal_(conv.weight, mode="fan_out", nonlinearity="relu")
    else:  # the patches of a vision transformer
        nn.init.trunc_normal_(conv.weight, std=sqrt(1 / conv.weight[0].numel()))
        nn.init.zeros_(conv.bias)
    return conv
