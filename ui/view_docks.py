"""The stage: every view of the experiment in a dock, arranged as the person left it for this family."""

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabWidget, QVBoxLayout, QWidget

from explorer.spec import Experiment
from ui.settings import LAYOUT_VERSION, Settings
from ui.text import bind
from ui.theme import GRID, theme
from ui.view import View
from ui.views import VIEWS

# Which view gets the large place on the left, first match wins; curves are always on the right.
MAIN_VIEWS = (
    "boundary", "gan_samples", "reconstructions", "hidden_words", "attention", "states", "word_vectors",
    "feature_maps", "predictions", "generated_text",
)  # fmt: skip
CURVES, MODEL = "curves", "model"
MODEL_SHARE = 33  # per cent of the height
ROOM_FOR_MODEL = 680  # pixels of height from which on the model has a row of its own
SMALLEST_VIEW = (200, 120)  # pixels


class ViewDocks(QWidget):
    """Docks without a centre. The arrangement is remembered per family."""

    views_changed = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._layout_name = ""
        self._is_arranged = False  # docks can share out their room only once it is known
        self._is_single = True
        self._awaited: tuple[Experiment, str] | None = None  # what is followed when somebody looks
        self._docks: dict[str, QDockWidget] = {}
        self.views: dict[str, View] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GRID, 0, GRID)
        self._stage = _new_stage()
        layout.addWidget(self._stage)

    def follow(self, experiment: Experiment, family: str) -> None:
        """Another experiment is open, or a run begins: show the views that fit it, empty."""
        self._awaited = None
        self._match(experiment, family)
        for view in self.views.values():
            view.reset(experiment)

    def follow_when_seen(self, experiment: Experiment, family: str) -> None:
        """The experiment was edited while there is no run: as `follow`, once somebody looks."""
        self._awaited = experiment, family
        if self.isVisible():
            self.catch_up()

    def catch_up(self) -> None:
        """Do what waits for being seen."""
        if self._awaited is not None:
            self.follow(*self._awaited)

    def _match(self, experiment: Experiment, family: str) -> None:
        """Make the views that have something to show for this experiment, in the arrangement of its family."""
        wanted = tuple(view for view in VIEWS if view.applies_to(experiment))
        name = f"views-{family}-" + "-".join(sorted(view.kind for view in wanted))
        if name == self._layout_name:
            return
        self.remember()
        self._clear()
        self._layout_name = name
        self._is_single = len(experiment.architecture.parts) == 1
        for kind in wanted:
            self._add(kind())
        self._is_arranged = False
        if self.isVisible():
            self._restore()
        self.views_changed.emit()

    def actions_of_views(self) -> list[QAction]:
        """One action for each view that shows or hides it."""
        self.catch_up()
        return [dock.toggleViewAction() for dock in self._docks.values()]

    def reset_layout(self) -> None:
        """Go back to the arrangement that the program comes with."""
        self._settings.forget_layout(self._layout_name)
        self._arrange()

    def remember(self) -> None:
        """Keep the arrangement for the next time."""
        if self._docks and self._is_arranged:
            self._settings.remember_layout(self._layout_name, self._stage.saveState(LAYOUT_VERSION))

    def bring_forward(self, kind: str) -> None:
        """Show a view, in front of those that share its place."""
        self._docks[kind].show()
        self._docks[kind].raise_()

    def focused_view(self) -> View | None:
        """The view that has the keyboard or the mouse, else the only or first visible one."""
        focus = self.focusWidget()
        visible = [view for view in self.views.values() if view.isVisible()]
        for view in visible:
            if focus is not None and (view is focus or view.isAncestorOf(focus)):
                return view
        for view in visible:
            if view.underMouse():
                return view
        return visible[0] if visible else None

    def _add(self, view: View) -> None:
        dock = QDockWidget(self._stage)
        dock.setObjectName(view.kind)
        bind(dock, "setWindowTitle", view.title)
        bind(dock, "setToolTip", view.about)
        view.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)  # a panel, as the style sheet draws it
        view.setMinimumSize(*SMALLEST_VIEW)  # whatever a view would like: the window has to fit on a small screen
        dock.setWidget(view)
        # Whoever asks for a view wants to see it, not only its tab behind another one.
        dock.toggleViewAction().triggered.connect(lambda is_shown: dock.raise_() if is_shown else None)
        others = list(self._docks.values())
        self._docks[view.kind], self.views[view.kind] = dock, view
        self._stage.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
        if others:  # until they are arranged all lie on one place: below each other they would stretch the window
            self._stage.tabifyDockWidget(others[-1], dock)

    def _clear(self) -> None:
        """A fresh stage: one whose docks were removed keeps their tab bars and sizes."""
        old, self._stage = self._stage, _new_stage()
        layout = self.layout()
        assert layout is not None
        layout.replaceWidget(old, self._stage)
        old.hide()
        old.deleteLater()
        self._docks, self.views = {}, {}

    def _restore(self) -> None:
        if self._is_arranged:
            return
        self._is_arranged = True
        state: QByteArray = self._settings.layout(self._layout_name)
        if state.isEmpty() or not self._stage.restoreState(state, LAYOUT_VERSION):
            self._arrange()

    def _arrange(self) -> None:
        """The main view on the left; on the right the curves, below them all others as tabs.

        The model runs along the top where one network has the room to, else it is a tab behind the main view.
        """
        horizontal, vertical = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        for dock in self._docks.values():
            dock.setFloating(False)
            self._stage.removeDockWidget(dock)
            self._stage.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
            dock.show()
        main = next((self._docks[kind] for kind in MAIN_VIEWS if kind in self._docks), None)
        curves = self._docks.get(CURVES)
        rest = [dock for kind, dock in self._docks.items() if dock not in (main, curves) and kind != MODEL]
        if main is None or curves is None:
            return
        has_row = self._is_single and self.height() >= theme.px(ROOM_FOR_MODEL)
        if MODEL in self._docks and has_row:
            self._stage.splitDockWidget(self._docks[MODEL], main, vertical)
        self._stage.splitDockWidget(main, curves, horizontal)
        if rest:
            self._stage.splitDockWidget(curves, rest[0], vertical)
            for other in rest[1:]:
                self._stage.tabifyDockWidget(rest[0], other)
            rest[0].raise_()
            self._stage.resizeDocks([curves, rest[0]], [400, 500], vertical)
        self._stage.resizeDocks([main, curves], [600, 500], horizontal)
        if MODEL in self._docks and has_row:
            self._stage.resizeDocks([self._docks[MODEL], main], [MODEL_SHARE, 100 - MODEL_SHARE], vertical)
        elif MODEL in self._docks:
            self._stage.tabifyDockWidget(main, self._docks[MODEL])
            main.raise_()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.catch_up()
        QTimer.singleShot(0, self, self._restore)


def _new_stage() -> QMainWindow:
    stage = QMainWindow()
    stage.setWindowFlags(Qt.WindowType.Widget)
    options = QMainWindow.DockOption.AllowTabbedDocks | QMainWindow.DockOption.AllowNestedDocks
    stage.setDockOptions(options)  # not animated: a picture taken in mid-flight would show docks on top of each other
    stage.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
    return stage
