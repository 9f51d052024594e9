"""Acceptance: what the textbooks' systems reach on data that need no network, trained by the command line."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.accept

PROGRAM = Path(sys.executable).with_name("neural-explorer")

# The metric, what it must at least reach, and the seconds that the run may take on two cores.
AT_LEAST = {
    "rnn-simple": ("test/accuracy", 0.53, 90),
    "transformer-seq2seq": ("test/exact_match", 0.94, 150),
    "resnet-digits": ("test/accuracy", 0.97, 30),
    "vit-digits": ("test/accuracy", 0.95, 45),
    "naive-bayes": ("test/accuracy", 0.69, 30),
    "bag-of-words": ("test/accuracy", 0.62, 30),
    "attention-pooling": ("test/accuracy", 0.62, 60),
    "lstm-sentences": ("test/accuracy", 0.6, 90),
    "text-cnn": ("test/accuracy", 0.61, 90),
    "word2vec-cbow": ("test/accuracy", 0.15, 60),
    "word2vec-skipgram": ("test/accuracy", 0.09, 60),
    "bert-mini": ("test/accuracy", 0.18, 120),
}
# The same for what must become small: errors, and among how many of 800 words the network seems to be choosing.
AT_MOST = {
    "autoencoder-digits": ("test/loss", 0.018, 60),
    "unet-digits": ("test/loss", 0.028, 90),
    "word2vec-cbow": ("test/perplexity", 140, 60),
    "word2vec-skipgram": ("test/perplexity", 240, 60),
    "bert-mini": ("test/perplexity", 120, 120),
}


@pytest.mark.parametrize("name", sorted(AT_LEAST.keys() | AT_MOST.keys()))
def test_what_is_reached(name: str, tmp_path: Path) -> None:
    result = trained(name, tmp_path / "run")
    metrics = result["metrics"]
    for bounds, sign in ((AT_LEAST, 1), (AT_MOST, -1)):
        if name in bounds:
            metric, bound, seconds = bounds[name]
            print(f"{name}: {metric} {metrics[metric]:.4f} in {result['seconds']:.1f} s")
            assert sign * metrics[metric] >= sign * bound
            assert result["seconds"] <= seconds


def trained(name: str, folder: Path) -> dict[str, Any]:
    """What the command line says of a run to its end."""
    command = [PROGRAM, "train", name, "--device", "cpu", "--out", str(folder), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    result: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return result
