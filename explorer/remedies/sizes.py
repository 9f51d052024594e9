"""Remedies for sizes that are too large, or not known."""

from collections.abc import Iterator

from explorer.remedy import Attempt, Case
from models.resolve import ResolvedBlock

SIZES = ("units", "out_channels", "ff_units", "side", "factor", "layers", "length", "heads")
HALVINGS = 20


def for_too_large(case: Case) -> Iterator[Attempt]:
    """Half of a size, half of that, until it fits; of a network, a size of the block with the most parameters."""
    at_fault = case.blocks.get(case.place)
    if at_fault is not None:
        yield from _smaller(case, at_fault)
        yield case.remove(at_fault.path)
        return
    inside = [block for path, block in case.blocks.items() if path.startswith(f"{case.place}.") and not block.inner]
    for block in sorted(inside, key=lambda block: -block.num_params)[:2]:
        yield from _smaller(case, block)
        yield case.remove(block.path)


def for_size_unknown(case: Case) -> Iterator[Attempt]:
    """As many as there are values to tell, else a usual number."""
    sizes = [name for name in SIZES if getattr(case.block.layer, name, None) in ("classes", "vocabulary")]
    for name in sizes:
        yield case.choose(f"{case.place}.{name}", len(case.facts.value_names) or 1)
        yield case.choose(f"{case.place}.{name}", 64)


def for_batch_too_large(case: Case) -> Iterator[Attempt]:
    """As many samples as there are."""
    yield case.choose("training.batch_size", case.params["num_samples"])


def _smaller(case: Case, block: ResolvedBlock) -> Iterator[Attempt]:
    for name in SIZES:
        size = getattr(block.layer, name, None)
        for _ in range(HALVINGS):
            if not isinstance(size, int) or isinstance(size, bool) or size < 2:
                break
            size //= 2
            yield case.choose(f"{block.path}.{name}", size)
