"""How many processor threads torch shall use: a function of the experiment and the core count alone; torch-free."""

import os

from explorer.spec import Experiment
from models.layer import CompositeSpec
from models.layers.backbone import Backbone
from models.port import Context
from models.resolve import Resolved, ResolvedBlock, resolve

# Multiplications of one forward step. The threads meet after every operation, which small networks pay more for than
# they gain, above all where somebody else wants the cores too. Measured on two cores with one other process busy,
# steps per second on one and on two (sleeping) threads: cnn-digits (11 M) 208 and 67, transformer-digits (35 M)
# 77 and 44, transformer-reversal (88 M) 29 and 21, transformer-lm (436 M) 9.5 and 9.8.
MULTIPLICATIONS_PER_THREAD = 64_000_000
# From here on training takes also the core that is otherwise left to the window.
MULTIPLICATIONS_FOR_ALL_CORES = 1_000_000_000


def let_idle_threads_sleep() -> None:
    """Keep torch's waiting threads from spinning, which takes the core away from those that work; call before torch.

    Spinning on two busy cores, transformer-reversal made 1.2 steps per second instead of 10. What the person has
    chosen in the environment stays.
    """
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")


def num_cores() -> int:
    """The processor cores that this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def num_threads(experiment: Experiment, cores: int) -> int:
    """The experiment's own number, or, where that is "auto", one that suits the size of its networks.

    One core is left to the window, unless the work is so large that every core clearly pays.
    """
    wish = experiment.training.num_threads
    if wish != "auto":
        return wish
    resolved = resolve(experiment.architecture, experiment.facts().ports)
    work = multiplications(resolved) * experiment.training.batch_size
    if work >= MULTIPLICATIONS_FOR_ALL_CORES:
        return cores
    return max(1, min(cores - 1, work // MULTIPLICATIONS_PER_THREAD))


def multiplications(resolved: Resolved) -> int:
    """About how many multiplications one sample takes forward: every weight, at every position it is used."""
    return sum(_of_block(block) for network in resolved.networks.values() for block in network.blocks)


def _of_block(block: ResolvedBlock) -> int:
    if isinstance(block.layer, CompositeSpec):
        return block.num_copies * sum(_of_block(inner) for inner in block.inner)
    if block.out_port is None or block.in_port is None:
        return 0
    if isinstance(block.layer, Backbone):
        return block.layer.num_macs(block.in_port, Context())
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
