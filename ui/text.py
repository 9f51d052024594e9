"""Words on screen: translated where they are shown, and shown again when the language changes."""

import weakref
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Signal

from models.text import Text, shown

CONTEXT = "neural_explorer"


class _Language(QObject):
    """Tells everybody who shows words that the language is another one now."""

    changed = Signal()


language = _Language()


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

    language.changed.connect(owner, again)  # disconnected by Qt when the owner is destroyed


def _apply_and_follow(widget: QObject, apply: Callable[[QObject], None]) -> None:
    reference = weakref.ref(widget)

    def again() -> None:
        alive = reference()
        if alive is not None:
            apply(alive)

    apply(widget)
    language.changed.connect(widget, again)


def _shown(value: object) -> str:
    return say(value) if isinstance(value, Text) else shown(value)
