"""One network in the model editor: its name, its input, the list of its blocks, its total, and how to add one."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from explorer.places import sibling
from models.layer import LayerSpec
from models.problem import Problem
from models.resolve import ResolvedNetwork
from ui.editors.block_commands import BlockCommands
from ui.editors.block_row import problem_text
from ui.editors.facts import Facts
from ui.editors.network_words import network_label, port_text
from ui.editors.palette_menu import PaletteMenu
from ui.editors.stack_view import StackView
from ui.text import bind, follow_language, tr
from ui.theme import GRID, theme
from ui.widgets.words import Figure, Words

LARGEST_WIDTH = GRID * 90


class NetworkPanel(QWidget):
    """A network's stack. `selected` tells the path of the block that a person chose."""

    selected = Signal(str)

    def __init__(self, name: str, commands: BlockCommands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self._commands = commands
        self._network: ResolvedNetwork | None = None
        self._problems: tuple[Problem, ...] = ()
        self.heading = Words("heading", self)
        self.total = Figure("muted", self)
        self.input = Words("muted", self)
        self.problems = Words("warning", self, wrap=True)
        self.empty = Words("muted", self, wrap=True)
        self.view = StackView(commands, self)
        self.add_button = QPushButton(self)
        self.palette_menu = PaletteMenu(self)
        self._arrange()
        self._connect()
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        bind(self.empty, "setText", "No blocks yet. Press “+ Add a block”, or paste one with Ctrl+V.")
        bind(self.add_button, "setText", "+ Add a block")
        bind(self.add_button, "setToolTip", "Adds a block after the selected one, else at the end (Insert)")
        follow_language(self, self._show_words)

    def show_network(self, network: ResolvedNetwork, facts: Facts, selected: str) -> None:
        """Show this network with the named block selected."""
        self._network = network
        self._problems = facts.problems_of(f"architecture.{self.name}")
        self.view.show_network(network, facts, selected)
        self.view.setVisible(bool(network.blocks))
        self.empty.setVisible(not network.blocks)
        self._show_words()

    def add(self, block: LayerSpec) -> None:
        """Put a block in after the selected one, at the end when none is selected here."""
        path = self.view.path()
        self._commands.insert(sibling(path, 1) if path else self.view.stack.end(), block)

    def open_palette(self) -> None:
        """Unfold the menu of blocks below its button."""
        self.palette_menu.popup(self.add_button.mapToGlobal(self.add_button.rect().bottomLeft()))

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.heading)
        top.addStretch(1)
        top.addWidget(self.total)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(top)
        column.addWidget(self.input)
        column.addWidget(self.problems)
        column.addWidget(self.view)
        column.addWidget(self.empty)
        column.addWidget(self.add_button)
        column.addStretch(1)

    def _connect(self) -> None:
        self.view.selected.connect(self.selected)
        self.add_button.clicked.connect(self.open_palette)
        self.palette_menu.picked.connect(self.add)

    def _on_theme_changed(self) -> None:
        self.setMaximumWidth(theme.px(LARGEST_WIDTH))  # a shape stays near its block's name

    def _show_words(self) -> None:
        if self._network is None:
            return
        self.heading.setText(network_label(self.name))
        self.view.setAccessibleName(network_label(self.name))
        self.input.setText(tr("Input: {port}", port=port_text(self._network.in_port)))
        self.problems.setText(problem_text(self._problems))
        self.problems.setVisible(bool(self._problems))
        self.total.setText(tr("{count} parameters", count=self._network.num_params))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # An empty list is hidden and cannot have the focus; its button can.
        if event.matches(QKeySequence.StandardKey.Paste):
            self.view.paste(self.view.stack.end())
        else:
            super().keyPressEvent(event)
