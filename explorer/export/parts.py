"""What all scripts do alike, whatever is trained."""

import numpy as np
import torch

from explorer.dataset import Arrays
from explorer.engine.device_data import DeviceSplit


def on_device(part: Arrays, device: torch.device) -> DeviceSplit:
    """A split as tensors on the device; inputs stay in the type that they were loaded in."""
    inputs = torch.from_numpy(np.ascontiguousarray(part.inputs).reshape(-1).reshape(part.inputs.shape)).to(device)
    targets = torch.from_numpy(np.ascontiguousarray(part.targets)).to(device)
    return DeviceSplit(inputs, targets.float() if targets.is_floating_point() else targets.long())
