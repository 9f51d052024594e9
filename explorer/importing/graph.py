"""From a traced module to a stack of blocks: what runs one after the other, around others, and side by side."""

from typing import Any

from torch import fx, nn

from explorer.importing.axes import without_axes
from explorer.importing.operations import JOINS, LAST_POSITION, MODULES, OPERATIONS, bound, is_size, name_of
from explorer.importing.reader import Block, Unreadable, refuse_unless
from explorer.importing.readers import blocks_of, is_known

SIDES = ("channels", "height", "width")
TAKE_MEMORY = ("DecoderLayer", "ParallelStacks", "RepeatedStack")
MASKS = {"TransformerEncoderLayer": "src_mask", "TransformerEncoder": "mask"}


class _Tracer(fx.Tracer):
    def is_leaf_module(self, module: nn.Module, name: str) -> bool:
        return is_known(module) or _has_stacks(module) or super().is_leaf_module(module, name)


class StackReader:
    """Reads the graph of a module. `missing` collects what has no block: its place in the module, and what it is."""

    def __init__(self, module: nn.Module) -> None:
        module.train()  # what a forward does in training only has to be in its graph
        graph = _Tracer().trace(module)
        self._modules = dict(module.named_modules())
        self._inputs = [node for node in graph.nodes if node.op == "placeholder"]
        (self._output,) = (node for node in graph.nodes if node.op == "output")
        self.missing: list[tuple[str, str]] = []

    def blocks(self) -> list[Block]:
        """The blocks from the first input to the output; the axes are only looked at where nothing is missing."""
        blocks = self._whole()
        return blocks if self.missing else without_axes(blocks)

    def _whole(self) -> list[Block]:
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
            raise Unreadable(f"{node.name} ({name_of(node)}) takes no input")
        if len(sources) == 1 or node.op == "call_module":  # what else a module is given is told by _called
            return sources[0]
        others = [self._path(source) for source in sources[1:]]
        shared = (one for one in self._path(sources[0]) if all(one in path for path in others))
        found = next(shared, None)
        if found is None:
            raise Unreadable(f"{node.name} ({name_of(node)}) joins inputs of the network")
        return found

    def _path(self, node: fx.Node) -> list[fx.Node]:
        path = [node]
        while path[-1].op != "placeholder":
            path.append(self._before(path[-1]))
        return path

    def _read(self, node: fx.Node, before: fx.Node) -> list[Block]:
        try:
            if node.op == "call_module":
                found = self._called(node)
            elif name_of(node) in JOINS:
                found = self._joining(node, before)
            else:
                found = self._operation(node)
        except Unreadable as reason:
            return self._miss(node, f"{self._class_of(node)} ({reason})")
        return self._miss(node, self._class_of(node)) if found is None else found

    def _called(self, node: fx.Node) -> list[Block] | None:
        """The blocks of a module that receives nothing but what flows, and the encoder's output where it takes that."""
        module = self._modules[str(node.target)]
        found = self._stacks(module, str(node.target)) if _has_stacks(module) else blocks_of(module)
        if found and _is_causal(node, module):
            return [{**block, "causal": True} if block["kind"] == "encoder_block" else block for block in found]
        memory = self._inputs[1:2] if type(module).__name__ in TAKE_MEMORY else []
        others = [
            value for value in (*node.args[1:], *node.kwargs.values()) if value is not None and value is not False
        ]
        refuse_unless(others in ([], memory), "called with more than its input")
        return found

    def _joining(self, node: fx.Node, before: fx.Node) -> list[Block] | None:
        """Several streams that become one: residual, skip, or parallel branches."""
        streams, axis = bound(JOINS[name_of(node)], node)
        if len(streams) < 2 or not set(streams) <= set(_sources(node)):
            return None
        stacks = [self._between(before, stream) for stream in streams]
        adds, along = axis is None, {} if axis is None else {"axis": axis}
        if len(stacks) == 2 and not stacks[0]:
            return [{"kind": "residual" if adds else "skip", **along, "blocks": _joined(stacks[1])}]
        if adds and len(stacks) == 2 and not stacks[1]:
            return [{"kind": "residual", "blocks": _joined(stacks[0])}]
        branches = [{"blocks": _joined(stack)} for stack in stacks]
        return [{"kind": "parallel", **along, "join": "add" if adds else "concatenate", "branches": branches}]

    def _operation(self, node: fx.Node) -> list[Block] | None:
        """The blocks of a function or a method that the module's forward calls."""
        name = name_of(node)
        if name == "getitem" and node.args[1] == 0 and isinstance(self._module(node.args[0]), nn.RNNBase):
            return []
        if name in OPERATIONS:
            blocks: list[Block] = bound(OPERATIONS[name], node)
            return blocks
        if name not in MODULES:
            return None
        computed = any(isinstance(value, fx.Node) for value in (*node.args[1:], *node.kwargs.values()))
        refuse_unless(not computed, "settings that are computed")
        return blocks_of(bound(MODULES[name], node))

    def _module(self, node: object) -> nn.Module | None:
        """The module whose answer this is, if it is one's."""
        return self._modules.get(str(node.target)) if isinstance(node, fx.Node) and node.op == "call_module" else None

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
        blocks = reader._whole()
        self.missing.extend((f"{place}.{inside}", what) for inside, what in reader.missing)
        return blocks

    def _class_of(self, node: fx.Node) -> str:
        return type(self._modules[str(node.target)]).__name__ if node.op == "call_module" else name_of(node)

    def _miss(self, node: fx.Node, what: str) -> list[Block]:
        self.missing.append((str(node.target) if node.op == "call_module" else node.name, what))
        return []


def _has_stacks(module: Any) -> bool:
    """Whether it is one of our own blocks with stacks inside, and no other class of that name."""
    match type(module).__name__:
        case "ParallelStacks":
            return hasattr(module, "adds")
        case "RepeatedStack":
            return len(getattr(module, "copies", ())) > 0
        case _:
            return False


def _is_causal(node: fx.Node, module: object) -> bool:
    """Whether torch's encoder is called with a mask that is said to be the causal one."""
    mask = MASKS.get(type(module).__name__, "")
    given = dict(zip(("x", mask, "other"), node.args, strict=False)) | node.kwargs
    return given.keys() == {"x", mask, "is_causal"} and given["is_causal"] is True


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


def _sources(node: fx.Node) -> list[fx.Node]:
    """What flows into a node, without learned numbers and what is only asked for its size."""
    return [source for source in node.all_input_nodes if source.op != "get_attr" and not is_size(source)]


def _only(value: object) -> fx.Node:
    if not isinstance(value, fx.Node):
        raise Unreadable("more than one output")
    return value
