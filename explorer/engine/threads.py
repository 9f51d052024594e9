"""How many processor threads torch shall use: a function of the experiment and the core count alone; torch-free."""

import os

from explorer.spec import Experiment
from models.layer import CompositeSpec
from models.resolve import Resolved, ResolvedBlock, resolve

# Below this many multiplications per step a second thread costs more in waiting than it gains (measured).
MULTIPLICATIONS_PER_THREAD = 16_000_000


def num_cores() -> int:
    """The processor cores that this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def num_threads(experiment: Experiment, cores: int) -> int:
    """The experiment's own number, or, where that is "auto", one that suits the size of its networks."""
    wish = experiment.training.num_threads
    if wish != "auto":
        return wish
    resolved = resolve(experiment.architecture, experiment.data.facts().ports)
    work = multiplications(resolved) * experiment.training.batch_size
    return max(1, min(cores, work // MULTIPLICATIONS_PER_THREAD))


def multiplications(resolved: Resolved) -> int:
    """About how many multiplications one sample takes forward: every weight, at every position it is used."""
    return sum(_of_block(block) for network in resolved.networks.values() for block in network.flat())


def _of_block(block: ResolvedBlock) -> int:
    if isinstance(block.layer, CompositeSpec) or block.out_port is None or block.in_port is None:
        return 0
    if block.in_port.kind == "tokens":  # an embedding looks up, it does not multiply
        return block.out_port.size
    positions = {
        "image": block.out_port.shape[1:],
        "sequence": block.in_port.shape[:1],
    }.get(block.out_port.kind if block.out_port.kind == "image" else block.in_port.kind, ())
    uses = 1
    for size in positions:
        uses *= size
    return block.num_params * uses
