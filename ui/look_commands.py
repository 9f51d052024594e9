"""How the window looks: theme, language and scale, changed live and remembered."""

from PySide6.QtWidgets import QApplication

from ui import theme as themes
from ui.settings import Settings
from ui.text import language

ZOOM = 1.125


class LookCommands:
    """Changes the look for the whole program."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def choose_theme(self, name: themes.ThemeName) -> None:
        """Another theme from now on."""
        self._settings.theme = name
        self._apply(name, None)

    def switch_language(self) -> None:
        """The other language from now on; what runs goes on."""
        language.switch("en" if language.name == "zh_CN" else "zh_CN")
        self._settings.language = language.name

    def larger(self) -> None:
        self._scale(themes.theme.scale * ZOOM)

    def smaller(self) -> None:
        self._scale(themes.theme.scale / ZOOM)

    def usual_size(self) -> None:
        self._scale(1.0)

    def follow_system(self) -> None:
        """The system's own scheme is another one now."""
        if themes.theme.name == "system":
            self._apply("system", None)

    def _scale(self, scale: float) -> None:
        self._apply(themes.theme.name, scale)
        self._settings.scale = themes.theme.scale

    def _apply(self, name: themes.ThemeName, scale: float | None) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        themes.apply(app, name, scale)
