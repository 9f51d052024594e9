"""A form built from a spec's own annotations: one row per titled field, nested specs below their kind."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from models.problem import Problem
from models.spec import Spec
from models.text import Text
from ui.fields import field_for
from ui.fields.allowed import Allowed, allowed_by
from ui.fields.form_row import FormRow
from ui.fields.kind import KindField
from ui.theme import GRID


class Form(QWidget):
    """Shows every titled field of a spec that lies at `path` in the experiment; networks and blocks are left out.

    `only` names the fields to show, all by default. `in_line` puts them beside each other, as wide as they need.
    """

    edited = Signal(str, object, str)  # path, value, merge key ("" for an edit of its own)

    def __init__(
        self,
        spec: Spec,
        path: str,
        only: Sequence[str] = (),
        depth: int = 0,
        parent: QWidget | None = None,
        *,
        in_line: bool = False,
    ) -> None:
        super().__init__(parent)
        self._depth, self._in_line = depth, in_line
        self._spec_type = type(spec)
        self._path = path
        self._rows: dict[str, FormRow] = {}
        self._nested: dict[str, Form] = {}
        self._rows_layout = QBoxLayout(
            QBoxLayout.Direction.LeftToRight if in_line else QBoxLayout.Direction.TopToBottom, self
        )
        self._rows_layout.setContentsMargins(0, 0, 0, 0)
        self._rows_layout.setSpacing(2 * GRID if in_line else GRID)
        for name in only or _own_fields_first(self._spec_type):
            self._add_row(name)
        self.show_spec(spec, path)

    def fits(self, spec: Spec) -> bool:
        """Whether this form can show that spec, so that no other form has to be built."""
        return type(spec) is self._spec_type

    def row(self, name: str) -> FormRow:
        """The row of a field of this spec; `a.b` is field b of the spec in field a."""
        first, _, rest = name.partition(".")
        return self._nested[first].row(rest) if rest else self._rows[first]

    def field_names(self) -> tuple[str, ...]:
        """The fields that have a row, those of nested specs with a dot in their name."""
        nested = [f"{name}.{inner}" for name, form in self._nested.items() for inner in form.field_names()]
        return (*self._rows, *nested)

    def show_spec(self, spec: Spec, path: str) -> None:
        """Show the values of this spec, which lies at `path`, without telling anybody."""
        self._path = path
        for name, row in self._rows.items():
            value = getattr(spec, name)
            row.field.show_value(value)
            if isinstance(row.field, KindField):
                self._show_nested(name, value)

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Show at each field what was found at its place; other problems are not this form's."""
        problems = tuple(problems)
        for name, row in self._rows.items():
            place = self._place(name)
            row.show_problems(tuple(problem for problem in problems if problem.place in (place, f"{place}.kind")))
        for form in self._nested.values():
            form.show_problems(problems)

    def show_no_effect(self, reasons: Mapping[str, Text], above: Text | None = None) -> None:
        """Grey what changes nothing, by its place, and say why; `above` is why that holds for the whole spec."""
        for name, row in self._rows.items():
            reason = reasons.get(self._place(name), above)
            row.show_no_effect(reason)
            if name in self._nested:
                self._nested[name].show_no_effect(reasons, reason)

    def _add_row(self, name: str) -> None:
        info = self._spec_type.model_fields[name]
        allowed = allowed_by(info)
        if not info.title or not allowed.anything:
            return
        field, about = field_for(allowed, info.default), info.description or info.title
        row = FormRow(info.title, about, field, self._depth, self, in_line=self._in_line)
        self._rows[name] = row
        self._rows_layout.addWidget(row)
        row.field.edited.connect(lambda value: self._on_edited(name, allowed, value))

    def _on_edited(self, name: str, allowed: Allowed, value: object) -> None:
        place = self._place(name)
        if not allowed.members:
            session = self._rows[name].field.session
            self.edited.emit(place, value, f"{place}#{session}" if session else "")
        elif value is None or name not in self._nested:
            self.edited.emit(place, None if value is None else {"kind": value}, "")
        else:
            self.edited.emit(f"{place}.kind", value, "")

    def _show_nested(self, name: str, spec: Spec | None) -> None:
        form = self._nested.get(name)
        if form is not None and spec is not None and form.fits(spec):
            form.show_spec(spec, self._place(name))
            return
        if form is not None:
            del self._nested[name]
            self._rows_layout.removeWidget(form)
            form.hide()
            form.deleteLater()
        if spec is not None:
            self._nest(name, spec)

    def _nest(self, name: str, spec: Spec) -> None:
        form = Form(spec, self._place(name), depth=self._depth + 1, parent=self, in_line=self._in_line)
        form.setVisible(bool(form.field_names()))
        form.edited.connect(self.edited)
        self._nested[name] = form
        self._rows_layout.insertWidget(self._rows_layout.indexOf(self._rows[name]) + 1, form)

    def _place(self, name: str) -> str:
        return f"{self._path}.{name}" if self._path else name


def _own_fields_first(spec_type: type[Spec]) -> list[str]:
    """Fields in order of their definition, those that a whole catalogue shares at the end."""
    parent = spec_type.__mro__[1]
    shared = parent.model_fields if issubclass(parent, Spec) else {}
    return sorted(spec_type.model_fields, key=lambda name: name in shared)
