"""Where the files that travel with the program lie: experiments, pictures, fonts, translations."""

from functools import cache
from pathlib import Path


@cache
def assets_folder() -> Path:
    """The assets folder: explorer/assets in an installed wheel, beside the packages in the source tree."""
    package = Path(__file__).resolve().parent
    installed = package / "assets"
    return installed if installed.is_dir() else package.parent / "assets"
