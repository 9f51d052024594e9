"""Data: a folder of sounds of one's own (WAV) as spectrograms, whose classes are folders or stand in a table."""

from pathlib import Path
from typing import ClassVar, Literal

import numpy as np
from pydantic import Field

from explorer.dataset import Arrays, DataFacts, SplitName
from explorer.own.class_folders import FolderSpec, in_memory
from explorer.own.sounds import SUFFIXES, SoundForm, SoundSource, spectrograms_in
from explorer.source import SourceSplit
from explorer.splitting import no_targets
from models.port import DataPorts, Port


class OwnSounds(FolderSpec):
    """The beginning of every sound as a picture of its pitches, low ones below. Shorter sounds end in silence."""

    label: ClassVar[str] = "Own sounds"
    about: ClassVar[str] = "Sounds in a folder of your own (WAV), seen as pictures of their pitches over time."
    suffixes: ClassVar[tuple[str, ...]] = SUFFIXES

    kind: Literal["own_sounds"] = "own_sounds"
    form: Literal["image", "moments"] = Field(
        "image", title="Form", description="One image of pitches over time, or a sequence of moments."
    )
    seconds: float = Field(1.0, ge=0.01, le=60, title="Length", description="Seconds of each sound, from its start.")
    rate: int = Field(
        8000, ge=1000, le=96_000, title="Sampling rate", description="Values a second; half of it is the highest pitch."
    )
    bands: int = Field(32, ge=2, le=256, title="Bands", description="Number of bands of pitches.")
    frames: int = Field(32, ge=2, le=2048, title="Moments", description="Number of moments that a sound is cut into.")

    def facts(self) -> DataFacts:
        is_image, names = self.form == "image", self.class_names
        port = Port("image", (1, self.bands, self.frames)) if is_image else Port("sequence", (self.frames, self.bands))
        if not names:
            return DataFacts(DataPorts(port), "none", self.num_samples())
        return DataFacts(DataPorts(port, num_classes=len(names)), "class", self.num_samples(), class_names=names)

    def splits(self) -> dict[SplitName, Arrays]:
        folder, names, is_image = Path(self.path), self.class_names, self.form == "image"
        form = SoundForm(self.rate, self.seconds, self.bands, self.frames)
        splits: dict[SplitName, Arrays] = {}
        for split, (files, classes_N) in self.samples().items():
            levels_NBF = spectrograms_in(folder, files, form)
            inputs = levels_NBF[:, None] if is_image else np.ascontiguousarray(levels_NBF.transpose(0, 2, 1))
            splits[split] = Arrays(inputs, classes_N if names else no_targets(len(files)))
        return splits

    def read_splits(self) -> dict[SplitName, Arrays | SourceSplit]:
        form, splits = SoundForm(self.rate, self.seconds, self.bands, self.frames), {}
        for split, (files, classes_N) in self.samples().items():
            source = SoundSource(self.path, tuple(files), form, self.form != "image")
            splits[split] = SourceSplit(source, classes_N if self.class_names else no_targets(len(files)))
        return in_memory(splits)

    def scaling(self) -> tuple[float, float]:
        return 1 / 255, 0.0
