"""Where things stand on the canvas: nothing overlaps, nothing is lost, everything flows one way."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from models.layer import LayerSpec
from models.layers.activation import Activation
from models.layers.dense import Dense
from models.layers.residual import Residual
from models.layers.skip import Skip
from models.network import EncoderDecoder, Gan, NetworkSpec, Single
from models.port import DataPorts, Port
from models.resolve import resolve
from ui.canvas.geometry import lay_out
from ui.canvas.layout import Box, Flow, Layout

DATA = DataPorts(Port("vector", (8,)), num_classes=3)
PLAIN = st.sampled_from([Dense(units=8), Activation()])
FLOWS: st.SearchStrategy[Flow] = st.sampled_from(["down", "across"])


def blocks(depth: int = 2) -> st.SearchStrategy[tuple[LayerSpec, ...]]:
    if depth == 0:
        return st.lists(PLAIN, max_size=3).map(tuple)
    inner = st.builds(lambda kind, inside: kind(blocks=inside), st.sampled_from([Residual, Skip]), blocks(depth - 1))
    return st.lists(PLAIN | inner, max_size=4).map(tuple)


ARCHITECTURES = st.one_of(
    blocks().map(lambda stack: Single(network=NetworkSpec(blocks=stack))),
    st.builds(
        lambda one, other: Gan(generator=NetworkSpec(blocks=one), discriminator=NetworkSpec(blocks=other)),
        blocks(1),
        blocks(1),
    ),
    st.builds(
        lambda one, other: EncoderDecoder(encoder=NetworkSpec(blocks=one), decoder=NetworkSpec(blocks=other)),
        blocks(1),
        blocks(1),
    ),
)


def laid_out(architecture: Single | Gan | EncoderDecoder, flow: Flow, **options: bool) -> Layout:
    return lay_out(tuple(resolve(architecture, DATA).networks.values()), flow, **options)  # type: ignore[arg-type]


@given(ARCHITECTURES, FLOWS, st.booleans(), st.booleans())
def test_every_block_has_its_own_place(
    architecture: Single | Gan | EncoderDecoder, flow: Flow, pictures: bool, is_watched: bool
) -> None:
    layout = laid_out(architecture, flow, pictures=pictures, is_watched=is_watched)
    networks = resolve(architecture, DATA).networks.values()
    paths = {block.path for network in networks for block in network.flat()}
    placed = {card.path for card in layout.cards if card.block} | {frame.path for frame in layout.frames}
    placed |= {block.path for card in layout.cards for block in card.attached}
    assert placed == paths
    room = Box(0, 0, *layout.size)
    for card in layout.cards:
        assert room.contains(card.box)
        assert card.picture is None or card.box.contains(card.picture)
        assert (card.picture is not None) == pictures
    for one, other in combinations([card.box for card in layout.cards] + [slot.box for slot in layout.slots], 2):
        assert not one.overlaps(other)


@given(ARCHITECTURES, FLOWS)
def test_frames_hold_what_is_inside_and_nothing_else(architecture: Single | Gan | EncoderDecoder, flow: Flow) -> None:
    layout = laid_out(architecture, flow)
    for frame in layout.frames:
        for card in layout.cards:
            inside = card.path.startswith(f"{frame.path}.")
            assert frame.box.contains(card.box) == inside
            assert frame.box.overlaps(card.box) == inside
            assert not frame.title.overlaps(card.box)


@given(ARCHITECTURES, FLOWS)
def test_there_is_a_slot_before_and_after_every_block(architecture: Single | Gan | EncoderDecoder, flow: Flow) -> None:
    layout = laid_out(architecture, flow)
    slots = {slot.path for slot in layout.slots}
    assert len(slots) == len(layout.slots)
    for network in resolve(architecture, DATA).networks.values():
        assert f"architecture.{network.name}.blocks.{len(network.blocks)}" in slots
        for block in network.flat():
            assert block.path in slots
            stack, _, index = block.path.rpartition(".")
            assert f"{stack}.{int(index) + 1}" in slots


@given(blocks(0), FLOWS)
def test_blocks_flow_one_way(stack: tuple[LayerSpec, ...], flow: Flow) -> None:
    layout = laid_out(Single(network=NetworkSpec(blocks=stack)), flow)
    ends = [card.box.bottom if flow == "down" else card.box.right for card in layout.cards]
    starts = [card.box.y if flow == "down" else card.box.x for card in layout.cards]
    assert all(end <= start for end, start in zip(ends, starts[1:], strict=False))


def test_a_folded_composite_is_one_card() -> None:
    architecture = Single(network=NetworkSpec(blocks=(Residual(blocks=(Dense(units=8), Activation())),)))
    network = resolve(architecture, DATA).networks["network"]
    layout = lay_out((network,), "down", folded={"architecture.network.blocks.0"})
    assert [card.path for card in layout.cards] == ["architecture.network", "architecture.network.blocks.0"]
    assert layout.frames == ()


def test_an_empty_network_is_an_invitation() -> None:
    layout = laid_out(Single(), "down")
    (slot,) = layout.slots
    assert slot.is_empty
    assert slot.path == "architecture.network.blocks.0"
