"""What a script takes over from our own files: definitions with all that they need, and methods as functions."""

import ast
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from graphlib import TopologicalSorter

from explorer.export.method_text import MethodText, method_text
from explorer.export.module_text import Imported, ModuleText, module_text, names_in, plain_text
from models.spec import Spec

# What scripts do in a simpler way than the program, all in one file.
REPLACEMENTS = "explorer.export.replaced"
REPLACED = {
    "explorer.folders.data_folder",
    "explorer.fetched.damaged",
    "explorer.datasets.digits.read_digits",
    "explorer.engine.learner.Learner",
    "models.modules.pretrained.read_weights",
    "models.text.shown",
}


@dataclass(frozen=True)
class _Definition:
    """One statement of the top level, or a method that has become a function; `line` orders those of one file."""

    module: str
    line: int
    text: str
    stands_apart: bool  # a function or a class


class Definitions:
    """Collects what a script has to hold; everything is added once, with all that it uses."""

    def __init__(self) -> None:
        self._imports: set[Imported] = set()
        self._constants: dict[str, str] = {}
        self._found: dict[str, _Definition] = {}  # by name in the script
        self._before: dict[str, set[str]] = {}  # module -> modules that have to stand before it
        self._taken: set[str] = set()

    def add(self, target: str) -> str:
        """A definition of one of our files, such as "models.modules.skip.SkipStack"; returns its name."""
        module, _, name = _replaced(target).rpartition(".")
        text = module_text(module)
        if name not in text.nodes:
            raise ValueError(f"{target} is no definition of {module}")
        node = text.nodes[name]
        if self._is_new(module, name, node.lineno):
            self._put(name, text, node, plain_text(module, name))
        return name

    def add_method(self, spec: Spec, method: str) -> str:
        """A method of a spec as a function: its settings become constants; returns the function's name."""
        return self._add_method(method_text(spec, method))

    def has_constant(self, name: str) -> bool:
        """Whether a setting has become a constant of that name."""
        return name in self._constants

    def take(self) -> list[str]:
        """What was added since the last time, constants first, in an order in which Python can read it."""
        constants = [text for name, text in self._constants.items() if name not in self._taken]
        # sorted, since the order of a set is another one in every process
        order = list(TopologicalSorter({one: sorted(before) for one, before in self._before.items()}).static_order())
        blocks = ["\n".join(constants)] if constants else []
        for module in order:
            blocks.extend(self._texts_of(module))
        self._taken |= {*self._found, *self._constants}
        return blocks

    def import_lines(self) -> list[list[str]]:
        """The imports: those of Python's own library, then the others, sorted as is usual."""
        own = {found for found in self._imports if found.module.partition(".")[0] in sys.stdlib_module_names}
        return [_import_lines(group) for group in (own, self._imports - own) if group]

    def libraries(self) -> set[str]:
        """The packages that have to be installed."""
        packages = {found.module.partition(".")[0] for found in self._imports}
        return packages - sys.stdlib_module_names

    def add_import(self, module: str, name: str | None = None, alias: str | None = None) -> None:
        """An import that the script's own text needs."""
        self._imports.add(Imported(module, name, alias or name or module))

    def _add_method(self, method: MethodText) -> str:
        if self._is_new(method.module.name, method.name, method.node.lineno):
            self._constants |= method.constants
            for used in method.methods:
                self._add_method(used)
            self._put(method.name, method.module, method.node, method.text)
        return method.name

    def _texts_of(self, module: str) -> Iterator[str]:
        new = [one for name, one in self._found.items() if one.module == module and name not in self._taken]
        found = sorted(new, key=lambda one: one.line)
        legend = module_text(module).legend if any(one.stands_apart for one in found) else ""
        lines = [f"# {line}".rstrip() for line in legend.splitlines()]
        for one in found:
            if not one.stands_apart:
                lines.append(one.text)
                continue
            if lines:
                yield "\n".join(lines)
                lines = []
            yield one.text
        if lines:
            yield "\n".join(lines)

    def _is_new(self, module: str, name: str, line: int) -> bool:
        self._before.setdefault(module, set())
        found = self._found.get(name)
        if found is not None and (found.module, found.line) != (module, line):
            raise ValueError(f"{module} and {found.module} both define {name}: a script cannot hold both")
        return found is None

    def _put(self, name: str, text: ModuleText, node: ast.stmt, written: str) -> None:
        apart = isinstance(node, ast.FunctionDef | ast.ClassDef)
        self._found[name] = _Definition(text.name, node.lineno, written, apart)
        for used in sorted(names_in(written) - self._constants.keys()):
            if used in text.nodes:
                self._add_ours(text, f"{text.name}.{used}")
            elif used in text.imports:
                self._add_imported(text, text.imports[used])

    def _add_imported(self, text: ModuleText, found: Imported) -> None:
        if found.is_ours:
            self._add_ours(text, found.target)
        else:
            self._imports.add(found)

    def _add_ours(self, text: ModuleText, target: str) -> None:
        self.add(target)
        module = _replaced(target).rpartition(".")[0]
        if module != text.name:
            self._before[text.name].add(module)


def _replaced(target: str) -> str:
    return f"{REPLACEMENTS}.{target.rpartition('.')[2]}" if target in REPLACED else target


def _import_lines(found: Iterable[Imported]) -> list[str]:
    plain = sorted({(one.module, one.alias) for one in found if one.name is None})
    lines = [f"import {module}" + (f" as {alias}" if alias != module else "") for module, alias in plain]
    by_module: dict[str, set[str]] = {}
    for one in found:
        if one.name is not None:
            written = one.name if one.alias == one.name else f"{one.name} as {one.alias}"
            by_module.setdefault(one.module, set()).add(written)
    return [*lines, *(f"from {module} import {', '.join(sorted(by_module[module]))}" for module in sorted(by_module))]
