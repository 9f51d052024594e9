"""Brings the translation file up to date with the program: adds what is new, drops what is gone, keeps what is done.

Run it as `python assets/translations/update.py`; it names what is still to be translated. Sentences come from
1. the window: literals handed to tr() and bind(), and to functions of the same file that hand a parameter on to them;
2. models and explorer: literals handed to Text(), problems, and what the catalogues say of themselves.
"""

import ast
import importlib
import inspect
import pkgutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Literal, get_args, get_origin
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parents[2]
FILE = Path(__file__).with_name("neural_explorer_zh_CN.ts")
CONTEXT = "neural_explorer"
LITERAL_ARGUMENT = {"tr": 0, "bind": 2, "Text": 0}


def sentences() -> dict[str, str]:
    """Every sentence that the program shows, with the place where it stands."""
    found: dict[str, str] = {}
    for folder in ("models", "explorer", "ui"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            for sentence in literals(ast.parse(path.read_text("utf-8"))):
                found.setdefault(sentence, path.relative_to(ROOT).as_posix())
    for sentence, place in catalogue_sentences():
        found.setdefault(sentence, place)
    return {sentence: place for sentence, place in found.items() if any(letter.isalpha() for letter in sentence)}


def literals(tree: ast.Module) -> Iterator[str]:
    """Sentences in one file's calls, and in its constants and class variables that are named as sources."""
    takers = LITERAL_ARGUMENT | dict(_source_parameters(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            places = takers.get(name, ())
            for place in [places] if isinstance(places, int) else places:
                if place < len(node.args):
                    yield from _strings(node.args[place])
            yield from (text for word in node.keywords if _is_source(word.arg or "") for text in _strings(word.value))
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            if node.value is not None and any(_is_source(getattr(target, "id", "")) for target in targets):
                yield from _strings(node.value)


def catalogue_sentences() -> Iterator[tuple[str, str]]:
    """What specs, fields, options, problems, views and the gallery say of themselves."""
    from explorer.alarms import ALARMS
    from explorer.dataset import SPLITS
    from explorer.datasets import DATASETS
    from explorer.gallery import cards
    from explorer.jobs.job import Job
    from models.network import ARCHITECTURES
    from models.problem import ProblemKind
    from models.spec import Spec
    from ui.views import VIEWS

    for module in _core_modules():
        for value in vars(module).values():
            if isinstance(value, ProblemKind):
                yield value.message, module.__name__
                yield value.remedy, module.__name__
        yield from ((label, module.__name__) for label in getattr(module, "OPTION_LABELS", {}).values())
    for spec in _descendants(Spec):
        yield from ((text, spec.__module__) for text in (spec.label, spec.about))
        for field in spec.model_fields.values():
            yield from ((text, spec.__module__) for text in (field.title or "", field.description or ""))
    for view in VIEWS:
        yield from ((text, view.__module__) for text in (view.title, view.about))
    for alarm in ALARMS:
        yield from ((text, alarm.__module__) for text in (alarm.label, alarm.about))
    yield from ((job.title, job.__module__) for job in _descendants(Job))
    for dataset in DATASETS:
        yield from ((name, dataset.__module__) for data in _chosen(dataset) for name in data.facts().class_names)
    yield from ((word, "explorer/dataset.py") for word in SPLITS)
    yield from ((part, "models/network.py") for kind in ARCHITECTURES for part in kind.parts)
    for card in cards():
        yield from ((text, "assets/experiments") for text in (card.title, card.summary, card.family, card.data))


def read(path: Path = FILE) -> dict[str, str]:
    """The finished translations of a file."""
    if not path.is_file():
        return {}
    messages = ElementTree.parse(path).getroot().iter("message")
    pairs = ((message.findtext("source") or "", message.findtext("translation") or "") for message in messages)
    return {source: translation for source, translation in pairs if translation}


def write(found: dict[str, str], translations: dict[str, str], path: Path = FILE) -> None:
    """Write the sentences in order of their places; those without a translation are marked as unfinished."""
    root = ElementTree.Element("TS", version="2.1", language="zh_CN", sourcelanguage="en")
    context = ElementTree.SubElement(root, "context")
    ElementTree.SubElement(context, "name").text = CONTEXT
    for sentence, place in sorted(found.items(), key=lambda entry: (entry[1], entry[0])):
        message = ElementTree.SubElement(context, "message")
        ElementTree.SubElement(message, "location", filename=place)
        ElementTree.SubElement(message, "source").text = sentence
        translation = ElementTree.SubElement(message, "translation")
        if sentence in translations:
            translation.text = translations[sentence]
        else:
            translation.set("type", "unfinished")
    ElementTree.indent(root)
    text = ElementTree.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', "utf-8")


def main() -> int:
    """Update the file; 1 when something is still to be translated."""
    found, translations = sentences(), read()
    write(found, translations)
    missing = [sentence for sentence in found if sentence not in translations]
    for sentence in missing:
        print(f"{found[sentence]}: {sentence}")  # noqa: T201 - the script's answer
    return 1 if missing else 0


def _is_source(name: str) -> bool:
    return name == "source" or name.endswith(("_source", "_SOURCES", "_SOURCE"))


def _source_parameters(tree: ast.Module) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Functions and classes that hand parameters on to tr() or bind(), and where those stand in a call."""
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef(name=name) if name not in (*LITERAL_ARGUMENT, "__init__"):
                yield name, _handed_on(node)
            case ast.ClassDef(name=name, body=body):
                yield from ((name, _handed_on(item)) for item in body if getattr(item, "name", "") == "__init__")


def _handed_on(function: ast.AST) -> tuple[int, ...]:
    """Which positional parameters of a function become the sentence of a call to tr() or bind() inside it."""
    assert isinstance(function, ast.FunctionDef)
    names = [argument.arg for argument in function.args.args if argument.arg not in ("self", "cls")]
    calls = [node for node in ast.walk(function) if isinstance(node, ast.Call)]
    handed = {
        getattr(call.args[place], "id", "")
        for call in calls
        if (place := LITERAL_ARGUMENT.get(getattr(call.func, "id", ""), 99)) < len(call.args)
    }
    return tuple(index for index, name in enumerate(names) if name in handed or _is_source(name))


def _strings(node: ast.AST) -> Iterator[str]:
    """String literals in an argument: itself, both sides of a condition, or the members of a container."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=body, orelse=orelse):
            yield from (*_strings(body), *_strings(orelse))
        case ast.Dict(values=values):
            yield from (text for value in values for text in _strings(value))
        case ast.Tuple(elts=members) | ast.List(elts=members):
            yield from (text for member in members for text in _strings(member))


def _chosen(dataset: Any) -> Iterator[Any]:
    """The data with every choice of their settings, some of which have other classes."""
    for name, field in dataset.model_fields.items():
        choices = get_args(field.annotation) if get_origin(field.annotation) is Literal else ()
        yield from (dataset.model_validate({name: choice}) for choice in choices)


def _core_modules() -> Iterable[object]:
    """Every module of models and explorer."""
    for package in ("models", "explorer"):
        top = importlib.import_module(package)
        for info in pkgutil.walk_packages(top.__path__, f"{package}."):
            if not info.name.endswith("__main__"):
                yield importlib.import_module(info.name)


def _descendants(kind: type) -> "Iterator[type]":
    for child in kind.__subclasses__():
        if not inspect.isabstract(child) and child.__module__.startswith(("models.", "explorer.", "ui.")):
            yield child
        yield from _descendants(child)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())
