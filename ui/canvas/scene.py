"""The canvas as Qt's scene: items that follow the facts of the experiment, and which of them are selected."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, QPointF, QRectF, Signal
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene

from explorer.snapshots import BlockOutputsSnapshot
from explorer.spec import Experiment
from models.resolve import ResolvedBlock, ResolvedNetwork
from models.text import shown
from ui.canvas.card_item import BlockItem, CardItem
from ui.canvas.frame_item import FrameItem
from ui.canvas.geometry import lay_out
from ui.canvas.heading_item import HeadingItem
from ui.canvas.layout import Flow, Layout
from ui.canvas.links import link_ends, make_link
from ui.canvas.note_item import NoteItem
from ui.canvas.run_pictures import RunPictures
from ui.canvas.slot_item import SlotItem
from ui.editors.block_row import BlockRow, block_row, shape_text
from ui.editors.facts import Facts
from ui.editors.network_panel import network_label
from ui.text import follow_language, tr
from ui.theme import theme

MARGIN = 20.0


class CanvasScene(QGraphicsScene):
    """Shows an experiment's networks. It never changes the experiment: it tells what a person wants."""

    chosen = Signal(str)  # the path of the block that was selected last by a person, "" for none

    def __init__(self, parent: QObject | None = None, *, is_editable: bool = True) -> None:
        super().__init__(parent)
        self._is_editable = is_editable
        self._facts: Facts | None = None
        self._flow: Flow = "down"
        self._folded: set[str] = set()
        self._pictures = RunPictures()
        self._cards: dict[str, CardItem] = {}
        self._frames: dict[str, FrameItem] = {}
        self._slots: dict[str, SlotItem] = {}
        self._owners: dict[str, str] = {}  # blocks that share the card of another one
        self._headings: dict[str, HeadingItem] = {}
        self._links: list[QGraphicsItem] = []
        self._notes: list[QGraphicsItem] = []
        self._quiet = False
        self._current = ""
        self.arrangement = Layout("down", (0.0, 0.0))
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.BspTreeIndex)
        self.selectionChanged.connect(self._on_selection_changed)
        theme.changed.connect(self._show_again)
        follow_language(self, self._show_again)

    @property
    def networks(self) -> tuple[ResolvedNetwork, ...]:
        return () if self._facts is None else tuple(self._facts.resolved.networks.values())

    @property
    def flow(self) -> Flow:
        return self._flow

    @property
    def current(self) -> str:
        """The selected block that was selected last, "" for none."""
        return self._current

    def show_facts(self, facts: Facts) -> None:
        """Show these networks; what is selected stays so where it is still there."""
        self._facts = facts
        self._folded &= {block.path for network in self.networks for block in network.flat()}
        self._rearrange()

    def set_flow(self, flow: Flow) -> None:
        """Let blocks follow each other downwards or to the right."""
        if flow != self._flow:
            self._flow = flow
            self._rearrange()

    def toggle_fold(self, path: str) -> None:
        """Fold a composite, or unfold it."""
        self._folded ^= {path}
        self._rearrange()

    def is_folded(self, path: str) -> bool:
        return path in self._folded

    def show_run(self, experiment: Experiment | None) -> None:
        """A run of this experiment begins: its pictures are to come. None: there is no run."""
        had_run = self._pictures.has_run
        self._pictures.begin(experiment)
        if self._pictures.has_run != had_run:
            self._rearrange()
        self._show_pictures()

    def show_outputs(self, outputs: BlockOutputsSnapshot) -> None:
        """Show these pictures on the cards."""
        self._pictures.take(outputs)
        self._show_pictures()

    def selected_paths(self) -> tuple[str, ...]:
        """The selected blocks from first to last."""
        chosen = {item.path for item in self.selectedItems() if isinstance(item, BlockItem)}
        return tuple(path for path in self.paths() if path in chosen)

    def paths(self) -> tuple[str, ...]:
        """All blocks that can be seen, composites before what is inside them, in the order of the networks."""
        shown_paths = self._cards.keys() | self._frames.keys()
        return tuple(block.path for network in self.networks for block in network.flat() if block.path in shown_paths)

    def select(self, paths: Iterable[str], current: str = "") -> None:
        """Select these blocks and no others, without telling anybody."""
        wanted = {self._owners.get(path, path) for path in paths}
        current = self._owners.get(current, current)
        self._quiet = True
        for path, item in (*self._cards.items(), *self._frames.items()):
            item.setSelected(path in wanted)
        self._current = current if current in wanted else next(iter(self.selected_paths()), "")
        self._quiet = False

    def item_of(self, path: str) -> BlockItem | None:
        """The card or frame of a block."""
        path = self._owners.get(path, path)
        return self._cards.get(path) or self._frames.get(path)

    def slot_of(self, path: str) -> SlotItem | None:
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

    def _rearrange(self) -> None:
        self.arrangement = lay_out(
            self.networks,
            self._flow,
            pictures=self._pictures.has_run,
            folded=self._folded,
            is_watched=not self._is_editable,
        )
        self._owners = {block.path: card.path for card in self.arrangement.cards for block in card.attached}
        self._quiet = True
        selected, current = self.selected_paths(), self._current
        self._match(self._cards, [card.path for card in self.arrangement.cards], CardItem)
        self._match(self._frames, [frame.path for frame in self.arrangement.frames], FrameItem)
        self._match_slots()
        self._fill()
        self._draw_links()
        self._write_notes()
        self.select(selected, current)
        self._quiet = False
        room = QRectF(0.0, 0.0, *self.arrangement.size)
        for note in self._notes:
            room |= note.sceneBoundingRect()
        self.setSceneRect(room.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN))

    def _match(self, items: dict, wanted: list[str], kind: type) -> None:  # type: ignore[type-arg]
        for path in items.keys() - set(wanted):
            self.removeItem(items.pop(path))
        for path in wanted:
            if path not in items:
                items[path] = kind(path)
                self.addItem(items[path])

    def _match_slots(self) -> None:
        wanted = {slot.path for slot in self.arrangement.slots}
        for path in self._slots.keys() - wanted:
            self.removeItem(self._slots.pop(path))
        for slot in self.arrangement.slots:
            if slot.path not in self._slots:
                self._slots[slot.path] = SlotItem()
                self.addItem(self._slots[slot.path])
            self._slots[slot.path].show_slot(slot, self._flow, is_editable=self._is_editable)

    def _fill(self) -> None:
        """The words and places of all items."""
        assert self._facts is not None or not self.arrangement.cards
        inputs = {f"architecture.{network.name}": network for network in self.networks}
        for card in self.arrangement.cards:
            row = self._input_row(inputs[card.path]) if card.block is None else self._row(card.block, card.attached)
            self._cards[card.path].show_card(card, row)
        for frame in self.arrangement.frames:
            self._frames[frame.path].show_frame(frame, self._row(frame.block), self._flow)
        self._show_headings()
        self._show_pictures()

    def _row(self, block: ResolvedBlock, attached: tuple[ResolvedBlock, ...] = ()) -> BlockRow:
        assert self._facts is not None
        blocks = (block, *attached)
        problems = [problem for one in blocks for problem in self._facts.problems_of(one.path)]
        row = block_row(block, problems)
        if not attached:
            return row
        rows = [block_row(one) for one in attached]
        names = (
            row.caption,
            *(
                one.caption if block.layer.kind == "activation" else one.title
                for block, one in zip(attached, rows, strict=True)
            ),
        )
        count = sum(one.num_params for one in blocks)
        return replace(
            row, caption=" · ".join(filter(None, names)), shape=rows[-1].shape, num_params=shown(count) if count else ""
        )

    def _input_row(self, network: ResolvedNetwork) -> BlockRow:
        title = tr("Noise") if network.name == "generator" else tr("Input")
        return BlockRow(f"architecture.{network.name}", title, "", shape_text(network.in_port), "")

    def _show_headings(self) -> None:
        headings = self.arrangement.headings
        for name in self._headings.keys() - {heading.name for heading in headings}:
            self.removeItem(self._headings.pop(name))
        for heading, network in zip(headings, self.networks, strict=False):
            if heading.name not in self._headings:
                self._headings[heading.name] = HeadingItem()
                self.addItem(self._headings[heading.name])
            words = tr("{count} parameters", count=shown(network.num_params))
            self._headings[heading.name].show_heading(heading, network_label(heading.name), words)

    def _draw_links(self) -> None:
        for link in self._links:
            self.removeItem(link)
        ends = link_ends(self.networks, self.arrangement)
        self._links = [make_link(start, end, self.arrangement, color) for start, end, color in ends]
        for link in self._links:
            self.addItem(link)

    def _write_notes(self) -> None:
        """What is wrong, beside the blocks where it is wrong."""
        for note in self._notes:
            self.removeItem(note)
        self._notes = []
        places = [(one.path, one.box) for one in self.arrangement.cards]
        places += [(one.path, one.box) for one in self.arrangement.frames]
        for path, box in places if self._is_editable else ():
            item = self.item_of(path)
            if item is not None and item.row is not None and item.row.problems:
                self._notes.append(NoteItem(item.row.problems, box, self._flow))
                self.addItem(self._notes[-1])

    def _show_pictures(self) -> None:
        if self._pictures.has_run:
            self._pictures.show(self.arrangement.cards, self._cards)

    def _show_again(self) -> None:
        """Theme or language changed."""
        if self._facts is not None:
            self._rearrange()
        for item in self.items():
            item.update()

    def _on_selection_changed(self) -> None:
        if self._quiet:
            return
        selected = self.selected_paths()
        if self._current not in selected:
            self._current = selected[-1] if selected else ""
        self.chosen.emit(self._current)
