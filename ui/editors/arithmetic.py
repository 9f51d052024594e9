"""How a block's number of parameters comes about, written out: 3 × 3 × 1 × 16 + 16 = 160."""

from models.layers.parallel import Parallel
from models.layers.skip import Skip
from models.port import Context, Port
from models.products import Product
from models.resolve import ResolvedBlock
from models.text import shown


def arithmetic(block: ResolvedBlock, context: Context) -> str:
    """The sum of products that gives the block's parameters; "" where there is nothing to show."""
    port = block.in_port
    if port is None or not block.num_params:
        return ""
    products = block.layer.products(port, context) or _of_blocks_inside(block)
    if not products:
        return ""
    return f"{' + '.join(_written(product) for product in products)} = {shown(block.num_params)}"


def side_by_side(block: ResolvedBlock) -> str:
    """How the features of a block that puts outputs side by side come about; "" for any other block."""
    port = block.in_port
    stacks = [tuple(inner) for inner in block.inner_stacks().values()]
    match block.layer:
        case Skip():
            ports = [port, *(_out(inner, port) for inner in stacks)]
        case Parallel(join="concatenate"):
            ports = [_out(inner, port) for inner in stacks]
        case _:
            return ""
    if block.out_port is None:
        return ""
    features = " + ".join(shown(out.features) for out in ports if out is not None)
    return f"{features} = {shown(block.out_port.features)}"


def _out(blocks: tuple[ResolvedBlock, ...], port: Port | None) -> Port | None:
    return blocks[-1].out_port if blocks else port


def _written(product: Product) -> str:
    sums = (factor if isinstance(factor, int) else f"({' + '.join(map(shown, factor))})" for factor in product)
    return " × ".join(shown(factor) for factor in sums)


def _of_blocks_inside(block: ResolvedBlock) -> list[Product]:
    """What the blocks inside have, times their copies; nothing where that is a single number."""
    parts = tuple(inner.num_params for inner in block.inner if inner.num_params)
    if block.num_copies > 1:
        return [(block.num_copies, parts if len(parts) > 1 else parts[0])]
    return [(part,) for part in parts] if len(parts) > 1 else []
