"""What can be done with blocks: each command is one undoable edit, and tells which block to look at afterwards."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from explorer import edits
from explorer.spec import Experiment
from models.layer import LayerSpec
from models.problem import InputError
from ui.editors import block_paths
from ui.spec_store import SpecStore


class BlockCommands(QObject):
    """Edits the blocks of a store's experiment; what cannot be done leaves everything as it was."""

    moved_to = Signal(object)  # Sequence[str]: the blocks to select now
    refused = Signal(object)  # tuple[Problem, ...]

    def __init__(self, store: SpecStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store

    def insert(self, path: str, block: LayerSpec) -> None:
        """Put a block in at `path`."""
        self._edit(lambda experiment: edits.insert_block(experiment, path, block), (path,))

    def remove(self, *paths: str) -> None:
        """Take blocks out, with all that is inside them; after one alone the next is looked at."""
        following = block_paths.after_removed(self._store.experiment, paths[0]) if len(paths) == 1 else None
        self._edit(lambda experiment: edits.remove_blocks(experiment, paths), (following,) if following else ())

    def duplicate(self, *paths: str) -> None:
        """Put copies right after blocks, which are given from first to last."""
        self._edit(lambda experiment: edits.duplicate_blocks(experiment, paths), block_paths.copies_of(paths))

    def move(self, path: str, to: str | None) -> None:
        """Move a block to where it is called `to` afterwards; nowhere when that is None or where it is."""
        if to is not None and to != path:
            self._edit(lambda experiment: edits.move_block(experiment, path, to), (to,))

    def move_before(self, place: str, *paths: str) -> None:
        """Move blocks, given from first to last, to the place that is called `place` as long as none has moved yet."""
        if any(place.startswith(f"{path}.") for path in paths):
            return
        to = place
        for path in reversed(paths):
            to = block_paths.after_removal(to, path)
        moved = block_paths.side_by_side(to, len(block_paths.outermost(paths)))
        self._edit(lambda experiment: edits.move_blocks(experiment, paths, to), moved)

    def move_up(self, path: str) -> None:
        self.move(path, block_paths.one_up(self._store.experiment, path))

    def move_down(self, path: str) -> None:
        self.move(path, block_paths.one_down(self._store.experiment, path))

    def move_into(self, path: str) -> None:
        """Move a block into the composite beside it."""
        self.move(path, block_paths.into_neighbour(self._store.experiment, path))

    def move_out(self, path: str) -> None:
        """Move a block out of its composite."""
        self.move(path, block_paths.out_of(path))

    def wrap(self, paths: Sequence[str], kind: str) -> None:
        """Put neighbours into a new composite."""
        self._edit(lambda experiment: edits.wrap_blocks(experiment, paths, kind), paths[:1])

    def unwrap(self, path: str) -> None:
        """Put the blocks of a composite in its place."""
        self._edit(lambda experiment: edits.unwrap_block(experiment, path), (path,))

    def text_of(self, *paths: str) -> str:
        """Blocks as text."""
        return edits.blocks_as_text(self._store.experiment, paths)

    def paste(self, path: str, text: str) -> None:
        """Put the blocks that a text describes in at `path`."""
        try:
            blocks = edits.blocks_from_text(text)
        except InputError as problem:
            self.refused.emit(problem.problems)
            return
        put_in = block_paths.side_by_side(path, len(blocks))
        self._edit(lambda experiment: edits.insert_blocks(experiment, path, blocks), put_in)

    def _edit(self, edit: Callable[[Experiment], Experiment], look_at: Sequence[str]) -> None:
        try:
            changed = edit(self._store.experiment)
        except InputError as problem:
            self.refused.emit(problem.problems)
            return
        self.refused.emit(())
        self._store.set(changed)
        self.moved_to.emit(look_at)
