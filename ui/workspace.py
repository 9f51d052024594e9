"""Everything that belongs to an open experiment: its store, file, run, pages, and how they hear of each other."""

from pathlib import Path

from PySide6.QtCore import QObject

from explorer.changes import Mark
from explorer.engine.client import EngineClient
from explorer.events import Event, MetricsRecorded, RunLoaded, Series
from explorer.files import load_experiment
from explorer.runs.branches import branches_of
from explorer.runs.history import read_history
from explorer.runs.marks import as_marks
from explorer.runs.run_folder import RunFolder
from explorer.spec import Experiment, family
from models.problem import InputError
from ui.added_samples import AddedSamples
from ui.build_page import BuildPage
from ui.document import Document
from ui.left_runs import HeldRun
from ui.run_bridge import RunBridge
from ui.run_controller import RunController
from ui.run_place import RunPlace
from ui.run_time import RunTime
from ui.saved_run import SavedRun, read_saved
from ui.settings import Settings
from ui.spec_store import SpecStore
from ui.stretch_reader import StretchReader
from ui.train_page import TrainPage
from ui.view_docks import CURVES, MODEL
from ui.view_feed import ViewFeed
from ui.views.curves import Curves
from ui.views.model import Model
from ui.widgets.stretch import Stretch

LOSSES = ("train/loss", "train/loss/discriminator", "train/loss/generator")


