"""The items that stand on the canvas: they come, move and go as a layout wants it."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene

from models.resolve import ResolvedNetwork
from models.text import shown
from ui.canvas.card_item import BlockItem, CardItem
from ui.canvas.card_rows import card_row
from ui.canvas.frame_item import FrameItem
from ui.canvas.heading_item import HeadingItem
from ui.canvas.layout import Flow, Layout
from ui.canvas.links import link_ends, make_link
from ui.canvas.note_item import NoteItem
from ui.canvas.run_light import light_of, lit_blocks
from ui.canvas.slot_item import SlotItem
from ui.editors.block_row import block_row
from ui.editors.facts import Facts
from ui.editors.network_words import network_label
from ui.run_changes import RunChanges
from ui.run_place import RunPlace, phase_words
from ui.text import tr
from ui.widgets.change_signs import SignName

Item = TypeVar("Item", bound=QGraphicsItem)


class CanvasItems:
    """An item stays as long as there is something at its path: what is kept as pixels is not painted anew."""

    def __init__(self, scene: QGraphicsScene, *, is_editable: bool) -> None:
        self._scene, self._is_editable = scene, is_editable
        self.cards: dict[str, CardItem] = {}
        self.frames: dict[str, FrameItem] = {}
        self._slots: dict[str, SlotItem] = {}
        self._headings: dict[str, HeadingItem] = {}
        self._links: list[QGraphicsItem] = []
        self._notes: list[NoteItem] = []
        self._owners: dict[str, str] = {}  # blocks that share the card of another one
        self.changes: RunChanges | None = None  # of the run, once there is somebody who follows it

    def show(self, layout: Layout, facts: Facts) -> None:
        """Show what the layout says where it says."""
        networks = tuple(facts.resolved.networks.values())
        self._owners = {block.path: card.path for card in layout.cards for block in card.attached}
        self._match(self.cards, [card.path for card in layout.cards], CardItem)
        self._match(self.frames, [frame.path for frame in layout.frames], FrameItem)
        self._match(self._slots, [slot.path for slot in layout.slots], lambda _path: SlotItem())
        self._match(self._headings, [heading.name for heading in layout.headings], lambda _name: HeadingItem())
        for slot in layout.slots:
            self._slots[slot.path].show_slot(slot, layout.flow, is_editable=self._is_editable)
        for card in layout.cards:
            self.cards[card.path].show_card(card, card_row(card, facts))
        for frame in layout.frames:
            row = block_row(frame.block, facts.problems_of(frame.path))
            self.frames[frame.path].show_frame(frame, row, layout.flow)
        self.show_signs(facts)
        for heading in layout.headings:
            words = tr("{count} parameters", count=shown(facts.resolved.networks[heading.name].num_params))
            self._headings[heading.name].show_heading(heading, network_label(heading.name), words)
        ends = link_ends(networks, layout)
        self._renew(self._links, [make_link(start, end, layout, color) for start, end, color in ends])
        self._renew(self._notes, self._notes_on(layout) if self._is_editable else [])

    def show_run_place(self, place: RunPlace, networks: Sequence[ResolvedNetwork], flow: Flow) -> None:
        """Light up the blocks that the run is at, and say the phase above their network."""
        light, lit = light_of(place.phase, flow), {self.owner(path) for path in lit_blocks(place, networks)}
        for path, item in (*self.cards.items(), *self.frames.items()):
            item.show_light(light if path in lit else None, flow)
        for name, heading in self._headings.items():
            is_here = light is not None and name == place.network
            heading.show_phase(phase_words(place.phase) if is_here else "", light.color if light else "text")

    def show_signs(self, facts: Facts) -> None:
        """Show on every card and frame what is frozen and silenced there, in the blocks that share it too."""
        if self.changes is None:
            return
        found: dict[str, list[SignName]] = {path: [] for path in (*self.cards, *self.frames)}
        for path, owner in ((path, self.owner(path)) for path in (*found, *self._owners)):
            block = facts.block(path)
            if block is not None and owner in found:
                found[owner] += [sign for sign in self.changes.signs(block) if sign not in found[owner]]
        for path, item in (*self.cards.items(), *self.frames.items()):
            item.show_signs(tuple(found[path]))

    def extent(self) -> QRectF:
        """What notes take up, which stand outside the layout."""
        room = QRectF()
        for note in self._notes:
            room |= note.sceneBoundingRect()
        return room

    def owner(self, path: str) -> str:
        """The block whose card this one shares; itself where it has its own."""
        return self._owners.get(path, path)

    def block(self, path: str) -> BlockItem | None:
        """The card or frame of a block."""
        path = self.owner(path)
        return self.cards.get(path) or self.frames.get(path)

    def slot(self, path: str) -> SlotItem | None:
        """The slot where a block would be called `path`."""
        return self._slots.get(path)

    def nearest_slot(self, position: QPointF, reach: float, without: str = "") -> SlotItem | None:
        """The slot nearest to a place, at most `reach` away and not inside the block `without`."""
        best, nearest = None, reach
        for slot in self._slots.values():
            if without and slot.path.startswith(f"{without}."):
                continue
            rect = slot.sceneBoundingRect()
            dx = max(rect.left() - position.x(), 0.0, position.x() - rect.right())
            dy = max(rect.top() - position.y(), 0.0, position.y() - rect.bottom())
            distance = (dx * dx + dy * dy) ** 0.5 + 0.01 * abs(rect.center().x() - position.x())
            if distance < nearest:
                best, nearest = slot, distance
        return best

    def _match(self, items: dict[str, Item], wanted: Sequence[str], make: Callable[[str], Item]) -> None:
        for name in items.keys() - set(wanted):
            self._scene.removeItem(items.pop(name))
        for name in wanted:
            if name not in items:
                items[name] = make(name)
                self._scene.addItem(items[name])

    def _renew(self, items: list[Item], wanted: Sequence[Item]) -> None:
        for item in items:
            self._scene.removeItem(item)
        items[:] = wanted
        for item in items:
            self._scene.addItem(item)

    def _notes_on(self, layout: Layout) -> list[NoteItem]:
        """What is wrong, beside the blocks where it is wrong."""
        places = [(one.path, one.box) for one in layout.cards] + [(one.path, one.box) for one in layout.frames]
        notes = []
        for path, box in places:
            item = self.block(path)
            if item is not None and item.row is not None and item.row.problems:
                notes.append(NoteItem(item.row.problems, box, layout.flow))
        return notes
