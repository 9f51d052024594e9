"""Weights that others have trained: read from torch's folder for them, and fetched there when they are missing."""

import re
import time
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from urllib.request import urlopen
from uuid import uuid4

import torch
from torch import nn

from models.problem import Misfit
from models.problems import WEIGHTS_DAMAGED, WEIGHTS_MISSING

TIMEOUT_S = 20  # without a single byte
CHUNK = 1 << 20
ABANDONED_S = 3600.0


def read_weights(module: nn.Module, url: str) -> None:
    """Give a module the weights of the file that has the url's last name; what the file has beyond it is left out.

    The file lies in torch's folder for such weights, `torch.hub.get_dir()`/checkpoints, and only tensors are read.

    Raises:
        Misfit: when the file is not there and cannot be fetched, or is not what it should be.
    """
    file = Path(torch.hub.get_dir()) / "checkpoints" / url.rpartition("/")[2]
    try:
        if not file.is_file():
            _fetch(url, file)
    except OSError as cause:
        reason = str(getattr(cause, "reason", cause))
        raise Misfit(WEIGHTS_MISSING, file=file.name, folder=str(file.parent), cause=reason) from cause
    try:
        weights = torch.load(file, map_location="cpu", weights_only=True)
        own = module.state_dict()
        module.load_state_dict({name: value for name, value in weights.items() if name in own})
    except Exception as cause:  # whatever a damaged file makes torch say
        reason = (str(cause).splitlines() or [type(cause).__name__])[0]
        raise Misfit(WEIGHTS_DAMAGED, file=str(file), cause=reason) from cause


def _sweep(file: Path) -> None:
    """Remove what a killed process left of it; what another one is still writing is not that old."""
    for part in file.parent.glob(f".{file.name}.*.part"):
        with suppress(OSError):
            if time.time() - part.stat().st_mtime > ABANDONED_S:
                part.unlink()


def _fetch(url: str, file: Path) -> None:
    """Download under a name that no other process has; the file's own name holds the beginning of its checksum."""
    file.parent.mkdir(parents=True, exist_ok=True)
    _sweep(file)
    part, digest = file.with_name(f".{file.name}.{uuid4().hex}.part"), sha256()
    try:
        with urlopen(url, timeout=TIMEOUT_S) as answer, part.open("xb") as out:
            while chunk := answer.read(CHUNK):
                digest.update(chunk)
                out.write(chunk)
        wanted = re.search(r"-([0-9a-f]{8,})\.", file.name)
        if wanted and not digest.hexdigest().startswith(wanted[1]):
            raise OSError("what arrived has another checksum")
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)
