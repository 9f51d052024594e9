"""What a network costs for one sample: arithmetic, memory of what its blocks give, and how far its blocks see."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import reduce

from models.limits import BYTES_PER_VALUE
from models.port import Context
from models.reach import ONE_PLACE, Reach, farthest, through
from models.resolve import ResolvedBlock, ResolvedNetwork


@dataclass(frozen=True)
class Cost:
    """The cost of a block with all that is inside it, for one sample.

    `num_macs` counts the multiply-adds of matrix products and convolutions of a forward pass; work on single values,
    such as activations and normalisation, is left out. `num_values` counts what the block and those inside it give,
    with hidden layers and attention weights. `reach` is the receptive field in the network's input, None where it is
    not defined.
    """

    num_macs: int
    num_values: int
    reach: Reach | None

    @property
    def flops(self) -> int:
        """A multiply-add is two operations."""
        return 2 * self.num_macs

    @property
    def activation_bytes(self) -> int:
        """The memory of `num_values` in fp32, which training keeps until the gradients are known."""
        return BYTES_PER_VALUE * self.num_values


def costs(network: ResolvedNetwork) -> dict[str, Cost]:
    """The costs of all blocks by their paths; those whose output cannot be told have none."""
    start = None if network.in_port.kind == "vector" else ONE_PLACE  # a vector has no places beside one another
    return _after(start, _costs(network.blocks, network.context))


def total(network: ResolvedNetwork, known: dict[str, Cost]) -> Cost | None:
    """The cost of the whole network; None as long as not all is known."""
    if any(block.path not in known for block in network.blocks):
        return None
    return _sum([known[block.path] for block in network.blocks])


def num_values(blocks: Sequence[ResolvedBlock], context: Context) -> int:
    """What blocks give for one sample, with all that is inside them; those whose output cannot be told give nothing."""
    found = 0
    for block in blocks:
        if block.in_port is not None and block.out_port is not None:
            inside = block.num_copies * num_values(block.inner, context) if block.inner else 0
            found += block.out_port.size + inside + block.layer.num_inner_values(block.in_port, context)
    return found


def _costs(blocks: Sequence[ResolvedBlock], context: Context) -> dict[str, Cost]:
    """The costs of a stack and of all that is inside, with the reach in the stack's own input."""
    found: dict[str, Cost] = {}
    reach: Reach | None = ONE_PLACE
    for block in blocks:
        found |= _after(reach, _block_costs(block, context))
        if block.path not in found:
            break
        reach = found[block.path].reach
    return found


def _block_costs(block: ResolvedBlock, context: Context) -> dict[str, Cost]:
    """The costs of a block and of all that is inside, with the reach in its own input."""
    port, out_port, layer = block.in_port, block.out_port, block.layer
    stacks = block.inner_stacks()
    found: dict[str, Cost] = {}
    for stack in stacks.values():
        found |= _costs(stack, context)
    if port is None or out_port is None:
        return found
    if not stacks:
        num_values = out_port.size + layer.num_inner_values(port, context)
        return {block.path: Cost(layer.num_macs(port, context), num_values, layer.reach(port))}
    inside = _sum([found[inner.path] for inner in block.inner])
    once = farthest([found[stack[-1].path].reach if stack else ONE_PLACE for stack in stacks.values()])
    reach = reduce(through, [once] * block.num_copies)
    num_values = block.num_copies * inside.num_values + out_port.size
    return {**found, block.path: Cost(block.num_copies * inside.num_macs, num_values, reach)}


def _after(reach: Reach | None, found: dict[str, Cost]) -> dict[str, Cost]:
    """These costs with the reach through what comes before."""
    return {path: replace(cost, reach=through(reach, cost.reach)) for path, cost in found.items()}


def _sum(parts: Sequence[Cost]) -> Cost:
    reach = parts[-1].reach if parts else None
    return Cost(sum(part.num_macs for part in parts), sum(part.num_values for part in parts), reach)
