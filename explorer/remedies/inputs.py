"""Remedies for explicit input sizes that differ from what arrives."""

from collections.abc import Iterator

from explorer.places import index_of, sibling
from explorer.remedy import Attempt, Case
from models.layers.conv2d import Conv2d


def for_input_mismatch(case: Case) -> Iterator[Attempt]:
    """Automatic inputs, the convolution that makes the image small enough, or another size before it."""
    for name in ("in_features", "in_channels"):
        if name in type(case.block.layer).model_fields:
            yield case.choose(f"{case.place}.{name}", "auto")
    window, channels = case.params.get("window"), case.params.get("channels")
    if isinstance(window, tuple) and isinstance(channels, int):
        flattened = _flattening(case)
        if flattened is not None:
            yield case.put_before(flattened, Conv2d(out_channels=channels, kernel_size=window[0]))
    before, expected = case.before(case.place), case.params["expected"]
    for size in ("units", "out_channels"):
        if before is not None and size in type(before.layer).model_fields:
            yield case.choose(f"{before.path}.{size}", expected)


def _flattening(case: Case) -> str | None:
    """The block before in the same stack that turned the image into a vector."""
    for distance in range(1, index_of(case.place) + 1):
        path = sibling(case.place, -distance)
        port = case.blocks[path].in_port
        if port is not None and port.kind == "image":
            return path
    return None
