"""What the window remembers from one day to the next: theme, language, scale, budget, recent files, layouts."""

from pathlib import Path
from typing import cast

from PySide6.QtCore import QByteArray, QSettings

from explorer.engine.budget import BUDGET
from explorer.folders import config_folder
from explorer.translations import LANGUAGES, Language, preferred_language
from ui.theme import ThemeName

LAYOUT_VERSION = 2  # raise it when docks change their names; older layouts are then forgotten
MAX_RECENT = 8
UNLIMITED = "unlimited"


class Settings:
    """The window's settings file, by default in the configuration folder. Values of the wrong type count as absent."""

    def __init__(self, folder: Path | None = None) -> None:
        self._file = QSettings(str((folder or config_folder()) / "window.ini"), QSettings.Format.IniFormat)

    @property
    def theme(self) -> ThemeName:
        value = self._text("theme")
        return cast(ThemeName, value) if value in ("system", "dark", "light") else "dark"

    @theme.setter
    def theme(self, name: ThemeName) -> None:
        self._file.setValue("theme", name)

    @property
    def language(self) -> Language:
        value = self._text("language")
        return value if value in LANGUAGES else preferred_language()

    @language.setter
    def language(self, name: Language) -> None:
        self._file.setValue("language", name)

    @property
    def scale(self) -> float:
        try:
            return float(self._text("scale"))
        except ValueError:
            return 1.0

    @scale.setter
    def scale(self, scale: float) -> None:
        self._file.setValue("scale", scale)

    @property
    def budget(self) -> float | None:
        """The share of the time that looking may take; None without a limit."""
        value = self._text("budget")
        try:
            return None if value == UNLIMITED else min(1.0, max(0.001, float(value)))
        except ValueError:
            return BUDGET

    @budget.setter
    def budget(self, share: float | None) -> None:
        self._file.setValue("budget", UNLIMITED if share is None else share)

    @property
    def recent(self) -> tuple[Path, ...]:
        """Files opened or saved last, newest first; those that are gone are left out."""
        paths = (Path(line) for line in self._text("recent").splitlines() if line)
        return tuple(path for path in paths if path.is_file())

    def remember_recent(self, path: Path) -> None:
        """Put a file first among the recent ones."""
        others = (known for known in self.recent if known != path)
        self._file.setValue("recent", "\n".join(map(str, [path, *others][:MAX_RECENT])))

    def forget_recent(self) -> None:
        """Empty the list of recent files."""
        self._file.remove("recent")

    def layout(self, name: str) -> QByteArray:
        """A remembered arrangement of docks or window, empty when there is none."""
        value = self._file.value(f"layout-{LAYOUT_VERSION}/{name}", QByteArray())
        return value if isinstance(value, QByteArray) else QByteArray()

    def remember_layout(self, name: str, state: QByteArray) -> None:
        """Keep an arrangement of docks or window under this name."""
        self._file.setValue(f"layout-{LAYOUT_VERSION}/{name}", state)

    def forget_layout(self, name: str) -> None:
        """Go back to the arrangement that the program comes with."""
        self._file.remove(f"layout-{LAYOUT_VERSION}/{name}")

    def save(self) -> None:
        """Write everything to the file now."""
        self._file.sync()

    def _text(self, key: str) -> str:
        return str(self._file.value(key, "", type=str))
