"""What the networks of the gallery reach on the data that come with the program, and what guessing reaches."""

# N samples, M centres

from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch

from explorer.dataset import SplitName
from explorer.datasets.ring import Ring
from explorer.engine.building import make_learner
from explorer.engine.learner import Learner
from explorer.engine.state import restore, state_from_arrays
from explorer.objectives.adversarial import fixed_noise, generate
from explorer.runs.run_folder import RunFolder
from explorer.spec import Experiment

NOISE_SEED = 11
NEAR = 3  # spreads from a centre


def learner_of(path: Path) -> Learner:
    """A learner as it stood at a run's last checkpoint."""
    with RunFolder.open(path) as run:
        learner = make_learner(run.experiment, run.experiment.data.load(), torch.device("cpu"))
        restore(learner, state_from_arrays(*run.read_checkpoint(run.checkpoints()[-1])))
    return learner


def made(learner: Learner, count: int) -> npt.NDArray[np.float32]:
    """(N, values): what the generator makes of fixed noise."""
    learner.train_mode(False)
    with torch.no_grad():
        samples: npt.NDArray[np.float32] = generate(learner, fixed_noise(learner, count, NOISE_SEED)).flatten(1).numpy()
    return samples


def mode_shares(ring: Ring, points_N2: npt.NDArray[np.floating]) -> npt.NDArray[np.float64]:
    """(M,): the share of the points that lies near each centre of the ring."""
    distances_NM = np.linalg.norm(points_N2[:, None] - ring.centres()[None], axis=-1)
    shares_M: npt.NDArray[np.float64] = (distances_NM < NEAR * ring.spread).mean(axis=0)
    return shares_M


def loss_of_guessing(experiment: Experiment, split: SplitName) -> float:
    """The lowest loss on a split that an answer can have which is always the same.

    For classes and tokens that is the entropy of their frequencies in nats, for values their variance.
    """
    facts, arrays = experiment.data.facts(), experiment.data.splits()[split]
    if facts.target == "value":
        return float(np.asarray(arrays.targets, dtype=np.float64).var(axis=0).mean())
    is_text = facts.target in ("next", "tokens")
    targets = arrays.inputs if facts.target == "next" else arrays.targets
    answers, counts = np.unique(targets[:, 1:] if is_text else targets, return_counts=True)  # the first token is given
    if is_text and facts.padding is not None:
        counts = counts[answers != facts.padding]
    shares = counts / counts.sum()
    return float(-(shares * np.log(shares)).sum())
