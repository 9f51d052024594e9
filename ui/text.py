"""Words on screen: translated where they are shown, and shown again when the language changes."""

import weakref
from collections.abc import Callable, Mapping

from PySide6.QtCore import SIGNAL, QCoreApplication, QLibraryInfo, QObject, QTranslator, Signal

from explorer.translations import CONTEXT, Language, load_translations
from models.text import Text, shown


class _Catalogue(QTranslator):
    """Hands the program's own translations to Qt, without a compiled file."""

    def __init__(self, sentences: Mapping[str, str]) -> None:
        super().__init__()
        self._sentences = sentences

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        """The translation, or nothing, so that Qt shows the source."""
        return self._sentences.get(source, "") if context == CONTEXT else ""

    def isEmpty(self) -> bool:
        return not self._sentences


class _Language(QObject):
    """Tells everybody who shows words that the language is another one now."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.name: Language = "en"
        self._translators: list[QTranslator] = []

    def switch(self, name: Language) -> None:
        """Show everything in this language from now on; Qt's own dialogs follow."""
        if name == self.name:
            return
        self.name = name
        for translator in self._translators:
            QCoreApplication.removeTranslator(translator)
        self._translators = [] if name == "en" else [_Catalogue(load_translations(name)), _qt_translator(name)]
        for translator in self._translators:
            QCoreApplication.installTranslator(translator)
        self.changed.emit()


language = _Language()


def _qt_translator(name: Language) -> QTranslator:
    translator = QTranslator()
    translator.load(f"qtbase_{name}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    return translator


def tr(source: str, **params: object) -> str:
    """The sentence in the window's language, its parameters filled in. `source` is English and a literal."""
    translated = QCoreApplication.translate(CONTEXT, source)
    return translated.format(**{name: _shown(value) for name, value in params.items()}) if params else translated


def say(text: Text) -> str:
    """A sentence that came from models or explorer, in the window's language."""
    return tr(text.source, **text.params)


def bind(widget: QObject, setter: str, source: str, **params: object) -> None:
    """Call widget.setter(tr(source, ...)) now and after every change of language, as long as the widget lives."""
    _apply_and_follow(widget, lambda alive: getattr(alive, setter)(tr(source, **params)))


def follow_language(owner: QObject, refresh: Callable[[], None]) -> None:
    """Call refresh() after every change of language as long as its owner lives; refresh is a method of the owner."""
    method = weakref.WeakMethod(refresh)

    def again() -> None:
        alive = method()
        if alive is not None:
            alive()

    QObject.connect(language, SIGNAL("changed()"), owner, again)  # Qt disconnects it when the owner is destroyed


def _apply_and_follow(widget: QObject, apply: Callable[[QObject], None]) -> None:
    reference = weakref.ref(widget)

    def again() -> None:
        alive = reference()
        if alive is not None:
            apply(alive)

    apply(widget)
    QObject.connect(language, SIGNAL("changed()"), widget, again)


def _shown(value: object) -> str:
    return say(value) if isinstance(value, Text) else shown(value)
