"""Copy or save what one looks at, as a picture or as numbers: a view, or a panel of the Data page."""

from pathlib import Path
from typing import TYPE_CHECKING

from models.problem import InputError
from ui.dialogs.problem_dialog import show_problems
from ui.dialogs.save_dialog import ask_where_to_save
from ui.text import tr

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.pane import Pane


class ViewCommands:
    """Works on the view that has the keyboard, else the one under the mouse, else the first one visible; on the Data
    page, on the panel in front."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window

    def copy_picture(self) -> None:
        """Its picture, to the clipboard."""
        from ui.pane_export import copy_picture

        view = self._pane()
        if view is not None:
            copy_picture(view)
            self._window.status.show_note(tr("{view} copied as a picture", view=tr(view.title)))

    def copy_numbers(self) -> None:
        """Its numbers, to the clipboard."""
        from ui.pane_export import copy_numbers

        view = self._pane()
        if view is not None:
            source = "{view} copied as numbers" if copy_numbers(view) else "{view} shows no numbers yet"
            self._window.status.show_note(tr(source, view=tr(view.title)))

    def save(self) -> None:
        """Its picture or numbers, to a file whose name tells the format."""
        from ui.pane_export import SUFFIXES

        view = self._pane()
        if view is None:
            return
        path = ask_where_to_save(self._window, tr("Save the view"), f"{view.kind}.png", *SUFFIXES)
        if path is not None:
            self.save_to(view, path)

    def save_to(self, pane: "Pane", path: Path) -> None:
        """Write the view, or say why it cannot be written."""
        from ui.pane_export import save_pane

        try:
            save_pane(pane, path)
        except InputError as error:
            self._window.tell(show_problems(self._window, error.problems))
            return
        self._window.status.show_note(tr("{file} saved", file=path.name))

    def _pane(self) -> "Pane | None":
        pane = self._window.pane()
        if pane is None:
            self._window.status.show_note(tr("No view is here that could be copied"))
        return pane
