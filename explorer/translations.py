"""One file of translations for the window and the command line: English source text to another language."""

import locale
import os
from functools import cache
from typing import Literal, get_args
from xml.etree import ElementTree

from explorer.assets import assets_folder
from models.text import Text, shown

CONTEXT = "neural_explorer"

Language = Literal["en", "zh_CN"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


@cache
def load_translations(language: str) -> dict[str, str]:
    """English source text -> text in `language`; empty for English and for a language that has no file.

    Unfinished and vanished entries are left out, so that the English text stands for them.
    """
    path = assets_folder() / "translations" / f"neural_explorer_{language}.ts"
    if not path.is_file():
        return {}
    translations: dict[str, str] = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        if context.findtext("name") == CONTEXT:
            translations |= dict(_entries(context))
    return translations


def translate(text: Text | str, language: str) -> str:
    """A sentence in `language` with its parameters filled in; parameters that are texts are translated too."""
    source, params = (text.source, text.params) if isinstance(text, Text) else (text, {})
    template = load_translations(language).get(source, source)
    if not isinstance(text, Text):
        return template
    return template.format(**{name: _shown(value, language) for name, value in params.items()})


def preferred_language() -> Language:
    """What NEURAL_EXPLORER_LANGUAGE asks for, else Chinese where the locale is Chinese, else English."""
    wish = os.environ.get("NEURAL_EXPLORER_LANGUAGE") or _locale_name()
    return "zh_CN" if wish.lower().startswith("zh") else "en"


def _entries(context: ElementTree.Element) -> list[tuple[str, str]]:
    return [
        (source, translation.text)
        for message in context.iter("message")
        if (source := message.findtext("source")) is not None
        and (translation := message.find("translation")) is not None
        and translation.get("type") is None
        and translation.text
    ]


def _locale_name() -> str:
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            return value
    return locale.getlocale()[0] or ""


def _shown(value: object, language: str) -> str:
    return translate(value, language) if isinstance(value, Text) else shown(value)
