"""Which blocks of the canvas a phase lights up, and how: a pure function from where the run is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from models.resolve import ResolvedBlock, ResolvedNetwork
from ui.canvas.layout import Flow
from ui.run_place import RunPlace

SIGNS: Mapping[tuple[str, Flow], str] = {
    ("forward", "down"): "▼", ("forward", "across"): "▶", ("backward", "down"): "▲", ("backward", "across"): "◀",
    ("update", "down"): "Δ", ("update", "across"): "Δ", ("loss", "down"): "L", ("loss", "across"): "L",
}  # fmt: skip
COLORS = {"forward": "training", "backward": "backward"}  # loss and update are neither: they are as bright as text


@dataclass(frozen=True)
class Light:
    """What is active: a colour of the theme, and a sign that says the same without colour."""

    color: str
    sign: str


def light_of(phase: str, flow: Flow) -> Light | None:
    """How a phase shines; None between two steps."""
    return Light(COLORS.get(phase, "text"), SIGNS[phase, flow]) if (phase, flow) in SIGNS else None


def lit_blocks(place: RunPlace, networks: Sequence[ResolvedNetwork]) -> list[str]:
    """The paths of the blocks that have just been computed, or changed, in this phase.

    forward: the block that was computed last, or all where the phase went through in one. loss: the last block, whose
    output is compared. backward: all. update: those that learn. A block that an edit has put in place of the run's is
    not lit.
    """
    found = []
    for network in networks:
        if network.name in _networks_of(place):
            found += [block.path for block in network.flat() if _is_lit(block, place, network)]
    return found


def _networks_of(place: RunPlace) -> tuple[str, ...]:
    """Gradients flow from the decoder on into the encoder; the phase is called after the one where they begin."""
    is_both = place.phase == "backward" and place.network == "decoder"
    return ("encoder", "decoder") if is_both else (place.network,)


def _is_lit(block: ResolvedBlock, place: RunPlace, network: ResolvedNetwork) -> bool:
    match place.phase:
        case "forward" if place.block:
            return block.path == place.block and block.layer.label == place.label
        case "forward" | "backward":
            return True
        case "loss":
            return block is network.blocks[-1]
        case "update":
            return block.num_params > 0
        case _:
            return False
