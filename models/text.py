"""Sentences for people: an English template with named parameters, translated only where it is shown."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

THIN_SPACE = "\u202f"
BYTE_UNITS = ("B", "KB", "MB", "GB", "TB")


@dataclass(frozen=True)
class Text:
    """A template such as "expects {expected} inputs" and the values that fill it."""

    source: str
    params: Mapping[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "params", MappingProxyType(dict(self.params)))

    def __str__(self) -> str:
        return fill(self.source, self.params)

    def __reduce__(self) -> tuple[type["Text"], tuple[str, dict[str, object]]]:
        """A mapping proxy cannot be pickled; texts cross the pipe between the two processes."""
        return Text, (self.source, dict(self.params))


def fill(template: str, params: Mapping[str, object]) -> str:
    """Put the values into the template; integers in groups of three, shapes with a multiplication sign."""
    return template.format(**{name: shown(value) for name, value in params.items()})


def shown(value: object) -> str:
    """One value as people read it: 4096 -> "4 096" (thin space), (64, 8, 8) -> "64 × 8 × 8"."""
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, int):
        return f"{value:,}".replace(",", THIN_SPACE)
    if isinstance(value, float):
        return f"{value:.6g}"
    if isinstance(value, tuple):
        return " × ".join(shown(item) for item in value)
    return str(value)


def shown_bytes(num_bytes: int) -> str:
    """Memory in a unit that leaves one to three digits before the point."""
    power = min((len(str(num_bytes)) - 1) // 3, len(BYTE_UNITS) - 1)
    if power == 0:
        return f"{num_bytes} {BYTE_UNITS[0]}"
    size = num_bytes / 1000**power
    return f"{size:.1f} {BYTE_UNITS[power]}" if size < 1000 else f"{shown(round(size))} {BYTE_UNITS[power]}"


def clock(seconds: float) -> str:
    """Seconds as people read a clock: 81 -> "1:21", 3725 -> "1:02:05"."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"
