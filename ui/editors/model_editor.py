"""The model editor: the networks as a canvas or as lists of blocks, and the selected block's form beside them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from explorer.spec import Experiment
from models.problem import Problem
from ui.canvas.live_canvas import LiveCanvas
from ui.canvas.model_canvas import ModelCanvas
from ui.editors.appearance_tabs import Appearance, AppearanceTabs
from ui.editors.block_commands import BlockCommands
from ui.editors.block_paths import network_of
from ui.editors.block_row import problem_text
from ui.editors.code_panel import CodePanel
from ui.editors.estimator_text import estimator_text
from ui.editors.facts import block_path, facts_of
from ui.editors.inspector import Inspector
from ui.editors.network_panel import NetworkPanel
from ui.editors.panel import Panel
from ui.editors.spec_form import SpecForm
from ui.run_changes import RunChanges
from ui.spec_store import SpecStore
from ui.text import bind, follow_language, tr
from ui.theme import GRID, set_role, theme
from ui.widgets.flow_row import FlowRow
from ui.widgets.pages import Pages
from ui.widgets.words import Figure, Words

INSPECTOR_WIDTH, LIST_WIDTH = 280, 260


class ModelEditor(Panel):
    """Assembles the networks."""

    def __init__(self, store: SpecStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._selected = ""
        self._refused: tuple[Problem, ...] = ()
        self._changes: RunChanges | None = None
        self.commands = BlockCommands(store, self)
        self.heading = Words("heading", self)
        self.total = Figure("muted", self)
        self.architecture = SpecForm(store, "", ("architecture",), self, in_line=True)
        self.refusal = Words("warning", self, wrap=True)
        self.refusal.hide()
        self.nothing = Words("muted", self, wrap=True)  # where the architecture has no networks
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.canvas = ModelCanvas(self.commands, self)
        self.live = LiveCanvas(self.canvas, self)
        self.appearance = AppearanceTabs(self)
        self.code_button = QPushButton(self)
        self.code_button.setCheckable(True)
        set_role(self.code_button, "tab")
        self.code: CodePanel | None = None  # made when it is wanted
        self._middle = QSplitter(Qt.Orientation.Horizontal)
        self.panels: dict[str, NetworkPanel] = {}
        self._panel_row = QHBoxLayout()
        self._pages = Pages(self)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self.inspector = Inspector(store, self)
        self._arrange()
        self._connect()
        self._on_spec_changed(store.experiment)

    @property
    def selected(self) -> str:
        """The selected block's path, "" when none is."""
        return self._selected

    def select_block(self, path: str) -> None:
        """Select the block at a path, in whichever network it lies; "" selects none."""
        facts = facts_of(self._store.experiment)
        path = path if facts.block(path) is not None else ""
        changed, self._selected = path != self._selected, path
        for panel in self.panels.values():
            panel.view.select(path)
        self.canvas.select_block(path)
        self.inspector.show_block(path)
        if self.code is not None:
            self.code.select_place(path)
        if path and self._keyboard_is_here():
            self.panels[network_of(path)].view.setFocus()
        if changed:
            self._share_height()

    def follow_changes(self, changes: RunChanges) -> None:
        """Show at the blocks what is changed in the run, and offer to change it."""
        self._changes = changes
        self.live.follow_changes(changes)
        self.inspector.follow_changes(changes)
        for panel in self.panels.values():
            panel.view.follow_changes(changes)

    def select_blocks(self, paths: Sequence[str]) -> None:
        """Select blocks; their form is that of the first, and so is the row in the list."""
        self.select_block(paths[0] if paths else "")
        self.canvas.scene.select(paths, self._selected)

    def select_place(self, place: str) -> None:
        """Select the block that a problem's place lies in."""
        self.select_block(block_path(place))

    def show_appearance(self, name: Appearance) -> None:
        """Show the networks as a "canvas" or as "list"s, which say the same."""
        self.appearance.press(name)
        self._pages.show_page(self.live if name == "canvas" else self._lists)

    def show_code(self, wanted: bool) -> None:
        """Show the experiment as Python beside the model, or no longer."""
        self.code_button.setChecked(wanted)
        if self.code is None and wanted:
            self.code = CodePanel(self._store, self)
            self.code.place_chosen.connect(self.select_place)
            self._middle.addWidget(self.code)
            self._middle.setSizes([1, 1])
        if self.code is not None:
            self.code.setVisible(wanted)
            self.code.select_place(self._selected)

    def _on_block_opened(self, path: str) -> None:
        """Its settings are wanted: the first of them gets the keyboard."""
        self.select_block(path)
        self.inspector.focus_form()

    def _keyboard_is_here(self) -> bool:
        """Whether a list or its button has the focus, so that it may follow a block into another network."""
        return any(panel.isAncestorOf(self.focusWidget()) for panel in self.panels.values() if self.focusWidget())

    def _arrange(self) -> None:
        choices = QWidget(self)
        row = FlowRow(choices)
        row.setSpacing(GRID)
        for widget in (self.heading, self.appearance, self.code_button, self.architecture):
            row.addWidget(widget)
        top = QHBoxLayout()
        top.addWidget(choices, 1)
        top.addWidget(self.total)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, GRID, 0)
        column.setSpacing(GRID)
        column.addLayout(top)
        column.addWidget(self.refusal)
        self._panel_row.setSpacing(GRID * 2)
        self._panel_row.addStretch(0)
        column.addWidget(self.nothing, 1)
        self._lists = QWidget(self)
        self._lists.setLayout(self._panel_row)
        self._panel_row.setContentsMargins(0, 0, 0, 0)
        self._pages.add(self.live)
        self._pages.add(self._lists)
        self._middle.addWidget(self._pages)
        self._middle.setChildrenCollapsible(False)
        column.addWidget(self._middle, 1)
        splitter = self._splitter
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(self.inspector)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([INSPECTOR_WIDTH * 2, INSPECTOR_WIDTH])
        self.column.addWidget(splitter)

    def _connect(self) -> None:
        self.commands.moved_to.connect(self.select_blocks)
        self.commands.refused.connect(self._on_refused)
        self.canvas.block_selected.connect(self.select_block)
        self.canvas.block_opened.connect(self._on_block_opened)
        self.appearance.chosen.connect(self.show_appearance)
        self.code_button.toggled.connect(self.show_code)
        self._store.spec_changed.connect(self._on_spec_changed)
        self._store.opened.connect(self._on_opened)
        bind(self.heading, "setText", "Model")
        bind(self.code_button, "setText", "Code")
        bind(self.code_button, "setToolTip", "The experiment as a Python file, beside the model")
        follow_language(self, self._on_language_changed)

    def _on_spec_changed(self, experiment: Experiment) -> None:
        facts = facts_of(experiment)
        self._match_panels(tuple(facts.resolved.networks))
        if facts.block(self._selected) is None:
            self.select_block("")
        self.canvas.show_facts(facts)
        for name, panel in self.panels.items():
            panel.show_network(facts.resolved.networks[name], facts, self._selected)
        self.total.setText(tr("{count} parameters", count=facts.resolved.num_params))
        self.total.setVisible(len(self.panels) > 1)  # one network says it itself
        words = tr("A baseline has no blocks, so there is nothing to assemble and nothing to look into.")
        self.nothing.setText(f"{words} {estimator_text(experiment)}")
        self.nothing.setVisible(not self.panels)
        for part in (self._pages, self.appearance, self.inspector):
            part.setVisible(bool(self.panels))

    def _on_opened(self) -> None:
        self.select_block("")
        self.canvas.show_start()

    def _match_panels(self, names: tuple[str, ...]) -> None:
        if tuple(self.panels) == names:
            return
        for panel in self.panels.values():
            self._panel_row.removeWidget(panel)
            panel.hide()
            panel.deleteLater()
        self.panels = {name: NetworkPanel(name, self.commands, self) for name in names}
        for panel in self.panels.values():
            self._panel_row.insertWidget(self._panel_row.count() - 1, panel, 1)
            panel.selected.connect(self._on_selected)
            if self._changes is not None:
                panel.view.follow_changes(self._changes)
        self._match_width()

    def _match_width(self) -> None:
        """The selected block's form stands beside the lists, or below them where there is no room."""
        needed = theme.px(INSPECTOR_WIDTH + LIST_WIDTH * len(self.panels))
        orientation = Qt.Orientation.Horizontal if self.width() >= needed else Qt.Orientation.Vertical
        if orientation != self._splitter.orientation():
            self._splitter.setOrientation(orientation)
            self._share_height()

    def _share_height(self) -> None:
        """Below each other, the lists have all the room until a block is selected, and then half of it."""
        if self._splitter.orientation() == Qt.Orientation.Vertical:
            room = self.height() // 2 if self._selected else self.height() // 10
            self._splitter.setSizes([self.height() - room, room])

    def _on_selected(self, path: str) -> None:
        if path or not any(panel.view.path() for panel in self.panels.values()):
            self.select_block(path)

    def _on_refused(self, problems: tuple[Problem, ...]) -> None:
        self._refused = problems
        self.refusal.setText(problem_text(problems))
        self.refusal.setVisible(bool(problems))

    def _on_language_changed(self) -> None:
        self._on_spec_changed(self._store.experiment)
        self._on_refused(self._refused)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._match_width()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        inspected = self.inspector.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        if event.key() == Qt.Key.Key_Escape and inspected and self.canvas.isVisible():
            self.canvas.setFocus()
        elif event.key() == Qt.Key.Key_Insert and self.panels:
            panel = self.panels.get(network_of(self._selected)) or next(iter(self.panels.values()))
            panel.open_palette()
        else:
            super().keyPressEvent(event)
