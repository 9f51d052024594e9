"""Asks where to save: a name has its suffix before the dialog asks whether that file may be replaced."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def ask_where_to_save(parent: QWidget, title: str, suggestion: str, *suffixes: str) -> Path | None:
    """The file that a person wants, None for none; without a suffix it gets the one that is chosen of `suffixes`."""
    filters = {f"{suffix[1:].upper()} (*{suffix})": suffix for suffix in suffixes}
    dialog = QFileDialog(parent, title, "", ";;".join(filters))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suffixes[0])
    dialog.filterSelected.connect(lambda name: dialog.setDefaultSuffix(filters[name]))
    dialog.selectFile(suggestion)
    is_sure, names = bool(dialog.exec()), dialog.selectedFiles()
    dialog.deleteLater()
    return Path(names[0]) if is_sure and names else None
