"""Devices are named and tried; the number of threads follows from the experiment and the cores alone."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.engine import devices
from explorer.engine.devices import list_devices, pick
from explorer.engine.threads import multiplications, num_cores, num_threads
from explorer.events import Device
from explorer.gallery import cards, load
from explorer.spec import Experiment
from models.problem import InputError
from models.resolve import resolve


def experiment(units: int, batch_size: int = 64, threads: int | str = "auto") -> Experiment:
    blocks = [{"kind": "flatten"}, {"kind": "dense", "units": units}, {"kind": "dense", "units": "classes"}]
    return Experiment.model_validate(
        {
            "architecture": {"kind": "single", "network": {"blocks": blocks}},
            "training": {"batch_size": batch_size, "num_threads": threads},
        }
    )


def test_the_processor_is_always_there_and_last() -> None:
    last = list_devices()[-1]
    assert last.id == "cpu"
    assert str(num_cores()) in last.label


def test_every_listed_device_can_be_picked() -> None:
    for device in list_devices():
        assert str(pick(device.id)) == device.id


def test_a_device_whose_driver_is_broken_is_not_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(index: int) -> None:
        raise RuntimeError("CUDA driver initialization failed")

    monkeypatch.setattr(torch.cuda, "device_count", lambda: 2)
    monkeypatch.setattr(torch.cuda, "get_device_properties", broken)
    assert [device.id for device in list_devices()][-1] == "cpu"
    assert not any(device.id.startswith("cuda") for device in list_devices())
    assert pick("cpu") == torch.device("cpu")


def test_auto_takes_the_first_device_that_works(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(devices, "list_devices", lambda: (Device("cuda:7", "broken"), Device("cpu", "Processor")))
    assert pick("auto") == torch.device("cpu")


def test_a_device_that_fails_its_first_computation_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(devices, "list_devices", lambda: (Device("cuda:7", "broken"), Device("cpu", "Processor")))
    with pytest.raises(InputError) as caught:
        pick("cuda:7")
    (problem,) = caught.value.problems
    assert problem.code == "device_failed"
    assert "cpu" in str(problem.remedy)


@pytest.mark.parametrize("wish", ["cuda:99", "tpu", "", "cuda:-1", "meta"])
def test_a_device_that_is_not_there_is_a_problem_that_names_those_that_are(wish: str) -> None:
    with pytest.raises(InputError) as caught:
        pick(wish)
    (problem,) = caught.value.problems
    assert problem.code == "device_absent"
    assert "cpu" in str(problem.remedy)


@given(units=st.integers(1, 20_000), cores=st.integers(1, 128))
@settings(max_examples=30, deadline=None)
def test_automatic_threads_lie_between_one_and_the_cores(units: int, cores: int) -> None:
    threads = num_threads(experiment(units), cores)
    assert 1 <= threads <= cores
    assert num_threads(experiment(units), cores) == threads
    assert num_threads(experiment(units * 2), cores) >= threads


def test_one_core_is_left_to_the_window_unless_the_work_is_large() -> None:
    assert num_threads(experiment(128), 2) == 1
    assert [num_threads(experiment(10_000), cores) for cores in (1, 2, 3, 8)] == [1, 1, 1, 1]  # 48 M multiplications
    assert [num_threads(experiment(40_000), cores) for cores in (1, 2, 3, 8)] == [1, 1, 2, 3]  # 192 M
    assert [num_threads(experiment(250_000), cores) for cores in (1, 2, 3, 8)] == [1, 2, 3, 8]  # 1200 M


def test_what_the_gallery_has_offline_leaves_a_core_to_the_window_on_two_cores() -> None:
    assert {num_threads(load(card.id), 2) for card in cards() if card.offline} == {1}


def test_a_number_of_threads_that_was_chosen_is_taken() -> None:
    assert num_threads(experiment(1, threads=5), 2) == 5


def test_multiplications_count_every_use_of_a_weight() -> None:
    blocks = [{"kind": "conv2d", "out_channels": 4, "kernel_size": 3, "bias": False}]
    chosen = Experiment.model_validate({"architecture": {"kind": "single", "network": {"blocks": blocks}}})
    assert multiplications(resolve(chosen.architecture, chosen.data.facts().ports)) == 9 * 4 * 6 * 6
    chosen = experiment(5)
    assert multiplications(resolve(chosen.architecture, chosen.data.facts().ports)) == 65 * 5 + 6 * 10


def test_threads_are_known_without_torch() -> None:
    code = "import sys, explorer.engine.threads; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


IMPORTS_TORCH = {
    "the engine's process": "from explorer.engine.host import _serve_in_process as go; go(None)",
    "train": "from explorer.__main__ import main; sys.argv[1:] = ['train', 'mlp-points', '--out', {folder!r}]; main()",
}
AT_TORCH = """
import os, sys
class Watch:
    def find_spec(self, name, path=None, target=None):
        if name == "torch":
            print(os.environ.get("OMP_WAIT_POLICY"), flush=True)
            os._exit(0)
sys.meta_path.insert(0, Watch())
"""


@pytest.mark.parametrize("chosen", [None, "ACTIVE"])
@pytest.mark.parametrize("where", IMPORTS_TORCH)
def test_idle_threads_sleep_unless_the_person_wants_otherwise(where: str, chosen: str | None, tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "OMP_WAIT_POLICY"}
    if chosen is not None:
        environment["OMP_WAIT_POLICY"] = chosen
    code = AT_TORCH + IMPORTS_TORCH[where].format(folder=str(tmp_path / "run"))
    run = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)
    assert run.stdout == f"{chosen or 'PASSIVE'}\n", run.stderr
