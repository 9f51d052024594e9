"""A network as the class that a teacher would write: its modules in `__init__`, the way through them in `forward`."""

from collections.abc import Callable, Iterator, Sequence
from textwrap import indent, wrap

from explorer.export.places import at_place
from models.code import INDENT, WIDTH, Call, Written, calls_in, written
from models.layer import CompositeSpec
from models.port import Port
from models.resolve import ResolvedBlock, ResolvedNetwork
from models.text import Text

Say = Callable[[Text], str]


def class_name(network: str) -> str:
    """The class of a network, such as "Generator"."""
    return network.capitalize()


def network_class(network: ResolvedNetwork, say: Say = str) -> str:
    """The class of a network, with places; where a block does not fit, a comment says why."""
    name, has_memory = class_name(network.name), network.context.has_encoder
    out = f" to {_port(network.out_port)}" if network.out_port else ""
    arguments = "self, x: Tensor, memory: Tensor" if has_memory else "self, x: Tensor"
    lines = [
        f"class {name}(nn.Module):",
        f'    """From {_port(network.in_port)}{out}: {network.num_params} parameters."""',
        "",
        "    def __init__(self) -> None:",
        "        super().__init__()",
        *(indent(_definition(block, network, say), 2 * INDENT) for block in network.blocks),
        "",
        f"    def forward({arguments}) -> Tensor:",
        *(indent(_use(block, has_memory), 2 * INDENT) for block in network.blocks),
        "        return x",
    ]
    return at_place("\n".join(lines), f"architecture.{network.name}")


def calls_of(network: ResolvedNetwork) -> Iterator[Call]:
    """Everything that the modules of a network are made by."""
    for block in network.flat():
        code = block_code(block, network)
        if code is not None:
            yield from calls_in(code)


def block_code(block: ResolvedBlock, network: ResolvedNetwork) -> Call | None:
    """What makes a block's module, with stacks inside as texts; None where its output cannot be told."""
    if block.in_port is None or block.out_port is None:
        return None
    if isinstance(block.layer, CompositeSpec):
        stacks = block.inner_stacks()
        return block.layer.code_around(lambda name: _stack(stacks[name], network), block.in_port, network.context)
    return block.layer.code(block.in_port, network.context)


def _definition(block: ResolvedBlock, network: ResolvedNetwork, say: Say) -> str:
    code, name = block_code(block, network), f"self.{_name(block)} = "
    problems = [found.problem for found in block.flat() if found.problem is not None]
    comments = [line for problem in problems for line in wrap(say(problem.message), WIDTH - 12)]
    text = f"{name}{written(code, room=len(name) + 2 * len(INDENT))}" if code else f"# {name}..."
    return at_place("\n".join([*(f"# {line}" for line in comments), text]), block.path)


def _use(block: ResolvedBlock, has_memory: bool) -> str:
    sees_memory = has_memory and (block.layer.needs_memory or isinstance(block.layer, CompositeSpec))
    line = f"x = self.{_name(block)}(x{', memory' if sees_memory else ''})"
    if block.out_port is None:
        return at_place(f"# {line}", block.path)
    return at_place(f"{line}  # {_shape(block.out_port)}", block.path)


def _stack(blocks: Sequence[ResolvedBlock], network: ResolvedNetwork) -> Written:
    lines = []
    for block in blocks:
        code = block_code(block, network)
        text = f"{written(code)}," if code else "# ..."
        shape = f"  # {_shape(block.out_port)}" if block.out_port else ""
        lines.append(at_place(indent(f"{text}{shape}", INDENT), block.path))
    return Written("\n".join(["[", *lines, "]"]) if lines else "[]")


def _name(block: ResolvedBlock) -> str:
    """A block's name in its class: its kind and its number as people count."""
    return f"{block.layer.kind}_{int(block.path.rpartition('.')[2]) + 1}"


def _port(port: Port) -> str:
    return f"{port.kind} of {_shape(port)}"


def _shape(port: Port) -> str:
    return " x ".join(str(size) for size in port.shape)
