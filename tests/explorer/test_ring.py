"""Metrics in a ring arrive all, in order and unchanged, however late they come and whoever writes them."""

from collections.abc import Sequence

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import Tensor

from explorer.engine.crossing import Arriving, send
from explorer.engine.device_recorder import DeviceRecorder
from explorer.engine.leash import LONG_S, MOST, SHORT_S, Leash
from explorer.engine.ring import Ring, Row
from tests.explorer.tape import Late

CPU = torch.device("cpu")
DOINGS = st.lists(st.sampled_from(["put", "write", "idle", "look", "wait", "arrive"]), max_size=60)


@given(doings=DOINGS, rows=st.integers(1, 5))
@settings(max_examples=150, deadline=None)
def test_every_row_arrives_once_and_in_order(doings: list[str], rows: int) -> None:
    sent: list[Late] = []

    def late(tensors: Sequence[Tensor]) -> Late:
        sent.append(Late(tensors))
        return sent[-1]

    ring, recorder = Ring(("a", "b"), CPU, rows, late), DeviceRecorder()
    found = []
    for step, doing in enumerate(doings):
        values = [torch.tensor(float(step)), torch.tensor(-0.5 * step)]
        match doing:
            case "put":
                recorder.record(step, Row({"known": step}, ring, ring.put(values)))
            case "write":
                ring.aim()
                ring.write(values)
                recorder.record(step, Row({"known": step}, ring, ring.advance()))
            case "idle":
                ring.aim()
                ring.write(values)
                ring.retract()
            case "look":
                found += recorder.flush(wait=False)
            case "wait":
                found += recorder.flush()
            case "arrive":
                for crossing in sent[: len(sent) // 2 + 1]:
                    crossing.has_arrived = True
    found += recorder.flush()
    wanted = [index for index, doing in enumerate(doings) if doing in ("put", "write")]
    for name, factor in (("a", 1.0), ("b", -0.5), ("known", 1.0)):
        steps = [int(one) for series in found if series.name == name for one in series.steps]
        values = [float(one) for series in found if series.name == name for one in series.values]
        assert steps == wanted
        assert values == [factor * one for one in wanted]
    assert recorder.flush() == ()
    if wanted:
        assert recorder.latest == {"known": wanted[-1], "a": wanted[-1], "b": -0.5 * wanted[-1]}


def test_a_row_can_be_read_until_it_is_sent() -> None:
    ring = Ring(("loss",), CPU)
    row = Row({"rate": 0.5}, ring, ring.put([torch.tensor(2.0)]))
    assert dict(row) == {"rate": 0.5, "loss": 2.0}
    assert len(row) == 2
    first, rows = ring.take()
    assert (first, rows.tolist()) == (0, [[2.0]])
    with pytest.raises(KeyError):
        row["loss"]


def test_what_does_not_wait_gets_what_has_arrived() -> None:
    ring = Ring(("loss",), CPU, send=Late)
    ring.put([torch.tensor(1.0)])
    assert len(ring.take(wait=False)[1]) == 0
    assert ring.take()[1].tolist() == [[1.0]]


@pytest.mark.parametrize("way", [send, Late])
def test_a_state_on_its_way_is_as_it_was_sent(way: type[Late]) -> None:
    weight = torch.arange(6.0).view(2, 3)
    arriving = Arriving({"weight": weight.t(), "step": torch.tensor(3)}, way)
    weight.zero_()
    assert arriving.nbytes == 6 * 4 + 8
    assert list(arriving) == ["weight", "step"]
    assert np.array_equal(arriving["weight"], torch.arange(6.0).view(2, 3).t())
    assert int(arriving["step"]) == 3
    assert arriving.settle() == dict(arriving), "settled once and for all"


class Device:
    """A device that takes so long for each step, and a clock that goes on while somebody waits for it."""

    def __init__(self, step_s: float) -> None:
        self.now = self.done_at = 0.0
        self.step_s = step_s

    def launch(self, launch_s: float) -> None:
        self.now += launch_s
        self.done_at = max(self.done_at, self.now) + self.step_s

    def mark(self) -> "Place":
        return Place(self, self.done_at)


class Place:
    def __init__(self, device: Device, at: float) -> None:
        self._device, self._at = device, at

    def synchronize(self) -> None:
        self._device.now = max(self._device.now, self._at)


@given(step_s=st.floats(1e-6, 0.5), launch_s=st.floats(1e-6, 1e-3))
@settings(max_examples=50, deadline=None)
def test_the_processor_is_never_far_ahead(step_s: float, launch_s: float) -> None:
    device = Device(step_s)
    leash = Leash(device.mark, lambda: device.now)
    for number in range(5000):
        device.launch(launch_s)
        leash.step()
        if number > 100:
            assert device.done_at - device.now <= 4 * max(LONG_S, step_s)
    assert leash.length == 1 if step_s > LONG_S else leash.length >= min(MOST, SHORT_S / max(step_s, launch_s)) / 4
