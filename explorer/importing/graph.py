"""From a traced module to a stack of blocks: what runs one after the other, around others, and side by side."""

import operator
from collections.abc import Callable
from typing import Any

import torch
from torch import fx, nn

from explorer.importing.reader import Block, Unreadable, activation
from explorer.importing.readers import blocks_of, is_known


class _Tracer(fx.Tracer):
    def is_leaf_module(self, module: nn.Module, name: str) -> bool:
        return is_known(module) or _has_stacks(module) or super().is_leaf_module(module, name)


class StackReader:
    """Reads the graph of a module. `missing` collects what has no block: its place in the module, and what it is."""

    def __init__(self, module: nn.Module) -> None:
        graph = _Tracer().trace(module)
        self._modules = dict(module.named_modules())
        self._inputs = [node for node in graph.nodes if node.op == "placeholder"]
        (self._output,) = (node for node in graph.nodes if node.op == "output")
        self.missing: list[tuple[str, str]] = []

    def blocks(self) -> list[Block]:
        """The blocks from the first input to the output."""
        return _joined(self._between(self._inputs[0], _only(self._output.args[0])))

    def _between(self, start: fx.Node, end: fx.Node) -> list[Block]:
        """What happens after `start`, up to `end` and with it."""
        steps: list[list[Block]] = []
        node = end
        while node is not start:
            if node.op == "placeholder":
                raise Unreadable(f"{end.name} does not come from {start.name} alone")
            before = self._before(node)
            steps.append(self._read(node, before))
            node = before
        return [block for step in reversed(steps) for block in step]

    def _before(self, node: fx.Node) -> fx.Node:
        """The node that all that flows into this one has passed last."""
        sources = _sources(node)
        if not sources:
            raise Unreadable(f"{node.name} ({_name_of(node)}) takes no input")
        if len(sources) == 1 or _takes_memory(node, self._modules, self._inputs):
            return sources[0]
        others = [self._path(source) for source in sources[1:]]
        shared = (one for one in self._path(sources[0]) if all(one in path for path in others))
        found = next(shared, None)
        if found is None:
            raise Unreadable(f"{node.name} ({_name_of(node)}) joins inputs of the network")
        return found

    def _path(self, node: fx.Node) -> list[fx.Node]:
        path = [node]
        while path[-1].op != "placeholder":
            path.append(self._before(path[-1]))
        return path

    def _read(self, node: fx.Node, before: fx.Node) -> list[Block]:
        try:
            if node.op == "call_module":
                module = self._modules[str(node.target)]
                found = self._stacks(module, str(node.target)) if _has_stacks(module) else blocks_of(module)
            else:
                found = self._joining(node, before) or _operation(node)
        except Unreadable as reason:
            return self._miss(node, f"{self._class_of(node)} ({reason})")
        return self._miss(node, self._class_of(node)) if found is None else found

    def _joining(self, node: fx.Node, before: fx.Node) -> list[Block] | None:
        """Several streams that become one: residual, skip, or parallel branches."""
        adds = node.target in (operator.add, operator.iadd, torch.add) or node.target == "add"
        if not adds and node.target not in (torch.cat, torch.concat):
            return None
        stacks = [self._between(before, source) for source in _sources(node)]
        if len(stacks) < 2:
            return None
        if not adds:
            _refuse_other_axis(node)
        if len(stacks) == 2 and not stacks[0]:
            return [{"kind": "residual" if adds else "skip", "blocks": _joined(stacks[1])}]
        if adds and len(stacks) == 2 and not stacks[1]:
            return [{"kind": "residual", "blocks": _joined(stacks[0])}]
        branches = [{"blocks": _joined(stack)} for stack in stacks]
        return [{"kind": "parallel", "join": "add" if adds else "concatenate", "branches": branches}]

    def _stacks(self, module: Any, place: str) -> list[Block]:
        """Our own parallel and repeat blocks, each of whose stacks is traced by itself."""
        if type(module).__name__ == "RepeatedStack":
            inside = self._inside(module.copies[0], f"{place}.copies.0")
            return [{"kind": "repeat", "n": 1 + len(module.copies), "blocks": inside}]
        stacks = [self._inside(branch, f"{place}.branches.{index}") for index, branch in enumerate(module.branches)]
        branches = [{"blocks": blocks} for blocks in stacks]
        return [{"kind": "parallel", "join": "add" if module.adds else "concatenate", "branches": branches}]

    def _inside(self, stack: nn.Module, place: str) -> list[Block]:
        reader = StackReader(stack)
        blocks = reader.blocks()
        self.missing.extend((f"{place}.{inside}", what) for inside, what in reader.missing)
        return blocks

    def _class_of(self, node: fx.Node) -> str:
        return type(self._modules[str(node.target)]).__name__ if node.op == "call_module" else _name_of(node)

    def _miss(self, node: fx.Node, what: str) -> list[Block]:
        self.missing.append((str(node.target) if node.op == "call_module" else node.name, what))
        return []


def _has_stacks(module: Any) -> bool:
    name = type(module).__name__
    return name == "ParallelStacks" or (name == "RepeatedStack" and len(module.copies) > 0)


def _operation(node: fx.Node) -> list[Block] | None:
    """The blocks of a function or a method that the module's forward calls."""
    name = _name_of(node)
    if name in _FUNCTIONS:
        return [activation(_FUNCTIONS[name])]
    read = _OPERATIONS.get(name)
    return None if read is None else read(node)


