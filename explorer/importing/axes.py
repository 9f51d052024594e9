"""Whether the axes that imported code names are those of the features, as far as its blocks tell what flows."""

from collections.abc import Iterable
from typing import Any

from explorer.importing.reader import Block, Unreadable
from models.layers import LAYERS
from models.port import PORT_RANKS, PortKind

Kinds = frozenset[PortKind]

ALL: Kinds = frozenset(PORT_RANKS)
# Where a batch has its features; a vector has them in both places.
FEATURES_AT: dict[int, Kinds] = {1: frozenset({"image", "vector"}), -1: frozenset({"vector", "sequence"})}
RESHAPED: dict[int, PortKind] = {1: "vector", 2: "sequence", 3: "image"}
ACCEPTED: dict[str, Kinds] = {layer.model_fields["kind"].default: frozenset(layer.accepts) for layer in LAYERS}
GIVEN: dict[str, PortKind] = {
    **dict.fromkeys(("embedding", "patch_embedding"), "sequence"),
    **dict.fromkeys(("flatten", "global_avg_pool", "global_max_pool", "backbone"), "vector"),
    **dict.fromkeys(("mean_positions", "max_positions", "attention_pooling"), "vector"),
    "unflatten": "image",
}


def without_axes(blocks: Iterable[Block]) -> list[Block]:
    """The blocks without the `axis` along which some of them were told to work.

    Raises:
        Unreadable: when that cannot be the axis of the features.
    """
    return _followed(blocks, ALL)[0]


def _followed(blocks: Iterable[Block], kinds: Kinds) -> tuple[list[Block], Kinds]:
    """The blocks without axes, and what may flow after them when these kinds may flow before."""
    plain = []
    for block in blocks:
        kinds = (kinds & ACCEPTED[block["kind"]]) or ACCEPTED[block["kind"]]
        without: dict[str, Any] = {name: value for name, value in block.items() if name != "axis"}
        if "branches" in block:
            followed = [_followed(branch["blocks"], kinds) for branch in block["branches"]]
            without["branches"] = [{"blocks": inside} for inside, _ in followed]
            kinds = ALL.intersection(*(after for _, after in followed))
        elif "blocks" in block:
            without["blocks"], after = _followed(block["blocks"], kinds)
            kinds = after if block["kind"] == "repeat" else kinds & after
        if "axis" in block:
            kinds = kinds & FEATURES_AT[block["axis"]]
            if not kinds:
                raise Unreadable(f"{block['kind']} along dim={block['axis']}, where the features are not")
        plain.append(without)
        kinds = _given(block) or kinds
    return plain, kinds


def _given(block: Block) -> Kinds:
    """What a block gives for certain; nothing where that depends on what arrives."""
    kind = GIVEN.get(block["kind"])
    if block["kind"] == "recurrent":
        kind = "vector" if block["output"] == "last" else "sequence"
    if block["kind"] == "reshape":
        kind = RESHAPED.get(len(block["shape"]))
    return frozenset() if kind is None else frozenset({kind})
