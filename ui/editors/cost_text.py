"""What a block or a network costs, in words."""

from models.costs import Cost
from models.port import Port
from models.text import shown, shown_bytes
from ui.text import tr


def cost_facts(cost: Cost, batch_size: int) -> list[tuple[str, str]]:
    """Names and values: the operations of a sample's forward pass, and the memory of what is kept while training."""
    return [
        (tr("FLOPs"), shown(cost.flops)),
        (tr("Activations"), shown_bytes(cost.activation_bytes)),
        (tr("Activations × {count}", count=batch_size), shown_bytes(cost.activation_bytes * batch_size)),
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
