"""Runs exported scripts where this program cannot be imported: python -I -S run_scripts.py SITE_PACKAGES STEPS FILE ...

What each prints goes into a file of its name beside it. Without site's own start (-S) an editable installation is not
on the path; site-packages is put there by hand, for torch.
"""

import contextlib
import importlib
import runpy
import sys
from pathlib import Path


def main(site_packages: str, steps: str, *scripts: str) -> None:
    sys.path.append(site_packages)
    for module in ("explorer.spec", "models.spec", "ui.app"):
        with contextlib.suppress(ModuleNotFoundError):
            importlib.import_module(module)
            sys.exit(f"{module} can be imported here, so this is no clean environment")
    for script in scripts:
        sys.argv = [script, "--steps", steps]
        with Path(script).with_suffix(".txt").open("w") as printed, contextlib.redirect_stdout(printed):
            runpy.run_path(script, run_name="__main__")


if __name__ == "__main__":
    main(*sys.argv[1:])
