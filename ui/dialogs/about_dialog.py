"""What this program is, in which version, and under which licences."""

import platform
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QMessageBox, QWidget

from ui.text import tr


def show_about(parent: QWidget) -> QMessageBox:
    """Open the page beside the window's work."""
    versions = f"Python {platform.python_version()} · Qt {qVersion()}"
    words = tr("Assemble a network, train it, and see inside it while it learns.")
    licences = tr("MIT licence. Qt is used under the LGPL, the typeface Inter under the SIL Open Font License.")
    title, name = tr("About Neural Explorer"), f"Neural Explorer {_version()}"
    box = QMessageBox(QMessageBox.Icon.NoIcon, title, name, parent=parent)
    box.setInformativeText(f"{words}\n\n{versions}\n\n{licences}")
    box.open()
    return box


def _version() -> str:
    try:
        return version("neural-explorer")
    except PackageNotFoundError:
        return ""
