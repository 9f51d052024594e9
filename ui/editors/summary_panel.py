"""The summary of an experiment beside its views: data, blocks with their shapes, training.

Behind the head of a run it is as it counts there.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from explorer.spec import Experiment
from models.costs import Cost
from models.network import Baseline
from models.text import shown
from ui.editors.block_summary import BlockSummary
from ui.editors.cost_text import cost_facts
from ui.editors.data_facts import data_facts
from ui.editors.estimator_text import estimator_text
from ui.editors.facts import Facts, facts_of
from ui.editors.unusual import unusual, with_choices
from ui.preparation.preparation_facts import preparation_facts
from ui.run_changes import RunChanges
from ui.spec_store import SpecStore
from ui.text import bind, follow_language, tr
from ui.theme import GRID, set_role, theme
from ui.widgets.fact_list import FactList
from ui.widgets.words import Words

MARGIN = GRID * 3 // 2
LEAST_WIDTH = GRID * 30


class SummaryPanel(QFrame):
    """Facts of a store's experiment. `block_selected` tells the path of the block that a person chose, "" for none."""

    block_selected = Signal(str)

    def __init__(self, store: SpecStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "bar")
        self._store = store
        self._selected = ""
        self._changes: RunChanges | None = None
        self.data, self.training = FactList(), FactList()
        self.blocks = BlockSummary()
        self.estimator = Words("muted", wrap=True)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        self._arrange()
        self.blocks.selected.connect(self._on_selected)
        store.spec_changed.connect(self._on_spec_changed)
        follow_language(self, self._show_facts)
        self._show_facts()

    def select_block(self, path: str) -> None:
        """Mark a block without telling anybody."""
        self._selected = path
        self.blocks.select(path)

    def follow_changes(self, changes: RunChanges) -> None:
        """Show what is changed in the run: what is frozen and silenced, and what is in force where it stands."""
        self._changes = changes
        self.blocks.follow_changes(changes)
        changes.changed.connect(self._show_facts)

    def _arrange(self) -> None:
        headings = Words("heading"), Words("heading"), Words("heading")
        bind(headings[0], "setText", "Data")
        bind(headings[1], "setText", "Model")
        bind(headings[2], "setText", "Training")
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GRID)
        parts: tuple[tuple[QWidget, ...], ...] = ((self.data,), (self.blocks, self.estimator), (self.training,))
        for heading, widgets in zip(headings, parts, strict=True):
            column.addWidget(heading)
            for widget in widgets:
                column.addWidget(widget)
            column.addSpacing(GRID)
        column.addStretch(1)

    def _on_selected(self, path: str) -> None:
        self._selected = path
        self.block_selected.emit(path)

    def _on_theme_changed(self) -> None:
        self.setMinimumWidth(theme.px(LEAST_WIDTH))

    def _on_spec_changed(self, experiment: Experiment) -> None:
        self._show_facts()

    def _show_facts(self) -> None:
        edited, changes = self._store.experiment, self._changes
        experiment = changes.moved_here(edited) if changes is not None else edited
        facts = facts_of(experiment)
        self.data.show_facts([*data_facts(experiment.data, facts.data), *preparation_facts(experiment)])
        self.blocks.show_facts(facts, self._selected)
        self.blocks.setVisible(bool(facts.resolved.networks))
        self.estimator.setText(estimator_text(experiment))
        self.estimator.setVisible(not facts.resolved.networks)
        rows = _training_facts(experiment, facts)
        if experiment != edited:
            rows = _with_later(rows, dict(_training_facts(edited, facts_of(edited))))
        self.training.show_facts(rows)


def _training_facts(experiment: Experiment, facts: Facts) -> list[tuple[str, str]]:
    training = experiment.training
    if isinstance(experiment.architecture, Baseline):
        estimator = tr(experiment.architecture.estimator.label)
        return [(tr("Objective"), tr(training.objective.label)), (tr("Estimator"), estimator)]
    optimizer, limit = training.optimizer, training.limit
    rows = [
        (tr("Objective"), with_choices(training.objective)),
        (tr("Optimiser"), tr(optimizer.label)),
        (tr("Learning rate"), f"{optimizer.learning_rate:g}"),
        (tr("Batch size"), shown(training.batch_size)),
        (tr(limit.label), shown(limit.count)),
        *unusual(training, ("schedule", "clip_norm", "early_stopping", "precision", "compiled")),
        (tr("Seed"), str(experiment.seed)),
        (tr("Parameters"), shown(facts.resolved.num_params)),
        *_costs(facts, training.batch_size),
    ]
    other = training.discriminator_optimizer
    if other is not None and "training.discriminator_optimizer" not in facts.no_effect:
        name = f"{tr(other.label)}, {other.learning_rate:g}"
        rows.insert(rows.index((tr("Batch size"), shown(training.batch_size))), (tr("Discriminator's optimiser"), name))
    return rows


def _with_later(rows: list[tuple[str, str]], later: dict[str, str]) -> list[tuple[str, str]]:
    """Behind the head: where a value was changed later, its name says so."""
    return [
        (tr("{name} ({value} at the head)", name=name, value=later[name]), value)
        if later.get(name, value) != value
        else (name, value)
        for name, value in rows
    ]


def _costs(facts: Facts, batch_size: int) -> list[tuple[str, str]]:
    """What all networks cost together, where all is known."""
    parts = [facts.network_cost(name) for name in facts.resolved.networks]
    known = [part for part in parts if part is not None]
    if not known or len(known) < len(parts):
        return []
    whole = Cost(sum(part.num_macs for part in known), sum(part.num_values for part in known), None)
    return cost_facts(whole, batch_size)
