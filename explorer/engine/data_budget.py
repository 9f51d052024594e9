"""How much memory the data of a run may take on the device: a matter of the machine, which changes no number."""

import os

import psutil
import torch

from explorer.problems import DATA_BUDGET_WRONG
from models.problem import InputError

VARIABLE = "NEURAL_EXPLORER_DATA_MB"
SHARE = 0.5  # of what is free now; the rest is for the networks, their gradients and other programs


def data_budget(device: torch.device) -> int:
    """Bytes: what the person has set in the environment, else half of what is free on the device.

    Raises:
        InputError: when what is set is no number.
    """
    wish = os.environ.get(VARIABLE, "")
    if not wish:
        return int(_free_bytes(device) * SHARE)
    try:
        megabytes = float(wish)
    except ValueError:
        megabytes = -1.0
    if not 0 <= megabytes < 1e12:
        raise InputError((DATA_BUDGET_WRONG.at("device", variable=VARIABLE, value=wish),))
    return int(megabytes * 1e6)


def _free_bytes(device: torch.device) -> int:
    if device.type == "cuda":
        return torch.cuda.mem_get_info(device)[0]
    if device.type == "mps":
        return torch.mps.recommended_max_memory() - torch.mps.driver_allocated_memory()
    return int(psutil.virtual_memory().available)
