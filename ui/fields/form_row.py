"""One row of a form: title, field, and below them what is wrong."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from models.problem import Problem
from models.text import Text
from ui.fields.field import Field
from ui.fields.scrub_title import ScrubTitle
from ui.text import bind, follow_language, say, tr
from ui.theme import GRID
from ui.widgets.words import Words

FIELD_SHARE, TITLE_SHARE = 3, 2
LEAST_WIDTH = GRID * 26
IN_LINE_WIDTH = GRID * 10  # of what is typed


class FormRow(QWidget):
    """A titled field. What the field refuses is shown before what the experiment's check found."""

    def __init__(
        self,
        title: str,
        about: str,
        field: Field,
        depth: int = 0,
        parent: QWidget | None = None,
        *,
        in_line: bool = False,
    ) -> None:
        super().__init__(parent)
        self.field = field
        self._about = about
        self._no_effect: Text | None = None
        self._refusal = ""
        self._problems: tuple[Problem, ...] = ()
        self.title = ScrubTitle(field, self)
        self.problem = Words("warning", self, wrap=True)
        self.problem.hide()
        bind(self.title, "setText", title)
        bind(field.focusProxy() or field, "setAccessibleName", title)
        self.title.setBuddy(field)
        self._arrange(depth, in_line=in_line)
        field.refused.connect(self._on_refused)
        follow_language(self, self._show_problem)
        follow_language(self, self._describe)
        self._describe()

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """What the check of the experiment says about this field."""
        self._problems = problems
        self._show_problem()

    def show_no_effect(self, reason: Text | None) -> None:
        """Grey the row where its value changes nothing; the reason stands first in its tooltip."""
        if reason != self._no_effect:
            self._no_effect = reason
            self.field.setEnabled(reason is None)
            self.title.set_role("muted" if reason is None else "faint")
            self._describe()

    def _describe(self) -> None:
        reason = tr("This changes nothing now. {reason}", reason=self._no_effect) if self._no_effect else ""
        text = f"{reason}\n{tr(self._about)}" if reason else tr(self._about)
        self.setToolTip(text)
        (self.field.focusProxy() or self.field).setAccessibleDescription(text)

    def _arrange(self, depth: int, *, in_line: bool) -> None:
        if in_line:  # beside other rows, as wide as it needs
            self.title.setWordWrap(False)
            self.field.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            for box in self.field.findChildren(QComboBox):
                box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            for typed in self.field.findChildren(QLineEdit):
                typed.setMaximumWidth(IN_LINE_WIDTH)
        else:
            self.setMinimumWidth(LEAST_WIDTH)
            self.title.setContentsMargins(depth * GRID * 2, 0, 0, 0)
            self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            self.field.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        line = QHBoxLayout()
        line.setSpacing(GRID)
        line.addWidget(self.title, 0 if in_line else TITLE_SHARE)
        line.addWidget(self.field, 0 if in_line else FIELD_SHARE, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addLayout(line)
        column.addWidget(self.problem)

    def _on_refused(self, refusal: str) -> None:
        self._refusal = refusal
        self._show_problem()

    def _show_problem(self) -> None:
        found = [f"{say(problem.message)} {say(problem.remedy)}" for problem in self._problems]
        text = self._refusal or "\n".join(found)
        self.problem.setText(f"▲ {text}" if text else "")
        self.problem.setVisible(bool(text))
