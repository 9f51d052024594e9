"""Acceptance: the language model beats counting pairs of letters, and the decoder's attention becomes a mirror."""

# B batch, H heads, T targets, S sources

import importlib.util
from pathlib import Path

import pytest
import torch
from torch import Tensor

from explorer.datasets.reference import Reference
from explorer.engine.building import make_learner
from explorer.engine.headless import train_headless
from explorer.engine.learner import Learner
from explorer.engine.state import restore, state_from_arrays
from explorer.gallery import load
from explorer.objectives.translate import greedy_decode
from explorer.runs.run_folder import RunFolder
from explorer.training import Seconds
from models.modules.transformer import DecoderLayer

pytestmark = pytest.mark.accept

BIGRAM = Path(__file__).parents[1] / "benchmarks" / "bigram.py"


def test_the_language_model_beats_a_bigram_model_after_a_minute() -> None:
    experiment = load("transformer-lm")
    assert isinstance(experiment.data, Reference)
    bigram = min(bigram_losses(experiment.data).values())
    result = train_headless(experiment, "cpu", limit=Seconds(count=60))
    loss = result.metrics["validation/loss"]
    print(f"transformer-lm {loss:.3f}, best bigram {bigram:.3f}, {result.steps} steps in {result.seconds:.0f} s")
    assert loss < bigram


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_the_decoder_writes_backwards_and_looks_at_the_mirrored_letter(seed: int, tmp_path: Path) -> None:
    experiment = load("transformer-reversal").model_copy(update={"seed": seed})
    result = train_headless(experiment, "cpu", tmp_path / "run")
    learner = make_learner(experiment, experiment.data.load(), torch.device("cpu"))
    with RunFolder.open(tmp_path / "run") as folder:
        restore(learner, state_from_arrays(*folder.read_checkpoint(result.steps)))
    matched, mirrored = result.metrics["test/exact_match"], max(mirrored_shares(learner))
    print(
        f"transformer-reversal seed {seed}: exact match {matched:.4f} in {result.seconds:.0f} s, mirror {mirrored:.4f}"
    )
    assert matched >= 0.95
    assert result.seconds <= 90
    assert mirrored >= 0.90


def mirrored_shares(learner: Learner) -> list[float]:
    """For every cross-attention head of the last decoder block: the share of the test split's letters, as decoded
    greedily, at which the largest weight lies on the mirrored position."""
    learner.train_mode(False)
    hits_H, num_letters = torch.zeros(()), 0
    with torch.no_grad():
        for batch in learner.data.evaluation_batches("test"):
            answer_BT = greedy_decode(learner, batch)
            weights_BHTS = cross_attention(learner, batch.inputs, answer_BT[:, :-1])
            mirror_T = torch.arange(weights_BHTS.shape[-1]).flip(0)
            hits_H = hits_H + (weights_BHTS.argmax(-1) == mirror_T).sum((0, 2))
            num_letters += answer_BT[:, 1:].numel()
    return [hits / num_letters for hits in hits_H.tolist()]


def cross_attention(learner: Learner, sources: Tensor, targets: Tensor) -> Tensor:
    """(B, H, T, S): the weights with which the last decoder block looks at the encoder's output."""
    decoder = learner.networks["decoder"]
    last = [module for module in decoder.modules() if isinstance(module, DecoderLayer)][-1]
    seen: list[Tensor] = []
    handle = last.cross_attention.softmax.register_forward_hook(lambda module, inputs, output: seen.append(output))
    decoder(targets, learner.networks["encoder"](sources))
    handle.remove()
    return seen[0]


def bigram_losses(spec: Reference) -> dict[float, float]:
    """The benchmark's own figures; the script lies beside the tests, in no package."""
    described = importlib.util.spec_from_file_location("bigram", BIGRAM)
    assert described is not None
    assert described.loader is not None
    module = importlib.util.module_from_spec(described)
    described.loader.exec_module(module)
    losses: dict[float, float] = module.bigram_losses(spec)
    return losses
