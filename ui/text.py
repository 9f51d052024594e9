"""Words on screen: translated where they are shown, and shown again when the language changes."""

import weakref
from collections.abc import Callable, Mapping

from PySide6.QtCore import SIGNAL, QCoreApplication, QLibraryInfo, QObject, QTranslator, Signal

from explorer.translations import Language, load_translations
from models.text import Text, shown


class _Language(QObject):
    """Tells everybody who shows words that the language is another one now."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.name: Language = "en"
        self.sentences: Mapping[str, str] = {}  # English source text -> text in this language
        self._qt_sentences: QTranslator | None = None

    def switch(self, name: Language) -> None:
        """Show everything in this language from now on; Qt's own dialogs follow."""
        if name == self.name:
            return
        self.name, self.sentences = name, load_translations(name)
        if self._qt_sentences is not None:
            QCoreApplication.removeTranslator(self._qt_sentences)
        self._qt_sentences = _qt_translator(name) if name != "en" else None
        if self._qt_sentences is not None:
            QCoreApplication.installTranslator(self._qt_sentences)
        self.changed.emit()


language = _Language()


def _qt_translator(name: Language) -> QTranslator:
    translator = QTranslator()
    translator.load(f"qtbase_{name}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    return translator


def tr(source: str, **params: object) -> str:
    """The sentence in the window's language, its parameters filled in. `source` is English and a literal."""
    translated = language.sentences.get(source, source)
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
