"""The inspector: the selected block's formula, its form, and what follows from both."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from explorer import edits
from explorer.spec import Experiment
from models.layers.parallel import Parallel
from models.port import Port
from models.resolve import ResolvedBlock
from models.text import shown
from ui.editors.arithmetic import arithmetic, side_by_side
from ui.editors.block_paths import network_of
from ui.editors.block_row import problem_text
from ui.editors.branch_list import BranchList
from ui.editors.cost_text import cost_facts, cost_note, reach_text
from ui.editors.facts import Facts, facts_of
from ui.editors.formulas import formula
from ui.editors.network_words import network_label, port_text
from ui.editors.remedy_row import RemedyRow
from ui.editors.run_section import RunSection
from ui.editors.spec_form import SpecForm
from ui.run_changes import RunChanges
from ui.spec_store import SpecStore
from ui.text import bind, follow_language, tr
from ui.theme import GRID, theme
from ui.widgets.fact_list import FactList
from ui.widgets.formula import Formula
from ui.widgets.words import Words

LEAST_WIDTH = GRID * 33


class Inspector(QScrollArea):
    """Shows one block; says what it will show while none is selected."""

    block_shown = Signal(str)  # the path of another block than before, "" for none

    def __init__(self, store: SpecStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._path = ""
        self.idle = Words("muted", wrap=True)
        self.title = Words("title", wrap=True)
        self.about = Words("muted", wrap=True)
        self.formula = Formula()
        self.form_heading = Words("heading")
        self.form = SpecForm(store)
        self.branches = BranchList()
        self.run_section = RunSection()
        self.problems = Words("warning", wrap=True)
        self.remedies = RemedyRow(store)
        self.facts_heading = Words("heading")
        self.facts = FactList()
        self.arithmetic = Words("muted", wrap=True)
        self.arithmetic.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.cost_note = Words("muted", wrap=True)
        self._arrange()
        bind(self.idle, "setText", "Select a block to see its formula, its settings and how its parameters add up.")
        bind(self.form_heading, "setText", "Settings")
        bind(self.facts_heading, "setText", "Block")
        self.branches.added.connect(self._on_branch_added)
        self.branches.removed.connect(self._on_branch_removed)
        store.spec_changed.connect(self._on_spec_changed)
        follow_language(self, self._show_block)
        self._show_block()

    @property
    def path(self) -> str:
        """The path of the block that is shown, "" for none."""
        return self._path

    def show_block(self, path: str) -> None:
        """Show the block at a path; "" shows none."""
        if path != self._path:
            self._path = path
            self.verticalScrollBar().setValue(0)
        self.form.show_path(path or None)
        self._show_block()
        self.block_shown.emit(path)

    def follow_changes(self, changes: RunChanges) -> None:
        """Show what is changed at the block in the run, and offer to change it."""
        self.run_section.follow_changes(changes)

    def focus_form(self) -> None:
        """Give the keyboard to the first setting of the block."""
        settings = self.form.form.findChildren(QWidget) if self.form.form is not None else []
        for widget in settings:
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled():
                widget.setFocus(Qt.FocusReason.TabFocusReason)  # a line selects its text then, to be typed over
                return

    def _arrange(self) -> None:
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(GRID, 0, GRID, GRID)
        column.setSpacing(GRID)
        above: tuple[QWidget, ...] = (self.idle, self.title, self.formula, self.about)
        for widget in above:
            column.addWidget(widget)
        column.addSpacing(GRID)
        column.addWidget(self.form_heading)
        column.addWidget(self.form)
        column.addWidget(self.branches)
        column.addWidget(
            self.problems
        )  # below what is being set: remedies come late, and nothing may move under a hand
        column.addWidget(self.remedies)
        column.addWidget(self.run_section)
        column.addSpacing(GRID)
        below: tuple[QWidget, ...] = (self.facts_heading, self.facts, self.arithmetic, self.cost_note)
        for widget in below:
            column.addWidget(widget)
        column.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _on_theme_changed(self) -> None:
        self.setMinimumWidth(theme.px(LEAST_WIDTH))

    def _on_spec_changed(self, experiment: Experiment) -> None:
        self._show_block()

    def _on_branch_added(self, index: int) -> None:
        self._store.set(edits.insert_branch(self._store.experiment, self._path, index))

    def _on_branch_removed(self, index: int) -> None:
        self._store.set(edits.remove_branch(self._store.experiment, self._path, index))

    def _show_block(self) -> None:
        facts = facts_of(self._store.experiment)
        block = facts.block(self._path)
        self.idle.setVisible(block is None)
        always: tuple[QWidget, ...] = (self.title, self.about, self.facts_heading, self.facts)
        sometimes: tuple[QWidget, ...] = (
            self.formula, self.problems, self.remedies, self.form_heading, self.arithmetic, self.cost_note
        )  # fmt: skip
        for widget in always if block is not None else always + sometimes:
            widget.setVisible(block is not None)
        branches = block.layer.branches if block is not None and isinstance(block.layer, Parallel) else None
        self.run_section.show_block(block)
        self.branches.setVisible(branches is not None)
        self.branches.show_branches(branches or ())
        if block is None:
            self.remedies.show_problem(None)
            return
        self._show_words(block, facts)
        self._show_facts(block, facts)

    def _show_words(self, block: ResolvedBlock, facts: Facts) -> None:
        network = network_label(network_of(block.path)) if len(facts.resolved.networks) > 1 else ""
        caption = tr(block.layer.caption()) if block.layer.caption() else ""
        name = f"{tr(block.layer.label)} {caption}".strip()
        self.title.setText(" · ".join(part for part in (network, name) if part))
        self.about.setText(tr(block.layer.about))
        _show(self.formula, formula(block.layer))
        problems = facts.problems_of(block.path)
        _show(self.problems, problem_text(problems))
        self.remedies.show_first(problems)
        form = self.form.form
        self.form_heading.setVisible(form is not None and bool(form.field_names()))

    def _show_facts(self, block: ResolvedBlock, facts: Facts) -> None:
        network = facts.resolved.networks[network_of(self._path)]
        cost, batch_size = facts.cost(block.path), self._store.experiment.training.batch_size
        costs = []
        if cost is not None:
            costs = [(tr("Receptive field"), reach_text(cost, network.in_port)), *cost_facts(cost, batch_size)]
        joined = side_by_side(block)
        self.facts.show_facts([
            (tr("Input"), _port(block.in_port)),
            *([(tr("Side by side"), joined)] if joined else []),
            (tr("Output"), _port(block.out_port)),
            (tr("Parameters"), shown(block.num_params)),
            *costs,
        ])  # fmt: skip
        _show(self.arithmetic, arithmetic(block, network.context))
        _show(self.cost_note, cost_note() if costs else "")


def _port(port: Port | None) -> str:
    return tr("not known") if port is None else port_text(port)


def _show(label: Words | Formula, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))
