"""The engine: owns the run that is loaded, obeys commands between two phases, and reports events."""

import contextlib
import os
import signal
import threading
import traceback
import warnings
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

from explorer.commands import (
    Change,
    Command,
    Fork,
    Load,
    Pause,
    Pin,
    PinGiven,
    Play,
    Rewind,
    SaveWeights,
    SetBudget,
    SetSpeed,
    Shutdown,
    StepOnce,
    Stop,
    Unwatch,
    Watch,
)
from explorer.engine.failures import report
from explorer.engine.inbox import Inbox
from explorer.engine.outbox import Outbox
from explorer.events import CommandsTaken, EngineFailed, EngineReady, ProblemsFound, StateChanged
from models.problem import InputError

if TYPE_CHECKING:
    from explorer.engine.loading import Loader
    from explorer.engine.session import Session

GRACE_S = 10.0
STRICT = "NEURAL_EXPLORER_STRICT"  # set by the tests: warnings are errors in the engine too


def run_in_process(connection: Connection) -> None:
    """What the engine's process does from beginning to end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the window's to understand; it will shut us down
    inbox = Inbox(connection, on_lost=_end_after_grace)
    signal.signal(signal.SIGTERM, lambda *_: _end_by_itself(inbox))  # as a desktop does that ends the session
    _serve(connection, inbox)


def run(connection: Connection, on_lost: Callable[[], None]) -> None:
    """Serve one window until it says Shutdown or goes away."""
    _serve(connection, Inbox(connection, on_lost))


def _end_by_itself(inbox: Inbox) -> None:
    """Between two phases the run is saved, as if the window had said Shutdown."""
    threading.Thread(target=inbox.end, daemon=True).start()  # this thread may hold the lock that it takes
    _end_after_grace()


def _serve(connection: Connection, inbox: Inbox) -> None:
    outbox = Outbox(connection)
    inbox.start()
    outbox.start()
    try:
        Engine(inbox, outbox).serve()
        outbox.close(GRACE_S)
        inbox.join()
    except Exception:  # it could not even begin: nobody shall wait for it
        outbox.put(EngineFailed("", traceback.format_exc()))
        outbox.close(GRACE_S)
    connection.close()


def _end_after_grace() -> None:
    """The window is gone: whatever hangs may hang for a while, then the process ends."""
    timer = threading.Timer(GRACE_S, os._exit, (1,))
    timer.daemon = True
    timer.start()


class Engine:
    """Serves one window: at most one run is loaded, and what comes for another one is dropped."""

    def __init__(self, inbox: Inbox, outbox: Outbox) -> None:
        self._inbox = inbox
        self._outbox = outbox
        self._session: Session | None = None
        self._loader: Loader | None = None
        self._num_taken = 0
        self._is_closing = False

    def serve(self) -> None:
        """Until Shutdown."""
        self._get_ready()
        while not self._is_closing:
            self._advance()
            self._take_commands()

    def _advance(self) -> None:
        """Until a command arrives. No frame keeps a session longer than this: its memory is needed for the next."""
        session = self._session
        if session is not None:
            with self._guarded(session.run_id):
                session.advance(self._inbox.pending, self._inbox.acknowledged)
                session.look()
        rest_s = None if self._session is None else self._session.rest_s
        if rest_s != 0:
            self._inbox.wait(rest_s)

    def _take_commands(self) -> None:
        commands = self._inbox.take()
        if commands:  # told at once: what they ask for may take long, and is no sign of a lost engine
            self._num_taken += len(commands)
            self._outbox.put_latest("taken", CommandsTaken(self._num_taken))
        for command in without_superseded(commands):
            with self._guarded("" if isinstance(command, Shutdown) else command.run_id):
                self._obey(command)

    def _get_ready(self) -> None:
        import torch

        from explorer.engine.devices import list_devices

        if os.environ.get(STRICT):
            warnings.simplefilter("error")
        self._outbox.put(EngineReady(list_devices(), str(torch.__version__)))

    def _obey(self, command: Command) -> None:
        match command:
            case Shutdown():
                self._is_closing = True
                self._let_go(is_last=True)
            case Load():
                self._let_go()
                self._load(command)
            case _ if self._session is None or self._session.run_id != command.run_id:
                return
            case Stop():
                self._let_go()
            case Fork():
                self._fork(self._session, command)
            case _:
                _pass_on(command, self._session, self._inbox.waited_s)

    def _load(self, command: Load) -> None:
        from explorer.engine.loading import Loader

        self._outbox.put(StateChanged(command.run_id, "loading"))
        self._loader = self._loader or Loader(self._outbox)
        self._session = self._loader.load(command)

    def _fork(self, session: "Session", command: Fork) -> None:
        from explorer.engine.forking import fork

        self._session = fork(session, command, self._outbox)

    def _let_go(self, *, is_last: bool = False) -> None:
        """Whatever goes wrong at the end of a run, as when its folder is gone, keeps no other from beginning."""
        session, self._session = self._session, None
        if session is not None:
            with self._guarded(session.run_id):
                session.close(is_last=is_last)

    @contextlib.contextmanager
    def _guarded(self, run_id: str) -> Iterator[None]:
        """Bad input is told as problems, and the run stands; a failure of ours ends the run, never the engine."""
        try:
            yield
        except InputError as error:
            self._outbox.put(ProblemsFound(run_id, error.problems))
            if self._session is not None:
                self._session.halt()
            else:
                self._outbox.put(StateChanged(run_id, "failed"))
        except Exception as error:
            self._outbox.put(report(run_id, error))
            session, self._session = self._session, None
            if session is None:
                self._outbox.put(StateChanged(run_id, "failed"))
            else:
                session.fail()


def without_superseded(commands: Sequence[Command]) -> list[Command]:
    """All but those rewinds that another one follows at once: whoever drags wants to be where the hand is now."""
    pairs = pairwise((*commands, None))
    return [one for one, following in pairs if one and not (isinstance(one, Rewind) and isinstance(following, Rewind))]


def _pass_on(command: Command, session: "Session", waited_s: float) -> None:
    """What the run that is loaded shall do; `waited_s` is how long it has not been heard."""
    match command:
        case Play():
            session.play()
        case Pause():
            session.pause(waited_s)
        case StepOnce(unit=unit):
            session.step_once(unit)
        case SetSpeed(phases_per_second=phases_per_second):
            session.set_speed(phases_per_second)
        case SetBudget(share=share):
            session.watching.set_budget(share)
        case Watch(watch_id=watch_id, probe=probe):
            session.watching.watch(watch_id, probe)
        case Unwatch(watch_id=watch_id):
            session.watching.unwatch(watch_id)
        case Pin(split=split, index=index):
            session.watching.pin(split, index)
        case PinGiven(inputs=inputs):
            session.watching.pin_given(inputs)
        case Rewind(step=step):
            session.rewind(step)
        case Change(change=change):
            session.change(change)
        case SaveWeights(request=request):
            session.save_weights(request)
