"""What torchvision's networks keep inside for an image of any size; torch-free."""

from models.port import Port

# (how many times smaller the image is, the values of all convolutions at each of its pixels). No size means a single
# pixel, as in squeeze and excite.
VALUES: dict[str, tuple[tuple[int | None, int], ...]] = {
    "resnet18": ((2, 64), (4, 256), (8, 640), (16, 1280), (32, 2560)),
    "mobilenet_v3_small": ((2, 16), (4, 104), (8, 392), (16, 2088), (32, 3456), (None, 2888)),
}
PATCH_SIDE, WIDTH, DEPTH, HEADS = 16, 768, 12, 12  # of vit_b_16


def backbone_values(name: str, port: Port) -> int:
    """What the layers with weights give for one image, and the weights of attention."""
    if name == "vit_b_16":
        patches = (port.shape[1] // PATCH_SIDE) * (port.shape[2] // PATCH_SIDE)
        positions = patches + 1  # one stands for the class
        # query, key, value, output, and a hidden layer four times as wide with its output
        return patches * WIDTH + DEPTH * (positions * WIDTH * 9 + HEADS * positions**2)
    return sum(values * _pixels(port, smaller) for smaller, values in VALUES[name])


def _pixels(port: Port, smaller: int | None) -> int:
    if smaller is None:
        return 1
    height, width = (-(-side // smaller) for side in port.shape[1:])
    return height * width