class Workspace(QObject):
    """Made once, when the first experiment is opened; opening another one fills it anew."""

    def __init__(self, client: EngineClient, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store = SpecStore(parent=self)
        self.document = Document(self.store, self)
        self.controller = RunController(self.store, client, self)
        self.held_run = HeldRun(self.controller, self)
        self.feed = ViewFeed(self.controller, client, self)
        self.bridge = RunBridge(client, self)
        self.stretches = StretchReader(self)
        self.build_page = BuildPage(self.store)
        self.train_page = TrainPage(self.store, settings)
        self.added = AddedSamples(self.store)
        self.is_open = False  # whether an experiment was opened yet
        self._shows_history = False  # curves of a run of the library, which no edit takes away
        self._continued: Path | None = None  # a run whose past is drawn once the engine has cut it to its checkpoint
        self.stretches.arrived.connect(self._show_stretch)
        self.bridge.events_arrived.connect(self._on_events)
        self.bridge.ticked.connect(self.feed.follow_visibility)
        self.bridge.ticked.connect(self.feed.draw_next)
        self.controller.run_changed.connect(self._on_run_changed)
        self.controller.loaded.connect(self._on_loaded)
        self.controller.forks.forked.connect(self._on_forked)
        self.store.spec_changed.connect(self._on_spec_changed)
        self.store.opened.connect(self.train_page.docks.catch_up)
        self.train_page.docks.views_changed.connect(self._on_views_changed)
        self._connect_transport()
        for part in (self.build_page.model, self.train_page.inspector, self.train_page.summary):
            part.follow_changes(self.controller.changes)

    def open(self, experiment: Experiment, path: Path | None = None, *, is_modified: bool = False) -> None:
        """Show another experiment; the run of the one before is saved and let go."""
        self.is_open = True
        self.controller.forget()
        self.document.open(experiment, path, is_modified=is_modified)

    def open_file(self, path: Path) -> None:
        """Show the experiment in a file.

        Raises:
            InputError: when it is no readable experiment; what is open stays.
        """
        self.open(load_experiment(path), path)

    def close(self, *, was_moving: bool, keeps_unsaved: bool) -> None:
        """The window closes: nothing more is drawn, the arrangement of views is kept.

        The next start can go on with the run, which `was_moving` or stood; and with what is unsaved, where nobody could
        be asked about it.
        """
        if keeps_unsaved:
            self.document.autosave()
        else:
            self.document.forget_autosave()
        self.held_run.note(was_moving=was_moving)
        self.bridge.stop()
        self.train_page.docks.remember()

    def open_run(self, folder: Path) -> None:
        """Show a run of the library: its experiment, and its curves from disk.

        Raises:
            InputError: when there is no readable run.
        """
        history = read_history(folder)
        head = max((int(series.steps[-1]) for series in history if len(series.steps)), default=0)
        with RunFolder.open(folder) as run:
            experiment = run.experiment
            marks = _marks_of(run, head)
        self.open(experiment)
        self._show_series(folder.name, history)
        self._shows_history = True
        self.stretches.follow(folder)
        self.train_page.transport.timeline.show_experiment(experiment)
        self.controller.timeline.look_back(head, marks, branches_of(folder))

    def continue_run(self, folder: Path, more: float = 0, *, plays: bool = True) -> None:
        """Go on with a run of the library for `more` of its limit: epochs, steps or seconds; or let it stand there.

        Raises:
            InputError: when there is no readable run.
        """
        saved = read_saved(folder, more)
        self.open(saved.changed)
        self.take_up(saved, plays=plays)

    def take_up(self, saved: SavedRun, *, plays: bool) -> None:
        """Let the engine hold a run that lies on disk, and go on with it or let it stand there; what is open stays."""
        self._continued = saved.folder
        self.controller.resume(saved.folder, saved.experiment, saved.changed, plays=plays)

    def _show_series(self, run_id: str, series: tuple[Series, ...]) -> None:
        event = MetricsRecorded(run_id, series)
        self.feed.take([event])
        self._show_losses(event)

    def _connect_transport(self) -> None:
        controller, bar = self.controller, self.train_page.transport
        bar.run_requested.connect(controller.toggle)
        bar.stop_requested.connect(controller.stop)
        bar.step_requested.connect(controller.step)
        bar.speed.speed_changed.connect(controller.conditions.set_speed)
        controller.state_changed.connect(lambda state, *_: bar.show_state(state, pauses=controller.is_to_be_paused))
        controller.edits.differs_changed.connect(bar.show_differs)
        bar.rewind_requested.connect(controller.rewind)
        bar.timeline.step_asked.connect(controller.rewind)
        bar.timeline.step_chosen.connect(lambda step: controller.rewind(step, at_once=True))
        controller.timeline.changed.connect(self._show_time)
        controller.state_changed.connect(lambda *_state: self._show_time(controller.timeline.now))
        controller.place_changed.connect(bar.show_run_place)
        controller.place_changed.connect(self._show_run_place)
        controller.metrics_recorded.connect(self._show_losses)

    def _show_time(self, time: RunTime) -> None:
        self.train_page.transport.show_time(time, can_rewind=self.controller.can_rewind)
        for view in self.train_page.docks.views.values():
            view.show_present(time.place if time.is_behind else None)

    def _on_events(self, events: list[Event]) -> None:
        current = self.controller.news.take(events)
        if current:
            self.feed.take(current)

    def _on_loaded(self, loaded: RunLoaded) -> None:
        self.stretches.follow(self.controller.folder)
        if self._continued is not None and self._continued == self.controller.folder:
            # by now it may have gone on, and tells what it did
            self._show_series(self._continued.name, read_history(self._continued, last_step=loaded.step))
            self.controller.timeline.show_branches(branches_of(self._continued))
        self._continued = None

    def _on_forked(self, loaded: RunLoaded) -> None:
        """Both lives are drawn: the run that was forked as it was, and the fork from the start that they share."""
        self.feed.draw_metrics()
        for view in self.train_page.docks.views.values():
            view.begin_fork(loaded.step)
        self.train_page.transport.timeline.forget_losses()
        try:
            history = read_history(Path(loaded.folder), last_step=loaded.step)
        except InputError as error:
            self.controller.problems_found.emit(error.problems)
        else:
            self._show_series(loaded.run_id, history)

    def _on_run_changed(self) -> None:
        self._shows_history = False
        self.stretches.follow(self.controller.folder)
        self.build_page.model.live.show_run(self.controller.experiment)
        if (experiment := self.controller.experiment) is not None:  # else another one is about to be opened
            self.train_page.docks.follow(experiment, family(experiment))
        self.train_page.transport.timeline.forget_losses()
        self.train_page.transport.timeline.show_experiment(self.controller.experiment)

    def _on_spec_changed(self, experiment: Experiment) -> None:
        """Without a run the stage follows the experiment; a run keeps its views and what they show."""
        if not self.controller.has_begun and not self._shows_history:
            self.train_page.docks.follow_when_seen(experiment, family(experiment))

    def _on_views_changed(self) -> None:
        for view in self.train_page.docks.views.values():
            view.follow_changes(self.controller.changes)
            view.follow_added(self.added)
        live = self.build_page.model.live
        self.feed.set_views({**self.train_page.docks.views, live.kind: live})
        curves = self.train_page.docks.views.get(CURVES)
        if isinstance(curves, Curves):
            curves.stretch_wanted.connect(self.stretches.read)

    def _show_stretch(self, stretch: Stretch) -> None:
        curves = self.train_page.docks.views.get(CURVES)
        if isinstance(curves, Curves):
            curves.show_stretch(stretch)

    def _show_run_place(self, place: RunPlace) -> None:
        """Both canvases show which block is active."""
        model = self.train_page.docks.views.get(MODEL)
        for canvas in (self.build_page.model.canvas, *([model.canvas] if isinstance(model, Model) else ())):
            canvas.show_run_place(place)

    def _show_losses(self, event: MetricsRecorded) -> None:
        by_name = {series.name: series for series in event.series}
        loss = next((by_name[name] for name in LOSSES if name in by_name), None)
        if loss is not None:
            self.train_page.transport.timeline.add_losses(loss.steps, loss.values)


def _marks_of(run: RunFolder, head: int) -> tuple[Mark, ...]:
    """What was changed on the way; none where that cannot be read, since curves can be looked at without it."""
    try:
        return as_marks(run.read_marks(head)[0])
    except InputError:
        return ()
