"""The list from which a person chooses the block that a view looks at."""

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.resolve import ResolvedBlock, ResolvedNetwork
from ui.block_choice import block_label, place_of
from ui.text import bind, follow_language, tr
from ui.widgets.quiet_combo import QuietCombo


class BlockCombo(QuietCombo):
    """Offers every block of every network; `currentIndexChanged` tells of a choice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._blocks: list[ResolvedBlock] = []
        self._num_networks = 1
        self.setMinimumContentsLength(9)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        bind(self, "setToolTip", "The block whose output is shown")
        follow_language(self, self._name_again)

    @property
    def path(self) -> str:
        """The path of the chosen block, "" without one."""
        chosen = self._chosen()
        return chosen.path if chosen is not None else ""

    def offer(self, networks: Mapping[str, ResolvedNetwork], *, learning: bool = False) -> None:
        """Offer other networks' blocks, silently; keeps the choice if there is still such a block at its path.

        `learning`: only those that have weights.
        """
        previous = self._chosen()
        self._num_networks = len(networks)
        blocks = (block for network in networks.values() for block in network.flat())
        self._blocks = [block for block in blocks if block.num_params or not learning]
        with QSignalBlocker(self):
            self.clear()
            self.addItems([self._name(block) for block in self._blocks])
            self.setCurrentIndex(0 if learning and previous is None else place_of(previous, self._blocks))

    def choose(self, path: str) -> None:
        """Choose the block at this path; an unknown path changes nothing."""
        paths = [block.path for block in self._blocks]
        if path in paths:
            self.setCurrentIndex(paths.index(path))

    def _chosen(self) -> ResolvedBlock | None:
        index = self.currentIndex()
        return self._blocks[index] if 0 <= index < len(self._blocks) else None

    def _name(self, block: ResolvedBlock) -> str:
        """With several networks, each block with its network's name."""
        network = f"{tr(block.path.split('.')[1])}: " if self._num_networks > 1 else ""
        return network + block_label(block)

    def _name_again(self) -> None:
        for row, block in enumerate(self._blocks):
            self.setItemText(row, self._name(block))
