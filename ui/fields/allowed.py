"""What an annotation of a spec allows, as plain facts that a field can be chosen by."""

import types
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from models.spec import Spec


@dataclass(frozen=True)
class Bounds:
    """The smallest and largest number that is allowed; `above` and `below` are themselves not allowed."""

    at_least: float | None = None
    at_most: float | None = None
    above: float | None = None
    below: float | None = None

    def admit(self, number: float) -> bool:
        """Whether that number lies within."""
        return (
            (self.at_least is None or number >= self.at_least)
            and (self.at_most is None or number <= self.at_most)
            and (self.above is None or number > self.above)
            and (self.below is None or number < self.below)
        )


@dataclass(frozen=True)
class Allowed:
    """All that one field may hold: a union of the parts that are set.

    `number` and `item` (of a tuple of numbers) are int or float, `words` the values of a Literal, `members` the
    specs of a tagged union.
    """

    number: type | None = None
    bounds: Bounds = Bounds()
    words: tuple[str, ...] = ()
    switch: bool = False
    text: bool = False
    max_length: int | None = None
    item: type | None = None
    members: tuple[type[Spec], ...] = ()
    optional: bool = False

    @property
    def anything(self) -> bool:
        """Whether a form has a field for this at all."""
        return bool(self.number or self.words or self.switch or self.text or self.item or self.members)


def allowed_by(info: FieldInfo) -> Allowed:
    """What a field of a spec may hold; constraints on the field itself count for its numbers and texts."""
    return _with_constraints(_of(info.annotation), info.metadata)


def longest(spec: type[BaseModel], name: str) -> int:
    """How many characters a text of a spec may have."""
    return allowed_by(spec.model_fields[name]).max_length or 0


def _of(annotation: Any) -> Allowed:
    allowed = Allowed()
    for part in _parts(annotation):
        allowed = _merged(allowed, _of_part(part))
    return allowed


def _parts(annotation: Any) -> Iterator[Any]:
    if get_origin(annotation) in (Union, types.UnionType):
        for part in get_args(annotation):
            yield from _parts(part)
    else:
        yield annotation


def _of_part(part: Any) -> Allowed:
    origin = get_origin(part)
    if origin is Annotated:
        inner, *constraints = get_args(part)
        return _with_constraints(_of(inner), constraints)
    if origin is Literal:
        return Allowed(words=tuple(word for word in get_args(part) if isinstance(word, str)))
    if origin is tuple:
        item = get_args(part)[0]
        inner = _of(item)
        return Allowed(item=inner.number, bounds=inner.bounds) if inner.number else Allowed()
    if part is bool:
        return Allowed(switch=True)
    if part in (int, float):
        return Allowed(number=part)
    if part is str:
        return Allowed(text=True)
    if part is type(None):
        return Allowed(optional=True)
    if isinstance(part, type) and issubclass(part, Spec) and "kind" in part.model_fields:
        return Allowed(members=(part,))
    return Allowed()


def _merged(one: Allowed, other: Allowed) -> Allowed:
    return Allowed(
        number=one.number or other.number,
        bounds=one.bounds if one.number or one.item else other.bounds,
        words=one.words + other.words,
        switch=one.switch or other.switch,
        text=one.text or other.text,
        max_length=one.max_length or other.max_length,
        item=one.item or other.item,
        members=one.members + other.members,
        optional=one.optional or other.optional,
    )


def _with_constraints(allowed: Allowed, constraints: list[Any]) -> Allowed:
    for constraint in constraints:
        for inner in constraint.metadata if isinstance(constraint, FieldInfo) else [constraint]:
            allowed = replace(
                allowed,
                bounds=_with_bound(allowed.bounds, inner),
                max_length=getattr(inner, "max_length", None) or allowed.max_length,
            )
    return allowed


def _with_bound(bounds: Bounds, constraint: object) -> Bounds:
    return Bounds(
        at_least=getattr(constraint, "ge", bounds.at_least),
        at_most=getattr(constraint, "le", bounds.at_most),
        above=getattr(constraint, "gt", bounds.above),
        below=getattr(constraint, "lt", bounds.below),
    )
