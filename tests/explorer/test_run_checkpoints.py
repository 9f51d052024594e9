"""A checkpoint comes back bit for bit, is whole or absent, and only those that are wanted stay."""

import shutil
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from safetensors import SafetensorError

from explorer.runs.checkpoints import Kept
from explorer.runs.run_folder import RunFolder
from explorer.spec import Experiment
from models.problem import InputError


@pytest.fixture
def run(tmp_path: Path):  # type: ignore[no-untyped-def]
    with RunFolder.create(tmp_path / "run", Experiment(), device="cpu", num_threads=1) as folder:
        yield folder


def save(run: RunFolder, step: int, keep: str = "last") -> None:
    run.write_checkpoint(step, {"w": np.full(3, step)}, {"s": np.zeros(2)}, {"step": step}, keep=keep)  # type: ignore[arg-type]


def test_arrays_and_tensors_come_back_bit_for_bit(run: RunFolder) -> None:
    weights = {
        "network.blocks.0.weight": torch.randn(3, 4, generator=torch.Generator().manual_seed(0)).t(),
        "trained": torch.ones(2, requires_grad=True),
        "array": np.arange(6.0).reshape(2, 3)[:, ::2],
    }
    state = {
        "step": torch.tensor(7.0),
        "random": torch.get_rng_state(),
        "count": torch.tensor(3),
        "none": torch.empty(0),
    }
    scalars = {"epoch": 2, "seconds": 1.5, "rates": {"network": 0.001}, "words": ["é", "漢"]}
    run.write_checkpoint(12, weights, state, scalars)
    read_weights, read_state, read_scalars = run.read_checkpoint(12)
    for written, read in ((weights, read_weights), (state, read_state)):
        assert set(written) == set(read)
        for name, value in written.items():
            array = value.detach().numpy() if isinstance(value, torch.Tensor) else value
            assert (read[name].dtype, read[name].shape) == (array.dtype, array.shape)
            np.testing.assert_array_equal(read[name], array)
    assert read_scalars == scalars


def test_the_files_have_the_names_that_scripts_expect(run: RunFolder) -> None:
    save(run, 5)
    names = sorted(path.name for path in (run.path / "checkpoints").iterdir())
    assert names == ["step-5.safetensors", "step-5.state.safetensors"]


def test_the_last_the_best_and_one_a_minute_stay(run: RunFolder) -> None:
    for step, keep in ((1, "last"), (2, "best"), (3, "last"), (4, "minute"), (5, "last"), (6, "last")):
        save(run, step, keep)
    assert run.checkpoints() == (2, 4, 6)
    save(run, 7, "best")
    assert run.checkpoints() == (4, 7)
    save(run, 7)
    save(run, 8)
    assert run.checkpoints() == (4, 7, 8)
    assert run.kept == Kept(last=8, best=7, minutes=(4,))


@given(st.lists(st.tuples(st.integers(0, 20), st.sampled_from(["last", "best", "minute"])), max_size=12))
@settings(max_examples=50, deadline=None)
def test_the_newest_the_last_best_and_every_minute_are_kept(writes: list[tuple[int, str]]) -> None:
    kept = Kept()
    for step, keep in writes:
        kept = kept.after_writing(step, keep)  # type: ignore[arg-type]
    bests = [step for step, keep in writes if keep == "best"]
    wanted = (
        {step for step, keep in writes if keep == "minute"} | set(bests[-1:]) | set(sorted(s for s, _ in writes)[-1:])
    )
    assert kept.steps == wanted


def test_forgetting_later_steps_removes_their_checkpoints(run: RunFolder) -> None:
    for step, keep in ((2, "minute"), (4, "best"), (6, "last")):
        save(run, step, keep)
    run.forget_after(4)
    assert run.checkpoints() == (2, 4)
    save(run, 5)
    assert run.checkpoints() == (2, 4, 5)
    run.forget_after(5)
    assert run.checkpoints() == (2, 4, 5), "the one that training goes on from stays"
    run.forget_after(3)
    assert run.kept == Kept(last=2, best=None, minutes=(2,))


@pytest.mark.parametrize("damage", ["absent", "half", "no state", "garbage"])
def test_a_damaged_checkpoint_is_a_named_problem(run: RunFolder, damage: str) -> None:
    save(run, 3)
    weights = run.path / "checkpoints" / "step-3.safetensors"
    if damage == "half":
        weights.write_bytes(weights.read_bytes()[:-5])
    elif damage == "no state":
        weights.with_name("step-3.state.safetensors").unlink()
    elif damage == "garbage":
        weights.write_bytes(b"\x80\x04cos\nsystem\n")
    with pytest.raises(InputError) as caught:
        run.read_checkpoint(4 if damage == "absent" else 3)
    assert caught.value.problems[0].code == "no_checkpoint"


def test_what_a_killed_process_left_is_no_checkpoint_and_is_swept_away(run: RunFolder) -> None:
    save(run, 3)
    folder = run.path / "checkpoints"
    (folder / "step-4.state.safetensors").write_bytes(b"")
    (folder / "step-4.safetensors.tmp").write_bytes(b"half")
    assert run.checkpoints() == (3,)
    run.set_status("stopped")
    with RunFolder.resume(run.path):
        assert not list(folder.glob("*.tmp"))


def test_a_fault_while_writing_leaves_the_old_checkpoint(run: RunFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    save(run, 3)

    def full(*args: object, **kwargs: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("safetensors.numpy.save_file", full)
    with pytest.raises(InputError) as caught:
        save(run, 4)
    monkeypatch.undo()
    assert caught.value.problems[0].code == "disk_full"
    assert run.checkpoints() == (3,)
    assert run.read_checkpoint(3)[2] == {"step": 3}


def test_a_folder_that_vanished_is_named(run: RunFolder, tmp_path: Path) -> None:
    save(run, 3)
    shutil.rmtree(run.path / "checkpoints")
    (run.path / "checkpoints").touch()  # a file in the way, as nothing may be forbidden to root
    with pytest.raises(InputError) as caught:
        save(run, 4)
    assert caught.value.problems[0].code == "not_writable"


@pytest.mark.parametrize(("number", "code"), [(28, "disk_full"), (2, "not_writable")])
def test_what_safetensors_cannot_write_is_named(
    run: RunFolder, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    def fail(*args: object, **kwargs: object) -> None:
        raise SafetensorError(f"Error while serializing: I/O error: such is life (os error {number})")

    monkeypatch.setattr("safetensors.numpy.save_file", fail)
    with pytest.raises(InputError) as caught:
        save(run, 4)
    monkeypatch.undo()
    assert caught.value.problems[0].code == code
