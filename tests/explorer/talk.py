"""Talking to an engine over its pipe, for tests: a client that remembers what it heard, and a small experiment."""

import threading
import time
from collections import deque
from collections.abc import Callable

from explorer.commands import Acknowledge, Command, Load
from explorer.engine.client import EngineClient
from explorer.events import Event, MetricsRecorded, SnapshotTaken, StateChanged
from explorer.spec import Experiment

DEADLINE_S = 120.0  # importing torch takes long where other work is going on


class Talk:
    """A client with everything that it has heard so far."""

    def __init__(self, client: EngineClient) -> None:
        self.client = client
        self.heard: list[Event] = []
        self._unheard: deque[Event] = deque()
        self._pause = threading.Event()

    def send(self, *commands: Command) -> None:
        for command in commands:
            self.client.send(command)

    def until(self, is_it: Callable[[Event], bool]) -> Event:
        """The next event of that kind, draws acknowledged on the way."""
        ends = time.monotonic() + DEADLINE_S
        while time.monotonic() < ends:
            while self._unheard:
                event = self._unheard.popleft()
                self.heard.append(event)
                if isinstance(event, SnapshotTaken):
                    self.client.send(Acknowledge(event.run_id, (event.watch_id,)))
                if is_it(event):
                    return event
            self._unheard.extend(self.client.take_events())
            self._pause.wait(0.005)  # between two looks into the queue, as the window's timer does
        raise AssertionError(f"it did not come; heard {self.heard[-5:]}")

    def until_state(self, state: str) -> StateChanged:
        event = self.until(lambda event: isinstance(event, StateChanged) and event.state == state)
        assert isinstance(event, StateChanged)
        return event

    def losses(self) -> list[tuple[int, float]]:
        series = [
            one
            for event in self.heard
            if isinstance(event, MetricsRecorded)
            for one in event.series
            if one.name == "train/loss"
        ]
        return [(int(step), float(value)) for one in series for step, value in zip(one.steps, one.values, strict=True)]


def experiment(epochs: int = 2) -> Experiment:
    blocks = [{"kind": "flatten"}, {"kind": "dense", "units": 16}, {"kind": "activation"}]
    blocks.append({"kind": "dense", "units": "classes"})
    return Experiment.model_validate(
        {
            "architecture": {"kind": "single", "network": {"blocks": blocks}},
            "training": {
                "optimizer": {"kind": "sgd", "learning_rate": 0.01},
                "limit": {"kind": "epochs", "count": epochs},
            },
        }
    )


def load(spec: Experiment, folder: str = "", run_id: str = "r", resume: bool = False) -> Load:
    return Load(run_id, spec, "cpu", folder, resume)


def is_event(kind: type) -> Callable[[Event], bool]:
    return lambda event: isinstance(event, kind)
