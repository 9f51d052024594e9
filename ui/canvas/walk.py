"""From block to block over the canvas: which one is selected next, and is brought into sight."""

from typing import Literal

from explorer.places import stack_of
from ui.canvas.zoom_view import ZoomView
from ui.editors import block_paths

Way = Literal["back", "on", "out", "in"]  # in the direction of flow; out of a composite and into one


class Walk:
    """Belongs to a view; what is selected here, a person has chosen."""

    def __init__(self, view: ZoomView) -> None:
        self._view, self._scene = view, view.canvas

    def go_to(self, path: str, *, extends: bool = False) -> None:
        """Select a block (too, if `extends`) and bring it into sight."""
        scene = self._scene
        scene.select((*scene.selected_paths(), path) if extends else (path,), path)
        self._view.show_block(path)
        scene.chosen.emit(path)

    def go(self, way: Way, *, extends: bool = False) -> None:
        """Go one block further; out and in fold and unfold composites as well."""
        match way:
            case "back":
                self._step(-1, extends=extends)
            case "on":
                self._step(1, extends=extends)
            case "out":
                self._outwards()
            case "in":
                self._inwards()

    def go_to_end(self, index: Literal[0, -1]) -> None:
        """Go to the first or the last block."""
        paths = self._scene.paths()
        if paths:
            self.go_to(paths[index])

    def select_range(self, path: str) -> None:
        """From the current block to this one, both in one stack."""
        scene, stack = self._scene, stack_of(path)
        siblings = [one for one in scene.paths() if stack_of(one) == stack]
        if scene.current not in siblings:
            scene.select([path], path)
        else:
            first, last = sorted((siblings.index(scene.current), siblings.index(path)))
            scene.select(siblings[first : last + 1], scene.current)
        scene.chosen.emit(scene.current)

    def select_all(self) -> None:
        """All blocks of the network where the current one is."""
        scene, network = self._scene, block_paths.network_of(self._scene.current)
        scene.select([path for path in scene.paths() if network in ("", block_paths.network_of(path))], scene.current)
        scene.chosen.emit(scene.current)

    def _step(self, distance: int, *, extends: bool) -> None:
        paths, current = self._scene.paths(), self._scene.current
        if not paths:
            return
        if current in paths:
            at = min(len(paths) - 1, max(0, paths.index(current) + distance))
        else:
            at = 0 if distance > 0 else len(paths) - 1
        self.go_to(paths[at], extends=extends)

    def _outwards(self) -> None:
        """Fold a composite; from a block inside one, go to it."""
        scene = self._scene
        if scene.is_composite(scene.current) and not scene.is_folded(scene.current):
            scene.toggle_fold(scene.current)
        elif scene.current and (parent := block_paths.parent_of(scene.current)) is not None:
            self.go_to(parent)

    def _inwards(self) -> None:
        """Unfold a composite; from one that is unfolded, go to its first block."""
        scene = self._scene
        if scene.is_folded(scene.current):
            scene.toggle_fold(scene.current)
            return
        inside = [path for path in scene.paths() if path.startswith(f"{scene.current}.")] if scene.current else []
        if inside:
            self.go_to(inside[0])
