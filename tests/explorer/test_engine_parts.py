"""The engine's parts: the budget of watching, the outbox, the pinned host."""

import math
import multiprocessing
import subprocess
import sys

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.commands import Acknowledge, Play, Shutdown
from explorer.engine.budget import BUDGET, FASTEST_S, intervals
from explorer.engine.building import make_learner
from explorer.engine.inbox import Inbox
from explorer.engine.messages import events_of
from explorer.engine.meter import Meter
from explorer.engine.outbox import Outbox, merged
from explorer.engine.watching import Watching
from explorer.events import MetricsRecorded, Progress, Series, SnapshotTaken, WeightsSaved
from explorer.gallery import load
from explorer.probes import Activations

COSTS = st.dictionaries(st.text(max_size=3), st.floats(0, 1), max_size=8)


@settings(max_examples=60)
@given(COSTS)
def test_watching_stays_within_its_budget(costs: dict[str, float]) -> None:
    spaced = intervals(costs)
    assert all(interval >= FASTEST_S for interval in spaced.values())
    assert sum(costs[name] / interval for name, interval in spaced.items()) <= BUDGET * (1 + 1e-9)
    assert set(intervals(costs, math.inf).values()) <= {FASTEST_S}, "without a limit all are as fast as they can"


def test_cheap_probes_leave_their_share_to_costly_ones() -> None:
    spaced = intervals({"cheap": 0.0001, "costly": 0.1, "also costly": 0.1})
    assert spaced["cheap"] == FASTEST_S
    assert spaced["costly"] == pytest.approx(spaced["also costly"])
    assert spaced["costly"] == pytest.approx(0.1 / ((BUDGET - 0.0001 / FASTEST_S) / 2))


def test_what_looking_costs_is_told_of_a_while_and_not_of_a_single_step(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [100.0]
    monkeypatch.setattr("explorer.engine.meter.time.perf_counter", lambda: clock[0])
    experiment = load("mlp-digits")
    meter = Meter("r", make_learner(experiment, experiment.data.load(), torch.device("cpu")))
    meter.restart({})
    clock[0] += 0.002
    assert meter.progress({"view": 0.001}).watching_cost == 0
    clock[0] += 0.498
    assert meter.progress({"view": 0.01}).watching_cost == pytest.approx(0.02)
    meter.restart({"view": 0.01})
    clock[0] += 0.002
    assert meter.progress({"view": 0.011}).watching_cost == pytest.approx(0.02), "as it was last"


def test_waiting_metrics_are_merged_and_complete() -> None:
    first = MetricsRecorded("r", (Series("a", np.array([1, 2]), np.array([1.0, 2.0])),))
    second = MetricsRecorded(
        "r", (Series("a", np.array([3]), np.array([3.0])), Series("b", np.array([3]), np.array([9.0])))
    )
    event = merged([first, second])
    assert isinstance(event, MetricsRecorded)
    assert [series.name for series in event.series] == ["a", "b"]
    assert event.series[0].steps.tolist() == [1, 2, 3]
    assert event.series[0].values.tolist() == [1.0, 2.0, 3.0]


def progress(step: int) -> Progress:
    return Progress("r", step, 0, 0.0, None, 0.0, 0.0, 0)


def test_outbox_keeps_what_must_be_kept_and_the_latest_of_the_rest() -> None:
    ours, theirs = multiprocessing.Pipe()
    outbox = Outbox(theirs)
    outbox.put(WeightsSaved("r", 1, None))
    outbox.put_latest("progress", progress(1))
    outbox.put(WeightsSaved("r", 2, None))
    outbox.put_latest("progress", progress(2))
    for step in (1, 2):
        outbox.put_snapshot("snapshot view", SnapshotTaken("r", "view", step, None))
    outbox.start()
    outbox.close(5.0)
    received = []
    while ours.poll():
        received.extend(events_of(ours.recv_bytes()))
    assert [event.request for event in received if isinstance(event, WeightsSaved)] == [1, 2]
    assert [event.step for event in received if isinstance(event, Progress)] == [2]
    assert [event.step for event in received if isinstance(event, SnapshotTaken)] == [2]
    ours.close()
    theirs.close()


def test_outbox_ends_when_nobody_reads() -> None:
    ours, theirs = multiprocessing.Pipe()
    ours.close()
    outbox = Outbox(theirs)
    outbox.start()
    outbox.put(WeightsSaved("r", 1, None))
    outbox.close(5.0)
    assert not outbox._thread.is_alive()
    theirs.close()


def test_the_windows_side_of_the_engine_is_torch_free() -> None:
    modules = "explorer.engine.client, explorer.engine.host, explorer.engine.server, explorer.probes, explorer.events"
    code = f"import sys, {modules}; print('torch' in sys.modules, 'sklearn' in sys.modules)"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.split() == ["False", "False"]


def test_a_view_is_due_as_its_budget_says_even_where_checkups_take_all_of_it() -> None:
    ours, theirs = multiprocessing.Pipe()
    learner = make_learner(load("mlp-digits"), load("mlp-digits").data.load(), torch.device("cpu"))
    watching = Watching("r", learner, Outbox(theirs))
    watching.watch("view", Activations())
    watch = watching._watches["view"]
    watch.cost_s = 0.01
    for share, interval in ((None, FASTEST_S), (0.05, 0.2), (0.01, 1.0)):
        watching.set_budget(share)
        assert watch.due_at == 0.0, "at once by the new budget"
        watching._space_out(watching._watches, 100.0)
        assert watch.due_at == pytest.approx(100.0 + interval - FASTEST_S / 2)
    watching.charge(0.1, 0.04)
    watching._space_out(watching._watches, 100.0)
    assert 101.0 < watch.due_at < 110.0
    ours.close()
    theirs.close()


def test_acknowledgements_wake_the_engine_and_interrupt_nothing() -> None:
    ours, theirs = multiprocessing.Pipe()
    inbox = Inbox(theirs, lambda: None)
    inbox.start()
    ours.send(Acknowledge("r", ("view",)))
    inbox.wait(60.0)
    ((heard, seconds),) = inbox.acknowledged
    assert (heard, list(inbox.pending)) == (Acknowledge("r", ("view",)), [])
    assert 0 <= seconds < 60
    ours.send(Play("r"))
    ours.send(Shutdown())
    inbox.join()
    assert inbox.take() == [Play("r"), Shutdown()]
    ours.close()
    theirs.close()
