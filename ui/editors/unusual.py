"""The settings of a spec that are not as usual, as short rows: title and value."""

from collections.abc import Iterator, Sequence

from models.spec import Spec
from models.text import shown
from ui.fields.option_labels import option_text
from ui.text import tr


def unusual(spec: Spec, names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Those of the named fields whose value is not the default: title and value, in the window's language."""
    for name in names:
        info, value = type(spec).model_fields[name], getattr(spec, name)
        if value != info.default:
            yield tr(info.title or name), tr(value.label) if isinstance(value, Spec) else value_text(value)


def with_choices(spec: Spec) -> str:
    """The label of a spec with the options that were chosen instead of its usual ones: "Adversarial · WGAN-GP"."""
    fields = type(spec).model_fields
    chosen = [
        getattr(spec, name) for name, info in fields.items() if info.title and getattr(spec, name) != info.default
    ]
    return " · ".join([tr(spec.label), *(option_text(word) for word in chosen if isinstance(word, str))])


def value_text(value: object) -> str:
    """A setting's value in a word: the name of an option, or a number."""
    return option_text(value) if isinstance(value, str) else shown(value)
