"""The devices that can train on this machine, and the one that a person asked for."""

import torch

from explorer.engine.threads import num_cores
from explorer.events import Device
from explorer.problems import DEVICE_ABSENT, DEVICE_FAILED, PRECISION_ABSENT
from models.problem import InputError


def list_devices() -> tuple[Device, ...]:
    """Every device, best first: CUDA devices with their memory, MPS, and always the processor."""
    indices = range(torch.cuda.device_count())
    found = [device for index in indices if (device := _cuda_device(index)) is not None]
    if torch.backends.mps.is_available():
        found.append(Device("mps", "Apple GPU (mps)", torch.mps.recommended_max_memory()))
    return (*found, Device("cpu", f"Processor ({num_cores()} threads)"))


def pick(wish: str) -> torch.device:
    """The device of that name, after a first tiny computation on it; "auto" takes the best one that works.

    Raises:
        InputError: when there is no such device, or it fails.
    """
    ids = [device.id for device in list_devices()]
    if wish == "auto":
        return _first_that_works(ids)
    wanted = "cuda:0" if wish == "cuda" else wish
    if wanted not in ids:
        raise InputError((DEVICE_ABSENT.at("device", device=wish, devices=", ".join(ids)),))
    return _tried(wanted)


def refuse_precision(device: torch.device, precision: str) -> None:
    """Do nothing where the device can compute in that precision.

    Raises:
        InputError: when it cannot.
    """
    if precision == "bf16" and not _has_bfloat16(device):
        raise InputError((PRECISION_ABSENT.at("training.precision", device=str(device)),))


def _has_bfloat16(device: torch.device) -> bool:
    """Whether a product of matrices comes out in bfloat16; graphics cards that only imitate it do not count."""
    if device.type == "cuda" and not torch.cuda.is_bf16_supported(including_emulation=False):
        return False
    ones = torch.ones(2, 2, device=device)
    try:
        with torch.autocast(device.type, torch.bfloat16):
            return (ones @ ones).dtype == torch.bfloat16
    except (RuntimeError, TypeError):
        return False


def _first_that_works(ids: list[str]) -> torch.device:
    for name in ids[:-1]:
        try:
            return _tried(name)
        except InputError:
            continue
    return _tried(ids[-1])


def _tried(name: str) -> torch.device:
    """The device, once it has multiplied two small matrices there and back."""
    device = torch.device(name)
    try:
        ones = torch.ones(2, 2, device=device)
        (ones @ ones).sum().item()
    except (RuntimeError, AssertionError, NotImplementedError) as error:
        cause = (str(error).splitlines() or [type(error).__name__])[0]
        raise InputError((DEVICE_FAILED.at("device", device=name, cause=cause),)) from error
    return device


def _cuda_device(index: int) -> Device | None:
    """One CUDA device; None where its driver counts it and cannot reach it, as after a machine has slept."""
    try:
        properties = torch.cuda.get_device_properties(index)
    except (RuntimeError, AssertionError):
        return None
    return Device(f"cuda:{index}", f"{properties.name} (cuda:{index})", properties.total_memory)
