"""What exported scripts do in a simpler way than the program: each stands in for the program's own of the same name."""

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from sklearn.datasets import load_digits
from torch import Tensor, nn

from explorer.dataset import SplitName
from explorer.engine.device_data import DeviceSplit


@dataclass
class Learner:
    """Everything that training changes, and what it is told; `step` counts finished steps."""

    networks: dict[str, nn.Module]
    optimizers: dict[str, torch.optim.Optimizer]
    splits: dict[SplitName, DeviceSplit]
    device: torch.device
    input_shape: tuple[int, ...]  # of one sample of the data
    num_classes: int | None = None
    num_noise_values: int = 0  # that a generator receives
    vocabulary: int = 1  # symbols of tokens
    padding: int | None = None  # the token that fills up short texts
    mask: int | None = None  # the token that hides a word
    first_word: int = 0  # tokens below it are no words
    estimator: Any = None  # of scikit-learn, where there is no network
    precision: torch.dtype = torch.float32
    clip_norm: float = 0.0
    step: int = 0
    memory: dict[str, Tensor] = field(default_factory=dict)

    def forward(self, network: str, *inputs: Tensor) -> Tensor:
        """A network's output in training, as float32, computed in the precision that is set."""
        if self.precision == torch.float32:
            output: Tensor = self.networks[network](*inputs)
            return output
        with torch.autocast(self.device.type, self.precision):
            output = self.networks[network](*inputs)
        return output.float()

    def clip(self, *networks: str) -> dict[str, Tensor]:
        """Shorten the gradient of these networks together to `clip_norm`; where that is 0, nothing happens."""
        if self.clip_norm:
            weights = [weight for name in networks for weight in self.networks[name].parameters()]
            torch.nn.utils.clip_grad_norm_(weights, self.clip_norm)
        return {}


def data_folder() -> Path:
    """Where the data lie, laid out as torchvision's root: NEURAL_EXPLORER_DATA, or else the folder "data" here."""
    return Path(os.environ.get("NEURAL_EXPLORER_DATA", "data"))


def damaged(label: str, path: Path, cause: object) -> Exception:
    """The error of a file that is not what it should be."""
    return ValueError(f"{label}: the file {path} is damaged: {cause}")


def read_digits() -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.int64]]:
    """Images (N, 8, 8) of 0 to 16, and classes (N,)."""
    digits = load_digits()
    return digits.images.astype(np.uint8), digits.target.astype(np.int64)


def shown(value: object) -> str:
    """A value in a message."""
    return str(value)


def read_weights(module: nn.Module, url: str) -> None:
    """Give a module the weights of that url, kept in torch's own folder; what it has no place for is left out."""
    weights = torch.hub.load_state_dict_from_url(url, map_location="cpu", weights_only=True)
    own = module.state_dict()
    module.load_state_dict({name: value for name, value in weights.items() if name in own})
