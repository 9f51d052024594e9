"""What a block or a network costs, in words."""

from models.costs import Cost
from models.port import Port
from models.text import shown
from ui.text import tr

UNITS = ("B", "KB", "MB", "GB", "TB")


def cost_facts(cost: Cost, batch_size: int) -> list[tuple[str, str]]:
    """Names and values: the operations of a sample's forward pass, and the memory of what is kept while training."""
    return [
        (tr("FLOPs"), shown(cost.flops)),
        (tr("Activations"), memory_text(cost.activation_bytes)),
        (tr("Activations × {count}", count=batch_size), memory_text(cost.activation_bytes * batch_size)),
    ]


def cost_note() -> str:
    """What the figures mean."""
    return tr("FLOPs are of one sample; a multiply-add counts as 2. Activations are kept for every sample of a batch.")


def reach_text(cost: Cost, port: Port) -> str:
    """How much of the input of a network, which receives `port`, one place of the output sees."""
    if cost.reach is None:
        return tr("not defined")
    size = cost.reach.num_places
    if size is None:
        return tr("whole input")
    return tr("{shape} pixels", shape=(size, size)) if port.kind == "image" else tr("{count} positions", count=size)


def memory_text(num_bytes: int) -> str:
    """Bytes in a unit that leaves one to three digits before the point."""
    power = min((len(str(num_bytes)) - 1) // 3, len(UNITS) - 1)
    if power == 0:
        return f"{num_bytes} {UNITS[0]}"
    size = num_bytes / 1000**power
    return f"{size:.1f} {UNITS[power]}" if size < 1000 else f"{shown(round(size))} {UNITS[power]}"
