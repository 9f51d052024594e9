"""The catalogue of fields: which one edits what an annotation allows."""

from ui.fields.allowed import Allowed
from ui.fields.choice import ChoiceField
from ui.fields.field import Field
from ui.fields.integer import IntegerField
from ui.fields.kind import KindField
from ui.fields.number import NumberField
from ui.fields.numbers import NumbersField
from ui.fields.optional import OptionalField
from ui.fields.size import SizeField
from ui.fields.switch import SwitchField
from ui.fields.text import TextField


def field_for(allowed: Allowed, default: object) -> Field:
    """A new field for what an annotation allows; `default` is what its spec starts with.

    Raises:
        LookupError: when no field can edit that.
    """
    if allowed.members:
        return KindField(allowed.members, allowed.optional)
    field = _plain_field(allowed, default)
    if not allowed.optional:
        return field
    return OptionalField(field, default if default is not None else _smallest(allowed))


def _plain_field(allowed: Allowed, default: object) -> Field:
    if allowed.switch:
        return SwitchField()
    if allowed.number is int and allowed.words:
        first = default if isinstance(default, int) else _smallest(allowed)
        return SizeField(allowed.words, IntegerField(allowed.bounds), first)
    if allowed.words:
        return ChoiceField(allowed.words)
    if allowed.number is int:
        return IntegerField(allowed.bounds)
    if allowed.number is float:
        return NumberField(allowed.bounds)
    if allowed.item is int:
        return NumbersField(allowed.bounds)
    if allowed.text:
        return TextField(allowed.max_length)
    raise LookupError(f"no field can edit {allowed}")


def _smallest(allowed: Allowed) -> int:
    bounds = allowed.bounds
    return int(bounds.at_least) if bounds.at_least is not None else int(bounds.above or 0) + 1
