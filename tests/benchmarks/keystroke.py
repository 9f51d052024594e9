"""How long it takes from a keystroke in a block's form to all shapes, parameters and problems of a large network.

`python -m tests.benchmarks.keystroke [--quick]`
"""

import time
from itertools import cycle

from explorer import edits
from explorer.spec import Experiment
from models.layers.activation import Activation
from models.layers.batch_norm import BatchNorm
from models.layers.conv2d import Conv2d
from models.layers.dense import Dense
from models.layers.flatten import Flatten
from models.layers.residual import Residual
from models.network import NetworkSpec, Single
from tests.measure.command_line import is_quick, tell
from tests.measure.figures import spread
from ui.editors.facts import Facts, facts_of
from ui.spec_store import SpecStore

TOP = "architecture.network.blocks"


def hundred_blocks() -> Experiment:
    """A residual network of 100 blocks."""
    inside = (Conv2d(padding=1), BatchNorm(), Activation())
    blocks = (Conv2d(padding=1), *[Residual(blocks=inside)] * 24, Activation(), Flatten(), Dense(units="classes"))
    experiment = Experiment(architecture=Single(network=NetworkSpec(blocks=blocks)))
    (network,) = facts_of(experiment).resolved.networks.values()
    assert len(list(network.flat())) == 100
    return experiment


def keystrokes(count: int) -> list[float]:
    """Seconds that each of so many keystrokes takes."""
    store = SpecStore(hundred_blocks())
    seen: list[Facts] = []
    store.spec_changed.connect(lambda experiment: seen.append(facts_of(experiment)))
    seconds = []
    for _, size in zip(range(count), cycle((1, 3)), strict=False):
        started = time.perf_counter()
        store.set(edits.replace(store.experiment, f"{TOP}.0.kernel_size", size), "kernel")
        seconds.append(time.perf_counter() - started)
    assert not seen[1].problems
    assert seen[-1].resolved.num_params != seen[-2].resolved.num_params
    return seconds[2:]


def main() -> None:
    count = 100 if is_quick() else 1000
    tell({"keystroke_ms": spread(keystrokes(count))})


if __name__ == "__main__":
    main()
