"""Compiled networks learn the same, nearly; compiling leaves no trace, is told, and is left out where it fails."""

from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import Tensor

from explorer.changes.silence import Silence
from explorer.commands import Play
from explorer.edits import replace
from explorer.engine import compiling
from explorer.engine.building import make_learner
from explorer.engine.compiling import COMPILED, Compiler
from explorer.engine.learner import Learner
from explorer.engine.loop import train
from explorer.events import Progress, StateChanged
from explorer.gallery import load
from explorer.spec import Experiment
from tests.explorer.talk import Talk, experiment, is_event
from tests.explorer.talk import load as loaded

EAGER = "eager"  # torch's own tracing, without code for the processor, which takes a compiler half a minute


@pytest.fixture(autouse=True)
def anew(monkeypatch: pytest.MonkeyPatch, one_thread: None) -> Iterator[None]:
    for name in ("TORCHINDUCTOR_CACHE_DIR", "TORCHINDUCTOR_COMPILE_THREADS"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv(name, "")  # so that what is set meanwhile is forgotten afterwards
        monkeypatch.delenv(name)
    yield
    torch._dynamo.reset()


def learner_of(spec: Experiment, backend: str | Callable[..., Any] | None) -> Learner:
    """A learner whose networks are compiled in that way; in none where it is None."""
    learner = make_learner(spec, spec.data.load(), torch.device("cpu"))
    learner.compiler = None if backend is None else Compiler(learner, backend)
    return learner


def losses(learner: Learner, num_steps: int = 4) -> list[float]:
    steps = islice((moment.metrics for moment in train(learner) if moment.name == "step"), num_steps)
    return [float(row[name]) for row in steps for name in row if name.startswith("train/loss")]


@pytest.mark.parametrize("name", ["cnn-digits", "gan-digits"])
def test_tracing_leaves_no_trace(name: str) -> None:
    spec = load(name)
    wanted = losses(learner_of(spec, None))
    learner = learner_of(spec, EAGER)
    assert losses(learner) == wanted
    assert learner.computing == (COMPILED,)


def test_the_smaller_batch_at_the_end_of_an_epoch_is_not_worth_it() -> None:
    spec = replace(load("mlp-digits"), "training.batch_size", 1000)
    wanted = losses(learner_of(spec, None), 6)
    learner = learner_of(spec, EAGER)
    told: list[bool] = []
    assert learner.compiler is not None
    learner.compiler.tell = told.append
    assert losses(learner, 6) == wanted
    assert learner.batch_sizes[1] < learner.batch_sizes[0]
    assert told == [True, False]


def refuse(graph: Any, examples: list[Tensor]) -> Any:
    raise RuntimeError("no working C++ compiler\nset CXX")


def test_a_compiler_that_fails_is_told_and_harms_nothing() -> None:
    spec = load("cnn-digits")
    wanted = losses(learner_of(spec, None))
    learner = learner_of(spec, refuse)
    assert losses(learner) == wanted
    (words,) = learner.computing
    assert "The network is not compiled:" in str(words)
    assert "no working C++ compiler" in str(words)


def test_a_gradient_of_a_gradient_is_left_to_the_network_itself() -> None:
    spec = replace(load("gan-digits"), "training.objective.gradient_penalty", 1.0)
    wanted = losses(learner_of(spec, None))
    learner = learner_of(spec, EAGER)
    assert losses(learner) == wanted
    assert "R1" in str(learner.computing[0])


def test_what_is_changed_in_a_network_is_compiled_anew() -> None:
    learner = learner_of(load("cnn-digits"), EAGER)
    told: list[bool] = []
    assert learner.compiler is not None
    learner.compiler.tell = told.append
    losses(learner, 2)
    assert told == [True, False]
    learner.changes[learner.step] = [Silence(block="architecture.network.blocks.0", numbers=(0,))]
    learner.networks["network"].blocks[0].register_forward_hook(lambda module, args, output: output * 0.0)
    answer = learner.compiler.forward("network", (learner.data.batch("train", slice(8)).inputs,))
    assert told == [True, False] * 2
    assert answer.std(0).max() < answer.std(1).min(), "nothing of the samples comes through"


def test_the_engine_tells_that_it_compiles(talk: Talk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(compiling, "BACKEND", EAGER)
    monkeypatch.setattr(Compiler.__init__, "__defaults__", (EAGER,))
    talk.send(loaded(replace(experiment(1), "training.compiled", True)), Play("r"))
    talk.until_state("compiling")
    talk.until_state("running")
    talk.until_state("finished")
    states = [event.state for event in talk.heard if isinstance(event, StateChanged)]
    place = states.index("compiling")
    assert states[place - 1 : place + 2] == ["running", "compiling", "running"]
    last = [event for event in talk.heard if is_event(Progress)(event)][-1]
    assert isinstance(last, Progress)
    assert last.computing == (COMPILED,)


def test_code_is_kept_among_what_can_be_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import os

    monkeypatch.setenv("NEURAL_EXPLORER_CACHE", str(tmp_path / "cache"))
    learner_of(load("mlp-digits"), EAGER)
    assert os.environ["TORCHINDUCTOR_CACHE_DIR"] == str(tmp_path / "cache" / "compiled")
