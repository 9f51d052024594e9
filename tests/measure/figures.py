"""How measured values are summed up, printed beside their targets, and judged."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt


def spread(seconds: Sequence[float] | npt.NDArray[np.float64]) -> dict[str, float]:
    """Median, 99th percentile and greatest, in milliseconds."""
    milliseconds = np.asarray(seconds) * 1e3
    return {
        "p50": round(float(np.percentile(milliseconds, 50)), 2),
        "p99": round(float(np.percentile(milliseconds, 99)), 2),
        "max": round(float(milliseconds.max()), 2),
    }


class Verdicts:
    """Prints every figure with its target as it comes; in the end names all that were missed at once."""

    def __init__(self) -> None:
        self._missed: list[str] = []

    def at_most(self, what: str, value: float, target: float) -> None:
        """The value shall not be greater than its target."""
        self._tell(what, value, f"<= {target:g}", value <= target)

    def at_least(self, what: str, value: float, target: float) -> None:
        """The value shall not be less than its target."""
        self._tell(what, value, f">= {target:g}", value >= target)

    def check(self) -> None:
        """Raises an AssertionError that names every target that was missed."""
        assert not self._missed, "; ".join(self._missed)

    def _tell(self, what: str, value: float, target: str, is_met: bool) -> None:
        line = f"{what}: {value:.4g} (target {target})"
        print(f"{line}{'' if is_met else '  MISSED'}", flush=True)
        if not is_met:
            self._missed.append(line)
