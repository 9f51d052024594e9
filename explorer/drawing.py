"""What a person draws, as a sample of some data: made as small, centred and scaled as theirs are."""

# C channels, H height, W width; ink and pictures are from 0 (paper) to 1

import numpy as np
import numpy.typing as npt

from explorer.dataset import DatasetSpec
from models.port import Port

Floats = npt.NDArray[np.float64]

# The longer side of a digit as a share of the picture's: MNIST's are made 20 pixels in 28 (LeCun et al. 1998), the
# optical digits fill theirs (Alpaydin and Kaynak 1998).
USUAL_BOX = 20 / 28
BOXES = {"digits": 1.0}
# How thick a pen is that covers as much of the sheet as the data's own strokes do, as a share of its longer side: of
# digits drawn so the gallery's CNN reads 94 of 100, but 86 with the usual pen.
USUAL_PEN = 0.08
PENS = {"digits": 0.15}
FAINTEST = 1e-3  # what is fainter is paper


def drawn_shape(port: Port) -> tuple[int, int, int] | None:
    """(C, H, W) of a picture that is a sample at this port; rows of a picture are one too. None: it is no picture."""
    if port.kind == "image":
        return port.shape[0], port.shape[1], port.shape[2]
    if port.kind == "sequence" and min(port.shape) > 3:
        return 1, port.shape[0], port.shape[1]
    return None


def box_of(data: DatasetSpec) -> float:
    """How large a digit is in these data, as a share of the picture's side."""
    return BOXES.get(data.kind, USUAL_BOX)


def pen_of(data: DatasetSpec) -> float:
    """How thick the strokes of these data are, as a share of the sheet's longer side."""
    return PENS.get(data.kind, USUAL_PEN)


def resampled(picture_CHW: Floats, height: int, width: int) -> Floats:
    """(C, height, width): every pixel the mean of the area that it covers, so that left and right are treated alike."""
    down = _cover(picture_CHW.shape[1], height)
    across = _cover(picture_CHW.shape[2], width)
    made: Floats = down @ picture_CHW @ across.T
    return made


def centred(ink_HW: Floats, height: int, width: int, box: float = USUAL_BOX) -> Floats:
    """(height, width): the ink made as large as the box, as MNIST's digits were, its centre of mass in the middle.

    It is moved by whole pixels, and never out of the picture. Without ink there is only paper.
    """
    placed_HW = np.zeros((height, width))
    rows, columns = np.nonzero(ink_HW.max(axis=1) > FAINTEST)[0], np.nonzero(ink_HW.max(axis=0) > FAINTEST)[0]
    if not len(rows):
        return placed_HW
    cut_HW = ink_HW[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    scale = min(box * height / cut_HW.shape[0], box * width / cut_HW.shape[1])
    sides = [max(1, round(side * scale)) for side in cut_HW.shape]
    small_HW = resampled(cut_HW[None], *sides)[0]
    top, left = (_start(small_HW.sum(axis=axis), whole) for axis, whole in ((1, height), (0, width)))
    placed_HW[top : top + sides[0], left : left + sides[1]] = small_HW
    return placed_HW


def as_loaded(picture_CHW: Floats, data: DatasetSpec) -> npt.NDArray[np.generic]:
    """A sample of these data as they are loaded: bytes from 0 to their brightest, or floats from paper to ink."""
    shape, brightest = data.facts().ports.input.shape, brightest_of(data)
    clipped = np.clip(picture_CHW, 0, 1).reshape(shape)
    if brightest:
        return np.rint(clipped * brightest).astype(np.uint8)
    paper, ink = data.paper_and_ink()
    return (paper + clipped * (ink - paper)).astype(np.float32)


def brightest_of(data: DatasetSpec) -> int:
    """The byte that stands for full ink; 0 where the data are no bytes that are scaled."""
    scale, shift = data.scaling()
    if (scale, shift) == (1.0, 0.0):
        return 0
    return round((1 - shift) / scale)


def as_picture(values: npt.NDArray[np.float32], data: DatasetSpec) -> Floats:
    """Values as a network receives or gives them back, (C, H, W) or (H, W), as a picture (C, H, W) from 0 to 1."""
    scale, shift = data.scaling()
    brightest = brightest_of(data)
    paper, ink = (shift, shift + scale * brightest) if brightest else data.paper_and_ink()
    picture = (values.astype(np.float64) - paper) / (ink - paper)
    return np.clip(picture if picture.ndim == 3 else picture[None], 0, 1)


def _cover(many: int, few: int) -> Floats:
    """(few, many): the share of each of many parts in each of few; rows add up to one."""
    edges_F = np.arange(few + 1) * (many / few)
    low_M = np.arange(many)
    overlap_FM = np.minimum(edges_F[1:, None], low_M + 1) - np.maximum(edges_F[:-1, None], low_M)
    shares_FM: Floats = np.maximum(overlap_FM, 0) * (few / many)
    return shares_FM


def _start(mass: Floats, whole: int) -> int:
    """Where something of this mass begins, so that its centre of mass lies within half a pixel of the middle."""
    centre = float((np.arange(len(mass)) + 0.5) @ mass / mass.sum())
    return min(max(0, round(whole / 2 - centre)), whole - len(mass))
