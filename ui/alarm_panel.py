"""The list of alarms of a run, those that are on first: sentence, figure, threshold, remedy and place of each."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QSizePolicy, QWidget

from explorer.alarm import Alarm
from explorer.alarms import ALARMS
from explorer.spec import Experiment
from ui.editors.place_words import place_words
from ui.text import bind, follow_language, say, tr
from ui.theme import GRID, set_role, theme
from ui.widgets.words import Words

HEIGHT, SMALLEST_HEIGHT = 22 * GRID, 7 * GRID
PLACE_ROLE = Qt.ItemDataRole.UserRole
KINDS = {kind.kind: kind for kind in ALARMS}


class AlarmPanel(QWidget):
    """`chosen` tells the place that a person wants to see, `closed` that the list is not wanted any more."""

    chosen = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._alarms: tuple[Alarm, ...] = ()
        self._experiment: Experiment | None = None
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing = Words("muted", wrap=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._close = QPushButton()
        self._lay_out()
        self.list.itemClicked.connect(self._on_item_chosen)
        self._close.clicked.connect(self.closed)
        bind(self.list, "setAccessibleName", "Alarms")
        bind(self._close, "setText", "Close")
        follow_language(self, self._fill)
        theme.changed.connect(self._fill)
        self._fill()

    def show_run(self, experiment: Experiment | None) -> None:
        """Another run begins, of this experiment; None: there is none."""
        self._experiment, self._alarms = experiment, ()
        self._fill()

    def show_alarms(self, alarms: Sequence[Alarm]) -> None:
        """The run has these alarms, in the order in which they were raised; those that are over too."""
        on = [alarm for alarm in alarms if alarm.is_on]
        over = [alarm for alarm in alarms if not alarm.is_on]
        self._alarms = (*reversed(on), *reversed(over))
        self._fill()

    def _fill(self) -> None:
        row = max(0, self.list.currentRow())
        self.list.clear()
        for alarm in self._alarms:
            item = QListWidgetItem(self._words(alarm), self.list)
            item.setData(PLACE_ROLE, alarm.place)
            item.setToolTip(tr("Show {place} on the Build page (Enter)", place=self._place(alarm)))
            item.setForeground(QColor(theme.colors.text if alarm.is_on else theme.colors.muted))
        self.list.setCurrentRow(min(row, self.list.count() - 1))
        self.list.setVisible(bool(self._alarms))
        self.nothing.setVisible(not self._alarms)
        self.nothing.setText(self._empty_words())

    def _words(self, alarm: Alarm) -> str:
        kind = KINDS[alarm.code]
        when = tr("since step {step}", step=alarm.step)
        if alarm.until is not None:
            when = tr("over: step {step} to {until}", step=alarm.step, until=alarm.until)
        head = f"{'▲' if alarm.is_on else '✓'} {tr(kind.label)} · {self._place(alarm)} · {when}"
        return f"{head}\n{say(alarm.problem.message)} {tr(kind.about)}\n{tr('What helps')}: {say(alarm.problem.remedy)}"

    def _place(self, alarm: Alarm) -> str:
        return alarm.place if self._experiment is None else place_words(self._experiment, alarm.place)

    def _empty_words(self) -> str:
        names = " · ".join(tr(kind.label) for kind in ALARMS)
        looked_for = tr("While a run trains, these are looked for: {names}.", names=names)
        if self._experiment is None:
            return f"{tr('There is no run yet. Press Run.')} {looked_for}"
        return f"{tr('No alarms: nothing of what is looked for was found so far.')} {looked_for}"

    def _on_item_chosen(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(PLACE_ROLE))

    def _lay_out(self) -> None:
        set_role(self, "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setFocusProxy(self.list)
        self.list.setMinimumHeight(4 * GRID)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        row.setSpacing(GRID)
        row.addWidget(self.list, 1)
        row.addWidget(self.nothing, 1)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(80 * GRID), theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """On a small screen two lines: the pages above need their room."""
        return QSize(theme.px(40 * GRID), theme.px(SMALLEST_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.list.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self._on_item_chosen(item)
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
