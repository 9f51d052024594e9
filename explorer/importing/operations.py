"""What functions and methods in a module's forward do: read like the module that does the same, or as blocks."""

import operator
from collections.abc import Callable
from typing import Any

from torch import fx, nn

from explorer.importing.reader import Block, Unreadable, refuse_unless

LAST_POSITION = "last position"  # no block: it belongs to the recurrent block before it


def bound(read: Callable[..., Any], node: fx.Node) -> Any:
    """What a reader gives for the arguments of a call.

    Raises:
        Unreadable: when it does not know them.
    """
    try:
        return read(*node.args, **node.kwargs)
    except (TypeError, ValueError):
        raise Unreadable("with these arguments") from None


def _view(_: fx.Node, *sizes: Any) -> list[Block]:
    """x.view(len(x), -1) flattens; x.view(-1, 3, 8, 8) and x.view(len(x), 3, 8, 8) take another shape."""
    batch, *rest = sizes[0] if isinstance(sizes[0], tuple | list) else sizes
    refuse_unless(batch == -1 or _is_batch_size(batch), f"a batch of {batch}")
    if rest == [-1]:
        return [{"kind": "flatten"}]
    refuse_unless(all(isinstance(size, int) and size > 0 for size in rest), "a shape that is computed")
    return [{"kind": "flatten"}] if len(rest) == 1 else [{"kind": "reshape", "shape": list(rest)}]


def _mean(_: fx.Node, dim: Any = (), keepdim: bool = False) -> list[Block]:
    refuse_unless(not keepdim, "keepdim=True")
    match sorted((dim,) if isinstance(dim, int) else dim):
        case [2, 3] | [-2, -1]:
            return [{"kind": "global_avg_pool"}]
        case [1]:
            return [{"kind": "mean_positions"}]
        case _:
            raise Unreadable(f"dim={dim}")


def _item(_: fx.Node, index: Any) -> list[Block]:
    """The last position of what a recurrent module gives: `x, _ = lstm(x)`, then `x[:, -1]`."""
    everything = slice(None, None, None)
    if isinstance(index, tuple) and index[:2] == (everything, -1) and set(map(str, index[2:])) <= {str(everything)}:
        return [{"kind": LAST_POSITION}]
    raise Unreadable(f"[{index}]")


def _sum(x: object, other: object) -> tuple[tuple[object, object], None]:
    return (x, other), None


def _beside(tensors: Any, dim: int = 0) -> tuple[tuple[object, ...], int]:
    refuse_unless(dim in (1, -1), f"dim={dim}")
    return tuple(tensors), dim


def _softmax(_: fx.Node, dim: Any = None, _stacklevel: int = 3, dtype: None = None) -> nn.Module:
    refuse_unless(dtype is None, f"dtype={dtype}")
    return nn.Softmax(dim)


def is_size(node: fx.Node) -> bool:
    """Whether a node asks for nothing but a size."""
    if node.target in ("size", "dim") or node.target in (getattr, len):
        return True
    return node.target is operator.getitem and is_size(node.all_input_nodes[0])


def _is_batch_size(value: object) -> bool:
    """Whether it is len(x), x.size(0), x.shape[0] or the like."""
    if not isinstance(value, fx.Node) or not is_size(value):
        return False
    return value.target is len or (value.target in ("size", operator.getitem) and value.args[1:] == (0,))


def name_of(node: fx.Node) -> str:
    """What a function or method is called, without where it is from."""
    return node.target if isinstance(node.target, str) else getattr(node.target, "__name__", str(node.target))


JOINS: dict[str, Callable[..., Any]] = {
    **dict.fromkeys(("add", "iadd"), _sum),
    **dict.fromkeys(("cat", "concat"), _beside),
}
# Functions and methods that do what a module does, and are read like it.
MODULES: dict[str, Callable[..., nn.Module]] = {
    "relu": lambda _, inplace=False: nn.ReLU(),
    "relu_": lambda _: nn.ReLU(),
    "leaky_relu": lambda _, negative_slope=0.01, inplace=False: nn.LeakyReLU(negative_slope),
    "elu": lambda _, alpha=1.0, inplace=False: nn.ELU(alpha),
    "gelu": lambda _, *, approximate="none": nn.GELU(approximate),
    "silu": lambda _, inplace=False: nn.SiLU(),
    "tanh": lambda _: nn.Tanh(),
    "sigmoid": lambda _: nn.Sigmoid(),
    "softmax": _softmax,
    "dropout": lambda _, p=0.5, training=True, inplace=False: nn.Dropout(p if training else 0.0),
    "flatten": lambda _, start_dim=0, end_dim=-1: nn.Flatten(start_dim, end_dim),
    "max_pool2d": lambda _, *sizes, **settings: nn.MaxPool2d(*sizes, **settings),
    "avg_pool2d": lambda _, *sizes, **settings: nn.AvgPool2d(*sizes, **settings),
}
OPERATIONS: dict[str, Callable[..., list[Block]]] = {
    "view": _view,
    "reshape": _view,
    "mean": _mean,
    "getitem": _item,
    "contiguous": lambda _: [],
}
