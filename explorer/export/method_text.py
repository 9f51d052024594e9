"""A method of a spec as a function of a script: settings become constants, other methods functions of their own."""

import ast
import inspect
from collections.abc import Iterator
from functools import lru_cache
from textwrap import dedent
from typing import Any

from explorer.export.module_text import Change, ModuleText, module_text, names_in, plain_changes
from models.code import as_constant
from models.spec import Spec

RECORDED = "recorded"  # what a step has found, in scripts a dictionary that it returns


class MethodText:
    """`text` is the function; it uses `constants` (by name, as Python) and the functions of `methods`.

    A training step, which yields a phase after each of its parts, becomes a function that returns the metrics of all.

    Raises:
        ValueError: when the method does something that has no place in a script.
    """

    def __init__(self, spec: Spec, method: str, above: type | None = None) -> None:
        found = getattr(type(spec) if above is None else super(above, spec), method)
        owner, _, self._method = found.__qualname__.rpartition(".")
        self._spec = spec
        self.module: ModuleText = module_text(found.__module__)
        self._owner = owner
        self.node = _node(self.module, owner, method)
        self.name = _name(spec, f"plain_{method}" if above else method)
        self.constants: dict[str, str] = {}
        self.methods: list[MethodText] = []
        self.text = self._written()
        if "self" in names_in(self.text):
            raise ValueError(f"{owner}.{method} uses self in a way that a script cannot")

    def _written(self) -> str:
        changes = [*plain_changes(self.module, self.node), *self._of_head(), *self._of_self(), *self._of_yields()]
        start, end = self.module.span(self.node)
        text = dedent(self.module.text(start - self.node.col_offset, end, _outermost(changes))).rstrip("\n")
        return f"{text}\n    return {RECORDED}" if self._yields() else text

    def _of_head(self) -> Iterator[Change]:
        """The name, and no `self`."""
        start, _ = self.module.span(self.node)
        at = self.module.source.index(self._method, start)
        yield Change(at, at + len(self._method), self.name)
        start, end = self.module.span(self.node.args.args[0])
        after = self.module.source[end:]
        yield Change(start, end + len(after) - len(after.removeprefix(",").lstrip(" \n")), "")

    def _of_self(self) -> Iterator[Change]:
        for part in ast.walk(self.node):
            if not isinstance(part, ast.Attribute):
                continue
            match part.value:
                case ast.Name(id="self"):
                    yield Change(*self.module.span(part), self._attribute(part.attr))
                case ast.Call(func=ast.Name(id="super")):
                    yield Change(*self.module.span(part), self._add_method(part.attr, above=True))

    def _attribute(self, name: str) -> str:
        if inspect.isfunction(getattr(type(self._spec), name, None)):
            return self._add_method(name, above=False)
        field = type(self._spec).model_fields.get(name)
        constant = _name(self._spec, name).upper()
        about = (field.description if field else "") or ""
        self.constants[constant] = as_constant(constant, getattr(self._spec, name), about)
        return constant

    def _add_method(self, name: str, above: bool) -> str:
        owner = next(one for one in type(self._spec).__mro__ if one.__qualname__ == self._owner) if above else None
        method = method_text(self._spec, name, owner)
        self.methods.append(method)
        return method.name

    def _yields(self) -> list[ast.Yield | ast.YieldFrom]:
        return [part for part in ast.walk(self.node) if isinstance(part, ast.Yield | ast.YieldFrom)]

    def _of_yields(self) -> Iterator[Change]:
        if not self._yields():
            return
        for part in self._yields():
            yield self._without_phase(part)
        assert self.node.returns is not None
        yield Change(*self.module.span(self.node.returns), "dict[str, Tensor]")
        first = next(one for one in self.node.body if not isinstance(one, ast.Import | ast.ImportFrom | ast.Expr))
        start, _ = self.module.span(first)
        yield Change(start, start, f"{RECORDED}: dict[str, Tensor] = {{}}\n{' ' * first.col_offset}")

    def _without_phase(self, part: ast.Yield | ast.YieldFrom) -> Change:
        """`yield Phase(name, network, metrics)` as `recorded |= metrics`; without metrics it is left out."""
        start, end = self.module.span(part)
        match part:
            case ast.YieldFrom(value=ast.Call(func=ast.Attribute(value=ast.Name(id="learner")))):
                return Change(start, start + len("yield from "), "")  # a function of the script's learner
            case ast.YieldFrom():
                return Change(start, start + len("yield from "), f"{RECORDED} |= ")
        phase: Any = part.value
        metrics = [one.value for one in phase.keywords if one.arg == "metrics"] or phase.args[2:]
        if not metrics:
            return Change(start - part.col_offset, end + 1, "")
        first, last = self.module.span(metrics[0])
        return Change(start, end, f"{RECORDED} |= {self.module.text(first, last, list(self._inside(first, last)))}")

    def _inside(self, first: int, last: int) -> Iterator[Change]:
        return (change for change in self._of_self() if first <= change.start and change.end <= last)


@lru_cache(maxsize=256)
def method_text(spec: Spec, method: str, above: type | None = None) -> MethodText:
    """The function that a method becomes; `above` asks for the one that `super()` in that class means."""
    return MethodText(spec, method, above)


def _name(spec: Spec, attribute: str) -> str:
    """The name in a script, told apart from those of other specs by its kind."""
    return f"{getattr(spec, 'kind', type(spec).__name__.lower())}_{attribute.strip('_')}"


def _node(text: ModuleText, owner: str, method: str) -> ast.FunctionDef:
    body: Any = text.nodes[owner]
    (found,) = (node for node in body.body if isinstance(node, ast.FunctionDef) and node.name == method)
    return found


def _outermost(changes: list[Change]) -> list[Change]:
    """Without those that lie inside another one, which has taken them in already."""
    return [one for one in changes if not any(_holds(other, one) for other in changes)]


def _holds(outer: Change, inner: Change) -> bool:
    return outer is not inner and outer.start <= inner.start and inner.end <= outer.end and outer.end > outer.start
