"""Data: a folder of pictures of one's own, whose classes are folders or stand in a table."""

from pathlib import Path
from typing import ClassVar, Literal

from pydantic import Field

from explorer.dataset import Arrays, DataFacts, SplitName, scaling_of
from explorer.own.class_folders import FolderScan, FolderSpec, in_memory
from explorer.own.pictures import SUFFIXES, Fit, PictureSource, pictures_in
from explorer.source import SourceSplit
from explorer.splitting import no_targets
from models.port import DataPorts, Port


class PictureScan(FolderScan):
    """`mean` and `deviation` are those of all pixels, from 0 to 255."""

    mean: float = 127.5
    deviation: float = Field(127.5, gt=0)


class OwnImages(FolderSpec):
    """Every picture is brought to one size. Folders named train, validation and test are the splits.

    Without classes the pictures have no target, and can be reconstructed or imitated.
    """

    label: ClassVar[str] = "Own pictures"
    about: ClassVar[str] = "Pictures in a folder of your own, with a folder for every class or a table of labels."
    suffixes: ClassVar[tuple[str, ...]] = SUFFIXES

    kind: Literal["own_images"] = "own_images"
    height: int = Field(32, ge=1, le=1024, title="Height", description="Pixels from top to bottom.")
    width: int = Field(32, ge=1, le=1024, title="Width", description="Pixels from side to side.")
    fit: Fit = Field(
        "crop", title="Fit", description="What happens to pictures of another shape: cut, fill up, or stretch."
    )
    colours: Literal["rgb", "grey"] = Field(
        "rgb", title="Colours", description="Three channels of colour, or one of grey."
    )
    range: Literal["unit", "signed", "standard"] = Field(
        "unit", title="Range", description="Pixels from 0 to 1, from −1 to 1, or with mean 0 and deviation 1."
    )
    scanned: PictureScan = PictureScan()

    def facts(self) -> DataFacts:
        port, names = Port("image", self.size()), self.class_names
        if not names:
            return DataFacts(DataPorts(port), "none", self.num_samples())
        return DataFacts(DataPorts(port, num_classes=len(names)), "class", self.num_samples(), class_names=names)

    def size(self) -> tuple[int, int, int]:
        """Channels, height and width."""
        channels = 1 if self.colours == "grey" else 3
        return channels, self.height, self.width

    def splits(self) -> dict[SplitName, Arrays]:
        folder, names = Path(self.path), self.class_names
        return {
            split: Arrays(
                pictures_in(folder, files, self.size(), self.fit), classes_N if names else no_targets(len(files))
            )
            for split, (files, classes_N) in self.samples().items()
        }

    def read_splits(self) -> dict[SplitName, Arrays | SourceSplit]:
        splits = {}
        for split, (files, classes_N) in self.samples().items():
            source = PictureSource(self.path, tuple(files), self.size(), self.fit)
            splits[split] = SourceSplit(source, classes_N if self.class_names else no_targets(len(files)))
        return in_memory(splits)

    def scaling(self) -> tuple[float, float]:
        if self.range == "standard":
            return 1 / self.scanned.deviation, -self.scanned.mean / self.scanned.deviation
        return scaling_of(self.range, 255)
