"""What torchvision's networks compute inside for an image of any size; torch-free.

Every layer works on the image after so many halvings, each rounding up: (after how many, weights per pixel, values per
pixel). No halvings means an image of a single pixel, as in squeeze and excite.
"""

from models.port import Port

Stage = tuple[int | None, int, int]

CONVOLUTIONS: dict[str, tuple[Stage, ...]] = {
    "resnet18": (
        (1, 9_408, 64), (2, 147_456, 256), (3, 524_288, 640), (4, 2_097_152, 1280), (5, 8_388_608, 2560),
    ),
    "mobilenet_v3_small": (
        (1, 432, 16), (2, 1_552, 104), (3, 9_696, 392), (4, 101_448, 2088), (5, 340_128, 3456), (None, 458_752, 2888),
    ),
}  # fmt: skip
FIRST_WEIGHTS = {"resnet18": 9_408, "mobilenet_v3_small": 432}  # those that see three channels
PATCH_SIDE, WIDTH, DEPTH, HEADS = 16, 768, 12, 12  # of vit_b_16


def backbone_macs(name: str, port: Port) -> int:
    """Multiply-adds for one image."""
    if name == "vit_b_16":
        patches, positions = _vit_sizes(port)
        attention = 4 * positions * WIDTH**2 + 2 * positions**2 * WIDTH
        return patches * WIDTH * port.features * PATCH_SIDE**2 + DEPTH * (attention + 8 * positions * WIDTH**2)
    first = FIRST_WEIGHTS[name] * (port.features - 3) // 3 * _pixels(port, 1)
    return first + sum(weights * _pixels(port, halvings) for halvings, weights, _ in CONVOLUTIONS[name])


def backbone_values(name: str, port: Port) -> int:
    """What the layers with weights give for one image, and the weights of attention."""
    if name == "vit_b_16":
        patches, positions = _vit_sizes(port)
        # query, key, value, output, and a hidden layer four times as wide with its output
        return patches * WIDTH + DEPTH * (positions * WIDTH * 9 + HEADS * positions**2)
    return sum(values * _pixels(port, halvings) for halvings, _, values in CONVOLUTIONS[name])


def _pixels(port: Port, halvings: int | None) -> int:
    if halvings is None:
        return 1
    step = 1 << halvings
    height, width = (-(-side // step) for side in port.shape[1:])
    return height * width


def _vit_sizes(port: Port) -> tuple[int, int]:
    """The number of patches, and of positions, one of which stands for the class."""
    patches = (port.shape[1] // PATCH_SIDE) * (port.shape[2] // PATCH_SIDE)
    return patches, patches + 1
