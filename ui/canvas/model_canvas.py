"""The model canvas as one widget: the view, its zoom, its overview, and the question which block to put in."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from explorer.snapshots import BlockOutputsSnapshot
from explorer.spec import Experiment
from models.layer import LayerSpec
from ui.canvas.block_picker import BlockPicker
from ui.canvas.canvas_view import CanvasView
from ui.canvas.minimap import Minimap
from ui.canvas.palette import Palette
from ui.canvas.scene import CanvasScene
from ui.canvas.zoom_bar import ZoomBar
from ui.editors.block_commands import BlockCommands
from ui.editors.facts import Facts
from ui.run_changes import RunChanges
from ui.run_place import RunPlace
from ui.text import bind
from ui.theme import GRID, theme


class ModelCanvas(QWidget):
    """Shows a model, and with `commands` lets it be assembled."""

    block_selected = Signal(str)  # the path of the block a person selected, "" for none
    block_opened = Signal(str)  # its settings are wanted

    def __init__(self, commands: BlockCommands | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._commands = commands
        self.scene = CanvasScene(is_editable=commands is not None)
        self.view = CanvasView(self.scene, commands, self)
        self.scene.setParent(self.view)  # so that the view goes first and no longer asks for it
        self.picker = BlockPicker(self)
        self.palette_list = Palette(self)
        self.minimap, self.zoom_bar = Minimap(self.view, self.view), ZoomBar(self.view, self.view)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.setColumnStretch(1, 1)
        layout.addWidget(self.view, 0, 1, 2, 1)
        self.palette_list.setVisible(commands is not None)
        if commands is not None:  # where it covers no block
            layout.addWidget(self.palette_list, 0, 0)
            layout.addWidget(self.zoom_bar, 1, 0)
        self.setFocusProxy(self.view)
        bind(self.view, "setAccessibleName", "Model canvas; the list says the same in words")
        self.scene.chosen.connect(self.block_selected)
        self.view.opened.connect(self.block_opened)
        self.view.view_changed.connect(self._place_zoom_bar)
        self.view.slot_chosen.connect(self._on_slot_chosen)
        self.picker.picked.connect(self._on_picked)
        self.palette_list.picked.connect(self._on_palette_picked)

    def show_facts(self, facts: Facts) -> None:
        """Show this model."""
        before = self.scene.sceneRect()
        self.scene.show_facts(facts)
        if self.scene.sceneRect() != before:
            self.view.keep_fitting()
        self.minimap.follow()

    def show_start(self) -> None:
        """Another model is open: begin with its first blocks."""
        self.view.show_start()

    def select_block(self, path: str) -> None:
        """Select a block without telling anybody."""
        if path != self.scene.current or path not in self.scene.selected_paths():
            self.scene.select([path] if path else [], path)
            self.view.show_block(path)
        item = self.scene.item_of(path) if path else None
        self.view.setAccessibleDescription(item.row.spoken() if item is not None and item.row is not None else "")

    def show_run(self, experiment: Experiment | None) -> None:
        """A run of this experiment begins, or there is none."""
        before = self.scene.sceneRect()
        self.scene.show_run(experiment)
        if self.scene.sceneRect() != before:
            self.view.keep_fitting()

    def follow_changes(self, changes: RunChanges) -> None:
        """Show what is frozen and silenced in the run, and offer to freeze blocks."""
        self.view.changes = changes
        self.scene.follow_changes(changes)

    def show_outputs(self, outputs: BlockOutputsSnapshot) -> None:
        """The run tells what its blocks answer."""
        self.scene.show_outputs(outputs)

    def show_run_place(self, place: RunPlace) -> None:
        """The run tells where in a step it stands, or passes in slow motion."""
        self.scene.show_run_place(place)

    def _on_slot_chosen(self, path: str, place: QPoint) -> None:
        self.picker.ask(path, place)

    def _on_picked(self, path: str, block: LayerSpec) -> None:
        if self._commands is not None:
            self._commands.insert(path, block)
            self.view.setFocus()

    def _on_palette_picked(self, block: LayerSpec) -> None:
        if self.view.next_place:
            self._on_picked(self.view.next_place, block)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_zoom_bar()
        self.minimap.follow()

    def _place_zoom_bar(self) -> None:
        """Without a palette, in the lower left corner of what is in sight, above a scroll bar."""
        if self.zoom_bar.parent() is not self.view:
            return
        bar, gap = self.zoom_bar.sizeHint(), theme.px(GRID)
        self.zoom_bar.setGeometry(gap, self.view.viewport().height() - bar.height() - gap, bar.width(), bar.height())
