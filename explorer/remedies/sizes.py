"""Remedies for sizes that are too large, or not known."""

from collections.abc import Iterator

from explorer.remedy import Attempt, Case
from models.resolve import ResolvedBlock

SIZES = ("units", "out_channels", "ff_units", "side", "factor", "layers", "length", "heads", "n")
HALVINGS = 20


def for_too_large(case: Case) -> Iterator[Attempt]:
    """Half of a size, half of that, until it fits; of a network, a size of the block with the most parameters."""
    at_fault = case.blocks.get(case.place)
    if at_fault is not None:
        yield from _smaller(case, at_fault)
        yield case.remove(at_fault.path)
        return
    inside = [block for path, block in case.blocks.items() if path.startswith(f"{case.place}.")]
    order = _most_runs if "num_runs" in case.params else _most_params
    for block in sorted(inside, key=order)[:3]:
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


def for_heavy_batch(case: Case) -> Iterator[Attempt]:
    """Half of the batch, half of that, until it fits; else smaller blocks."""
    size = case.experiment.training.batch_size
    while size > 1:
        size //= 2
        yield case.choose("training.batch_size", size)
    for block in sorted(case.blocks.values(), key=lambda block: -(block.out_port.size if block.out_port else 0))[:2]:
        yield from _smaller(case, block)


def _most_runs(block: ResolvedBlock) -> int:
    return -block.num_copies


def _most_params(block: ResolvedBlock) -> int:
    return -block.num_params


def _smaller(case: Case, block: ResolvedBlock) -> Iterator[Attempt]:
    for name in SIZES:
        size = getattr(block.layer, name, None)
        for _ in range(HALVINGS):
            if not isinstance(size, int) or isinstance(size, bool) or size < 2:
                break
            size //= 2
            yield case.choose(f"{block.path}.{name}", size)
