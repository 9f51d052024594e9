"""Remedies for networks of torchvision that take other images, or whose weights are missing."""

from collections.abc import Iterator

from explorer.remedy import Attempt, Case
from models.layers.adaptive_avg_pool2d import AdaptiveAvgPool2d
from models.layers.conv2d import Conv2d


def for_backbone_input(case: Case) -> Iterator[Attempt]:
    """Images of the size and the channels that it takes, another network, or random weights."""
    side = case.params.get("side")
    if isinstance(side, int):
        yield case.put_before(case.place, AdaptiveAvgPool2d(side=side))
        yield case.choose(f"{case.place}.model", "resnet18")
    else:
        yield case.put_before(case.place, Conv2d(out_channels=3, kernel_size=1))
        yield case.choose(f"{case.place}.pretrained", False)


def for_weights(case: Case) -> Iterator[Attempt]:
    """Random weights."""
    yield case.choose(f"{case.place}.pretrained", False)
