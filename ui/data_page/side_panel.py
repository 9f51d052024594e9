"""What the data are: how many samples, of which classes, and what is to be told of them."""

from PySide6.QtWidgets import QWidget

from explorer.exploring.overview import Overview
from models.text import shown
from ui.data_page.class_bars import ClassBars, legend
from ui.data_page.count_bars import CountBars
from ui.editors.data_facts import port_fact
from ui.editors.panel import Panel
from ui.text import bind, tr
from ui.theme import GRID
from ui.widgets.fact_list import FactList
from ui.widgets.line_label import LineLabel, Piece
from ui.widgets.words import Words

TARGET_HEIGHT = 22 * GRID


class SidePanel(Panel):
    """The class histogram filters; data without classes show how their targets are spread."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.about = Words("title", wrap=True), Words("muted", wrap=True)
        self.facts, self.splits, self.raw = FactList(), LineLabel(num_lines=3), Words("muted", wrap=True)
        self.heading, self.classes, self.target = Words("heading"), ClassBars(), CountBars()
        self.target.setMaximumHeight(TARGET_HEIGHT)
        for widget in (self.title, self.about, self.facts, self.splits, self.raw, self.heading):
            self.column.addWidget(widget)
        self.column.addWidget(self.classes, 1)
        self.column.addWidget(self.target, 1)
        self.column.addStretch(0)
        bind(self.heading, "setText", "Classes")
        bind(self.raw, "setText", "As loaded: what the preparation and added samples change is seen on the Build page.")
        self.raw.hide()

    def show_changed(self, *, is_changed: bool) -> None:
        """Whether a network gets other training samples than those that are shown here."""
        self.raw.setVisible(is_changed)

    def show_overview(self, overview: Overview) -> None:
        """Show what these data are."""
        has_classes = overview.class_counts is not None
        self.classes.setVisible(has_classes)
        self.heading.setVisible(has_classes)
        self.target.setVisible(bool(overview.targets))
        if overview.class_counts is not None:
            self.classes.show_counts(overview.class_counts, overview.facts)
        self.show_words(overview)

    def show_words(self, overview: Overview) -> None:
        """All words in the window's language."""
        facts = overview.facts
        self.title.setText(tr(overview.data.label))
        self.about.setText(tr(overview.data.about))
        rows = [(tr("Samples"), shown(sum(overview.counts))), port_fact(facts.ports.input)]
        if facts.ports.target is not None:
            rows.append((tr("Target"), port_fact(facts.ports.target)[1]))
        if facts.ports.num_classes:
            rows.append((tr("Classes"), shown(facts.ports.num_classes)))
        if overview.facts.symbols:
            rows.append((tr("Vocabulary"), shown(len(overview.facts.symbols))))
        self.facts.show_facts(rows)
        self.splits.show_pieces([Piece(words, dot=color) for words, color in legend(overview.counts)])
        if overview.targets:
            names = facts.value_names
            self.target.show_counts(overview.targets[0], tr(names[0]) if names else tr("Target"))
        self.classes.update()
