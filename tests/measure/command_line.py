"""What every benchmark takes from the command line, and how it tells what it found."""

import argparse
import json
from typing import Any


def is_quick() -> bool:
    """Whether --quick was asked for on the command line: a first impression, in seconds."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--quick", action="store_true", help="a first impression, in seconds")
    quick: bool = parser.parse_args().quick
    return quick


def tell(result: dict[str, Any]) -> None:
    """Print what was measured, on the last line of the output."""
    print(json.dumps(result), flush=True)