def _flatten(node: fx.Node) -> list[Block]:
    start = _argument(node, 1, "start_dim", 0)
    if start != 1:
        raise Unreadable(f"start_dim={start}")
    return [{"kind": "flatten"}]


def _view(node: fx.Node) -> list[Block]:
    """x.view(len(x), -1) flattens; x.view(-1, 3, 8, 8) and x.view(len(x), 3, 8, 8) take another shape."""
    shape = node.args[1] if isinstance(node.args[1], tuple | list) else node.args[1:]
    batch, *rest = shape
    if isinstance(batch, int) and batch != -1:
        raise Unreadable(f"a batch of {batch}")
    if rest == [-1]:
        return [{"kind": "flatten"}]
    if not all(isinstance(size, int) and size > 0 for size in rest):
        raise Unreadable("a shape that is computed")
    return [{"kind": "flatten"}] if len(rest) == 1 else [{"kind": "reshape", "shape": list(rest)}]


def _mean(node: fx.Node) -> list[Block]:
    axes = _argument(node, 1, "dim", None)
    axes = (axes,) if isinstance(axes, int) else tuple(axes or ())
    if _argument(node, 2, "keepdim", False):
        raise Unreadable("keepdim=True")
    match sorted(axes):
        case [2, 3] | [-2, -1]:
            return [{"kind": "global_avg_pool"}]
        case [1]:
            return [{"kind": "mean_positions"}]
        case _:
            raise Unreadable(f"dim={axes}")


def _max_pool(node: fx.Node) -> list[Block]:
    size, stride = _argument(node, 1, "kernel_size", 0), _argument(node, 2, "stride", None)
    return [{"kind": "max_pool2d", "kernel_size": size, "stride": "auto" if stride in (None, size) else stride}]


def _dropout(node: fx.Node) -> list[Block]:
    return [{"kind": "dropout", "probability": _argument(node, 1, "p", 0.5)}]


def _item(node: fx.Node) -> list[Block]:
    """Parts of what a recurrent module gives: `x, _ = lstm(x)`, then `x[:, -1]`."""
    index = node.args[1]
    if index == 0:
        return []
    everything = slice(None, None, None)
    if isinstance(index, tuple) and index[:2] == (everything, -1) and set(map(str, index[2:])) <= {str(everything)}:
        return [{"kind": LAST_POSITION}]
    raise Unreadable(f"[{index}]")


SIDES = ("channels", "height", "width")
LAST_POSITION = "last position"  # no block: it belongs to the recurrent block before it


def _joined(blocks: list[Block]) -> list[Block]:
    """Blocks that belong together as one: the last position is the recurrent block's output, a reshape flattens too.

    Raises:
        Unreadable: when the last position is taken from anything else.
    """
    joined: list[Block] = []
    for block in blocks:
        last = joined[-1] if joined else {}
        if block["kind"] in ("reshape", "unflatten") and last.get("kind") == "flatten":
            joined[-1] = {"kind": "reshape", "shape": block.get("shape") or [block[side] for side in SIDES]}
        elif block["kind"] != LAST_POSITION:
            joined.append(block)
        elif last.get("kind") == "recurrent" and not last["bidirectional"]:
            joined[-1] = {**last, "output": "last"}
        else:
            raise Unreadable("the last position of something that is no recurrent module of one direction")
    return joined


def _refuse_other_axis(node: fx.Node) -> None:
    axis = _argument(node, 1, "dim", 0)
    if axis not in (1, -1):
        raise Unreadable(f"dim={axis}")


def _sources(node: fx.Node) -> list[fx.Node]:
    """What flows into a node, without learned numbers and what is only asked for its size."""
    return [source for source in node.all_input_nodes if source.op != "get_attr" and not _is_size(source)]


def _is_size(node: fx.Node) -> bool:
    if node.target in ("size", "dim") or node.target in (getattr, len):
        return True
    return node.target is operator.getitem and _is_size(node.all_input_nodes[0])


def _takes_memory(node: fx.Node, modules: dict[str, nn.Module], inputs: list[fx.Node]) -> bool:
    """Whether a module looks at the encoder's output, which is an input of its own."""
    return node.op == "call_module" and len(inputs) > 1 and inputs[1] in node.all_input_nodes


def _name_of(node: fx.Node) -> str:
    return node.target if isinstance(node.target, str) else getattr(node.target, "__name__", str(node.target))


def _argument(node: fx.Node, index: int, name: str, default: object) -> Any:
    return node.args[index] if len(node.args) > index else node.kwargs.get(name, default)


def _only(value: object) -> fx.Node:
    if not isinstance(value, fx.Node):
        raise Unreadable("more than one output")
    return value


_FUNCTIONS = {name: name for name in ("relu", "elu", "gelu", "silu", "tanh", "sigmoid", "softmax")} | {"relu_": "relu"}
_OPERATIONS: dict[str, Callable[[fx.Node], list[Block]]] = {
    "flatten": _flatten,
    "view": _view,
    "reshape": _view,
    "mean": _mean,
    "max_pool2d": _max_pool,
    "boolean_dispatch": _max_pool,
    "dropout": _dropout,
    "getitem": _item,
    "contiguous": lambda node: [],
}
