"""One of our own files as text: its definitions, what each of them uses, and the comments that belong to them.

Files are read, never imported: the window shows scripts too, and has no torch.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

OUR_PACKAGES = ("models", "explorer")
_ROOT = Path(__file__).resolve().parents[2]  # the folder that holds our packages, installed or not

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Imported:
    """`from module import name as alias`; without a name, `import module as alias`."""

    module: str
    name: str | None
    alias: str

    @property
    def is_ours(self) -> bool:
        return self.module.partition(".")[0] in OUR_PACKAGES

    @property
    def target(self) -> str:
        return f"{self.module}.{self.name}"


@dataclass(frozen=True)
class Change:
    """Characters from `start` to `end` become `text`."""

    start: int
    end: int
    text: str


class ModuleText:
    """The top level of one file. Offsets count characters of `source`."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.source = (_ROOT / f"{name.replace('.', '/')}.py").read_text(encoding="utf-8")
        self._starts = _line_starts(self.source)
        tree = ast.parse(self.source)
        self.nodes = {name: node for node in tree.body for name in _defined(node)}
        self.imports = {found.alias: found for node in _statements(tree) for found in _imported(node)}
        self.legend = _legend(tree, self.source)

    def offset(self, line: int, column: int) -> int:
        """Where a place that `ast` names stands in `source`; columns of `ast` count bytes."""
        start = self._starts[line - 1]
        text = self.source[start:].partition("\n")[0]
        return start + len(text.encode()[:column].decode())

    def span(self, node: ast.AST) -> tuple[int, int]:
        """The node's own characters, decorators included."""
        decorators = getattr(node, "decorator_list", [])
        first = decorators[0].lineno if decorators else node.lineno  # type: ignore[attr-defined]
        column = 0 if decorators else node.col_offset  # type: ignore[attr-defined]
        start = self._starts[first - 1] if decorators else self.offset(first, column)
        return start, self.offset(node.end_lineno, node.end_col_offset)  # type: ignore[attr-defined]

    def whole(self, node: ast.stmt) -> tuple[int, int]:
        """A statement of the top level in full lines, with the comment right above it."""
        start, end = self.span(node)
        line = self.source.count("\n", 0, start)
        while line and self.source[self._starts[line - 1] :].startswith("#"):
            line -= 1
        end_of_line = self.source.find("\n", end)
        return self._starts[line], len(self.source) if end_of_line < 0 else end_of_line

    def text(self, start: int, end: int, changes: list[Change]) -> str:
        """The characters from `start` to `end` with these changes."""
        parts, at = [], start
        for change in sorted(changes, key=lambda change: change.start):
            parts += [self.source[at : change.start], change.text]
            at = change.end
        return "".join([*parts, self.source[at:end]])


@cache
def module_text(name: str) -> ModuleText:
    """The file of one of our modules."""
    return ModuleText(name)


@cache
def plain_text(module: str, name: str) -> str:
    """A definition as a script holds it."""
    text = module_text(module)
    node = text.nodes[name]
    start, end = text.whole(node)
    return text.text(start, end, list(plain_changes(text, node)))


@lru_cache(maxsize=1024)
def names_in(text: str) -> frozenset[str]:
    """Every name that a piece of Python mentions."""
    return frozenset(names_used(ast.parse(text)))


def names_used(node: ast.AST) -> set[str]:
    """Every name that a statement mentions, in quoted annotations too."""
    found = {name.id for name in ast.walk(node) if isinstance(name, ast.Name)}
    for annotation in quoted_annotations(node):
        found |= names_used(ast.parse(str(annotation.value), mode="eval"))
    return found


def quoted_annotations(node: ast.AST) -> Iterator[ast.Constant]:
    """Annotations of arguments, results and variables, or parts of them, that are written as texts."""
    for part in ast.walk(node):
        annotation = part.returns if isinstance(part, Function) else getattr(part, "annotation", None)
        if isinstance(annotation, ast.AST):
            yield from _texts_in(annotation)


def _texts_in(annotation: ast.AST) -> Iterator[ast.Constant]:
    match annotation:
        case ast.Constant(value=str()):
            yield annotation
        case ast.Subscript(value=ast.Name(id="Literal")):
            return
        case _:
            for part in ast.iter_child_nodes(annotation):
                yield from _texts_in(part)


def plain_changes(text: ModuleText, node: ast.AST) -> Iterator[Change]:
    """Annotations lose their quotes, and imports inside functions go to the top of the script."""
    for annotation in quoted_annotations(node):
        start, end = text.span(annotation)
        yield Change(start, end, str(annotation.value))
    for part in getattr(node, "body", ()):
        if isinstance(part, ast.Import | ast.ImportFrom):
            start, end = text.span(part)
            rest = text.source[end:]
            yield Change(start - part.col_offset, end + len(rest) - len(rest.lstrip("\n")), "")


def _defined(node: ast.stmt) -> Iterator[str]:
    match node:
        case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
            yield name
        case ast.AnnAssign(target=ast.Name(id=name)):
            yield name
        case ast.Assign(targets=targets):
            for target in targets:
                yield from (part.id for part in ast.walk(target) if isinstance(part, ast.Name))


def _statements(tree: ast.Module) -> Iterator[ast.stmt]:
    """Where imports that a script takes over may stand: the top level, TYPE_CHECKING, the beginning of functions."""
    for node in tree.body:
        yield node
        if isinstance(node, ast.If | ast.FunctionDef):
            yield from node.body
        elif isinstance(node, ast.ClassDef):
            for method in node.body:
                yield from method.body if isinstance(method, ast.FunctionDef) else ()


def _imported(node: ast.AST) -> Iterator[Imported]:
    match node:
        case ast.ImportFrom(module=str(module), names=names):
            yield from (Imported(module, one.name, one.asname or one.name) for one in names)
        case ast.Import(names=names):
            yield from (Imported(one.name, None, one.asname or one.name.partition(".")[0]) for one in names)


def _legend(tree: ast.Module, source: str) -> str:
    """What the file's letters mean, such as "B batch, T positions": the docstring's rest, or the comment after it."""
    docstring = ast.get_docstring(tree) or ""
    rest = docstring.partition("\n\n")[2].strip()
    if rest:
        return rest
    lines = source.splitlines()[tree.body[0].end_lineno or 0 : tree.body[1].lineno - 1] if len(tree.body) > 1 else []
    return "\n".join(line.removeprefix("#").strip() for line in lines if line.startswith("#"))


def _line_starts(source: str) -> list[int]:
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    return starts
