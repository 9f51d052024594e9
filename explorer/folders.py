"""Where data, runs and settings lie: platform folders, each to be overridden by an environment variable."""

import os
from pathlib import Path

from platformdirs import user_cache_path, user_config_path, user_data_path

PROGRAM = "neural-explorer"


def data_folder() -> Path:
    """Where datasets lie, laid out as torchvision's root; NEURAL_EXPLORER_DATA overrides it. It may be absent."""
    return _overridden("NEURAL_EXPLORER_DATA") or user_data_path(PROGRAM, appauthor=False) / "data"


def runs_folder() -> Path:
    """Where runs are kept; NEURAL_EXPLORER_RUNS overrides it. It may be absent."""
    return _overridden("NEURAL_EXPLORER_RUNS") or user_data_path(PROGRAM, appauthor=False) / "runs"


def config_folder() -> Path:
    """Where settings and autosaved experiments lie; NEURAL_EXPLORER_CONFIG overrides it. It may be absent."""
    return _overridden("NEURAL_EXPLORER_CONFIG") or user_config_path(PROGRAM, appauthor=False)


def cache_folder() -> Path:
    """Where lies what can be made again; NEURAL_EXPLORER_CACHE overrides it. It may be absent."""
    return _overridden("NEURAL_EXPLORER_CACHE") or user_cache_path(PROGRAM, appauthor=False)


def _overridden(variable: str) -> Path | None:
    text = os.environ.get(variable, "")
    return Path(text).expanduser().absolute() if text else None
