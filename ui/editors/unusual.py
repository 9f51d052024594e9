"""The settings of a spec that are not as usual, as short rows: title and value."""

from collections.abc import Sequence

from models.spec import Spec
from models.text import shown
from ui.fields.option_labels import option_text
from ui.text import tr


def unusual(spec: Spec, names: Sequence[str] = ()) -> list[tuple[str, str]]:
    """Titled fields whose value is not the default, in the window's language; `names` are those to look at."""
    fields = type(spec).model_fields
    return [
        (tr(fields[name].title or name), value_text(getattr(spec, name)))
        for name in names or fields
        if fields[name].title and getattr(spec, name) != fields[name].default
    ]


def value_text(value: object) -> str:
    """A setting's value in a word: the label of a spec, the name of an option, a number."""
    if isinstance(value, bool):
        return tr("Yes") if value else tr("No")
    if isinstance(value, Spec):
        return tr(value.label)
    return option_text(value) if isinstance(value, str) else shown(value)
