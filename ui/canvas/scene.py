"""The canvas as Qt's scene: which model it shows, what of it is folded, which blocks are selected."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, QPointF, QRectF, Signal
from PySide6.QtWidgets import QGraphicsScene

from explorer.snapshots import BlockOutputsSnapshot
from explorer.spec import Experiment
from models.layer import CompositeSpec
from models.resolve import ResolvedBlock, ResolvedNetwork
from ui.canvas.canvas_items import CanvasItems
from ui.canvas.card_item import BlockItem
from ui.canvas.geometry import lay_out
from ui.canvas.layout import Flow, Layout
from ui.canvas.run_pictures import RunPictures
from ui.canvas.slot_item import SlotItem
from ui.editors.facts import Facts
from ui.run_changes import RunChanges
from ui.run_place import NOWHERE, RunPlace
from ui.text import follow_language
from ui.theme import theme

MARGIN = 20.0


class CanvasScene(QGraphicsScene):
    """Shows an experiment's networks. It never changes the experiment: it tells what a person wants."""

    chosen = Signal(str)  # a person has selected others: the path of the current block, "" for none

    def __init__(self, parent: QObject | None = None, *, is_editable: bool = True) -> None:
        super().__init__(parent)
        self._is_editable = is_editable
        self._facts: Facts | None = None
        self._flow: Flow = "down"
        self._folded: set[str] = set()
        self._pictures = RunPictures()
        self._items = CanvasItems(self, is_editable=is_editable)
        self._quiet = False
        self._current = ""
        self._place = NOWHERE
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
        """The block that commands start from, one of the selected: it stays when others are added. "" for none."""
        return self._current

    def show_facts(self, facts: Facts) -> None:
        """Show these networks; what is selected stays so where it is still there."""
        self._facts = facts
        self._folded = {path for path in self._folded if facts.block(path) is not None}
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

    def block(self, path: str) -> ResolvedBlock | None:
        """The block at a path with its facts; None when there is none."""
        return None if self._facts is None else self._facts.block(path)

    def is_composite(self, path: str) -> bool:
        """Whether there is a block at this path with blocks inside."""
        block = self.block(path)
        return block is not None and isinstance(block.layer, CompositeSpec)

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

    def show_run_place(self, place: RunPlace) -> None:
        """Light up what the run is at."""
        self._place = place
        self._items.show_run_place(place, self.networks, self._flow)

    def follow_changes(self, changes: RunChanges) -> None:
        """Show which blocks are frozen, and in which something is silenced."""
        self._items.changes = changes
        changes.changed.connect(self._show_signs)
        self._show_signs()

    def _show_signs(self) -> None:
        if self._facts is not None:
            self._items.show_signs(self._facts)

    def selected_paths(self) -> tuple[str, ...]:
        """The selected blocks from first to last."""
        chosen = {item.path for item in self.selectedItems() if isinstance(item, BlockItem)}
        return tuple(path for path in self.paths() if path in chosen)

    def paths(self) -> tuple[str, ...]:
        """All blocks that can be seen, composites before what is inside them, in the order of the networks."""
        shown_paths = self._items.cards.keys() | self._items.frames.keys()
        return tuple(block.path for network in self.networks for block in network.flat() if block.path in shown_paths)

    def select(self, paths: Iterable[str], current: str = "") -> None:
        """Select these blocks and no others, without telling anybody."""
        wanted, current = set(map(self._items.owner, paths)), self._items.owner(current)
        self._quiet = True
        for path, item in (*self._items.cards.items(), *self._items.frames.items()):
            item.setSelected(path in wanted)
        self._current = current if current in wanted else next(iter(self.selected_paths()), "")
        self._quiet = False

    def item_of(self, path: str) -> BlockItem | None:
        """The card or frame of a block."""
        return self._items.block(path)

    def slot_of(self, path: str) -> SlotItem | None:
        """The slot where a block would be called `path`."""
        return self._items.slot(path)

    def nearest_slot(self, position: QPointF, reach: float, without: str = "") -> SlotItem | None:
        """The slot nearest to a place, at most `reach` away and not inside the block `without`."""
        return self._items.nearest_slot(position, reach, without)

    def _rearrange(self) -> None:
        self.arrangement = lay_out(
            self.networks,
            self._flow,
            pictures=self._pictures.has_run,
            folded=self._folded,
            is_watched=not self._is_editable,
        )
        self._quiet = True
        selected, current = self.selected_paths(), self._current
        if self._facts is not None:
            self._items.show(self.arrangement, self._facts)
            self.show_run_place(self._place)
        self._show_pictures()
        self.select(selected, current)
        room = QRectF(0.0, 0.0, *self.arrangement.size) | self._items.extent()
        self.setSceneRect(room.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN))

    def _show_pictures(self) -> None:
        if self._pictures.has_run:
            self._pictures.show(self.arrangement.cards, self._items.cards)

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
