"""Copy or save the view that one looks at, as a picture or as numbers."""

from pathlib import Path
from typing import TYPE_CHECKING

from models.problem import InputError
from ui.dialogs.problem_dialog import show_problems
from ui.dialogs.save_dialog import ask_where_to_save
from ui.text import tr

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.view import View


class ViewCommands:
    """Works on the view that has the keyboard, else the one under the mouse, else the first one visible."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window

    def copy_picture(self) -> None:
        """Its picture, to the clipboard."""
        from ui.view_export import copy_picture

        view = self._view()
        if view is not None:
            copy_picture(view)
            self._window.status.show_note(tr("{view} copied as a picture", view=tr(view.title)))

    def copy_numbers(self) -> None:
        """Its numbers, to the clipboard."""
        from ui.view_export import copy_numbers

        view = self._view()
        if view is not None:
            source = "{view} copied as numbers" if copy_numbers(view) else "{view} shows no numbers yet"
            self._window.status.show_note(tr(source, view=tr(view.title)))

    def save(self) -> None:
        """Its picture or numbers, to a file whose name tells the format."""
        from ui.view_export import SUFFIXES

        view = self._view()
        if view is None:
            return
        path = ask_where_to_save(self._window, tr("Save the view"), f"{view.kind}.png", *SUFFIXES)
        if path is not None:
            self.save_to(view, path)

    def save_to(self, view: "View", path: Path) -> None:
        """Write the view, or say why it cannot be written."""
        from ui.view_export import save_view

        try:
            save_view(view, path)
        except InputError as error:
            self._window.tell(show_problems(self._window, error.problems))
            return
        self._window.status.show_note(tr("{file} saved", file=path.name))

    def _view(self) -> "View | None":
        if not self._window.is_training_page:
            return None
        return self._window.workspace.train_page.docks.focused_view()
